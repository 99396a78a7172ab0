"""The letters of the sandbox: an invitation reaches a person by e-mail, so its token is in no answer of the API."""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["invitation_routes"]


def invitation_routes(world: "World") -> list[BaseRoute]:
    """Return the route that shows the invitations that were sent and not accepted yet."""

    async def invitations(_request: Request) -> JSONResponse:
        letters = [
            {"email": member.email, "role": member.role, "teamguid": member.team_guid, "token": member.token}
            for member in world.teams.invitations()
        ]
        return JSONResponse({"invitations": letters})

    return [Route("/_sandbox/invitations", invitations)]
