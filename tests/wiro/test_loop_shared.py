from __future__ import annotations

import asyncio
import gc
import os

import pytest

from wiro._loop_shared import LoopShared


class User:
    """Somebody who uses a shared thing."""


async def test_everybody_on_a_loop_gets_the_same() -> None:
    shared = LoopShared(object)
    first, second = User(), User()
    assert shared.use(first) is shared.use(second) is shared.use(first)
    assert shared.used_by(first)
    assert not shared.used_by(User())


async def test_the_last_to_leave_closes() -> None:
    shared = LoopShared(object)
    first, second = User(), User()
    thing = shared.use(first)
    shared.use(second)
    assert shared.leave(first) is None
    assert not shared.used_by(first)
    assert shared.leave(second) is thing
    assert len(shared) == 0
    assert shared.use(first) is not thing


async def test_leaving_without_use_closes_nothing() -> None:
    shared = LoopShared(object)
    stranger, user = User(), User()
    assert shared.leave(stranger) is None
    shared.use(user)
    assert shared.leave(stranger) is None
    assert shared.leave(user) is not None
    assert shared.leave(user) is None


async def test_users_that_are_gone_do_not_count() -> None:
    shared = LoopShared(object)
    user = User()
    thing = shared.use(user)
    shared.use(User())
    gc.collect()
    assert shared.leave(user) is thing


def test_loops_share_nothing_and_finished_ones_are_let_go_of() -> None:
    shared = LoopShared(object)
    user = User()

    async def use() -> object:
        return shared.use(user)

    found = [asyncio.run(use()) for _ in range(3)]
    assert len(set(map(id, found))) == 3
    assert len(shared) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_begins_anew_whoever_held_the_lock() -> None:
    shared = LoopShared(object)
    user = User()

    async def use() -> object:
        return shared.use(user)

    mine = asyncio.run(use())
    with shared._lock:
        child = os.fork()
        if child == 0:
            try:
                os._exit(0 if asyncio.run(asyncio.wait_for(use(), 5)) is not mine else 1)
            finally:
                os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
