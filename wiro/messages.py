"""Messages to agents: what a caller holds after sending one.

`AsyncMessage` does the work; `Message` is the same for synchronous code, through the one background loop of
`wiro.portal`. They wait and stream on the same socket as runs.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import anyio
from attrs import field, frozen

from wiro._deltas import Delta, message_deltas
from wiro._facades import Facade, blocking, iterating
from wiro._following import Follower
from wiro._hub_subscription import checked_wait_timeout
from wiro._jobs import MESSAGES
from wiro._repeats import change
from wiro.agent_lifecycle import MESSAGE_TERMINAL_STATUSES
from wiro.errors import InvalidArgumentError, MessageCancelledError, MessageFailedError, NotFoundError, WiroError
from wiro.protocol import AudioFrame, MessageEvent, message_event_from_frame

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping

    from wiro.agent_lifecycle import MessageOutcome
    from wiro.config import Config
    from wiro_client.api import AsyncApi
    from wiro_client.calls import RequestOptions

__all__ = ["AsyncMessage", "Message", "MessageResult"]


@frozen(slots=True, kw_only=True)
class MessageResult:
    """What became of a message that has ended.

    Attributes:
        message_guid: Guid of the message.
        status: ``agent_end``, ``agent_error`` or ``agent_cancel``.
        text: What the agent answered, without its thoughts.
        thinking: Its thoughts, as far as the service tells them; stretches separated by an empty line.
        metadata: Figures of the answer, such as ``speed`` and ``wordCount``; empty unless it succeeded.
        raw: The Message/Detail row, or what the socket told of it.
    """

    message_guid: str
    status: str
    text: str = ""
    thinking: str = ""
    metadata: dict[str, Any] = field(factory=dict, repr=False)
    # The row holds the token and the conversation.
    raw: dict[str, Any] = field(factory=dict, repr=False)


class AsyncMessage:
    """One message that was sent to an agent. Made by `AsyncAgent.send` and `AsyncAgent.message`.

    Args:
        api: Generated resources, to read and to cancel the message.
        config: Socket address and waiting settings.
        guid: Guid of the message, if known.
        token: Its token (``agenttoken``), if known. One of the two must be.
        options: Options of its requests, such as the header of a team.
        row: A row of the message that was read before, if any.
    """

    def __init__(
        self,
        api: AsyncApi,
        config: Config,
        *,
        guid: str | None = None,
        token: str | None = None,
        options: RequestOptions | None = None,
        row: Mapping[str, Any] | None = None,
    ) -> None:
        if not guid and not token:
            raise InvalidArgumentError("A message is found by its guid or its token; neither was given.")
        self._api = api
        self._guid = guid or ""
        self._token = token or None
        self._options = options
        self._row: dict[str, Any] = dict(row or {})
        self._result: MessageResult | None = None
        self._config = config
        self._follower = Follower(MESSAGES, config, self.refresh, lambda: (self._guid, self._token))

    def __repr__(self) -> str:
        """Show what may be shown: the token opens the message's socket."""
        return f"{type(self).__name__}(guid={self._guid!r}, status={self.status!r})"

    @property
    def guid(self) -> str:
        """Guid of the message; empty until the first answer if only its token is known."""
        return self._guid

    @property
    def token(self) -> str | None:
        """Token of the message, a secret; None until the first answer if only its guid is known."""
        return self._token

    @property
    def row(self) -> dict[str, Any]:
        """The latest row of Message/Detail or Message/History; empty before one was read. `refresh` reads it."""
        return self._row

    @property
    def status(self) -> str | None:
        """Latest known status, such as ``agent_queue``; None before anything was heard."""
        status = self._row.get("status")
        return self._follower.status or (status if isinstance(status, str) else None)

    async def refresh(self) -> dict[str, Any]:
        """Ask Message/Detail.

        Returns:
            The row, with the fields and types that the service sent.

        Raises:
            NotFoundError: There is no such message, or it belongs to somebody else.
        """
        known = {"messageguid": self._guid} if self._guid else {"agenttoken": self._token or ""}
        answer = await self._api.user_agent_messages.detail(**known, request_options=self._options)
        row = answer.to_dict().get("data")
        if not isinstance(row, dict) or not row:
            operation = MESSAGES.detail_operation
            raise NotFoundError(operation=operation, status_code=200, message="there is no such message")
        self._row = row
        self._guid = self._guid or MESSAGES.row_id(row) or ""
        token = row.get("agenttoken")
        self._token = self._token or (token if isinstance(token, str) and token else None)
        return row

    async def wait(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
        *,
        cancel_on_interrupt: bool = False,
        on_frame: Callable[[Mapping[str, Any]], object] | None = None,
    ) -> MessageResult:
        """Wait for the answer.

        Args:
            timeout: Total seconds to wait, above 0; None waits as long as the agent takes.
            cancel_on_interrupt: On Ctrl-C or cancellation, cancel the message too; otherwise the agent goes on.
            on_frame: Called with each frame of the message as it comes, on the event loop, so it must be quick. Unlike
                `events`, nothing is kept for it.

        Returns:
            The answer.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the agent goes on.
            MessageFailedError: The agent failed; carries the reason.
            MessageCancelledError: The message was cancelled.
            NotFoundError: There is no such message.
        """
        limit = checked_wait_timeout(timeout)
        try:
            result = self._result or await self._waited_result(limit, on_frame)
        except asyncio.CancelledError as interruption:
            if cancel_on_interrupt and not await self._cancelled_in_time():
                interruption.add_note(f"Message {self._guid} could not be cancelled; the agent goes on.")
            raise
        if result.status == "agent_cancel":
            message = f"Message {result.message_guid} was cancelled."
            raise MessageCancelledError(message, message_guid=result.message_guid, result=result)
        if result.status != "agent_end":
            reason = result.text or "no reason was given"
            message = f"The agent failed to answer message {result.message_guid}: {reason}"
            raise MessageFailedError(message, message_guid=result.message_guid, reason=reason, result=result)
        return result

    async def events(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
    ) -> AsyncGenerator[MessageEvent, None]:
        """Follow the message: yields its events as they come and ends after the terminal one.

        The first is mostly ``AgentSubscribedFrame``, which says how far the message was. Answers are cumulative: a slow
        consumer gets the newest one; `deltas` turns them into pieces.

        Args:
            timeout: Total seconds to follow, above 0; None follows to the end.

        Yields:
            Events: the generated frame models, see `wiro.protocol.MessageEvent`.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the agent goes on.
            NotFoundError: There is no such message.
        """
        limit = checked_wait_timeout(timeout)
        async with aclosing(self._follower.frames(limit, self._last_frame)) as frames:
            async for frame in frames:
                if not isinstance(frame, AudioFrame):
                    yield message_event_from_frame(frame)

    async def deltas(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
    ) -> AsyncGenerator[Delta, None]:
        """Stream the answer in pieces, thoughts and answer apart; see `AsyncRun.deltas`.

        Args:
            timeout: Total seconds to follow, above 0; None follows to the end.
        """
        limit = checked_wait_timeout(timeout)
        async with aclosing(self._follower.frames(limit, self._last_frame)) as frames:
            async for delta in message_deltas(frames):
                yield delta

    async def cancel(self) -> None:
        """Cancel the message, wherever it is.

        Raises:
            NotFoundError: It has ended already, or there is no such message.
        """
        known = {"messageguid": self._guid} if self._guid else {"agenttoken": self._token or ""}
        cancelling = self._api.user_agent_messages.cancel(**known, request_options=self._options)
        await change(cancelling, self.refresh, lambda row: row.get("status") == "agent_cancel")
        self._follower.look_again()

    async def _cancelled_in_time(self) -> bool:
        """Cancel on the way out of an interrupted wait; never raises, for that would hide the interruption."""
        with anyio.move_on_after(self._config.wait.stop_seconds, shield=True) as scope:
            try:
                await self.cancel()
            except WiroError:
                return False
        return not scope.cancelled_caught

    async def _waited_result(
        self, limit: float | None, on_frame: Callable[[Mapping[str, Any]], object] | None
    ) -> MessageResult:
        deadline = None if limit is None else asyncio.get_running_loop().time() + limit
        outcome = await self._follower.settle(limit, on_frame)
        row, text = outcome.detail, outcome.text
        if outcome.from_frame and outcome.kind != "succeeded":
            # The socket has a general sentence only; the reason, if the service tells it, is not worth failing for.
            try:
                async with asyncio.timeout_at(deadline):
                    latest = await self.refresh()
            except (WiroError, TimeoutError):
                pass
            else:
                if latest.get("status") in MESSAGE_TERMINAL_STATUSES:
                    row = latest
                    text = _first_text(row, "response", "debugoutput") or text
        self._guid = self._guid or MESSAGES.row_id(row) or ""
        self._row = {**self._row, **row}
        metadata = row.get("metadata")
        self._result = MessageResult(
            message_guid=self._guid,
            status=outcome.status,
            text=text,
            thinking="\n\n".join(filter(None, outcome.thinking)),
            metadata=dict(metadata) if isinstance(metadata, dict) else {},
            raw=dict(row),
        )
        return self._result

    def _last_frame(self, outcome: MessageOutcome) -> dict[str, Any]:
        message: Any = outcome.text
        if outcome.status == "agent_end":
            metadata = outcome.detail.get("metadata")
            message = {"type": "progressGenerate", "raw": outcome.text, "isThinking": False}
            message |= {"thinking": list(outcome.thinking), "answer": [outcome.text]}
            # The row keeps the stretches of the answer apart, as the frames do.
            message |= metadata if isinstance(metadata, dict) and isinstance(metadata.get("answer"), list) else {}
        succeeded = outcome.kind == "succeeded"
        return {"type": outcome.status, "agenttoken": self._token, "message": message, "result": succeeded}


class Message(Facade[AsyncMessage]):
    """One message that was sent to an agent, for synchronous code. Made by `Agent.send` and `Agent.message`."""

    @property
    def guid(self) -> str:
        """Guid of the message; empty until the first answer if only its token is known."""
        return self._asynchronous.guid

    @property
    def token(self) -> str | None:
        """Token of the message, a secret; None until the first answer if only its guid is known."""
        return self._asynchronous.token

    @property
    def row(self) -> dict[str, Any]:
        """The latest row of Message/Detail or Message/History; empty before one was read."""
        return self._asynchronous.row

    @property
    def status(self) -> str | None:
        """Latest known status; None before anything was heard."""
        return self._asynchronous.status

    refresh = blocking(AsyncMessage.refresh)
    wait = blocking(AsyncMessage.wait)
    events = iterating(AsyncMessage.events)
    deltas = iterating(AsyncMessage.deltas)
    cancel = blocking(AsyncMessage.cancel)


def _first_text(row: Mapping[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := row.get(name), str) and value), "")
