from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from wiro import portal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from concurrent.futures import Future


@pytest.fixture(autouse=True)
def fresh_portal() -> Iterator[None]:
    yield
    portal.close()


def run_script(script: str, *, send: signal.Signals | None = None, timeout: float = 30) -> tuple[int, str]:
    """Run a script in a process of its own; with `send`, deliver the signal once it prints `ready`."""
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    printed = ""
    if send is not None:
        printed = process.stdout.readline()
        assert printed == "ready\n", printed + process.stdout.read()
        time.sleep(0.1)
        process.send_signal(send)
    try:
        rest, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        raise AssertionError("the process did not end: " + process.communicate()[0]) from None
    return process.returncode, printed + rest


async def double(value: int, *, plus: int = 0) -> int:
    await asyncio.sleep(0)
    return value * 2 + plus


def test_results_come_back() -> None:
    assert portal.run(double, 21) == 42
    assert portal.run(double, 20, plus=2) == 42


def test_errors_come_back() -> None:
    async def fail() -> None:
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"):
        portal.run(fail)


def test_everybody_shares_one_loop() -> None:
    async def loop_and_thread() -> tuple[int, str]:
        return id(asyncio.get_running_loop()), threading.current_thread().name

    seen = []
    threads = [threading.Thread(target=lambda: seen.append(portal.run(loop_and_thread))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len(set(seen)) == 1
    assert seen[0][1] == "wiro-portal"


def test_a_call_from_the_portals_own_loop_is_refused_instead_of_hanging() -> None:
    async def nested() -> int:
        return portal.run(double, 1)

    with pytest.raises(RuntimeError, match="asynchronous classes"):
        portal.run(nested)


def test_closing_ends_the_thread_and_the_next_call_starts_another() -> None:
    async def current() -> threading.Thread:
        return threading.current_thread()

    first = portal.run(current)
    portal.close()
    assert not first.is_alive()
    assert portal.run(current) is not first


def test_closing_cancels_and_tells_whoever_waits() -> None:
    cleaned = threading.Event()
    started = threading.Event()
    errors: list[BaseException] = []

    async def wait_forever() -> None:
        try:
            started.set()
            await asyncio.sleep(3600)
        finally:
            cleaned.set()

    def waiter() -> None:
        try:
            portal.run(wait_forever)
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=waiter)
    thread.start()
    assert started.wait(5)
    portal.close()
    thread.join(5)
    assert cleaned.is_set()
    assert [type(error) for error in errors] == [RuntimeError]


async def count(upto: int, log: list[str]) -> AsyncIterator[int]:
    try:
        for number in range(upto):
            # A time limit around a yield only works if one task runs the generator from beginning to end.
            async with asyncio.timeout(5):
                yield number
    finally:
        log.append(f"closed by {asyncio.current_task() is not None}")


def test_iteration() -> None:
    log: list[str] = []
    assert list(portal.iterate(lambda: count(5, log))) == [0, 1, 2, 3, 4]
    assert log == ["closed by True"]


def test_iteration_that_is_left_early_closes_its_source() -> None:
    log: list[str] = []
    iterator = portal.iterate(lambda: count(1_000_000, log))
    assert next(iterator) == 0
    assert next(iterator) == 1
    iterator.close()  # type: ignore[attr-defined]
    assert log == ["closed by True"]


def test_an_iterator_collected_on_the_portals_own_loop_does_not_hold_it_up() -> None:
    log: list[str] = []

    class Holder:
        def __init__(self) -> None:
            self.itself = self
            self.iterator = portal.iterate(lambda: count(1_000_000, log))

    async def collect() -> float:
        begin = time.monotonic()
        gc.collect()
        return time.monotonic() - begin

    gc.disable()
    try:
        holder = Holder()
        next(holder.iterator)
        del holder
        assert portal.run(collect) < 2
    finally:
        gc.enable()
    until = time.monotonic() + 5
    while not log and time.monotonic() < until:
        time.sleep(0.01)
    assert log == ["closed by True"]


def test_iteration_does_not_run_ahead() -> None:
    made: list[int] = []

    async def source() -> AsyncIterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    iterator = portal.iterate(source)
    assert next(iterator) == 0
    time.sleep(0.05)
    assert len(made) <= 3


def test_errors_of_an_iteration_arrive_after_its_items() -> None:
    async def source() -> AsyncIterator[int]:
        yield 1
        raise ValueError("no more")

    iterator = portal.iterate(source)
    assert next(iterator) == 1
    with pytest.raises(ValueError, match="no more"):
        next(iterator)


def test_an_iterable_that_is_no_generator() -> None:
    class Countdown:
        def __init__(self) -> None:
            self.left = 3

        def __aiter__(self) -> Countdown:
            return self

        async def __anext__(self) -> int:
            if not self.left:
                raise StopAsyncIteration
            self.left -= 1
            return self.left

    assert list(portal.iterate(Countdown)) == [2, 1, 0]


def test_control_c_cancels_the_coroutine_and_carries_its_notes_over() -> None:
    code, output = run_script(
        """
        import asyncio
        from wiro import portal

        async def submit():
            try:
                print("ready", flush=True)
                await asyncio.sleep(3600)
            except asyncio.CancelledError as error:
                error.add_note("it may have been accepted")
                await asyncio.sleep(0.2)
                print("cleaned up", flush=True)
                raise

        try:
            portal.run(submit)
        except KeyboardInterrupt as error:
            print("interrupted:", error.__notes__)
        """,
        send=signal.SIGINT,
    )
    assert (code, output) == (0, "ready\ncleaned up\ninterrupted: ['it may have been accepted']\n")


@pytest.mark.parametrize("began", [False, True], ids=["before it began", "after it began"])
def test_control_c_while_handing_over_cancels_the_coroutine(monkeypatch: pytest.MonkeyPatch, began: bool) -> None:
    submit = portal._PortalThread.submit
    portal.run(double, 0)
    running, ended = threading.Event(), threading.Event()

    async def work() -> None:
        running.set()
        try:
            await asyncio.sleep(3600)
        finally:
            ended.set()

    def interrupted(thread: portal._PortalThread, coroutine: Coroutine[Any, Any, Any]) -> Future[Any]:
        if began:
            submit(thread, coroutine)
            assert running.wait(10)
        else:
            coroutine.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(portal._PortalThread, "submit", interrupted)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        portal.run(work)
    assert ended.is_set() is began
    assert time.monotonic() - started < 2


def test_control_c_before_the_loop_took_the_coroutine_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    submit = portal._PortalThread.submit
    portal.run(double, 0)
    called = threading.Event()

    async def work() -> None:
        called.set()

    def interrupted(thread: portal._PortalThread, coroutine: Coroutine[Any, Any, Any]) -> Future[Any]:
        threading.Timer(0.2, submit, (thread, coroutine)).start()
        raise KeyboardInterrupt

    monkeypatch.setattr(portal._PortalThread, "submit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        portal.run(work)
    assert not called.wait(0.5)


def test_control_c_ends_an_iteration() -> None:
    code, output = run_script(
        """
        import asyncio
        from wiro import portal

        async def source():
            try:
                yield "ready"
                await asyncio.sleep(3600)
            finally:
                print("cleaned up", flush=True)

        try:
            for item in portal.iterate(source):
                print(item, flush=True)
        except KeyboardInterrupt:
            print("interrupted")
        """,
        send=signal.SIGINT,
    )
    assert (code, output) == (0, "ready\ncleaned up\ninterrupted\n")


def test_the_interpreter_exits_though_something_still_runs() -> None:
    started = time.monotonic()
    code, output = run_script(
        """
        import asyncio, threading
        from wiro import portal

        async def wait_forever(ready):
            asyncio.get_running_loop().create_task(asyncio.sleep(3600))
            ready.set()
            try:
                await asyncio.sleep(3600)
            finally:
                print("cleaned up", flush=True)

        ready = threading.Event()

        def waiter():
            try:
                portal.run(wait_forever, ready)
            except RuntimeError as error:
                print(error, flush=True)

        threading.Thread(target=waiter, daemon=True).start()
        ready.wait()
        """
    )
    assert code == 0, output
    assert output.startswith("cleaned up\n"), output
    assert time.monotonic() - started < 15


def test_the_interpreter_exits_silently_after_work_in_threads() -> None:
    # Python 3.12 refuses the thread that asyncio wants for closing its executor.
    status, printed = run_script(
        """
        import asyncio
        from wiro import portal

        async def work():
            return await asyncio.to_thread(int, "42")

        print(portal.run(work))
        """
    )
    assert (status, printed) == (0, "42\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_gets_a_portal_of_its_own() -> None:
    code, output = run_script(
        """
        import os, threading, warnings
        warnings.simplefilter("ignore", DeprecationWarning)
        from wiro import portal

        async def where():
            return os.getpid(), threading.current_thread().name

        parent = portal.run(where)
        child = os.fork()
        if child == 0:
            # Without a new portal this waits for a thread that only the parent has.
            pid, name = portal.run(where)
            print(pid == os.getpid() != parent[0], name, flush=True)
            raise SystemExit(3)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, portal.run(where) == parent)
        """
    )
    assert (code, output) == (0, "True wiro-portal\n3 True\n")
