"""Operations on the credit ledger: everybody reads it, the runtime of the agent writes it."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.access import runtime_agent, workspace_of
from wiro.sandbox.agents.pricing import number
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.pages import page_of
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["LEDGER_OPERATIONS"]

_DEFAULT_PAGE = 50
_MAX_PAGE = 500
# More than any agent can hold; beyond this, numbers of a JSON document stop being exact.
_MAX_AMOUNT = Decimal(10) ** 12


async def _transaction_list(world: "World", request: ApiRequest) -> dict[str, Any]:
    guid = request.body.get("useragentguid")
    if guid in (None, ""):
        raise refuse_agent("guid_required")
    agent = world.agents.instances.find(str(guid))
    if agent is None or (agent.team_guid is not None and agent.team_guid != workspace_of(world, request)):
        raise refuse_agent("access_denied")
    request.accept()
    rows = agent.credits.ledger[::-1]
    page = page_of(rows, {"limit": _DEFAULT_PAGE, **request.body}, largest=_MAX_PAGE)
    return {
        "total": len(rows),
        "summary": agent.credits.summary(),
        "transactions": [row.to_dict() for row in page],
    }


async def _transaction_insert(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = runtime_agent(world, body)
    if body.get("type") != "deduct":
        raise refuse_agent("deduct_only")
    amount = _amount(body, "amount")
    request.accept()
    guid = str(body["guid"]) if body.get("guid") else None
    known = guid is not None and agent.credits.find(guid) is not None
    row = agent.credits.deduct(
        abs(amount),
        str(body.get("action") or "message"),
        world.agents.calendar.now(),
        guid=guid,
        session=body.get("sessionkey"),
        message_guid=body.get("messageguid"),
    )
    return {"guid": row.guid, "idempotent": known, **agent.credits.counters()}


async def _credit_sync(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = runtime_agent(world, body)
    used = _amount(body, "usedcredits")
    request.accept()
    account = agent.credits
    if body["creditperiod"] != account.period:
        known = {"creditperiod": account.period or "", "usedcredits": number(account.used)}
        raise refuse_agent("period_mismatch", known, expected=account.period, got=body["creditperiod"])
    account.sync(used, world.agents.calendar.now())
    return {"creditperiod": account.period, "usedcredits": number(account.used)}


LEDGER_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_transaction_list", "/UserAgent/TransactionList", _transaction_list),
    # The agent and its owner prove who reports; there is no key in a container.
    Operation("user_agents_transaction_insert", "/UserAgent/TransactionInsert", _transaction_insert, public=True),
    Operation("user_agents_credit_sync", "/UserAgent/CreditSync", _credit_sync, public=True),
)


def _amount(body: dict[str, Any], name: str) -> Decimal:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refuse("not_numeric", name=name)
    amount = Decimal(str(value))
    if not amount.is_finite() or abs(amount) > _MAX_AMOUNT:
        raise refuse("out_of_range", name=name, min=str(-_MAX_AMOUNT), max=str(_MAX_AMOUNT))
    return amount
