"""Operations that set an agent up: its credentials and its custom skills."""

from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.access import agent_of, required
from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.refusals import AGENT_REFUSALS
from wiro.sandbox.agents.rows import setup_row
from wiro.sandbox.refusals import REFUSALS, refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["SETUP_OPERATIONS"]

_SKILL_FIELDS = ("value", "interval", "enabled", "description")


async def _credential_upsert(world: "World", request: ApiRequest) -> dict[str, Any]:
    """Write the rows that can be written, and report the others without failing."""
    agent = agent_of(world, request)
    rows = request.body.get("fields")
    if not isinstance(rows, list) or not rows:
        raise refuse("parameter_required", name="fields")
    errors, applied, now = [], 0, world.agents.calendar.now()
    for row in rows:
        if not isinstance(row, dict) or row.get("fieldstatus", "user") != "user":
            errors.append(_item(*AGENT_REFUSALS["field_not_allowed"]))
        elif agent.credentials.write(row, OWNER, now):
            applied += 1
        else:
            errors.append(_item(*REFUSALS["invalid_parameters"][:2]))
    if applied:
        world.agents.supervisor.settings_changed(agent)
    return {"errors": errors, "applied": applied, "useragents": [setup_row(agent)]}


async def _credential_field_history(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = agent_of(world, request)
    key = required(request, "credentialkey")
    request.accept()
    changes = agent.credentials.changes(key, body.get("startdate"), body.get("enddate"))
    return {"entries": [change.to_dict(agent.guid) for change in changes]}


async def _custom_skill_upsert(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = agent_of(world, request)
    key = required(request, "skillkey")
    request.accept()
    given = {name: body[name] for name in _SKILL_FIELDS if name in body}
    created = body.get("usercreated") is True
    agent.custom_skills.upsert(key, given, user_created=created, actor=OWNER, now=world.agents.calendar.now())
    world.agents.supervisor.settings_changed(agent)
    return {}


async def _custom_skill_rename(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = agent_of(world, request)
    old, new = required(request, "oldskillkey"), required(request, "newskillkey")
    request.accept()
    given = {"description": body["description"]} if "description" in body else {}
    key = agent.custom_skills.rename(old, new, given, OWNER, world.agents.calendar.now())
    world.agents.supervisor.settings_changed(agent)
    return {"newskillkey": key}


async def _custom_skill_delete(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request)
    key = required(request, "skillkey")
    request.accept()
    if agent.custom_skills.delete(key, OWNER, world.agents.calendar.now()):
        world.agents.supervisor.settings_changed(agent)
    return {}


async def _custom_skill_history(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = agent_of(world, request)
    key = required(request, "skillkey")
    request.accept()
    since, until = body.get("startdate"), body.get("enddate")
    known, preset = agent.custom_skills.find(key), agent.custom_skills.preset(key)
    entries = [
        version.to_dict(agent.guid, known.key if known else key)
        for version in agent.custom_skills.versions(key)
        if (since is None or version.at >= since) and (until is None or version.at <= until)
    ]
    default = preset and {
        "value": preset.value,
        "intervalexpr": preset.interval,
        "enabled": preset.enabled,
        "description": preset.description,
    }
    return {"preset_default": default, "entries": entries}


async def _custom_skill_revert(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request)
    key, source = required(request, "skillkey"), required(request, "source")
    version = required(request, "versionguid") if source == "history" else None
    request.accept()
    done = agent.custom_skills.revert(key, version, OWNER, world.agents.calendar.now())
    if done is None:
        raise refuse("invalid_parameters")
    action, skill = done
    if action != "no-op":
        world.agents.supervisor.settings_changed(agent)
    return {
        "action": action,
        "current_value": skill.value if skill else None,
        "current_interval": skill.interval if skill else None,
        "current_enabled": skill.enabled if skill else None,
    }


SETUP_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_credential_upsert", "/UserAgent/CredentialUpsert", _credential_upsert),
    Operation("user_agents_credential_field_history", "/UserAgent/CredentialFieldHistory", _credential_field_history),
    Operation("user_agents_custom_skill_upsert", "/UserAgent/CustomSkillUpsert", _custom_skill_upsert),
    Operation("user_agents_custom_skill_rename", "/UserAgent/CustomSkillRename", _custom_skill_rename),
    Operation("user_agents_custom_skill_delete", "/UserAgent/CustomSkillDelete", _custom_skill_delete),
    Operation("user_agents_custom_skill_history", "/UserAgent/CustomSkillHistory", _custom_skill_history),
    Operation("user_agents_custom_skill_revert", "/UserAgent/CustomSkillRevert", _custom_skill_revert),
)


def _item(code: int, message: str) -> dict[str, Any]:
    return {"code": code, "message": message}
