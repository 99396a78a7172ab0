"""Work that is written once and carried out by both clients.

A function that needs requests is a generator: it yields what it needs done and is sent back the result, or the error is
thrown into it. `carry_out` does that for threads, `carry_out_async` for coroutines; they differ in nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from attrs import frozen

from wiro import portal
from wiro_client.calls import Call

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Awaited", "Blocking", "Joined", "Step", "Steps", "carry_out", "carry_out_async"]

_Result = TypeVar("_Result")


@frozen
class Blocking(Generic[_Result]):
    """Something that reads files or computes for long: in coroutines a thread does it."""

    function: Callable[[], _Result]


@frozen
class Joined(Generic[_Result]):
    """Wait for what somebody else is doing already. Giving up the wait does not cancel it."""

    future: Future[_Result]


@frozen
class Awaited(Generic[_Result]):
    """Something that belongs to an event loop: the running one, or for threads the background loop."""

    function: Callable[[], Awaitable[_Result]]


Step: TypeAlias = Call[Any] | Blocking[Any] | Joined[Any] | Awaited[Any]
Steps: TypeAlias = Generator[Step, Any, _Result]


def carry_out(steps: Steps[_Result], send: Callable[[Call[Any]], Any]) -> _Result:
    """Carry out the steps in this thread and return what the generator returns.

    Args:
        steps: What to do.
        send: Sends one call and returns its decoded answer.
    """
    try:
        step = next(steps)
        while True:
            try:
                if isinstance(step, Call):
                    reply = send(step)
                elif isinstance(step, Awaited):
                    reply = portal.run(step.function)
                else:
                    reply = step.function() if isinstance(step, Blocking) else step.future.result()
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(reply)
    except StopIteration as finished:
        result: _Result = finished.value
        return result


async def carry_out_async(steps: Steps[_Result], send: Callable[[Call[Any]], Awaitable[Any]]) -> _Result:
    """Carry out the steps in this coroutine and return what the generator returns; see `carry_out`."""
    try:
        step = next(steps)
        while True:
            try:
                if isinstance(step, Call):
                    reply = await send(step)
                elif isinstance(step, Blocking):
                    reply = await asyncio.to_thread(step.function)
                elif isinstance(step, Awaited):
                    reply = await step.function()
                else:
                    # Shielded: the work belongs to another caller, who goes on when this one is cancelled.
                    reply = await asyncio.shield(asyncio.wrap_future(step.future))
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(reply)
    except StopIteration as finished:
        result: _Result = finished.value
        return result
