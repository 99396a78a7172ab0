"""Messages to agents, and the rows that tell of them."""

import secrets
import string
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from wiro.agent_lifecycle import MESSAGE_CANCELLABLE_STATUSES, MESSAGE_TERMINAL_STATUSES, MESSAGE_TRANSITIONS
from wiro.sandbox.agents.accounts import OWNER, Actor, actor_dict, actor_uuid

__all__ = ["DELETED_BOTH", "DELETED_SIDES", "Message", "MessageStore"]

#: What each side adds to `deletestatus`.
DELETED_SIDES = {"user": 1, "agent": 2, "both": 3}
DELETED_BOTH = 3

_TOKEN_LENGTH = 30
_TOKEN_ALPHABET = string.ascii_letters + string.digits


def _new_token() -> str:
    return "".join(secrets.choice(_TOKEN_ALPHABET) for _ in range(_TOKEN_LENGTH))


@define(kw_only=True, eq=False)
class Message:
    """One message and the answer to it.

    Args:
        guid: Names it in operations.
        agent_guid: The agent that it was sent to.
        session: Conversation that it belongs to.
        content: What was sent.
        created_at: Seconds since the epoch, as all times.
        callback_url: Where to POST the result, empty for nowhere.
        token: The secret that opens its socket channel.
        output: The answer so far, or why there is none.
        response: The whole answer, or why there is none; empty before the end.
        metadata: Figures about the answer.
        deleted: Sum of the sides that are hidden.
    """

    guid: str
    agent_guid: str
    session: str
    content: str
    created_at: int
    sender: Actor | None = OWNER
    callback_url: str = ""
    attachments: list[dict[str, Any]] = field(factory=list)
    token: str = field(factory=_new_token)
    status: str = "agent_queue"
    output: str = ""
    response: str = ""
    metadata: dict[str, Any] = field(factory=dict)
    deleted: int = 0
    started_at: int | None = None
    ended_at: int | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more will happen."""
        return self.status in MESSAGE_TERMINAL_STATUSES

    @property
    def is_cancellable(self) -> bool:
        """Whether it can be cancelled."""
        return self.status in MESSAGE_CANCELLABLE_STATUSES

    def move_to(self, status: str, now: int) -> None:
        """Change the status and note when.

        Raises:
            RuntimeError: If the documentation knows no such step: a mistake in the sandbox.
        """
        if status not in MESSAGE_TRANSITIONS[self.status]:
            raise RuntimeError(f"Message {self.guid} cannot move from {self.status} to {status}.")
        self.status = status
        if status == "agent_start":
            self.started_at = now
        if status in MESSAGE_TERMINAL_STATUSES:
            self.ended_at = now

    def to_dict(self) -> dict[str, Any]:
        """Return the row of Message/Detail: times as text, missing while they have not come."""
        row: dict[str, Any] = {
            "guid": self.guid,
            "uuid": actor_uuid(self.sender),
            "agenttoken": self.token,
            "user": actor_dict(self.sender),
            "sessionkey": self.session,
            "content": self.content,
            "response": self.response,
            "debugoutput": self.output,
            "status": self.status,
            "metadata": dict(self.metadata),
            "attachments": list(self.attachments),
            "deletestatus": self.deleted,
            "createdat": str(self.created_at),
        }
        if self.started_at is not None:
            row["startedat"] = str(self.started_at)
        if self.ended_at is not None:
            row["endedat"] = str(self.ended_at)
        return row

    def webhook(self) -> dict[str, Any]:
        """Return what is posted to the callback address; figures only for an answer."""
        return {
            "messageguid": self.guid,
            "status": self.status,
            "content": self.content,
            "response": self.response,
            "debugoutput": self.output,
            "metadata": dict(self.metadata) if self.status == "agent_end" else {},
            "endedat": self.ended_at or self.created_at,
        }


@define
class MessageStore:
    """All messages, by guid and by token, in the order in which they came."""

    _by_guid: dict[str, Message] = field(factory=dict)
    _by_token: dict[str, Message] = field(factory=dict)
    _by_agent: dict[str, dict[str, Message]] = field(factory=dict)

    def __iter__(self) -> Iterator[Message]:
        return iter(self._by_guid.values())

    def add(self, message: Message) -> None:
        """Store a new message."""
        self._by_guid[message.guid] = message
        self._by_token[message.token] = message
        self._by_agent.setdefault(message.agent_guid, {})[message.guid] = message

    def find(self, guid: str | None, token: str | None) -> Message | None:
        """Return a message by its guid or else its token."""
        if guid:
            return self._by_guid.get(guid)
        return self._by_token.get(token) if token else None

    def of_agent(self, agent_guid: str, session: str | None = None) -> list[Message]:
        """Return the messages of an agent, newest first; of one session if it is given."""
        return [
            message
            for message in reversed(self._by_agent.get(agent_guid, {}).values())
            if session in (None, message.session)
        ]

    def remove(self, message: Message) -> None:
        """Forget a message."""
        self._by_guid.pop(message.guid, None)
        self._by_token.pop(message.token, None)
        self._by_agent.get(message.agent_guid, {}).pop(message.guid, None)

    def clear(self) -> None:
        """Forget all messages."""
        self._by_guid.clear()
        self._by_token.clear()
        self._by_agent.clear()
