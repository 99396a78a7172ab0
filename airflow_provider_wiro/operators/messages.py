"""The operator that sends a message to an agent and waits for the answer."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException
from attrs import evolve, field, frozen

from airflow_provider_wiro.agent_arguments import checked_agent, checked_text
from airflow_provider_wiro.agent_lookups import messages_like
from airflow_provider_wiro.agents import find_agent, status_name
from airflow_provider_wiro.answers import answer_summary, save_answer
from airflow_provider_wiro.arguments import (
    checked_choice,
    checked_flag,
    checked_output_path,
    checked_seconds,
    checked_usd,
    is_rendered,
)
from airflow_provider_wiro.file_arguments import FileArgumentsMixin
from airflow_provider_wiro.files import comparable, is_file, open_files
from airflow_provider_wiro.lineage import LineageMixin, agent_dataset, file_datasets
from airflow_provider_wiro.links import AGENTS_PAGE, WiroAgentLink, push_link
from airflow_provider_wiro.operators._agents import started, wait_or_defer
from airflow_provider_wiro.operators._jobs import JobState, PaidRequest
from airflow_provider_wiro.operators._paid import PaidJobOperator
from airflow_provider_wiro.progress import ProgressLines
from airflow_provider_wiro.submissions import fingerprint_of
from airflow_provider_wiro.triggers.messages import WiroMessageTrigger
from wiro.agent_lifecycle import AgentStatus
from wiro.errors import NotFoundError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from airflow.providers.common.compat.sdk import Context

    from airflow_provider_wiro.lineage import LineageDataset
    from wiro import Wiro
    from wiro.agents import Agent
    from wiro.messages import Message, MessageResult

__all__ = ["WiroAgentMessageOperator"]

_LINK: Final = WiroAgentLink()
_IF_NOT_RUNNING: Final = ("wait", "start", "fail")
_MOST_TURNS: Final = 6
_ON_THE_WAY: Final = frozenset({AgentStatus.QUEUED, AgentStatus.STARTING})
_STATES: Final = {
    "agent_end": JobState.SUCCEEDED,
    "agent_error": JobState.FAILED,
    "agent_cancel": JobState.CANCELLED,
}


@frozen(kw_only=True)
class _MessageRequest(PaidRequest):
    """The templated arguments, rendered and checked; and the agent, once it was found."""

    agent: str
    message: str
    session: str | None
    files: tuple[Any, ...]
    target: Agent | None = field(default=None, eq=False)

    @property
    def subject(self) -> str:
        return f"agent {self.agent}"

    @property
    def fingerprint(self) -> str:
        content = {"message": self.message, "session": self.session, "files": list(self.files)}
        return fingerprint_of(self.subject, comparable(content))


@frozen
class _Sent:
    """A message that was sent, and its agent."""

    agent: Agent
    message: Message


@frozen
class _Answer:
    """An answer, and the credits that it cost; None if that is not known."""

    result: MessageResult
    agent_guid: str
    credits: float | None


class WiroAgentMessageOperator(FileArgumentsMixin, LineageMixin, PaidJobOperator[_MessageRequest, _Sent, _Answer]):
    """Sends a message to an agent and returns its answer: text, thinking, credits.

    What was sent is recorded outside the worker: a retry waits for the answer to the message that was sent already. A
    kill or the deadline cancels the message. An agent that fails to answer fails the task without retries, unless
    `resubmit_on_failure`.

    The result is what `airflow_provider_wiro.answers.answer_summary` returns, with `quoted_usd` and `quote_certainty`.

    Args:
        agent: The agent, templated: its guid, its title, the slug of the template that it was deployed from, or the
            result of another Wiro agent operator.
        message: What to say, templated; may be empty if there are files.
        session: Key of the conversation, templated; None is the agent's `"default"`. The agent knows what was said
            before in the same session.
        files: Attachments, templated: a list of `WiroFile("…")`, `pathlib.Path` or `ObjectStoragePath`.
        if_not_running: What to do when the agent does not run: "wait" waits if it is about to (it starts, or restarts
            with new settings) and fails if it rests; "start" starts it too; "fail" fails. Waiting counts towards
            `timeout`, holds no worker, and comes before anything is sent.
        wait: Whether to wait for the answer. Otherwise the task succeeds once the message is sent, and `text` is empty;
            `WiroAgentMessageSensor` waits for it, with `message_guid` and `agent_guid` of the result.
        max_cost_usd: Most that the dearest action of the agent may cost, by the price of its credits, templated; it may
            take several to answer.
        output_path: Where an answer that is too long for XCom is saved, `<output_path>/<message guid>/answer.txt`; its
            thinking likewise, as `thinking.txt`.
        kwargs: See `airflow_provider_wiro.operators._paid.PaidJobOperator`: `wiro_conn_id`, `deferrable`,
            `inline_wait`, `timeout`, `on_ambiguous`, `resubmit_on_failure`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (*PaidJobOperator.template_fields, "agent", "message", "session", "files")
    operator_extra_links = (_LINK,)
    _kind = "message"

    def __init__(
        self,
        *,
        agent: Any,
        message: str = "",
        session: str | None = None,
        files: Sequence[Any] | None = None,
        if_not_running: str = "wait",
        wait: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.agent = agent
        self.message = message
        self.session = session
        self.files = files
        self.if_not_running = checked_choice("if_not_running", if_not_running, _IF_NOT_RUNNING)
        self.wait = checked_flag("wait", wait)
        self._waits = self.wait  # type: ignore[misc]
        self._deadline = 0.0
        self._opened = ExitStack()
        self._check_static_arguments()

    def _lineage_inputs(self) -> Iterable[LineageDataset]:
        return [agent_dataset(checked_agent(self.agent)), *file_datasets(self.files)]

    def execute_when_running(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send the message after a wait for the agent; like `execute`."""
        known = self._known(event)
        if known["status"] != "success":
            raise AirflowException(f"Nothing was sent: {known['message']}")
        deadline = known["result"]["deadline"]
        return self._worked(context, self._checked_request(), deadline=deadline, patience=0.0)

    def _check_static_arguments(self) -> None:
        super()._check_static_arguments()
        if is_rendered(self.agent):
            checked_agent(self.agent)
        if is_rendered(self.message) and is_rendered(self.files):
            _checked_content(self.message, _checked_files(self.files))
        if is_rendered(self.session):
            _checked_session(self.session)

    def _request(self) -> _MessageRequest:
        files = _checked_files(self.files)
        return _MessageRequest(
            agent=checked_agent(self.agent),
            message=_checked_content(self.message, files),
            session=_checked_session(self.session),
            files=files,
            timeout=checked_seconds("timeout", self.timeout),
            output_path=checked_output_path(self.output_path),
            max_cost_usd=checked_usd("max_cost_usd", self.max_cost_usd),
        )

    def _announce(self, context: Context, request: _MessageRequest) -> None:  # noqa: ARG002
        push_link(context, _LINK, AGENTS_PAGE)

    def _worked(
        self, context: Context, request: _MessageRequest, *, deadline: float, patience: float
    ) -> dict[str, Any]:
        self._deadline = deadline
        with self._opened:
            return super()._worked(context, request, deadline=deadline, patience=patience)

    def _prepare(self, client: Wiro, request: _MessageRequest) -> _MessageRequest:
        """Find the agent, wait until it runs, and open the files: all that may fail while it costs nothing."""
        agent = find_agent(client, request.agent)
        agent.refresh()
        quote = _quote(agent, request.max_cost_usd)
        opened = self._opened.enter_context(open_files({"files": list(request.files)}))
        for _ in range(_MOST_TURNS):
            wanted = self._awaited(agent)
            if wanted is None:
                return evolve(request, target=agent, files=tuple(opened["files"]), quote=quote)
            patience = self.inline_wait if self.deferrable else None
            wait_or_defer(self, agent, wanted, self._deadline, patience, "execute_when_running")
            agent.refresh()
        raise AirflowException(f"Nothing was sent: Wiro agent {agent.guid} changes its status again and again.")

    def _submit(self, client: Wiro, request: _MessageRequest) -> _Sent:
        agent = request.target or find_agent(client, request.agent)
        sent = agent.send(request.message, session=request.session, files=request.files)
        return _Sent(agent, sent)

    def _look_up(self, client: Wiro, request: _MessageRequest, since: float) -> Sequence[str]:
        agent = request.target or find_agent(client, request.agent)
        return messages_like(agent, request.message, request.session, len(request.files), since)

    def _remote_id(self, job: _Sent) -> str:
        return job.message.guid

    def _attach(self, client: Wiro, remote_id: str) -> _Sent:
        agent = find_agent(client, checked_agent(self.agent))
        return _Sent(agent, agent.message(remote_id))

    def _look(self, job: _Sent) -> JobState:
        return _STATES.get(str(job.message.refresh().get("status")), JobState.ACTIVE)

    def _wait(self, job: _Sent, timeout: float) -> _Answer:
        if not self.wait:
            from wiro.messages import MessageResult

            sent = MessageResult(message_guid=job.message.guid, status=job.message.status or "agent_queue")
            return _Answer(sent, job.agent.guid, None)
        progress = ProgressLines(self.log.info, f"Wiro agent {job.agent.guid}")
        result = job.message.wait(timeout=timeout, on_frame=progress)
        try:
            credits = job.agent.billing.spent_on(result.message_guid)
        except WiroError as error:
            self.log.warning("What the message cost is not known: %s", error)
            credits = None
        return _Answer(result, job.agent.guid, credits)

    def _trigger(self, remote_id: str, request: _MessageRequest, deadline: float) -> WiroMessageTrigger:
        agent = self._job.agent.guid if self._job is not None else request.agent
        return WiroMessageTrigger(remote_id, agent, deadline, self.wiro_conn_id)

    def _summary(
        self, result: _Answer, request: _MessageRequest, *, finished_at: float, resumed_at: float | None
    ) -> dict[str, Any]:
        return answer_summary(
            result.result,
            agent_guid=result.agent_guid,
            session=request.session or "default",
            credits=result.credits,
            finished_at=finished_at,
            resumed_at=resumed_at,
        )

    def _saved(self, result: _Answer, request: _MessageRequest, summary: dict[str, Any]) -> dict[str, Any]:
        return summary if request.output_path is None else save_answer(result.result, request.output_path, summary)

    def _stop_remote(self, job: _Sent) -> None:
        try:
            job.message.cancel()
        except NotFoundError:
            self.log.info("Wiro message %s has ended already.", job.message.guid)

    def _awaited(self, agent: Agent) -> str | None:
        """Return what to wait for before the message is sent; None if the agent runs."""
        if agent.status is AgentStatus.RUNNING:
            return None
        if self.if_not_running == "start":
            return started(agent)
        restarts = agent.row.get("restartafter") is True
        if self.if_not_running == "wait" and (agent.status in (None, *_ON_THE_WAY) or restarts):
            return "running"
        raise AirflowFailException(
            f"Nothing was sent: Wiro agent {agent.guid} is {status_name(agent.status).replace('_', ' ')}. "
            "Start it before, or set if_not_running='start'."
        )


def _checked_content(message: Any, files: tuple[Any, ...]) -> str:
    if files and message in ("", None):
        return ""
    return checked_text("message", message, "a non-empty string, or files without a message")


def _checked_session(session: Any) -> str | None:
    return None if session is None else checked_text("session", session, "the key of a conversation, or None")


def _checked_files(files: Any) -> tuple[Any, ...]:
    if files is None:
        return ()
    if not isinstance(files, list | tuple) or not all(is_file(file) or not is_rendered(file) for file in files):
        raise ValueError(f"files is {files!r}; accepted: a list of WiroFile('…'), pathlib.Path or ObjectStoragePath.")
    return tuple(files)


def _quote(agent: Agent, limit: Decimal | None) -> dict[str, Any]:
    """Return what the dearest action of an agent costs by the price of its credits.

    Raises:
        ValueError: That is more than the limit, or there is a limit and nobody says.
    """
    row = agent.row
    price, credits, actions = row.get("monthlypriceusd"), row.get("monthlycredits"), row.get("peractioncosts")
    costs = [cost for cost in actions.values() if isinstance(cost, int | float)] if isinstance(actions, dict) else []
    if not costs or not isinstance(price, int | float) or not isinstance(credits, int | float) or credits <= 0:
        if limit is not None:
            raise ValueError(f"max_cost_usd is {limit}, but the service does not say what agent {agent.guid} costs.")
        return {"usd": None, "certainty": "unknown"}
    usd = round(max(costs) * price / credits, 6)
    if limit is not None and usd > limit:
        raise ValueError(f"max_cost_usd is {limit}, but an action of agent {agent.guid} may cost {usd:g} USD.")
    return {"usd": usd, "certainty": "estimate"}
