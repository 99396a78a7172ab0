"""The paid work of each operator: its arguments, and what the sandbox's books say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from tests.chaos.canary import MARK
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient
from wiro.agent_lifecycle import AgentStatus

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox

__all__ = ["WORK", "DeployWork", "MessageWork", "RunWork", "Work"]


class Work(Protocol):
    """What one operator pays for.

    Args:
        operator: Import path of the operator.
        operations: The sandbox's operations behind the words that faults use: `submit`, `look_up` and, where there is
            one, `check` (before anything is submitted) and `download`.
    """

    @property
    def operator(self) -> str:
        """See above."""

    @property
    def operations(self) -> dict[str, str]:
        """See above."""

    def prepare(self, sandbox: Sandbox, seconds: float) -> dict[str, Any]:
        """Make what the work needs on Wiro, for a job that takes so long; return the DAG run's `conf`."""

    def arguments(self, name: str, seconds: float, *, fails: bool) -> dict[str, Any]:
        """Return the operator's arguments for a job that takes so long, and whether it fails in the end."""

    def ends(self, sandbox: Sandbox) -> dict[str, str]:
        """Return every accepted job by id, oldest first: `running`, `succeeded`, `failed`, `cancelled` or `left`."""

    def decoy(self, sandbox: Sandbox, name: str) -> str:
        """Submit a job that looks like the operator's own; return its id."""


class RunWork:
    """A model's run."""

    operator: Final = "airflow_provider_wiro.operators.models.WiroRunModelOperator"
    operations: Final = {
        "check": "tools_detail",
        "submit": "runs_create",
        "look_up": "tasks_list",
        "download": "files_download",
    }

    def prepare(self, sandbox: Sandbox, seconds: float) -> dict[str, Any]:
        return {}

    def arguments(self, name: str, seconds: float, *, fails: bool) -> dict[str, Any]:
        model = "sandbox/failing" if fails else "sandbox/image"
        return {"model": model, "parameters": {"prompt": name, "seconds": seconds}}

    def ends(self, sandbox: Sandbox) -> dict[str, str]:
        return {job.taskid: _end_of_run(job.status, job.exit_code) for job in list(sandbox.books.submissions)}

    def decoy(self, sandbox: Sandbox, name: str) -> str:
        from wiro import Wiro

        arguments = self.arguments(name, 5, fails=False)
        original = sandbox.books.submissions[0]
        with Wiro(sandbox.api_key, sandbox.api_secret, base_url=sandbox.base_url) as client:
            return client.run(arguments["model"], original.parameters, validate=False).task_id


class MessageWork:
    """A message to an agent, and its answer."""

    operator: Final = "airflow_provider_wiro.operators.messages.WiroAgentMessageOperator"
    operations: Final = {"submit": "user_agent_messages_send", "look_up": "user_agent_messages_history"}

    def prepare(self, sandbox: Sandbox, seconds: float) -> dict[str, Any]:
        # An agent takes minutes to start in real time; its answers are to take theirs.
        scale, sandbox.clock.scale = sandbox.clock.scale, 1000
        try:
            return {"agent": AgentClient(SandboxClient(sandbox)).running()}
        finally:
            sandbox.clock.scale = scale

    def arguments(self, name: str, seconds: float, *, fails: bool) -> dict[str, Any]:
        text = f"/fail {name}" if fails else f"/wait {seconds:g} {name}"
        return {"agent": "{{ dag_run.conf['agent'] }}", "message": text}

    def ends(self, sandbox: Sandbox) -> dict[str, str]:
        messages = list(sandbox._world.agents.messages)
        return {message.guid: _ENDS_OF_MESSAGES.get(message.status, "running") for message in messages}

    def decoy(self, sandbox: Sandbox, name: str) -> str:
        original = next(iter(sandbox._world.agents.messages))
        sent = AgentClient(SandboxClient(sandbox)).send(original.agent_guid, original.content)
        guid: str = sent["messageguid"]
        return guid


class DeployWork:
    """An agent, deployed and started; a kill leaves it alone, because it is paid for."""

    operator: Final = "airflow_provider_wiro.operators.deploy.WiroDeployAgentOperator"
    operations: Final = {"submit": "user_agents_deploy", "look_up": "user_agents_my_agents"}

    def prepare(self, sandbox: Sandbox, seconds: float) -> dict[str, Any]:
        sandbox.clock.scale = _START_SECONDS / seconds
        return {}

    def arguments(self, name: str, seconds: float, *, fails: bool) -> dict[str, Any]:
        # Each submission shall show: an agent of the same name is no reason not to deploy another one.
        return {
            "title": name,
            "skills": ["int-gmail-check"],
            "credentials": {"gmail": {"account": "me@example.com", "apppassword": f"{MARK}password-{name}"}},
            "if_exists": "new",
        }

    def ends(self, sandbox: Sandbox) -> dict[str, str]:
        agents = list(sandbox._world.agents.instances)
        return {agent.guid: "succeeded" if agent.status is AgentStatus.RUNNING else "left" for agent in agents}

    def decoy(self, sandbox: Sandbox, name: str) -> str:
        row = AgentClient(SandboxClient(sandbox)).deploy(title=name, skills={"int-gmail-check": True}, tier="starter")
        return str(row["guid"])


#: How long an agent takes to start on a sandbox that is as fast as life.
_START_SECONDS: Final = 2.0
_ENDS_OF_MESSAGES: Final = {"agent_end": "succeeded", "agent_error": "failed", "agent_cancel": "cancelled"}


def _end_of_run(status: str, exit_code: int | None) -> str:
    if status == "task_cancel":
        return "cancelled"
    if status != "task_postprocess_end":
        return "running"
    return "succeeded" if exit_code == 0 else "failed"


WORK: Final[dict[str, Work]] = {"run": RunWork(), "message": MessageWork(), "deploy": DeployWork()}
