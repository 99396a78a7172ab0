"""Operations on the activity logs of agents."""

import time
from datetime import date
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.access import agent_of, required
from wiro.sandbox.agents.activity import day_of
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["LOG_OPERATIONS"]

_DEFAULT_LINES = 200
_CACHE_SECONDS = 30.0
_MAX_EVENTS = 50_000


async def _logs(world: "World", request: ApiRequest) -> dict[str, Any]:
    """Answer with the last events of a day, newest first; the same question within 30 seconds has the same answer."""
    agent = _agent(world, request)
    day = _day(request) if request.body.get("date") else day_of(world.agents.calendar.now())
    request.accept()
    lines = int(request.body.get("lines") or _DEFAULT_LINES)
    cache, key, now = world.agents.log_cache, (agent.guid, day.isoformat(), lines), time.monotonic()
    known = cache.get(key)
    if known is not None and known[0] > now:
        return known[1]
    events = agent.activity.events(day)
    answer = {"date": day.isoformat(), "totalLines": len(events), "events": events[: -lines - 1 : -1]}
    cache[key] = (now + _CACHE_SECONDS / world.clock.scale, answer)
    return answer


async def _logs_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    request.accept()
    return {"dates": agent.activity.files(day_of(world.agents.calendar.now()))}


async def _logs_file(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    day = _day(request)
    request.accept()
    events = agent.activity.events(day)
    return {"date": day.isoformat(), "truncated": len(events) > _MAX_EVENTS, "events": events[-_MAX_EVENTS:]}


async def _logs_delete(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    day = _day(request)
    request.accept()
    removed = agent.activity.delete(day, day_of(world.agents.calendar.now()))
    return {"date": day.isoformat(), "removed": removed}


LOG_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_logs", "/UserAgent/Logs", _logs),
    Operation("user_agents_logs_list", "/UserAgent/LogsList", _logs_list),
    Operation("user_agents_logs_file", "/UserAgent/LogsFile", _logs_file),
    Operation("user_agents_logs_delete", "/UserAgent/LogsDelete", _logs_delete),
)


def _agent(world: "World", request: ApiRequest) -> UserAgent:
    return agent_of(world, request, refusal="access_denied")


def _day(request: ApiRequest) -> date:
    try:
        return date.fromisoformat(required(request, "date"))
    except ValueError:
        raise refuse("invalid_parameters") from None
