"""The whole sandbox as one ASGI application: API, socket, files, control endpoint and page on one port."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from wiro.sandbox.addresses import Addressed
from wiro.sandbox.api import PREFIX, Api
from wiro.sandbox.control import control_routes
from wiro.sandbox.downloads import Downloads
from wiro.sandbox.oauth.pages import oauth_routes
from wiro.sandbox.observation import Observed
from wiro.sandbox.page_routes import PAGE_PATH, page_routes
from wiro.sandbox.same_origin import SameOriginGuard
from wiro.sandbox.teams.routes import invitation_routes
from wiro.sandbox.world import World

__all__ = ["create_app"]


def create_app(world: World) -> Starlette:
    """Build the application for a world."""
    api = Observed(Api(world), world.observation)
    return Starlette(
        routes=[
            WebSocketRoute(PREFIX, world.sockets.serve),
            # First, as nearly every request is one of these, and each route that is tried takes a microsecond.
            Route(f"{PREFIX}/{{path:path}}", api, methods=["POST"]),
            # An encoded slash in the name of an upload is a slash again by the time a route is chosen.
            Route(
                "/files/{file_id}/{name:path}", Observed(Downloads(world), world.observation), methods=["GET", "HEAD"]
            ),
            *control_routes(world),
            *invitation_routes(world),
            *oauth_routes(world),
            *page_routes(world, api),
            Route("/{path:path}", api),
        ],
        middleware=[
            *([Middleware(Addressed)] if world.addresses.as_called else []),
            Middleware(SameOriginGuard, prefix="/_sandbox", open_paths=PAGE_PATH, host=world.options.known_as),
        ],
    )
