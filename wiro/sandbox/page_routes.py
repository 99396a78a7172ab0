"""The page for people: its files, what it watches, and its way into the API."""

import hmac
import json
import time
from collections.abc import AsyncIterator
from http import HTTPStatus
from pathlib import Path

from attrs import frozen
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from wiro.sandbox.downloads import file_response
from wiro.sandbox.watching import Watcher
from wiro.sandbox.watching_agents import fill_in_credentials
from wiro.sandbox.world import World

__all__ = ["PAGE_PATH", "page_routes"]

PAGE_PATH = "/_sandbox/page/"

_FOLDER = Path(__file__).parent / "page"
_START_FILE = "index.html"
_MEDIA_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_BRIDGE = "/_sandbox/api"

_PAGE_HEADERS = {
    # Everything comes from this address, and nothing that a model or a client wrote can become a script.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

# Real seconds between two looks at the state, and how often a quiet stream shows that it is alive.
_LOOK_SECONDS = 0.2
_ALIVE_SECONDS = 15.0


def page_routes(world: World, api: ASGIApp) -> list[BaseRoute]:
    """Return the routes of the page.

    Args:
        world: What it shows.
        api: The application of the API, with its paths below `/v1`.
    """

    async def start(_request: Request) -> Response:
        return RedirectResponse(PAGE_PATH, HTTPStatus.TEMPORARY_REDIRECT)

    async def page_file(request: Request) -> Response:
        name = request.path_params.get("name", _START_FILE)
        # Only what lies in the folder itself is served, whatever the name tries to say.
        if name not in {path.name for path in _FOLDER.iterdir()}:
            return PlainTextResponse("Not found", HTTPStatus.NOT_FOUND)
        path = _FOLDER / name
        return Response(path.read_bytes(), headers=_PAGE_HEADERS, media_type=_MEDIA_TYPES[path.suffix])

    async def state(_request: Request) -> Response:
        return JSONResponse(Watcher(world).changes())

    async def events(_request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(_events(world), headers=headers, media_type="text/event-stream")

    async def stored_file(request: Request) -> Response:
        return file_response(world, request.path_params["file_id"], request.headers)

    async def ready(request: Request) -> Response:
        agent = world.agents.instances.find(request.path_params["guid"])
        if agent is None:
            return JSONResponse({"error": "There is no such agent."}, HTTPStatus.NOT_FOUND)
        fill_in_credentials(world, agent)
        return JSONResponse({"status": int(agent.status)})

    return [
        Route("/", start),
        Route(f"{PAGE_PATH}{{name}}", page_file),
        Route(PAGE_PATH, page_file),
        Route("/_sandbox/agents/{guid}/ready", ready, methods=["POST"]),
        Route("/_sandbox/state", state),
        Route("/_sandbox/events", events),
        Route("/_sandbox/files/{file_id}/{name:path}", stored_file),
        Route(f"{_BRIDGE}/{{path:path}}", _Bridge(world, api), methods=["POST"]),
    ]


@frozen(eq=False)
class _Bridge:
    """The API for the page, which needs no key: only pages of this origin come as far as here."""

    world: World
    api: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        options = self.world.options
        nonce = str(time.time_ns() // 1_000_000)
        signature = hmac.new(options.api_key.encode(), (options.api_secret + nonce).encode(), "sha256").hexdigest()
        kept = [(name, value) for name, value in scope["headers"] if not name.startswith((b"x-", b"authorization"))]
        proof = [("x-api-key", options.api_key), ("x-nonce", nonce), ("x-signature", signature)]
        headers = [*kept, *((name.encode(), value.encode()) for name, value in proof)]
        path = "/v1" + scope["path"].removeprefix(_BRIDGE)
        await self.api({**scope, "path": path, "raw_path": path.encode(), "headers": headers}, receive, send)


async def _events(world: World) -> AsyncIterator[str]:
    """Yield server-sent events until the reader leaves; while it does not read, nothing is made for it."""
    watcher = Watcher(world)
    # A browser that lost us shall come back soon.
    yield "retry: 1000\n\n"
    spoke = time.monotonic()
    while not await world.closes_within(_LOOK_SECONDS):
        changes = watcher.changes()
        if changes:
            spoke = time.monotonic()
            yield f"data: {json.dumps(changes, separators=(',', ':'))}\n\n"
        elif time.monotonic() - spoke > _ALIVE_SECONDS:
            spoke = time.monotonic()
            yield ": alive\n\n"
