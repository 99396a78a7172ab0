"""Triggers for `AssetWatcher`: DAGs that start when a model's task or an agent's message ends, wherever it came from.

    finished = WiroFinishedTaskTrigger(model="google/nano-banana-pro")
    pictures = Asset("pictures", watchers=[AssetWatcher(name="pictures", trigger=finished)])
    with DAG("publish", schedule=[pictures]): ...

They need Airflow 3.0, which brought asset watchers. What was told is remembered in the asset's state store, which came
with Airflow 3.3; before, a triggerer that restarts begins with what ends from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from airflow_provider_wiro.agents import is_agent_guid
from airflow_provider_wiro.arguments import checked_model
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers._cursor import KNOWN_JOBS, Cursor, Look
from airflow_provider_wiro.triggers._watching import OUTCOMES, Job, Lifecycle, Watcher
from wiro.agent_lifecycle import MessageLifecycle
from wiro.lifecycle import TaskLifecycle

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from wiro import AsyncWiro
    from wiro.agents import AsyncAgent

__all__ = ["WiroFinishedMessageTrigger", "WiroFinishedTaskTrigger"]

_EVENT_VERSION: Final = 1
#: A quiet round reads one page: the known rows and the one that shows that nothing older matters.
_PAGE_SIZE: Final = KNOWN_JOBS + 1
#: Conversations that are read at the first look: the ones that were used last.
_SESSIONS_OF_STOCK: Final = 10
#: A conversation may show its latest use a little late.
_SESSION_SLACK_SECONDS: Final = 60


class WiroFinishedTaskTrigger(Watcher):
    """Yields an event for each task of a model that ends, whoever submitted it.

    An event is `{"version": 1, "kind": "task", "task_id", "model", "outcome", "status", "exit_code", "outputs" (their
    number), "cost_usd", "elapsed_seconds"}`; the outputs themselves are read by `task_id`. Every task is told once;
    after the death of a triggerer, one that ended in its last seconds may be told again.

    Args:
        model: `owner/model`.
        outcomes: Which ends are told: "succeeded", "failed", "cancelled".
        poll_interval: Seconds between two looks, at least 1; each costs one request of the project's task list.
        wiro_conn_id: Connection id; its key's project (and team) is the one that is watched.
        version: Version of these arguments, for Airflow.

    Raises:
        ValueError: An argument is wrong.
    """

    def __init__(
        self,
        model: str,
        outcomes: Sequence[str] = OUTCOMES,
        poll_interval: float = 30.0,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = 1,
    ) -> None:
        super().__init__(outcomes=outcomes, poll_interval=poll_interval, wiro_conn_id=wiro_conn_id, version=version)
        self.model = checked_model(model)

    def subject(self) -> dict[str, Any]:
        """Return what is watched."""
        return {"model": self.model}

    def new_lifecycle(self) -> Lifecycle:
        """Return what follows one task."""
        return TaskLifecycle()

    async def lists(
        self,
        client: AsyncWiro,
        cursor: Cursor | None,  # noqa: ARG002 (what a list of conversations depends on)
        look: Look,  # noqa: ARG002
    ) -> AsyncIterator[AsyncIterator[Job]]:
        """Yield the project's list of tasks of this model."""
        yield self._tasks(client)

    async def read(self, client: AsyncWiro, job_id: str) -> dict[str, Any]:
        """Return a Task/Detail row."""
        return await client.attach(job_id).refresh()

    def payload(self, job: Job, outcome: Any) -> dict[str, Any]:
        """Describe a task without its token, its parameters and the addresses of its outputs."""
        from wiro._results import result_from_outcome

        result = result_from_outcome(outcome, row=job.row, task_id=job.job_id, model=self.model)
        return {
            "version": _EVENT_VERSION,
            "kind": "task",
            "task_id": job.job_id,
            "model": self.model,
            "outcome": outcome.kind,
            "status": result.status,
            "exit_code": result.exit_code,
            "outputs": len(result.outputs),
            "cost_usd": None if result.cost_usd is None else float(result.cost_usd),
            "elapsed_seconds": result.elapsed_seconds,
        }

    async def _tasks(self, client: AsyncWiro) -> AsyncIterator[Job]:
        from wiro.pagination import aiterate
        from wiro.protocol import frame_task_id

        _, _, slug = self.model.partition("/")
        rows = aiterate(client.api.tasks.list, page_size=_PAGE_SIZE, sort="id", order="DESC", model_name=slug)
        async for task in rows:
            row = task.to_dict()
            task_id, position = frame_task_id(row), _whole(row.get("id"))
            if task_id and position is not None:
                # The service looks for the text anywhere in the name; a row without a name is nobody's.
                yield Job(task_id, position, row, foreign=_model_of(row) != self.model)


class WiroFinishedMessageTrigger(Watcher):
    """Yields an event for each message to an agent that is answered, fails or is cancelled, whoever sent it.

    An event is `{"version": 1, "kind": "message", "agent_guid", "session", "message_guid", "outcome", "status",
    "created_at", "ended_at" (seconds since the epoch, None if not told)}`; what was said is read by `message_guid`.
    Every message is told once; after the death of a triggerer, one that ended in its last seconds may be told again.

    Args:
        agent_guid: Guid of the deployed agent.
        session: Key of the conversation; None watches all conversations of the agent.
        outcomes: Which ends are told: "succeeded", "failed", "cancelled".
        poll_interval: Seconds between two looks, at least 1. Each costs one request, and with all conversations one
            more for each that was used since the last look.
        wiro_conn_id: Connection id.
        version: Version of these arguments, for Airflow.

    Raises:
        ValueError: An argument is wrong.
    """

    def __init__(
        self,
        agent_guid: str,
        session: str | None = None,
        outcomes: Sequence[str] = OUTCOMES,
        poll_interval: float = 30.0,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = 1,
    ) -> None:
        super().__init__(outcomes=outcomes, poll_interval=poll_interval, wiro_conn_id=wiro_conn_id, version=version)
        if not isinstance(agent_guid, str) or not is_agent_guid(agent_guid):
            raise ValueError(f"agent_guid is {agent_guid!r}; accepted: the guid of a deployed agent.")
        if session is not None and (not isinstance(session, str) or not session):
            raise ValueError(f"session is {session!r}; accepted: the key of a conversation, or None for all of them.")
        self.agent_guid = agent_guid
        self.session = session

    def subject(self) -> dict[str, Any]:
        """Return what is watched."""
        return {"agent_guid": self.agent_guid, "session": self.session}

    def new_lifecycle(self) -> Lifecycle:
        """Return what follows one message."""
        return MessageLifecycle()

    async def lists(self, client: AsyncWiro, cursor: Cursor | None, look: Look) -> AsyncIterator[AsyncIterator[Job]]:
        """Yield the histories of the conversations that may have news."""
        agent = client.agents.get(self.agent_guid)
        sessions = await self._used_sessions(agent, cursor, look) if self.session is None else [self.session]
        for session in sessions:
            yield self._messages(agent, session)

    async def read(self, client: AsyncWiro, job_id: str) -> dict[str, Any]:
        """Return a Message/Detail row."""
        return await client.agents.get(self.agent_guid).message(job_id).refresh()

    def payload(self, job: Job, outcome: Any) -> dict[str, Any]:
        """Describe a message without its token and without what was said."""
        session = job.row.get("sessionkey")
        return {
            "version": _EVENT_VERSION,
            "kind": "message",
            "agent_guid": self.agent_guid,
            "session": session if isinstance(session, str) else self.session,
            "message_guid": job.job_id,
            "outcome": outcome.kind,
            "status": outcome.status,
            "created_at": _whole(job.row.get("createdat")),
            "ended_at": _whole(job.row.get("endedat")),
        }

    async def _used_sessions(self, agent: AsyncAgent, cursor: Cursor | None, look: Look) -> list[str]:
        """Return the conversations to read: those used since the newest known message, at first the latest few."""
        rows = [row.to_dict() for row in await agent.sessions()]
        used = {row["sessionkey"]: _whole(row.get("updatedat")) or 0 for row in rows if row.get("sessionkey")}
        latest = sorted(used, key=used.__getitem__, reverse=True)
        if cursor is not None:
            since = cursor.newest - _SESSION_SLACK_SECONDS
            return [session for session in latest if used[session] >= since]
        for session in latest[_SESSIONS_OF_STOCK:]:
            look.ignore_below(used[session] + 1)
        return latest[:_SESSIONS_OF_STOCK]

    async def _messages(self, agent: AsyncAgent, session: str) -> AsyncIterator[Job]:
        async for message in agent.history(session, page_size=_PAGE_SIZE):
            position = _whole(message.row.get("createdat"))
            if message.guid and position is not None:
                yield Job(message.guid, position, message.row)


def _model_of(row: dict[str, Any]) -> str:
    return f"{row.get('modelslugowner')}/{row.get('modelslugproject')}"


def _whole(value: object) -> int | None:
    """Return a whole number that may be written as a string."""
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() else None
