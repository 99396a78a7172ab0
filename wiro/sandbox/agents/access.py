"""Which agent or message a request is about, and whether its workspace may touch it."""

from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.messages import Message
from wiro.sandbox.agents.pricing import Tier
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["agent_of", "guarded_agent", "message_of", "required", "runtime_agent", "tier_of", "workspace_of"]


def required(request: ApiRequest, name: str) -> str:
    """Return a text that the documentation requires.

    Raises:
        RefusedError: If it is missing or empty.
    """
    value = request.body.get(name)
    if value in (None, ""):
        raise refuse("parameter_required", name=name)
    return str(value)


def agent_of(
    world: "World", request: ApiRequest, name: str = "useragentguid", refusal: str = "user_agent_not_found"
) -> UserAgent:
    """Return the agent that a request names.

    Args:
        world: The sandbox.
        request: The request.
        name: Parameter with the guid.
        refusal: What to say if there is no such agent.

    Raises:
        RefusedError: If no agent is named or there is no such agent.
    """
    agent = world.agents.instances.find(required(request, name))
    if agent is None:
        raise refuse_agent(refusal)
    return agent


def guarded_agent(
    world: "World", request: ApiRequest, name: str = "useragentguid", refusal: str = "user_agent_not_found"
) -> UserAgent:
    """Return the agent that a request names, if the request comes from the agent's workspace.

    The team header of a request counts for agents of teams only; personal ones look at the key's project alone.

    Raises:
        RefusedError: As `agent_of`, or if the agent belongs to another workspace.
    """
    agent = agent_of(world, request, name, refusal)
    if agent.team_guid is not None and agent.team_guid != workspace_of(world, request):
        raise refuse_agent("team_agent")
    if agent.team_guid is None and world.teams.project_team_guid is not None:
        raise refuse_agent("personal_agent")
    return agent


def workspace_of(world: "World", request: ApiRequest) -> str | None:
    """Return the team that a request is about, by its header or the key's project; None is the personal workspace."""
    return request.team_guid or world.teams.project_team_guid


def runtime_agent(world: "World", body: dict[str, Any]) -> UserAgent:
    """Return the agent whose runtime reports something; agent and owner together prove that.

    Raises:
        RefusedError: If no agent is named, or the pair does not exist.
    """
    guid = body.get("useragentguid")
    if guid in (None, ""):
        raise refuse_agent("guid_required")
    agent = world.agents.instances.find(str(guid))
    if agent is None or body.get("uuid") != agent.owner.uuid:
        raise refuse_agent("invalid_credentials")
    return agent


def message_of(world: "World", request: ApiRequest) -> Message:
    """Return the message that a request names by its guid or its token.

    Raises:
        RefusedError: If there is no such message.
    """
    guid, token = request.body.get("messageguid"), request.body.get("agenttoken")
    if not guid and not token:
        raise refuse("parameter_required", name="messageguid")
    message = world.agents.messages.find(None if guid is None else str(guid), None if token is None else str(token))
    if message is None or message.sender not in (OWNER, None):
        raise refuse_agent("message_not_found")
    return message


def tier_of(request: ApiRequest, default: Tier) -> Tier:
    """Return the tier that a request asks for under either name.

    Raises:
        RefusedError: If there is no such tier.
    """
    value = request.body.get("tier", request.body.get("plan"))
    if value is None:
        return default
    if value == "starter":
        return "starter"
    if value == "pro":
        return "pro"
    raise refuse_agent("valid_plan_required")
