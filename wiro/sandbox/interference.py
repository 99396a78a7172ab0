"""Carrying out the faults that hit requests."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

from starlette.responses import Response

from wiro.sandbox.connections import abort, abort_and_wait
from wiro.sandbox.faults import Fault
from wiro.sandbox.world import World

__all__ = ["answer", "interrupt", "named_tasks"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

# Long enough for half a body to leave the machine before the connection is reset.
_FLUSH_SECONDS = 0.05


_NAMES = ("taskid", "tasktoken", "socketaccesstoken", "messageguid", "agenttoken")


async def named_tasks(world: World, receive: Receive) -> tuple[Receive, frozenset[str]]:
    """Read a request's body ahead, for the rules that hit one task only.

    Returns:
        What receives the same body again, and the ids and tokens of the task or message that it names.
    """
    messages = []
    content = b""
    while True:
        message = await receive()
        messages.append(message)
        content += message.get("body", b"")
        if not message.get("more_body") or len(content) > world.options.max_json_bytes:
            break
    messages.reverse()

    async def again() -> MutableMapping[str, Any]:
        return messages.pop() if messages else await receive()

    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return again, frozenset()
    if not isinstance(body, dict):
        return again, frozenset()
    named = {str(body[name]) for name in _NAMES if name in body}
    tasks = [task for task in world.tasks if task.id in named or task.token in named]
    return again, frozenset(named.union(*((task.id, task.token) for task in tasks)))


async def interrupt(
    world: World, operation: str, scope: Scope, receive: Receive, send: Send, named: Collection[str] = ()
) -> Fault | None:
    """Let faults hit a request before anything was done.

    Returns:
        The fault that ended the request, None if it goes on.
    """
    for fault in world.faults.take("before", operation, named):
        world.books.faults[fault.kind] += 1
        if fault.kind == "delay":
            if await world.closes_within(fault.seconds):
                abort(scope)
                return fault
        elif fault.kind == "drop_before_accept":
            await abort_and_wait(scope, receive)
            return fault
        else:
            await _failure(fault)(scope, receive, send)
            return fault
    return None


async def answer(
    world: World,
    operation: str,
    response: Response,
    scope: Scope,
    receive: Receive,
    send: Send,
    named: Collection[str] = (),
) -> Fault | None:
    """Send an answer, unless a fault hits it.

    Returns:
        The fault that replaced the answer, None if it was sent.
    """
    for fault in world.faults.take("after", operation, named):
        world.books.faults[fault.kind] += 1
        if fault.kind == "drop_after_accept":
            await abort_and_wait(scope, receive)
        elif fault.kind == "cut_body":
            await _send_part(response, fault.after_bytes, scope, send)
        else:
            await _failure(fault)(scope, receive, send)
        return fault
    await response(scope, receive, send)
    return None


def _failure(fault: Fault) -> Response:
    headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
    return Response(fault.body, fault.status, headers, media_type="text/html")


async def _send_part(response: Response, count: int | None, scope: Scope, send: Send) -> None:
    """Announce the whole body, send so many bytes of it or half of them, and reset the connection."""
    content = bytes(response.body)
    sent = content[: len(content) // 2 if count is None else count]
    await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
    await send({"type": "http.response.body", "body": sent, "more_body": True})
    await asyncio.sleep(_FLUSH_SECONDS)
    abort(scope)
