"""Serving stored files: to clients, whose downloads are counted and may fail, and to the page, whose are not."""

from http import HTTPStatus

from attrs import frozen
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from wiro.sandbox.interference import answer, interrupt
from wiro.sandbox.world import World

__all__ = ["Downloads", "file_response"]

_DOWNLOAD = "files_download"


@frozen(eq=False)
class Downloads:
    """Serves files by their random id; the name in the address is for people and is not looked at."""

    world: World

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one download, unless a fault hits it."""
        self.world.books.counts[_DOWNLOAD] += 1
        if await interrupt(self.world, _DOWNLOAD, scope, receive, send) is not None:
            return
        response = file_response(self.world, scope["path_params"]["file_id"])
        await answer(self.world, _DOWNLOAD, response, scope, receive, send)


def file_response(world: World, file_id: str) -> Response:
    """Return the answer to a download."""
    file = world.files.get(file_id)
    if file is None:
        return PlainTextResponse("Not found", HTTPStatus.NOT_FOUND)
    # An uploaded file is somebody else's content: no browser may guess it to be a page of this address.
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return Response(file.content, headers=headers, media_type=file.content_type)
