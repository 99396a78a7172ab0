"""UserAgent/Deploy: from a template or as a custom build, paid from the wallet in the same step."""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.agents.access import required, tier_of, workspace_of
from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.custom_skills import CustomSkillBook
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.pricing import with_dependencies
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.agents.rows import deployed_row
from wiro.sandbox.agents.skills import find_skill
from wiro.sandbox.agents.templates import AgentTemplate, find_template
from wiro.sandbox.refusals import RefusedError, refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["DEPLOYMENT_OPERATIONS", "credentials_of_skills"]


async def _deploy(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    title = required(request, "title")
    template = None if body.get("custom") is True else _template(request)
    tier = tier_of(request, "starter")
    if body.get("useprepaid") is not True:
        raise refuse("parameter_required", name="useprepaid")
    request.accept()
    now = world.agents.calendar.now()
    agent = _from_template(template, title, now) if template is not None else _custom_build(body, title, now)
    agent.tier = tier
    agent.team_guid = workspace_of(world, request)
    agent.description = body.get("description")
    agent.pinned = body.get("pinned", True)
    _overlay(agent, body, now)
    world.agents.billing.subscribe(agent, tier, "Agent deployment")
    agent.status = AgentStatus.STOPPED if agent.credentials.is_complete else AgentStatus.SETUP_REQUIRED
    world.agents.instances.add(agent)
    return {"useragents": [deployed_row(agent)]}


DEPLOYMENT_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_deploy", "/UserAgent/Deploy", _deploy, {"plan": "tier"}),
)


def credentials_of_skills(skills: Mapping[str, bool]) -> dict[str, bool]:
    """Return the credentials that the enabled skills of a custom build need; lists of websites may stay empty."""
    wanted: dict[str, bool] = {}
    for name, enabled in skills.items():
        skill = find_skill(name)
        if enabled and skill is not None and skill.credential is not None:
            wanted[skill.credential] = skill.credential == "var-website"
    return wanted


def _template(request: ApiRequest) -> AgentTemplate:
    template = find_template(required(request, "agentguid"))
    if template is None:
        raise refuse_agent("template_not_found")
    return template


def _from_template(template: AgentTemplate, title: str, now: int) -> UserAgent:
    agent = UserAgent(
        guid=str(uuid.uuid4()),
        title=title,
        template=template,
        tier="starter",
        created_at=now,
        cover=template.cover,
        categories=list(template.categories),
        tier_multiplier=template.tier_multiplier,
        skills=dict.fromkeys(template.skills, True),
        custom_skills=CustomSkillBook.of_presets(template.presets),
    )
    agent.credentials.declare(template.credentials)
    return agent


def _custom_build(body: Mapping[str, Any], title: str, now: int) -> UserAgent:
    chosen = [name for name, enabled in body.get("skills", {}).items() if enabled and find_skill(name) is not None]
    agent = UserAgent(
        guid=str(uuid.uuid4()),
        title=title,
        template=None,
        tier="starter",
        created_at=now,
        cover=body.get("cover"),
        skills=dict.fromkeys(with_dependencies(chosen), True),
    )
    agent.credentials.declare({**credentials_of_skills(agent.skills), "sys-telegram": True})
    return agent


def _overlay(agent: UserAgent, body: Mapping[str, Any], now: int) -> None:
    """Apply what a deployment brings along; values that have no place are dropped."""
    if agent.template is not None:
        known = {name: enabled for name, enabled in body.get("skills", {}).items() if find_skill(name) is not None}
        agent.skills |= known
    for key, values in body.get("credentials", {}).items():
        if isinstance(values, Mapping):
            for name, value in values.items():
                agent.credentials.write({"credentialkey": key, "fieldname": name, "fieldvalue": value}, OWNER, now)
    for row in body.get("customskills", ()):
        given = {name: row[name] for name in ("value", "interval", "enabled", "description") if name in row}
        created = agent.is_custom or row.get("_user_created") is True
        try:
            agent.custom_skills.upsert(row["key"], given, user_created=created, actor=OWNER, now=now)
        except RefusedError:
            continue
