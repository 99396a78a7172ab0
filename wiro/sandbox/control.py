"""The control endpoint, outside the API's namespace: books, faults, sockets and wallet, for tests in any language."""

import json
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from wiro.sandbox.agents.scripting import script
from wiro.sandbox.clock import read_time_scale
from wiro.sandbox.wallet import read_usd
from wiro.sandbox.world import World

__all__ = ["control_routes"]

_MAX_BODY_BYTES = 1024 * 1024


def control_routes(world: World) -> list[BaseRoute]:
    """Return the routes below `/_sandbox`."""

    async def information(_request: Request) -> JSONResponse:
        options = world.options
        return JSONResponse(
            {
                "base_url": f"{world.base_url}/v1",
                "socket_url": f"{world.base_url.replace('http', 'ws', 1)}/v1",
                "api_key": options.api_key,
                "dialect": options.dialect,
                "time_scale": world.clock.scale,
                "balance": str(world.wallet.balance),
                "slots": world.wallet.slots,
            }
        )

    async def books(_request: Request) -> JSONResponse:
        return JSONResponse({**world.books.to_dict(), "wallet_usd": str(world.wallet.balance)})

    async def reset(_request: Request) -> JSONResponse:
        world.reset()
        return JSONResponse({"reset": True})

    async def faults(request: Request) -> JSONResponse:
        if request.method == "DELETE":
            world.faults.clear()
        elif request.method == "POST":
            body = await _body(request)
            try:
                world.faults.add_all(body.get("faults", [body]))
            except (ValueError, TypeError) as error:
                return _bad_request(str(error.args[0]))
        return JSONResponse({"faults": [fault.to_dict() for fault in world.faults.rules]})

    async def cut_sockets(_request: Request) -> JSONResponse:
        return JSONResponse({"cut": world.sockets.cut()})

    async def wallet(request: Request) -> JSONResponse:
        body = await _body(request)
        try:
            if "add_usd" in body:
                world.wallet.credit(read_usd(body["add_usd"]))
            else:
                balance = read_usd(body["balance"])
                world.wallet.credit(balance - world.wallet.balance, "Balance set")
        except (KeyError, ValueError):
            return _bad_request(
                'Send the new balance or a top-up in USD: {"balance": "50.00"} or {"add_usd": "10.00"}.'
            )
        return JSONResponse({"balance": str(world.wallet.balance), "slots": world.wallet.slots})

    async def clock(request: Request) -> JSONResponse:
        body = await _body(request)
        try:
            world.clock.scale = read_time_scale(body.get("time_scale"))
        except ValueError as error:
            return _bad_request(str(error.args[0]))
        return JSONResponse({"time_scale": world.clock.scale})

    async def project(request: Request) -> JSONResponse:
        if request.method == "POST":
            try:
                world.project.change(await _body(request))
            except ValueError as error:
                return _bad_request(str(error.args[0]))
        return JSONResponse(world.project.to_dict())

    async def agents(request: Request) -> JSONResponse:
        try:
            return JSONResponse(script(world.agents, await _body(request) if request.method == "POST" else {}))
        except ValueError as error:
            return _bad_request(str(error.args[0]))

    return [
        Route("/_sandbox", information),
        Route("/_sandbox/books", books),
        Route("/_sandbox/reset", reset, methods=["POST"]),
        Route("/_sandbox/faults", faults, methods=["GET", "POST", "DELETE"]),
        Route("/_sandbox/sockets/cut", cut_sockets, methods=["POST"]),
        Route("/_sandbox/wallet", wallet, methods=["POST"]),
        Route("/_sandbox/clock", clock, methods=["POST"]),
        Route("/_sandbox/project", project, methods=["GET", "POST"]),
        Route("/_sandbox/agents", agents, methods=["GET", "POST"]),
    ]


async def _body(request: Request) -> dict[str, Any]:
    """Read a small JSON object; anything else reads as an empty one, which no endpoint accepts."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > _MAX_BODY_BYTES:
            return {}
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _bad_request(message: str) -> JSONResponse:
    return JSONResponse({"error": message}, HTTPStatus.BAD_REQUEST)
