"""Reading request bodies: JSON and forms, both bounded."""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import refuse

__all__ = ["FORM", "JSON", "read_form", "read_json"]

JSON = "application/json"
FORM = "multipart/form-data"

_MAX_FIELDS = 1000
_LIST_SUFFIX = "[]"

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


async def read_json(receive: Receive, limit: int) -> dict[str, Any]:
    """Read a JSON object; an empty body is an empty object.

    Args:
        receive: The ASGI channel.
        limit: Largest size in bytes.

    Raises:
        RefusedError: If it is too large, or not a JSON object.
    """
    receive = _bounded(receive, limit)
    chunks = []
    more = True
    while more:
        message = await receive()
        chunks.append(message.get("body", b""))
        more = message.get("more_body", False)
    content = b"".join(chunks)
    if not content:
        return {}
    try:
        body = json.loads(content, parse_constant=_refuse_constant)
        if b"\\ud" in content.lower():
            # Half a surrogate pair is a text that no answer could repeat.
            json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise refuse("invalid_parameters") from None
    if not isinstance(body, dict):
        raise refuse("invalid_parameters")
    return body


async def read_form(scope: MutableMapping[str, Any], receive: Receive, limit: int) -> dict[str, Any]:
    """Read a multipart form: text as it is, files as `Upload`s; a field that is repeated or ends in `[]` is a list.

    Args:
        scope: The ASGI request.
        receive: The ASGI channel.
        limit: Largest size in bytes.

    Raises:
        RefusedError: If it is too large, or not a form.
    """
    request = Request(scope, _bounded(receive, limit))
    body: dict[str, Any] = {}
    try:
        async with request.form(max_files=_MAX_FIELDS, max_fields=_MAX_FIELDS) as form:
            for name, part in form.multi_items():
                value = await _upload(part) if isinstance(part, UploadFile) else part
                if name not in body:
                    body[name] = [value] if name.endswith(_LIST_SUFFIX) else value
                elif isinstance(body[name], list):
                    body[name].append(value)
                else:
                    body[name] = [body[name], value]
    except (HTTPException, KeyError, UnicodeDecodeError):
        raise refuse("invalid_parameters") from None
    return body


def _refuse_constant(name: str) -> float:
    """Refuse NaN and the infinities, which Python reads and writes although they are no JSON."""
    raise ValueError(f"{name} is no JSON.")


async def _upload(part: UploadFile) -> Upload | None:
    content = await part.read()
    if not content and not part.filename:
        return None
    name, content_type = part.filename or "file", part.content_type or "application/octet-stream"
    return await asyncio.to_thread(Upload, name, content_type, content)


def _bounded(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionAbortedError("The client left before its body was complete.")
        seen += len(message.get("body", b""))
        if seen > limit:
            raise refuse("body_too_large")
        return message

    return bounded
