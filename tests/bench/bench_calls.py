"""How long a small call against a local server takes, next to the same request made with httpx alone.

Two ways: the generated client by itself, and `Wiro.api`, which adds what makes calls safe to send: authentication,
limits of time and size, the decision whether to send again.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from statistics import median
from typing import Final

import httpx

from tests.bench.comparing import medians
from wiro import AsyncWiro, Wiro
from wiro_client import Api, AsyncApi, AsyncClient, Client

LIMIT: Final = 1.05
_ROUNDS: Final = 400
_BODY: Final = {"taskid": "534574"}
_KEY: Final = {"x-api-key": "key"}
_SERVER: Final = """
import asyncio, json

BODY = json.dumps({"result": True, "errors": [], "total": "1", "tasklist": [
    {"id": "534574", "status": "task_start", "pexit": None, "outputs": []}]}).encode()
ANSWER = b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(BODY) + BODY

class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.waiting = transport, b""

    def data_received(self, data):
        self.waiting += data
        head, found, body = self.waiting.partition(b"\\r\\n\\r\\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\\r\\n")[0]
        if found and len(body) >= int(length):
            self.waiting = b""
            self.transport.write(ANSWER)

async def main():
    server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""


def blocking(url: str) -> dict[str, float]:
    """Return medians in microseconds of all ways, blocking."""
    with httpx.Client(timeout=60, headers=_KEY) as raw, Client(url) as client, Wiro("key", base_url=url) as wiro:
        api = Api(client)

        def made_by_hand() -> object:
            response = raw.post(f"{url}/Task/Detail", json=_BODY)
            response.raise_for_status()
            return response.json()["tasklist"][0]["status"]

        def generated() -> object:
            return api.tasks.detail(taskid="534574").tasklist[0].status  # type: ignore[index]

        def by_wiro() -> object:
            return wiro.api.tasks.detail(taskid="534574").tasklist[0].status  # type: ignore[index]

        return medians({"httpx": made_by_hand, "generated": generated, "wiro": by_wiro}, rounds=_ROUNDS, calls=5)


async def awaited(url: str) -> dict[str, float]:
    """Return medians in microseconds of all ways, awaited."""
    taken: dict[str, list[float]] = {"httpx": [], "generated": [], "wiro": []}
    async with (
        httpx.AsyncClient(timeout=60, headers=_KEY) as raw,
        AsyncClient(url) as client,
        AsyncWiro("key", base_url=url) as wiro,
    ):
        api = AsyncApi(client)

        async def made_by_hand() -> object:
            response = await raw.post(f"{url}/Task/Detail", json=_BODY)
            response.raise_for_status()
            return response.json()["tasklist"][0]["status"]

        async def generated() -> object:
            return (await api.tasks.detail(taskid="534574")).tasklist[0].status  # type: ignore[index]

        async def by_wiro() -> object:
            return (await wiro.api.tasks.detail(taskid="534574")).tasklist[0].status  # type: ignore[index]

        for number in range(_ROUNDS + 1):
            for name, function in (("httpx", made_by_hand), ("generated", generated), ("wiro", by_wiro)):
                start = time.perf_counter()
                for _ in range(5):
                    await function()
                if number:
                    taken[name].append((time.perf_counter() - start) / 5 * 1e6)
    return {name: round(median(values), 2) for name, values in taken.items()}


def main() -> int:
    """Print the medians as JSON; fail over the limit."""
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
        found = {"sync": blocking(url), "async": asyncio.run(awaited(url))}
    finally:
        server.kill()
        server.wait()
    ratios = {
        f"{way}_to_httpx": {name: round(values[way] / values["httpx"], 3) for name, values in found.items()}
        for way in ("generated", "wiro")
    }
    print(json.dumps({"microseconds": found, **ratios, "limit": LIMIT}))
    return 0 if max(ratio for found in ratios.values() for ratio in found.values()) <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
