"""The whole sandbox as one ASGI application: API, socket, files and control endpoint on one port."""

from http import HTTPStatus

from attrs import frozen
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute

from wiro.sandbox.api import PREFIX, Api
from wiro.sandbox.control import control_routes
from wiro.sandbox.interference import Receive, Scope, Send, answer, interrupt
from wiro.sandbox.world import World

__all__ = ["create_app"]

_DOWNLOAD = "files_download"


@frozen(eq=False)
class _Downloads:
    """Serves files by their random id; the name in the address is for people and is not looked at."""

    world: World

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.world.books.counts[_DOWNLOAD] += 1
        if await interrupt(self.world, _DOWNLOAD, scope, receive, send) is not None:
            return
        await answer(self.world, _DOWNLOAD, self._response(scope), scope, receive, send)

    def _response(self, scope: Scope) -> Response:
        file = self.world.files.get(scope["path_params"]["file_id"])
        if file is None:
            return PlainTextResponse("Not found", HTTPStatus.NOT_FOUND)
        # An uploaded file is somebody else's content: no browser may guess it to be a page of this address.
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return Response(file.content, headers=headers, media_type=file.content_type)


def create_app(world: World) -> Starlette:
    """Build the application for a world."""
    return Starlette(
        routes=[
            WebSocketRoute(PREFIX, world.sockets.serve),
            Route("/files/{file_id}/{name}", _Downloads(world), methods=["GET", "HEAD"]),
            *control_routes(world),
            Route("/{path:path}", Api(world)),
        ]
    )
