"""Reading what Wiro posts when a run or a message to an agent has ended, and asking whether it is true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import field, frozen

from wiro.errors import CallbackError
from wiro.protocol import frame_task_id
from wiro_client.types import Unset

if TYPE_CHECKING:
    from wiro.client import AsyncWiro
    from wiro.runs import RunResult
    from wiro_client.models.user_agent_message import UserAgentMessage

__all__ = ["AgentCallback", "Callback", "TaskCallback", "fetch_message", "fetch_result", "parse_callback"]

_AGENT_STATUSES: Final = frozenset({"agent_end", "agent_error", "agent_cancel"})


@frozen(slots=True)
class TaskCallback:
    """A run that has ended, as posted to its `callback_url`. What is posted is not documented and read leniently.

    Attributes:
        task_id: Id of the task; empty if only the token was sent.
        token: Task token, a secret.
        status: Such as `task_postprocess_end`; empty if not sent.
        row: The task as it was posted.
    """

    task_id: str
    token: str | None = field(repr=False)
    status: str
    row: Mapping[str, Any] = field(repr=False)

    @property
    def key(self) -> str:
        """What it is about: equal for every callback about the same run."""
        if self.task_id:
            return f"task:{self.task_id}"
        # Keys are stored, and the token is a secret.
        return f"token:{hashlib.sha256((self.token or '').encode('utf-8', 'replace')).hexdigest()}"


@frozen(slots=True)
class AgentCallback:
    """A message to an agent that has ended, as posted to its `callbackurl`.

    Attributes:
        message_guid: Guid of the message, as Message/Send answered it.
        status: `agent_end`, `agent_error` or `agent_cancel`.
        content: What was sent to the agent.
        response: Its answer, the error, or the reason of the cancellation.
        metadata: Figures about the answer; empty unless the status is `agent_end`.
        ended_at: Seconds since the epoch; None if not sent.
        raw: All that was posted.
    """

    message_guid: str
    status: str
    content: str
    response: str
    metadata: Mapping[str, Any] = field(repr=False)
    ended_at: int | None
    raw: Mapping[str, Any] = field(repr=False)

    @property
    def key(self) -> str:
        """What it is about: equal for every callback about the same message."""
        return f"message:{self.message_guid}"


Callback: TypeAlias = TaskCallback | AgentCallback


def parse_callback(body: bytes | str | Mapping[str, Any]) -> Callback:
    """Read what was posted. That it can be read does not make it true.

    Args:
        body: Body of the request, or the JSON object in it. A task may come bare or in the envelope of Task/Detail.

    Raises:
        CallbackError: It is no callback of a task or message that has ended.
    """
    document: Any = body
    if isinstance(body, (bytes, str)):
        try:
            document = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise CallbackError("the callback is no JSON.") from error
    if not isinstance(document, Mapping):
        raise CallbackError("the callback is no JSON object.")
    if isinstance(document.get("messageguid"), str) and document["messageguid"]:
        return _agent_callback(document)
    rows = document.get("tasklist")
    row = rows[0] if isinstance(rows, list) and len(rows) == 1 else document
    if not isinstance(row, Mapping):
        raise CallbackError("the callback names neither a task nor a message.")
    outer = {key: document[key] for key in ("taskid", "tasktoken") if key in document}
    return _task_callback({**outer, **row})


async def fetch_result(client: AsyncWiro, callback: TaskCallback) -> RunResult:
    """Ask Wiro how the run of a callback really ended. One request.

    Args:
        client: Of the project that submitted the run.
        callback: Says which run; nothing else of it is believed.

    Returns:
        The result, also of a run that failed or was cancelled: see `RunResult.status` and `exit_code`.

    Raises:
        CallbackError: The run has not ended.
        NotFoundError: There is no such run, or it belongs to somebody else.
    """
    # By one of the two: a forged callback could join the id of one run to the token of another.
    token = None if callback.task_id else callback.token
    result = await client.result(callback.task_id or None, token=token)
    if result is None:
        raise CallbackError(f"{callback} says that its run has ended, but it has not.", retryable=True)
    return result


async def fetch_message(client: AsyncWiro, callback: AgentCallback) -> UserAgentMessage:
    """Ask Wiro how the message of a callback really ended. One request.

    Args:
        client: Of the project that sent the message.
        callback: Says which message; nothing else of it is believed.

    Raises:
        CallbackError: The message has not ended.
        NotFoundError: There is no such message, or it belongs to somebody else.
    """
    answer = await client.api.user_agent_messages.detail(messageguid=callback.message_guid)
    message = answer.data
    if isinstance(message, Unset) or message.status not in _AGENT_STATUSES:
        raise CallbackError(f"{callback.key} is said to have ended, but it has not.", retryable=True)
    return message


def _task_callback(row: Mapping[str, Any]) -> TaskCallback:
    token = next((row[key] for key in ("socketaccesstoken", "tasktoken") if isinstance(row.get(key), str)), None)
    task_id = frame_task_id(row) or frame_task_id({"id": row.get("taskid")}) or ""
    if not task_id and not token:
        raise CallbackError("the callback names neither a task nor a message.")
    return TaskCallback(task_id, token or None, _text(row.get("status")), row)


def _agent_callback(document: Mapping[str, Any]) -> AgentCallback:
    status = _text(document.get("status"))
    if status not in _AGENT_STATUSES:
        raise CallbackError(f"the callback is about a message that has not ended: its status is {status[:40]!r}.")
    metadata, ended_at = document.get("metadata"), document.get("endedat")
    whole = str(ended_at) if isinstance(ended_at, (int, str)) and not isinstance(ended_at, bool) else ""
    return AgentCallback(
        message_guid=document["messageguid"],
        status=status,
        content=_text(document.get("content")),
        response=_text(document.get("response")),
        metadata=metadata if isinstance(metadata, Mapping) else {},
        ended_at=int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 19 else None,
        raw=document,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
