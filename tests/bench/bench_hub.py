"""What a thousand waiters cost, next to a poller. Run it: `python tests/bench/bench_hub.py`.

Server and client are two processes on this machine; both read CLOCK_MONOTONIC, so "how long after the server's frame"
is one subtraction. The limits are those that the project promises; the program fails if one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import statistics
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any, Final

from wiro import AsyncWiro
from wiro.config import WaitSettings

#: When Wiro's own client polls: every 2 s until 15 s, 5 s until 60 s, then 10 s.
_POLLER: Final = ((15.0, 2.0), (60.0, 5.0), (float("inf"), 10.0))
_POLLER_CALLS: Final = 32
_ENDING_A_SECOND: Final = 50
_SENTENCE: Final = 'Qubits "exist" in superposition: not only 0 or 1, caf\u00e9.\n'
_LIMITS: Final = {
    "sockets": 1,
    "calls_per_waiter": 2.0,
    "p50_ms": 5.0,
    "p99_ms": 50.0,
    "subscribed_again_seconds": 10.0,
    "known_after_cut_seconds": 30.0,
    "calls_in_a_second": 50,
    "bytes_per_waiter": 20_000,
    "idle_cores": 1.0,
    "streaming_to_parsing": 3.0,
}


class Other:
    """The server process."""

    def __init__(self, process: asyncio.subprocess.Process, ports: dict[str, int]) -> None:
        self._process = process
        self.addresses = f"http://127.0.0.1:{ports['http']}/v1", f"ws://127.0.0.1:{ports['socket']}/v1"

    @classmethod
    async def start(cls) -> Other:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("hub_server.py")),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        return cls(process, json.loads(await process.stdout.readline()))

    async def __call__(self, *command: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        await self._process.stdin.drain()
        return json.loads(await self._process.stdout.readline())

    async def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def until_subscribed(self, count: int) -> float:
        started = time.monotonic()
        while await self("subscribed") < count:  # noqa: ASYNC110 - in another process
            await asyncio.sleep(0.05)
        return time.monotonic() - started

    async def until_gaps_closed(self, count: int) -> None:
        """Wait until each waiter has made its first call, fifty a second."""
        while await self("details") < count:  # noqa: ASYNC110 - in another process
            await asyncio.sleep(0.05)


def client(other: Other, **settings: Any) -> AsyncWiro:
    base_url, socket_url = other.addresses
    return AsyncWiro("key", base_url=base_url, socket_url=socket_url, wait_settings=WaitSettings(**settings))


async def latency_of(wiro: AsyncWiro, number: int) -> float:
    """Wait for a task on the socket; return the seconds from its end at the server to its result here."""
    result = await wiro.attach(str(number), token=f"t{number}").wait(timeout=300)
    return time.monotonic() - float(result.raw["ended_monotonic"])


async def polled_latency_of(wiro: AsyncWiro, number: int, turn: asyncio.Semaphore) -> float:
    """The same by polling at the cadence of Wiro's own client, a few calls at a time as the hub does."""
    run = wiro.attach(str(number), token=f"t{number}")
    started = time.monotonic()
    while True:
        async with turn:
            row = await run.refresh()
        if row["status"] == "task_postprocess_end":
            break
        elapsed = time.monotonic() - started
        await asyncio.sleep(next(pause for until, pause in _POLLER if elapsed < until))
    return time.monotonic() - float(row["ended_monotonic"])


def summary(latencies: list[float]) -> dict[str, float]:
    ordered = sorted(latencies)
    return {
        "p50_ms": round(statistics.median(ordered) * 1000, 2),
        "p99_ms": round(ordered[int(len(ordered) * 0.99)] * 1000, 2),
        "max_ms": round(ordered[-1] * 1000, 2),
    }


async def completions(count: int, *, poll: bool) -> dict[str, Any]:
    """All waiters wait, then the tasks end one after the other, fifty a second."""
    other = await Other.start()
    await other("add", count)
    async with client(other) as wiro:
        turn = asyncio.Semaphore(_POLLER_CALLS)
        waiting = asyncio.gather(
            *(polled_latency_of(wiro, number, turn) if poll else latency_of(wiro, number) for number in range(count))
        )
        if poll:
            await asyncio.sleep(count / 50)  # the hub takes as long to close all gaps
        else:
            await other.until_subscribed(count)
            await other.until_gaps_closed(count)
        await other("finish", 0, count, _ENDING_A_SECOND)
        latencies = list(await waiting)
    report = await other("report")
    await other.stop()
    return summary(latencies) | {"sockets": report["sockets"], "calls_per_waiter": report["details"] / count}


async def cut(count: int) -> dict[str, Any]:
    """The socket is cut under all waiters; a tenth of the tasks end meanwhile."""
    other = await Other.start()
    await other("add", count)
    async with client(other) as wiro:
        waiting = [asyncio.create_task(latency_of(wiro, number)) for number in range(count)]
        await other.until_subscribed(count)
        await other.until_gaps_closed(count)
        await other("report")
        await other("cut")
        await other("finish_silently", 0, count // 10)
        again = await other.until_subscribed(count)
        silent = await asyncio.gather(*waiting[: count // 10])
        while_down = await other("report")
        await other("finish", count // 10, count, _ENDING_A_SECOND)
        await asyncio.gather(*waiting)
    await other.stop()
    return {
        "subscribed_again_seconds": round(again, 2),
        "known_after_cut_seconds": round(max(silent), 2),
        "calls_in_a_second": while_down["most_details_in_a_second"],
    }


async def crowd(count: int) -> dict[str, Any]:
    """Many waiters in one process: memory of each, and time of the processor while nothing happens."""
    other = await Other.start()
    await other("add", count)
    # Closing all gaps would take minutes at the usual pace; the memory of a waiter is the same before.
    async with client(other, detail_calls_per_second=500.0) as wiro:
        warm = asyncio.create_task(latency_of(wiro, 0))
        await other.until_subscribed(1)
        await asyncio.sleep(1)
        gc.collect()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        waiting = [asyncio.create_task(latency_of(wiro, number)) for number in range(1, count)]
        await other.until_subscribed(count)
        await other.until_gaps_closed(count)
        gc.collect()
        used = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        cpu, wall = time.process_time(), time.monotonic()
        await asyncio.sleep(10)
        cores = (time.process_time() - cpu) / (time.monotonic() - wall)
        for task in (warm, *waiting):
            task.cancel()
        await asyncio.gather(warm, *waiting, return_exceptions=True)
    await other.stop()
    return {"waiters": count, "bytes_per_waiter": used // (count - 1), "idle_cores": round(cores, 3)}


async def streaming(frames: int, size: int) -> dict[str, Any]:
    """A long cumulative answer: time of the processor to follow it, next to parsing the same JSON once each."""
    other = await Other.start()
    await other("add", 2)
    answer = (_SENTENCE * (size // len(_SENTENCE) + 1))[:size]
    texts = []
    for number in range(1, frames + 1):
        so_far = answer[: size * number // frames]
        message = {"type": "progressGenerate", "raw": so_far, "thinking": [], "answer": [so_far]}
        frame = {"type": "task_output", "id": "0", "tasktoken": "t0", "message": message}
        texts.append(json.dumps(frame, ensure_ascii=False))
    started = time.process_time()
    for text in texts:
        json.loads(text)
    parsing = time.process_time() - started
    del texts
    peaks: dict[str, int] = {}
    async with client(other) as wiro:
        for number, name in enumerate(("events", "wait")):
            run = wiro.attach(str(number), token=f"t{number}")
            following = asyncio.create_task(_consume(run) if name == "events" else run.wait(timeout=120))
            await other.until_subscribed(number + 1)
            await asyncio.sleep(0.5)
            gc.collect()
            tracemalloc.start()
            await other("stream", f"t{number}", 20, answer)
            await following
            peaks[name] = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        await other("add", 1)
        following = asyncio.create_task(_consume(wiro.attach("0", token="t0")))
        await asyncio.sleep(0.5)
        started = time.process_time()
        await other("stream", "t0", frames, answer)
        await following
        spent = time.process_time() - started
    await other.stop()
    return {
        "parsing_seconds": round(parsing, 3),
        "streaming_seconds": round(spent, 3),
        "streaming_to_parsing": round(spent / parsing, 2),
        "peak_bytes": peaks,
    }


async def _consume(run: Any) -> None:
    async for _ in run.events(timeout=300):
        pass


def missed(measured: dict[str, Any]) -> list[str]:
    """Return a sentence for each limit that was missed."""
    found = []
    for part, values in measured.items():
        for name, value in values.items():
            limit = _LIMITS.get(name)
            if part != "poller" and limit is not None and value > limit:
                found.append(f"{part}.{name} is {value}, limit {limit}")
    return found


async def measure(waiters: int, many: int) -> dict[str, Any]:
    """Measure everything, one after the other."""
    return {
        "hub": await completions(waiters, poll=False),
        "poller": await completions(waiters, poll=True),
        "cut": await cut(waiters),
        "crowd": await crowd(many),
        "streaming": await streaming(2000, 100_000),
    }


def main() -> int:
    """Print what was measured as JSON; fail if a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiters", type=int, default=1000)
    parser.add_argument("--many", type=int, default=10_000)
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    measured = asyncio.run(measure(arguments.waiters, arguments.many))
    failures = missed(measured)
    print(json.dumps({"measured": measured, "limits": _LIMITS, "missed": failures}, indent=2))
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
