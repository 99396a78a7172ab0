"""Operations on deployed agents: reading, starting, stopping, pinning, and their plain settings."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.access import agent_of, workspace_of
from wiro.sandbox.agents.covers import cover_as_webp
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.messages import DELETED_BOTH
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.agents.rows import changed_row, detail_row, listed_row
from wiro.sandbox.pages import page_of
from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["INSTANCE_OPERATIONS"]

_MAX_PAGE = 1000

_SORT_KEYS: Mapping[str, Callable[[UserAgent], Any]] = {
    "title": lambda agent: agent.title.lower(),
    "status": lambda agent: agent.status,
    "createdat": lambda agent: agent.created_at,
    "updatedat": lambda agent: agent.updated_at,
    "startedat": lambda agent: agent.started_at or 0,
    "runningat": lambda agent: agent.running_at or 0,
    "stopdat": lambda agent: agent.stopped_at or 0,
}


async def _my_agents(world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    body = request.body
    category = body.get("category")
    found = [agent for agent in _workspace(world, request) if category in (None, "", *agent.categories)]
    key = _SORT_KEYS.get(str(body.get("sort")))
    if key is not None:
        found.sort(key=key)
    if str(body.get("order") or "DESC").upper() == "DESC":
        found.reverse()
    now = world.agents.calendar.now()
    return {"useragents": [listed_row(agent, now) for agent in page_of(found, body, largest=_MAX_PAGE)]}


async def _detail(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request, "guid")
    request.accept()
    return {"useragents": [detail_row(agent, world.agents.calendar.now())]}


async def _update(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = agent_of(world, request, "guid")
    if body.get("categories") == []:
        raise refuse_agent("categories_empty")
    request.accept()
    if "title" in body:
        agent.title = body["title"]
    if "description" in body:
        agent.description = body["description"] or None
    if "categories" in body:
        agent.categories = list(body["categories"])
    if "cover" in body:
        agent.cover = body["cover"] or None
    world.agents.supervisor.settings_changed(agent)
    return {"useragents": [changed_row(agent)]}


async def _cover(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request)
    image = request.body.get("image")
    if not isinstance(image, Upload):
        raise refuse("file_required", name="image")
    request.accept()
    stored = world.files.add(f"{agent.guid}-cover.webp", "image/webp", cover_as_webp(image.content))
    agent.cover = world.files.url(stored)
    agent.updated_at = world.agents.calendar.now()
    return {"cover": agent.cover, "useragents": [changed_row(agent)]}


async def _start(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request, "guid")
    request.accept()
    world.agents.supervisor.start(agent)
    return {}


async def _stop(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request, "guid")
    request.accept()
    world.agents.supervisor.stop(agent)
    return {}


async def _pin(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request)
    request.accept()
    agent.pinned = request.body["pinned"]
    return {}


async def _pinned_agents(world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    now = world.agents.calendar.now()
    return {"useragents": [listed_row(agent, now) for agent in _workspace(world, request) if agent.pinned]}


async def _pinned_unread(world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    rows = []
    for agent in _workspace(world, request):
        if agent.pinned:
            messages = [row for row in world.agents.messages.of_agent(agent.guid) if row.deleted != DELETED_BOTH]
            rows.append({"useragentguid": agent.guid, "lastmessageguid": messages[0].guid if messages else None})
    return {"data": rows}


INSTANCE_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_my_agents", "/UserAgent/MyAgents", _my_agents),
    Operation("user_agents_detail", "/UserAgent/Detail", _detail),
    Operation("user_agents_update", "/UserAgent/Update", _update),
    Operation("user_agents_cover", "/UserAgent/Cover", _cover),
    Operation("user_agents_start", "/UserAgent/Start", _start),
    Operation("user_agents_stop", "/UserAgent/Stop", _stop),
    Operation("user_agents_pin", "/UserAgent/Pin", _pin),
    Operation("user_agents_pinned_agents", "/UserAgent/PinnedAgents", _pinned_agents),
    Operation("user_agents_pinned_unread", "/UserAgent/PinnedUnread", _pinned_unread),
)


def _workspace(world: "World", request: ApiRequest) -> list[UserAgent]:
    """Return the agents of the team that the header names, or the personal ones, oldest first."""
    team_guid = workspace_of(world, request)
    return world.agents.instances.matching(lambda agent: agent.team_guid == team_guid)
