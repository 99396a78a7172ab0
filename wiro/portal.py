"""One background event loop for everybody who is not asynchronous.

The synchronous handles are thin: they run the asynchronous implementation here and wait. All of them share one daemon
thread with one loop, so a thousand synchronous waiters still share one socket.

What the tests hold this module to: Ctrl-C cancels the coroutine that the main thread waits for and lets it clean up; a
forked child gets a portal of its own; the interpreter exits without waiting for anybody.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import AsyncGenerator
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar

import anyio
from anyio.from_thread import BlockingPortal

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Awaitable, Callable, Iterator

__all__ = ["close", "iterate", "run"]

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

_CLEAN_UP_SECONDS: Final = 5.0


class _PortalThread:
    """A daemon thread that runs an event loop until told to stop."""

    def __init__(self) -> None:
        self._ready: Future[BlockingPortal] = Future()
        # anyio's own start_blocking_portal is a context manager that joins without a limit: one coroutine that ignores
        # its cancellation would hang the interpreter's exit.
        self._thread = threading.Thread(target=self._serve, name="wiro-portal", daemon=True)
        self._thread.start()
        self.portal = self._ready.result()

    def _serve(self) -> None:
        try:
            anyio.run(self._main)
        except BaseException as error:
            if not self._ready.done():
                self._ready.set_exception(error)
            raise

    async def _main(self) -> None:
        async with BlockingPortal() as portal:
            self._ready.set_result(portal)
            await portal.sleep_until_stopped()

    def alive(self) -> bool:
        return self._thread.is_alive()

    def owns_current_thread(self) -> bool:
        return threading.current_thread() is self._thread

    def stop(self) -> None:
        if self.alive():
            self.portal.start_task_soon(self.portal.stop, True)
            self._thread.join(_CLEAN_UP_SECONDS)


_lock = threading.Lock()
_current: _PortalThread | None = None


def _forget_parent() -> None:
    """Start anew in a forked child: threads do not survive a fork, and the lock may have been held by one."""
    global _lock, _current
    _lock = threading.Lock()
    _current = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_parent)


def _portal_thread() -> _PortalThread:
    global _current
    with _lock:
        if _current is None or not _current.alive():
            _current = _PortalThread()
        if _current.owns_current_thread():
            raise RuntimeError(
                "A synchronous Wiro call was made on Wiro's own event loop, where it would wait for itself. "
                "Use the asynchronous classes inside coroutines."
            )
        return _current


def close() -> None:
    """Cancel whatever still runs in the background and end the thread. The next call starts a new one."""
    global _current
    with _lock:
        leaving, _current = _current, None
    if leaving is not None:
        leaving.stop()


atexit.register(close)


class _Watched(Generic[_Result]):
    """A coroutine function, with what became of it kept where the waiting thread can see it."""

    def __init__(self, function: Callable[[], Awaitable[_Result]]) -> None:
        self._function = function
        self.finished = threading.Event()
        self.error: BaseException | None = None

    async def __call__(self) -> _Result:
        try:
            return await self._function()
        except BaseException as error:
            self.error = error
            raise
        finally:
            self.finished.set()


def run(
    function: Callable[_Parameters, Awaitable[_Result]], *args: _Parameters.args, **kwargs: _Parameters.kwargs
) -> _Result:
    """Run a coroutine function on the background loop and wait for its result.

    When waiting ends early (Ctrl-C), the coroutine is cancelled and given a few seconds to clean up; notes that it put
    on its cancellation, such as that a request may have been accepted, are carried over to the exception raised here.

    Args:
        function: Coroutine function.
        *args: Its positional arguments.
        **kwargs: Its keyword arguments.

    Returns:
        What the coroutine returns.

    Raises:
        RuntimeError: Called from the background loop itself.
    """
    watched = _Watched(lambda: function(*args, **kwargs))
    future = _portal_thread().portal.start_task_soon(watched)
    try:
        return future.result()
    except CancelledError as error:
        # Not ours to keep: concurrent.futures' class is no asyncio cancellation, and means that the portal was closed.
        raise RuntimeError("The background event loop was closed while a call waited for it.") from error
    except BaseException as interruption:
        if not watched.finished.is_set():
            future.cancel()
            watched.finished.wait(_CLEAN_UP_SECONDS)
            for note in getattr(watched.error, "__notes__", ()):
                interruption.add_note(note)
        raise


class _End:
    """What a pump puts last into its stream: the normal end, or the error to raise."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


def iterate(source: Callable[[], AsyncIterable[_Result]]) -> Iterator[_Result]:
    """Iterate an asynchronous iterable from synchronous code.

    The iterable lives in one task from its first item to its last, so that it may hold timeouts and task groups across
    its items; it is at most one item ahead of the consumer.

    Args:
        source: Returns the iterable; called on the background loop when the first item is asked for.

    Yields:
        Its items.
    """
    portal = _portal_thread().portal
    send, receive = anyio.create_memory_object_stream[Any](0)

    async def pump() -> None:
        end = _End()
        try:
            iterable = source()
            try:
                async for item in iterable:
                    await send.send(item)
            finally:
                # `async for` leaves an abandoned generator to the garbage collector, which closes it who knows where.
                if isinstance(iterable, AsyncGenerator):
                    await iterable.aclose()
        except anyio.BrokenResourceError:
            return
        except Exception as error:
            end = _End(error)
        await send.send(end)

    watched = _Watched(pump)
    future = portal.start_task_soon(watched)
    try:
        while not isinstance(item := run(receive.receive), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        if not watched.finished.is_set():
            future.cancel()
            watched.finished.wait(_CLEAN_UP_SECONDS)
