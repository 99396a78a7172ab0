"""One background event loop for everybody who is not asynchronous.

The synchronous handles are thin: they run the asynchronous implementation here and wait. All of them share one daemon
thread with one loop, so a thousand synchronous waiters still share one socket.

What the tests hold this module to: Ctrl-C cancels the coroutine that the main thread waits for and lets it clean up; a
forked child gets a portal of its own; the interpreter exits without waiting for anybody.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import AsyncGenerator
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Iterator

__all__ = ["close", "iterate", "run"]

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

_CLEAN_UP_SECONDS: Final = 5.0


class _PortalThread:
    """A daemon thread that runs an event loop until told to stop.

    Not anyio's blocking portal: its cancellation is repeated at every await, so a coroutine could not close a socket or
    cancel a remote task on its way out; and it joins its thread without a limit, so one that ignores its cancellation
    would hang the interpreter's exit.
    """

    def __init__(self) -> None:
        self._ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        self._thread = threading.Thread(target=self._serve, name="wiro-portal", daemon=True)
        self._thread.start()
        self._loop, self._stopping = self._ready.result()

    def _serve(self) -> None:
        try:
            asyncio.run(self._main())
        except RuntimeError:
            # Python 3.12 starts no thread once the interpreter exits. asyncio starts one to wait for the threads of
            # `asyncio.to_thread`; these have ended by then, and the loop is closed in spite of the error.
            if threading.main_thread().is_alive():
                raise

    async def _main(self) -> None:
        stopping = asyncio.Event()
        self._ready.set_result((asyncio.get_running_loop(), stopping))
        await stopping.wait()

    def submit(self, coroutine: Coroutine[Any, Any, _Result]) -> Future[_Result]:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def call_soon(self, callback: Callable[[], None]) -> None:
        self._loop.call_soon_threadsafe(callback)

    def alive(self) -> bool:
        return self._thread.is_alive()

    def owns_current_thread(self) -> bool:
        return threading.current_thread() is self._thread

    def stop(self) -> None:
        if self.alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
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
        self._finished = threading.Event()
        self._task: asyncio.Task[Any] | None = None
        self._unwanted = False
        self.error: BaseException | None = None

    async def __call__(self) -> _Result:
        self._task = asyncio.current_task()
        try:
            if self._unwanted:
                raise asyncio.CancelledError
            return await self._function()
        except BaseException as error:
            self.error = error
            raise
        finally:
            self._finished.set()

    def cancel(self, portal: _PortalThread) -> bool:
        """Cancel it if it still runs, and give it time to clean up; tell whether it is known to have done so.

        The task is cancelled, not the future of its result: Ctrl-C may come before the caller holds that one.
        """
        if self._finished.is_set():
            return False
        try:
            portal.call_soon(self._cancel_task)
        except RuntimeError:  # The loop was closed, and what ran on it has ended.
            return False
        # An iterator may be collected on the background loop itself, where it would wait for itself.
        return not portal.owns_current_thread() and self._finished.wait(_CLEAN_UP_SECONDS)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self._unwanted = True
            self._finished.set()


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
    portal = _portal_thread()
    watched = _Watched(lambda: function(*args, **kwargs))
    try:
        return portal.submit(watched()).result()
    except CancelledError as error:
        raise RuntimeError("The background event loop was closed while a call waited for it.") from error
    except BaseException as interruption:
        if watched.cancel(portal):
            for note in getattr(watched.error, "__notes__", ()):
                interruption.add_note(note)
        raise


class _End:
    """What a pump puts last into its queue: the normal end, or the error to raise."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


def iterate(source: Callable[[], AsyncIterable[_Result]]) -> Iterator[_Result]:
    """Iterate an asynchronous iterable from synchronous code.

    The iterable lives in one task from its first item to its last, so that it may hold timeouts and task groups across
    its items; it is at most two items ahead of the consumer.

    Args:
        source: Returns the iterable; called on the background loop when the first item is asked for.

    Yields:
        Its items.
    """
    portal = _portal_thread()
    queue: asyncio.Queue[Any] = asyncio.Queue(1)

    async def pump() -> None:
        end = _End()
        try:
            iterable = source()
            try:
                async for item in iterable:
                    await queue.put(item)
            finally:
                # `async for` leaves an abandoned generator to the garbage collector, which closes it who knows where.
                if isinstance(iterable, AsyncGenerator):
                    await iterable.aclose()
        except Exception as error:
            end = _End(error)
        await queue.put(end)

    watched = _Watched(pump)
    try:
        portal.submit(watched())
        while not isinstance(item := run(queue.get), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        watched.cancel(portal)
