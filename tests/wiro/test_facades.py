from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from wiro import _agent_account, _agent_setup, agents, messages, realtime
from wiro._facades import Facade, blocking, iterating

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class AsyncThing:
    def __init__(self, base: int) -> None:
        self.base = base

    async def add(self, number: int, *, self_: int = 0) -> int:
        """Add."""
        await asyncio.sleep(0)
        if number < 0:
            raise ValueError("negative")
        return self.base + number + self_

    async def count(self, limit: int) -> AsyncIterator[int]:
        """Count."""
        for number in range(limit):
            await asyncio.sleep(0)
            yield self.base + number

    def __repr__(self) -> str:
        return "AsyncThing()"


class Thing(Facade[AsyncThing]):
    add = blocking(AsyncThing.add)
    count = iterating(AsyncThing.count)


def test_methods_are_those_of_the_asynchronous_object() -> None:
    thing = Thing(AsyncThing(5))
    assert thing.add(1, self_=2) == 8
    assert list(thing.count(3)) == [5, 6, 7]
    assert thing.add.__doc__ == "Add."
    assert repr(thing) == "Thing()"
    with pytest.raises(ValueError, match="negative"):
        thing.add(-1)


@pytest.mark.parametrize(
    ("face", "inner"),
    [
        (agents.Agents, agents.AsyncAgents),
        (agents.Agent, agents.AsyncAgent),
        (_agent_setup.OAuth, _agent_setup.AsyncOAuth),
        (_agent_setup.Skills, _agent_setup.AsyncSkills),
        (_agent_account.Billing, _agent_account.AsyncBilling),
        (_agent_account.Logs, _agent_account.AsyncLogs),
        (messages.Message, messages.AsyncMessage),
        (realtime.RealtimeSession, realtime.AsyncRealtimeSession),
    ],
)
def test_no_face_lacks_a_public_name(face: type, inner: type) -> None:
    def public(kind: type) -> set[str]:
        return {name for name in dir(kind) if not name.startswith("_")}

    assert public(inner) <= public(face)
