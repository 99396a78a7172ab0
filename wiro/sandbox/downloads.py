"""Serving stored files: to clients, whose downloads are counted and may fail, and to the page, whose are not."""

import re
from collections.abc import Mapping
from http import HTTPStatus

from attrs import frozen
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from wiro.sandbox.interference import answer, interrupt
from wiro.sandbox.world import World

__all__ = ["DOWNLOAD", "Downloads", "file_response"]

#: What books and faults call a download, which is no operation of the bundle.
DOWNLOAD = "files_download"
# The two forms that clients resume with; several ranges at once, or the last bytes only, get the whole file.
_RANGE = re.compile(r"bytes=([0-9]{1,18})-([0-9]{0,18})", re.ASCII)


@frozen(eq=False)
class Downloads:
    """Serves files by their random id; the name in the address is for people and is not looked at."""

    world: World

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one download, unless a fault hits it."""
        self.world.books.counts[DOWNLOAD] += 1
        if await interrupt(self.world, DOWNLOAD, scope, receive, send) is not None:
            return
        response = file_response(self.world, scope["path_params"]["file_id"], Headers(scope=scope))
        await answer(self.world, DOWNLOAD, response, scope, receive, send)


def file_response(world: World, file_id: str, asked: Mapping[str, str]) -> Response:
    """Return the answer to a download: the whole file, or the range of it that is asked for.

    Args:
        world: Where the file is.
        file_id: Its id.
        asked: Headers of the request, of which `Range` and `If-Range` count.
    """
    file = world.files.get(file_id)
    if file is None:
        return PlainTextResponse("Not found", HTTPStatus.NOT_FOUND)
    tag = f'"{file.sha256}"'
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": tag,
        # An uploaded file is somebody else's content: no browser may guess it to be a page of this address.
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
    }
    found = _RANGE.fullmatch(asked.get("range", ""))
    if found is None or asked.get("if-range", tag) != tag:
        return Response(file.content, headers=headers, media_type=file.content_type)
    size = len(file.content)
    first, last = int(found[1]), min(int(found[2] or size), size - 1)
    if first > last:
        unsatisfied = headers | {"Content-Range": f"bytes */{size}"}
        return Response(b"", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, unsatisfied, media_type=file.content_type)
    part = headers | {"Content-Range": f"bytes {first}-{last}/{size}"}
    content = file.content[first : last + 1]
    return Response(content, HTTPStatus.PARTIAL_CONTENT, part, media_type=file.content_type)
