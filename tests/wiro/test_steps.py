from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import call
from wiro._steps import Awaited, Blocking, Joined, carry_out, carry_out_async

if TYPE_CHECKING:
    from wiro._steps import Steps


def both(steps: Any, send: Any) -> list[Any]:
    async def asend(each: Any) -> Any:
        return send(each)

    return [carry_out(steps(), send), asyncio.run(carry_out_async(steps(), asend))]


def test_replies_come_back() -> None:
    sent = []

    def steps() -> Steps[list[Any]]:
        done: Future[str] = Future()
        done.set_result("joined")
        return [
            (yield call()),
            (yield Blocking(lambda: "blocking")),
            (yield Joined(done)),
            (yield Awaited(partial(asyncio.sleep, 0, "awaited"))),
        ]

    def send(each: Any) -> str:
        sent.append(each)
        return "sent"

    assert both(steps, send) == [["sent", "blocking", "joined", "awaited"]] * 2
    assert len(sent) == 2


def test_nothing_to_do() -> None:
    def steps() -> Steps[int]:
        return 7
        yield

    assert both(steps, None) == [7, 7]


def test_errors_are_thrown_in() -> None:
    def steps() -> Steps[str]:
        try:
            yield call()
        except ConnectionError as error:
            text = f"rescued from {error}"
            return (yield Blocking(lambda: text))
        return "unreached"

    def send(_: Any) -> Any:
        raise ConnectionError("storm")

    assert both(steps, send) == ["rescued from storm"] * 2


def test_errors_that_nobody_catches_come_out() -> None:
    def steps() -> Steps[None]:
        yield Blocking(lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        both(steps, None)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(carry_out_async(steps(), lambda _: asyncio.sleep(0)))


async def test_coroutines_leave_blocking_work_to_threads() -> None:
    def steps() -> Steps[threading.Thread]:
        return (yield Blocking(threading.current_thread))

    assert await carry_out_async(steps(), lambda _: asyncio.sleep(0)) is not threading.current_thread()


async def test_giving_up_a_wait_does_not_cancel_what_is_waited_for() -> None:
    future: Future[int] = Future()
    cleaned = []

    def steps() -> Steps[int]:
        try:
            return (yield Joined(future))
        finally:
            cleaned.append(True)

    task = asyncio.create_task(carry_out_async(steps(), lambda _: asyncio.sleep(0)))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert cleaned == [True]
    assert not future.cancelled()
