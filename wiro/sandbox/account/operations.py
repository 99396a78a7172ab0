"""The operations of the account. Their answers are not documented; rows are named after what is shown elsewhere."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.accounts import OWNER, actor_dict
from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.teams.groups import TeamWallet

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["ACCOUNT_OPERATIONS"]

_PICTURE_TYPES = frozenset({"jpg", "png", "gif", "jpeg", "webp"})
_MAX_PICTURE_BYTES = 10 * 1024 * 1024
_PROJECT_NAME = "Sandbox"


async def _projects_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    team_guid = world.teams.resolve(request.team_guid)
    request.accept()
    if team_guid != world.teams.project_team_guid:
        return {"projects": []}
    # The key itself stays out: whoever asks has it, and answers end up in logs.
    project = {
        "name": _PROJECT_NAME,
        "authmethod": "signature" if world.options.require_signature else "key",
        "teamguid": team_guid,
        "status": 1,
    }
    return {"projects": [project]}


async def _projects_usage_summary(world: "World", request: ApiRequest) -> dict[str, Any]:
    team_guid = world.teams.resolve(request.team_guid)
    request.accept()
    tasks = [task for task in world.tasks if task.team_guid == team_guid]
    usage = {
        "name": _PROJECT_NAME,
        "runcount": len(tasks),
        "successcount": sum(task.exit_code == 0 for task in tasks),
        "totalcost": float(sum(task.cost for task in tasks)),
    }
    return {"projects": [usage]}


async def _wallets_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    team_guid = world.teams.resolve(request.team_guid)
    request.accept()
    wallet = world.teams.wallet(team_guid)
    row = {
        "uuid": team_guid or OWNER.uuid,
        "type": "team" if isinstance(wallet, TeamWallet) else "personal",
        "currency": "USD",
        "amount": float(wallet.balance),
        "gifted": 0.0,
        "store": 0.0,
        "balance": float(wallet.balance),
        "maxconcurrent": wallet.slots,
    }
    return {"wallets": [row]}


async def _wallets_transaction_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    team_guid = world.teams.resolve(request.team_guid)
    request.accept()
    entries = world.teams.wallet(team_guid).ledger
    rows = [
        {
            "uuid": team_guid or OWNER.uuid,
            "type": "deposit" if entry.amount > 0 else "charge",
            "amount": float(entry.amount),
            "balance": float(entry.balance),
            "description": entry.reason,
            "createdat": str(int(entry.at)),
        }
        for entry in reversed(entries)
    ]
    return {"total": len(rows), "transactions": rows}


async def _coupons_user_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    world.teams.resolve(request.team_guid)
    request.accept()
    return {"coupons": []}


async def _users_detail(world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    return {"user": {**(actor_dict(OWNER) or {}), "avatar": world.teams.avatar_url}}


async def _users_avatar(world: "World", request: ApiRequest) -> dict[str, Any]:
    picture = request.body.get("image")
    if not isinstance(picture, Upload):
        raise refuse("file_required", name="image")
    request.accept()
    if PurePosixPath(picture.name).suffix.lower().removeprefix(".") not in _PICTURE_TYPES:
        raise refuse("invalid_parameters")
    if len(picture.content) > _MAX_PICTURE_BYTES:
        raise refuse("body_too_large")
    stored = world.files.add(picture.name, picture.content_type, picture.content)
    world.teams.avatar_url = world.files.url(stored)
    return {"avatar": world.teams.avatar_url}


ACCOUNT_OPERATIONS: tuple[Operation, ...] = (
    Operation("projects_list", "/Project/List", _projects_list),
    Operation("projects_usage_summary", "/Project/UsageSummary", _projects_usage_summary),
    Operation("wallets_list", "/Wallet/List", _wallets_list),
    Operation("wallets_transaction_list", "/Wallet/TransactionList", _wallets_transaction_list),
    Operation("coupons_user_list", "/Coupon/UserList", _coupons_user_list),
    Operation("users_detail", "/User/Detail", _users_detail),
    Operation("users_avatar", "/User/Avatar", _users_avatar),
)
