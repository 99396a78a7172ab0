"""One message to an agent and its answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from wiro.agent_lifecycle import MessageLifecycle, MessageOutcome
from wiro.cli.exits import ExitStatus
from wiro.cli.interruption import settle_interrupted, submitting
from wiro.errors import AmbiguousRequestError, WaitTimeoutError, WiroError
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from wiro.cli.frames import TextStream
    from wiro.cli.session import Session

__all__ = ["AgentFailedError", "answer_to", "message_document", "send_message"]

#: An agent thinks for seconds to minutes.
_POLL_SECONDS: Final = 1.0


class AgentFailedError(WiroError):
    """The agent failed, or the message was cancelled."""

    retryable = False
    exit_status = ExitStatus.FAILED


def send_message(session: Session, agent: str, text: str, session_key: str | None) -> str:
    """Send a message and return its guid. It costs money and is sent once.

    Raises:
        KeyboardInterrupt: After Ctrl-C, when it is settled what becomes of the message.
        AmbiguousRequestError: It may have been accepted, but the answer was lost or names no message.
        ApiError: The agent does not run, has no credits left, or does not exist.
    """
    messages = session.client.api.user_agent_messages
    with submitting(session) as state:
        answer = messages.send(useragentguid=agent, message=text, sessionkey=session_key or UNSET)
    guid = answer.messageguid
    if not isinstance(guid, str) or not guid:
        raise AmbiguousRequestError(
            "The message was accepted, but the answer does not name it. Look at the history before you send it again.",
            operation="user_agent_messages_send",
        )
    if state.interrupted:
        _settle(session, agent, guid)
        raise KeyboardInterrupt
    session.say(f"message {guid}")
    return guid


def answer_to(session: Session, agent: str, guid: str, timeout: float | None, stream: TextStream) -> MessageOutcome:
    """Wait for the answer to a message; Ctrl-C asks whether the message shall be cancelled.

    Raises:
        AgentFailedError: The agent failed, or the message was cancelled.
        WaitTimeoutError: The time is over; the agent goes on.
        KeyboardInterrupt: After Ctrl-C, when it is settled what becomes of the message.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    lifecycle = MessageLifecycle()
    try:
        while True:
            answer = session.client.api.user_agent_messages.detail(messageguid=guid).to_dict()
            lifecycle.feed_detail(answer.get("data") or {}, time.monotonic())
            stream.feed(lifecycle.text)
            outcome = lifecycle.outcome
            if outcome is not None:
                break
            left = _POLL_SECONDS if deadline is None else deadline - time.monotonic()
            if left <= 0:
                raise WaitTimeoutError(f"Message {guid} was not answered within {timeout:g} s; the agent goes on.")
            time.sleep(min(_POLL_SECONDS, left))
    except KeyboardInterrupt:
        _settle(session, agent, guid)
        raise
    if outcome.kind != "succeeded":
        raise AgentFailedError(outcome.message)
    return outcome


def message_document(guid: str, agent: str, outcome: MessageOutcome | None) -> dict[str, Any]:
    """Return a message for scripts; without an outcome it was not waited for."""
    document: dict[str, Any] = {"message": guid, "agent": agent, "status": "agent_queue", "text": "", "thinking": ""}
    if outcome is None:
        return document
    thinking = "\n\n".join(outcome.thinking)
    return document | {"status": outcome.status, "text": outcome.text, "thinking": thinking}


def _settle(session: Session, agent: str, guid: str) -> None:
    def cancel() -> object:
        return session.client.api.user_agent_messages.cancel(messageguid=guid)

    settle_interrupted(session, f"message {guid}", cancel, later=f"wiro agents show {agent}")
