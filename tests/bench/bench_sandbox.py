"""How fast the sandbox starts, how many small requests a second of its processor time answers, and what tokens weigh.

Requests are counted against the processor time of the sandbox's process, so a busy machine does not change the result.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import websockets

#: Seconds from the command to the printed line; small requests a second of processor time without and with validation.
START_LIMIT: Final = 1.0
PLAIN_LIMIT: Final = 2_000
VALIDATED_LIMIT: Final = 500
#: Subscribed tokens on one socket, and the megabytes of the whole process with them.
TOKENS: Final = 10_000
MEMORY_LIMIT: Final = 200

_CONNECTIONS: Final = 8
_REQUESTS_PER_CONNECTION: Final = 1_500
_STARTS: Final = 5
_TICKS_PER_SECOND: Final = 100
_LINE: Final = re.compile(r"Wiro sandbox: http://127\.0\.0\.1:(\d+)/v1 ")


class Program:
    """A sandbox in a process of its own."""

    def __init__(self, *arguments: str) -> None:
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wiro.sandbox", *arguments], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        match = _LINE.match(self.process.stdout.readline())
        assert match is not None
        self.seconds_to_start = time.perf_counter() - started
        self.port = int(match[1])

    def processor_seconds(self) -> float:
        """Return what the process has used so far, in its own code and in the system's."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_PER_SECOND

    def megabytes(self) -> float:
        """Return the memory that the process occupies."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


async def _ask(port: int, path: str, body: bytes, times: int) -> bytes:
    """Send a request again and again over one connection; return the last answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = (
        f"POST /v1{path} HTTP/1.1\r\nHost: x\r\nx-api-key: sandbox-key\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    answer = b""
    for _ in range(times):
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        answer = await reader.readexactly(int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0]))
    writer.close()
    return answer


async def _requests_a_second(program: Program) -> float:
    task = json.loads(await _ask(program.port, "/Run/sandbox/queued", b"{}", 1))
    body = json.dumps({"taskid": task["taskid"]}).encode()
    before = program.processor_seconds()
    await asyncio.gather(
        *(_ask(program.port, "/Task/Detail", body, _REQUESTS_PER_CONNECTION) for _ in range(_CONNECTIONS))
    )
    return _CONNECTIONS * _REQUESTS_PER_CONNECTION / (program.processor_seconds() - before)


async def _subscribe(program: Program) -> float:
    async with websockets.connect(f"ws://127.0.0.1:{program.port}/v1", proxy=None) as socket:
        for number in range(TOKENS):
            await socket.send(json.dumps({"type": "task_info", "tasktoken": f"token-{number:024d}"}))
        await (await socket.ping())
        return program.megabytes()


def main() -> int:
    """Measure, print one line of JSON, and return how many limits were missed."""
    starts = []
    for _ in range(_STARTS):
        program = Program()
        program.stop()
        starts.append(program.seconds_to_start)
    plain, validated = Program("--no-validation"), Program()
    try:
        results = {
            "start_seconds": round(min(starts), 2),
            "requests_per_processor_second": round(asyncio.run(_requests_a_second(plain))),
            "validated_requests_per_processor_second": round(asyncio.run(_requests_a_second(validated))),
            "megabytes_with_10000_tokens": round(asyncio.run(_subscribe(validated))),
        }
    finally:
        plain.stop()
        validated.stop()
    print(json.dumps(results))
    return sum(
        [
            results["start_seconds"] > START_LIMIT,
            results["requests_per_processor_second"] < PLAIN_LIMIT,
            results["validated_requests_per_processor_second"] < VALIDATED_LIMIT,
            results["megabytes_with_10000_tokens"] > MEMORY_LIMIT,
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
