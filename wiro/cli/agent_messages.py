"""One message to an agent and its answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from wiro.cli.interruption import settle_interrupted, stopping_unheard, submitting
from wiro.cli.progress import Display
from wiro.errors import WaitTimeoutError

if TYPE_CHECKING:
    from wiro.agents import Agent
    from wiro.cli.session import Session
    from wiro.messages import Message, MessageResult

__all__ = ["await_answer", "message_document", "send_message"]


def send_message(session: Session, agent: Agent, text: str, session_key: str | None) -> Message:
    """Send a message. It costs credits and is sent once.

    Raises:
        KeyboardInterrupt: After Ctrl-C, when it is settled what becomes of the message.
        WiroError: What `Agent.send` raises.
    """
    with submitting(session) as state:
        message = agent.send(text, session=session_key)
        # In here: who reads the id may end this process at once, and the message must not go on then.
        with stopping_unheard(session, _name(message), message.cancel):
            session.say(_name(message))
    if state.interruption is not None:
        _settle(session, agent, message)
        raise state.interruption
    return message


def await_answer(
    session: Session, agent: Agent, message: Message, *, timeout: float | None, thinking: bool, mine: bool = True
) -> MessageResult:
    """Wait for the answer and show it while it is written; Ctrl-C asks whether the message shall be cancelled.

    Args:
        session: Where to show it.
        agent: Whom it was sent to.
        message: The message.
        timeout: Total seconds.
        thinking: Whether to show the agent's thoughts.
        mine: Whether this command sent it.

    Raises:
        KeyboardInterrupt: After Ctrl-C, when it is settled what becomes of the message.
        WiroError: What `Message.wait` raises.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    try:
        with (
            stopping_unheard(session, _name(message), message.cancel, mine=mine),
            Display(session, lambda: agent.title or "agent", lambda: message.status, thinking=thinking) as display,
        ):
            for delta in message.deltas(timeout):
                display.feed_delta(delta)
            # The end was seen: what is left is one read, which gets a moment even when the time is almost over.
            result = message.wait(None if deadline is None else max(1.0, deadline - time.monotonic()))
            display.finish(result.text)
    except KeyboardInterrupt as interruption:
        interruption.message_guid = message.guid  # type: ignore[attr-defined] # for the JSON document of the error
        _settle(session, agent, message, mine=mine)
        raise
    except WaitTimeoutError as error:
        # The library's word for whatever was waited for is not what scripts look for.
        error.task_id = None
        error.message_guid = message.guid  # type: ignore[attr-defined] # for the JSON document of the error
        error.taken_up_with = _later(agent, message)  # type: ignore[attr-defined] # for the line about it
        raise
    return result


def message_document(message: Message, agent: Agent, result: MessageResult | None) -> dict[str, Any]:
    """Return a message for scripts; without a result it was not waited for."""
    return {
        "message_guid": message.guid,
        "agent": agent.guid,
        "status": result.status if result else message.status,
        "text": result.text if result else "",
        "thinking": result.thinking if result else "",
    }


def _settle(session: Session, agent: Agent, message: Message, *, mine: bool = True) -> None:
    settle_interrupted(session, _name(message), message.cancel, later=_later(agent, message), mine=mine)


def _later(agent: Agent, message: Message) -> str:
    return f"wiro agents wait {agent.guid} {message.guid}"


def _name(message: Message) -> str:
    return f"message {message.guid}"
