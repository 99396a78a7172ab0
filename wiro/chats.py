"""Conversations with language models: the service remembers what was said under a session id.

chat = wiro.chat("openai/gpt-5-2", user_id=user)
chat.send("Who wrote Faust?").wait().answer
for delta in chat.send("When?").deltas():
    print(delta.text, end="")
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from wiro._submission import checked_params
from wiro.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from wiro.client import AsyncWiro, Wiro
    from wiro.runs import AsyncRun, Run

__all__ = ["AsyncChat", "Chat"]


class _Conversation:
    """What both kinds of chat know.

    Attributes:
        model: ``owner/model``.
        session_id: Id of the conversation; pass it on to continue it later or elsewhere.
        user_id: Id of the user; None if none was given.
        params: Parameters of every turn.
    """

    def __init__(
        self, model: str, params: Mapping[str, Any] | None, session_id: str | None, user_id: str | None
    ) -> None:
        self.model = model
        self.session_id = session_id or str(uuid.uuid4())
        self.user_id = user_id
        self.params = _checked(params)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(model={self.model!r}, session_id={self.session_id!r}, user_id={self.user_id!r})"

    def _turn(self, prompt: str, params: Mapping[str, Any] | None) -> dict[str, Any]:
        user = {"user_id": self.user_id} if self.user_id else {}
        return {**self.params, **_checked(params), "prompt": prompt, "session_id": self.session_id, **user}


class Chat(_Conversation):
    """One conversation, for synchronous code. Made by `Wiro.chat`."""

    def __init__(
        self,
        wiro: Wiro,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        session_id: str | None = None,
        user_id: str | None = None,
    ) -> None:
        super().__init__(model, params, session_id, user_id)
        self._wiro = wiro

    def send(
        self,
        prompt: str,
        params: Mapping[str, Any] | None = None,
        *,
        max_cost_usd: Decimal | float | None = None,
        allow_estimate: bool = False,
    ) -> Run:
        """Say something; a run like any other, to wait for, or to stream with `Run.deltas`.

        Wait for it before the next turn: the model remembers what was finished when a turn began.

        Args:
            prompt: What to say.
            params: Further parameters of this turn, such as files.
            max_cost_usd: Most that this turn may cost, in USD; see `Wiro.run` for it and for what is raised.
            allow_estimate: Accept an estimate for that; the turn may then cost more.

        Raises:
            InvalidArgumentError: `params` is no mapping, or names what a chat has arguments for; nothing was sent.
        """
        turn = self._turn(prompt, params)
        return self._wiro.run(self.model, turn, max_cost_usd=max_cost_usd, allow_estimate=allow_estimate)


class AsyncChat(_Conversation):
    """One conversation. Made by `AsyncWiro.chat`."""

    def __init__(
        self,
        wiro: AsyncWiro,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        session_id: str | None = None,
        user_id: str | None = None,
    ) -> None:
        super().__init__(model, params, session_id, user_id)
        self._wiro = wiro

    async def send(
        self,
        prompt: str,
        params: Mapping[str, Any] | None = None,
        *,
        max_cost_usd: Decimal | float | None = None,
        allow_estimate: bool = False,
    ) -> AsyncRun:
        """Say something; see `Chat.send`."""
        turn = self._turn(prompt, params)
        return await self._wiro.run(self.model, turn, max_cost_usd=max_cost_usd, allow_estimate=allow_estimate)


def _checked(params: Mapping[str, Any] | None) -> dict[str, Any]:
    checked = checked_params(params)
    taken = {"prompt", "session_id", "user_id"} & checked.keys()
    if taken:
        raise InvalidArgumentError(
            f"{', '.join(sorted(taken))} cannot be parameters of a chat: they have arguments of their own.",
            parameter="params",
        )
    return checked
