"""The other side of `bench_hub`: a socket and Task/Detail in a process of their own, driven by lines on stdin.

Commands are JSON lists, each answered by one JSON line:
    ["add", count]            put up tasks 0 to count - 1 → their tokens are "t0", "t1", ...
    ["subscribed"]            → number of tasks subscribed on sockets that are open
    ["details"]               → number of Task/Detail calls since the last report
    ["finish", first, last, a_second]   end tasks at that rate, each with its last frame → number of frames sent
    ["finish_silently", first, last]    end tasks without a frame
    ["cut"]                   drop all sockets
    ["report"]                → {"details": ..., "most_details_in_a_second": ..., "sockets": ...}, and counts anew
    ["stream", token, frames, text]     send a text in so many cumulative frames, then end the task
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from itertools import pairwise
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed


class Server:
    """All state of the other side."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.subscribers: dict[str, set[ServerConnection]] = {}
        self.sockets: set[ServerConnection] = set()
        self.opened = 0
        self.detail_times: list[float] = []

    async def socket(self, connection: ServerConnection) -> None:
        self.opened += 1
        self.sockets.add(connection)
        mine: list[str] = []
        try:
            async for text in connection:
                token = json.loads(text)["tasktoken"]
                mine.append(token)
                self.subscribers.setdefault(token, set()).add(connection)
        except ConnectionClosed:
            pass
        finally:
            self.sockets.discard(connection)
            for token in mine:
                self.subscribers[token].discard(connection)

    async def http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer Task/Detail and Task/List, keep-alive, as quickly as Python can: the client is what is measured."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                )
                body = json.loads(await reader.readexactly(length))
                self.detail_times.append(time.monotonic())
                if "tasktoken" in body:
                    rows = [self.rows[body["tasktoken"]]]
                else:
                    first = int(body["start"])
                    rows = list(reversed(self.rows.values()))[first : first + int(body["limit"])]
                answer = json.dumps({"result": True, "errors": [], "total": str(len(rows)), "tasklist": rows}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
                    + answer
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def end(self, token: str) -> None:
        self.rows[token] |= {"status": "task_postprocess_end", "pexit": "0", "ended_monotonic": time.monotonic()}

    async def emit(self, token: str, kind: str, message: Any) -> None:
        frame = {"type": kind, "id": self.rows[token]["id"], "tasktoken": token, "message": message, "result": True}
        text = json.dumps(frame, ensure_ascii=False)
        for connection in tuple(self.subscribers.get(token, ())):
            await connection.send(text)

    async def finish(self, token: str) -> None:
        self.end(token)
        await self.emit(token, "task_postprocess_end", [])

    async def command(self, name: str, *arguments: Any) -> Any:
        if name == "add":
            for number in range(arguments[0]):
                token = f"t{number}"
                self.rows[token] = {
                    "id": str(number),
                    "socketaccesstoken": token,
                    "status": "task_start",
                    "pexit": None,
                }
            return len(self.rows)
        if name == "subscribed":
            return sum(bool(connections) for connections in self.subscribers.values())
        if name == "details":
            return len(self.detail_times)
        if name == "finish":
            first, last, a_second = arguments
            started = time.monotonic()
            for number in range(first, last):
                await asyncio.sleep(max(0.0, started + (number - first) / a_second - time.monotonic()))
                await self.finish(f"t{number}")
            return last - first
        if name == "finish_silently":
            for number in range(*arguments):
                self.end(f"t{number}")
            return None
        if name == "cut":
            for connection in tuple(self.sockets):
                connection.transport.abort()
            return None
        if name == "stream":
            token, frames, text = arguments
            for number in range(1, frames + 1):
                so_far = text[: len(text) * number // frames]
                message = {"type": "progressGenerate", "raw": so_far, "thinking": [], "answer": [so_far]}
                await self.emit(token, "task_output", message)
            await self.finish(token)
            return frames
        return self.report()

    def report(self) -> dict[str, int]:
        times, self.detail_times = self.detail_times, []
        opened, self.opened = self.opened, 0
        most = first = 0
        for last, moment in enumerate(times):
            while moment - times[first] >= 1.0:
                first += 1
            most = max(most, last - first + 1)
        assert all(earlier <= later for earlier, later in pairwise(times))
        return {"details": len(times), "most_details_in_a_second": most, "sockets": opened}


async def main() -> None:
    """Serve until stdin closes."""
    server = Server()
    sockets = await serve(server.socket, "127.0.0.1", 0, compression=None)
    http = await asyncio.start_server(server.http, "127.0.0.1", 0)
    say({"socket": sockets.sockets[0].getsockname()[1], "http": http.sockets[0].getsockname()[1]})
    while line := await asyncio.to_thread(sys.stdin.readline):
        say(await server.command(*json.loads(line)))


def say(value: Any) -> None:
    """Answer one line."""
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
