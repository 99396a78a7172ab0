"""The operations of organizations, teams and members, and transfers between workspaces."""

import math
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.accounts import Actor
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.teams.groups import INVITATION_SECONDS, Member, Organization, Team
from wiro.sandbox.teams.refusals import refuse_team

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["TEAM_OPERATIONS"]

_GUID_ALIASES = {"userAgentGuid": "useragentguid"}
_TOKEN_ALIASES = {"invitetoken": "token"}


async def _organizations_create(world: "World", request: ApiRequest) -> dict[str, Any]:
    name = _required(request, "name")
    request.accept()
    return _one(world, "organization", world.teams.create_organization(name).to_dict([]))


async def _organizations_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    teams = world.teams
    return {
        "organizations": [
            organization.to_dict([team for team in teams.teams_of(organization) if team.is_active])
            for organization in teams.organizations()
        ]
    }


async def _organizations_remove(world: "World", request: ApiRequest) -> dict[str, Any]:
    organization = world.teams.organization(_required(request, "organizationguid"), removed=True)
    request.accept()
    for team in world.teams.teams_of(organization):
        _release(world, team)
    organization.is_active = False
    return {}


async def _organizations_restore(world: "World", request: ApiRequest) -> dict[str, Any]:
    organization = world.teams.organization(_required(request, "organizationguid"), removed=True)
    request.accept()
    if not organization.is_active:
        organization.is_active = True
        for team in world.teams.teams_of(organization):
            team.is_active = True
    return {}


async def _teams_create(world: "World", request: ApiRequest) -> dict[str, Any]:
    organization: Organization = world.teams.organization(_required(request, "organizationguid"))
    name = _required(request, "name")
    request.accept()
    return _one(world, "team", world.teams.create_team(organization, name).to_dict())


async def _teams_update(world: "World", request: ApiRequest) -> dict[str, Any]:
    team = _team(world, request)
    request.accept()
    body = request.body
    team.name = str(body.get("name") or team.name)
    if "spendlimit" in body:
        team.spend_limit = _limit(body["spendlimit"])
    team.model_access = body.get("modelaccess") or team.model_access
    team.allowed_models = _models(body.get("allowedmodelids"), team.allowed_models)
    team.blocked_models = _models(body.get("blockedmodelids"), team.blocked_models)
    return {}


async def _teams_remove(world: "World", request: ApiRequest) -> dict[str, Any]:
    team = _team(world, request)
    request.accept()
    _release(world, team)
    return {}


async def _teams_spending_summary(world: "World", request: ApiRequest) -> dict[str, Any]:
    team = _team(world, request)
    request.accept()
    membership = team.member(world.teams.caller.uuid)
    spent = float(team.wallet.spent)
    # The sandbox has no playground and one key, so all of it went through the API and is the caller's.
    return {
        "teamTotal": spent,
        "playgroundTotal": 0.0,
        "apiTotal": spent,
        "memberSpent": {"total": spent, "playground": 0.0, "api": spent},
        "spendLimit": None if team.spend_limit is None else float(team.spend_limit),
        "memberSpendLimit": None
        if membership is None or membership.spend_limit is None
        else float(membership.spend_limit),
    }


async def _teams_transfer_agent(world: "World", request: ApiRequest) -> dict[str, Any]:
    guid = _required(request, "useragentguid", "userAgentGuid")
    target = _target(world, request)
    agent = world.agents.instances.find(guid)
    if agent is None:
        raise refuse_team("no_permission")
    request.accept()
    if agent.team_guid != target:
        agent.team_guid = target
        world.agents.supervisor.settings_changed(agent)
    return {}


async def _teams_transfer_project(world: "World", request: ApiRequest) -> dict[str, Any]:
    key = _required(request, "projectapikey")
    target = _target(world, request)
    if key != world.options.api_key:
        raise refuse_team("no_permission")
    request.accept()
    world.teams.project_team_guid = target
    return {}


async def _teams_transfer_credit(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    if body.get("amount") is None:
        raise refuse("parameter_required", name="amount")
    amount = _amount(body["amount"])
    source, target = (
        world.teams.team(str(guid)) if (guid := body.get(name)) else None
        for name in ("sourceteamguid", "targetteamguid")
    )
    request.accept()
    if source is target or amount <= 0:
        raise refuse("invalid_parameters")
    payer, receiver = (world.teams.wallet(None if team is None else team.guid) for team in (source, target))
    if payer.balance < amount:
        raise refuse_team("insufficient_balance")
    payer.credit(-amount, f"TRANSFER OUT to {_name(target)}")
    receiver.credit(amount, f"TRANSFER IN from {_name(source)}")
    # The sandbox's money is all deposits: it gives no coupons and has no store.
    return {"transferred": {"total": float(amount), "gifted": 0, "store": 0, "amount": float(amount)}}


async def _team_members_invite(world: "World", request: ApiRequest) -> dict[str, Any]:
    team = _team(world, request)
    email = _required(request, "email")
    if not request.body.get("role"):
        raise refuse("parameter_required", name="role")
    request.accept()
    known = [member for member in team.members if member.status != "removed"]
    for member in known:
        if member.person is not None and member.person.email == email:
            raise refuse_team("already_member")
        if member.email == email:
            # An invitation can be sent again: the older one stops being valid.
            member.status = "removed"
    expires_at = world.agents.calendar.now() + INVITATION_SECONDS
    invitation = Member(team_guid=team.guid, role=request.body["role"], email=email, expires_at=expires_at)
    team.members.append(invitation)
    return _one(world, "member", invitation.to_dict())


async def _team_members_accept(world: "World", request: ApiRequest) -> dict[str, Any]:
    token = _required(request, "token", "invitetoken")
    invitation = world.teams.invitation(token)
    if invitation is None or invitation.expires_at < world.agents.calendar.now():
        raise refuse_team("no_permission")
    request.accept()
    name = invitation.email.partition("@")[0]
    invitation.person = Actor(f"sandbox-{invitation.guid}", name.capitalize(), "", invitation.email, name)
    invitation.status = "active"
    return {}


async def _team_members_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    team = _team(world, request)
    request.accept()
    rows = [member.to_dict() for member in team.members if member.status != "removed"]
    return {"member" if world.options.dialect == "newer" else "members": rows}


async def _team_members_remove(world: "World", request: ApiRequest) -> dict[str, Any]:
    member = _member(_team(world, request), request)
    request.accept()
    member.status = "removed"
    return {}


async def _team_members_update_role(world: "World", request: ApiRequest) -> dict[str, Any]:
    member = _member(_team(world, request), request)
    if not request.body.get("role"):
        raise refuse("parameter_required", name="role")
    request.accept()
    member.role = request.body["role"]
    if "spendlimit" in request.body:
        member.spend_limit = _limit(request.body["spendlimit"])
    return {}


TEAM_OPERATIONS: tuple[Operation, ...] = (
    Operation("organizations_create", "/Organization/Create", _organizations_create),
    Operation("organizations_list", "/Organization/List", _organizations_list),
    Operation("organizations_remove", "/Organization/Remove", _organizations_remove),
    Operation("organizations_restore", "/Organization/Restore", _organizations_restore),
    Operation("teams_create", "/Team/Create", _teams_create),
    Operation("teams_update", "/Team/Update", _teams_update),
    Operation("teams_remove", "/Team/Remove", _teams_remove),
    Operation("teams_spending_summary", "/Team/SpendingSummary", _teams_spending_summary),
    Operation("teams_transfer_agent", "/Team/TransferAgent", _teams_transfer_agent, _GUID_ALIASES),
    Operation("teams_transfer_project", "/Team/TransferProject", _teams_transfer_project),
    Operation("teams_transfer_credit", "/Team/TransferCredit", _teams_transfer_credit),
    Operation("team_members_invite", "/Team/Member/Invite", _team_members_invite),
    Operation("team_members_accept", "/Team/Member/Accept", _team_members_accept, _TOKEN_ALIASES),
    Operation("team_members_list", "/Team/Member/List", _team_members_list),
    Operation("team_members_remove", "/Team/Member/Remove", _team_members_remove),
    Operation("team_members_update_role", "/Team/Member/UpdateRole", _team_members_update_role),
)


def _one(world: "World", name: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with one row, which newer servers wrap in a list."""
    return {name: [row] if world.options.dialect == "newer" else row}


def _required(request: ApiRequest, *names: str) -> str:
    for name in names:
        value = request.body.get(name)
        if value not in (None, ""):
            return str(value)
    raise refuse("parameter_required", name=names[0])


def _team(world: "World", request: ApiRequest) -> Team:
    return world.teams.team(_required(request, "teamguid"))


def _member(team: Team, request: ApiRequest) -> Member:
    member = team.member(_required(request, "useruuid"))
    if member is None:
        raise refuse_team("no_permission")
    return member


def _target(world: "World", request: ApiRequest) -> str | None:
    """Return the team that a transfer goes to, None for the personal workspace."""
    guid = request.body.get("targetteamguid")
    if guid is None:
        raise refuse("parameter_required", name="targetteamguid")
    return world.teams.team(str(guid)).guid if guid else None


def _release(world: "World", team: Team) -> None:
    """Remove a team; its agents move to the personal workspace and restart there."""
    for agent in world.agents.instances.matching(lambda agent: agent.team_guid == team.guid):
        agent.team_guid = None
        world.agents.supervisor.settings_changed(agent)
    world.teams.release(team)


def _name(team: Team | None) -> str:
    return "the personal wallet" if team is None else f"team {team.name}"


def _limit(value: Any) -> Decimal | None:
    """Return a limit in USD; 0 and null remove it."""
    return _amount(value) or None if value is not None else None


def _models(value: Any, present: list[int | str]) -> list[int | str]:
    """Return a list of model ids as it was sent, or the present one."""
    return value if isinstance(value, list) else present


def _amount(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise refuse("invalid_parameters")
    return Decimal(str(value))
