from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.support.recorded_api import RecordedApi
from wiro._agent_account import AsyncBilling, AsyncLogs, Billing, Logs
from wiro._agent_setup import AgentLink
from wiro.errors import InvalidArgumentError
from wiro.retry import may_repeat
from wiro_client.operations import OPERATIONS


def link(recorded: RecordedApi) -> AgentLink:
    return AgentLink(recorded.api, "g", {"headers": {"teamGUID": "t"}})


async def test_what_is_bought_is_paid_from_the_wallet() -> None:
    recorded = RecordedApi()
    billing = AsyncBilling(link(recorded))
    await billing.subscribe("pro")
    await billing.buy_credits("small")
    assert recorded.calls == [
        (
            "user_agents_create_subscription_checkout",
            {"useragentguid": "g", "useprepaid": True, "tier": "pro"},
            "t",
        ),
        (
            "user_agents_create_extra_credit_checkout",
            {"useragentguid": "g", "useprepaid": True, "pack": "small"},
            "t",
        ),
    ]
    # And sent once, whatever happens to the answer.
    assert not any(may_repeat(OPERATIONS[operation].effect) for operation in recorded.operations)


async def test_cancelling_renewing_and_upgrading() -> None:
    recorded = RecordedApi(user_agents_cancel_subscription={"cancelsAt": 1797910490})
    billing = AsyncBilling(link(recorded))
    assert (await billing.cancel()).to_dict()["cancelsAt"] == 1797910490
    await billing.renew()
    await billing.upgrade()
    assert [(operation, body) for operation, body, _ in recorded.calls] == [
        ("user_agents_cancel_subscription", {"guid": "g"}),
        ("user_agents_renew_subscription", {"guid": "g"}),
        ("user_agents_upgrade_tier", {"guid": "g", "targetTier": "pro"}),
    ]
    assert not may_repeat(OPERATIONS["user_agents_renew_subscription"].effect)
    assert not may_repeat(OPERATIONS["user_agents_upgrade_tier"].effect)


async def test_transactions_are_paged() -> None:
    rows = [{"guid": f"t{number}", "type": "deduct", "amount": -10} for number in range(3)]
    recorded = RecordedApi(user_agents_transaction_list={"transactions": rows, "total": 3})
    found = [row.to_dict()["guid"] async for row in AsyncBilling(link(recorded)).transactions(page_size=3)]
    assert found == ["t0", "t1", "t2"]
    assert recorded.calls[0] == (
        "user_agents_transaction_list",
        {"useragentguid": "g", "start": 0, "limit": 3},
        "t",
    )


@pytest.mark.parametrize(
    ("amounts", "spent"),
    [([], None), ([-10], 10.0), ([-10, -2.5], 12.5), ([None], None), (["10"], None)],
)
async def test_what_a_message_cost(amounts: list[Any], spent: float | None) -> None:
    rows = [{"guid": str(number), "messageguid": "m", "amount": amount} for number, amount in enumerate(amounts)]
    others = [{"guid": "x", "messageguid": "other", "amount": -99}, {"guid": "y", "amount": -99}]
    recorded = RecordedApi(user_agents_transaction_list={"transactions": [*others, *rows]})
    assert await AsyncBilling(link(recorded)).spent_on("m") == spent
    assert len(recorded.calls) == 1


async def test_logs() -> None:
    recorded = RecordedApi(
        user_agents_logs={"date": "2026-01-02", "totalLines": 1, "events": [{"kind": "system"}]},
        user_agents_logs_list={"dates": [{"date": "2026-01-02", "size": 5}]},
        user_agents_logs_file={"events": [], "truncated": True},
    )
    logs = AsyncLogs(link(recorded))
    assert (await logs.tail(lines=5)).total_lines == 1
    await logs.tail(datetime.date(2026, 1, 2))
    assert [day.date for day in await logs.days()] == ["2026-01-02"]
    assert (await logs.read("2026-01-02")).truncated is True
    await logs.delete(datetime.datetime(2026, 1, 2, 23, 59, tzinfo=datetime.UTC))
    assert [(operation, body) for operation, body, _ in recorded.calls] == [
        ("user_agents_logs", {"useragentguid": "g", "lines": 5}),
        ("user_agents_logs", {"useragentguid": "g", "date": "2026-01-02", "lines": 200}),
        ("user_agents_logs_list", {"useragentguid": "g"}),
        ("user_agents_logs_file", {"useragentguid": "g", "date": "2026-01-02"}),
        ("user_agents_logs_delete", {"useragentguid": "g", "date": "2026-01-02"}),
    ]
    assert recorded.teams == {"t"}


async def test_no_days() -> None:
    assert await AsyncLogs(link(RecordedApi())).days() == []


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", "02.01.2026", None, 20260102])
async def test_what_is_no_day(day: Any) -> None:
    recorded = RecordedApi()
    for read in (AsyncLogs(link(recorded)).read, AsyncLogs(link(recorded)).delete):
        with pytest.raises(InvalidArgumentError, match="YYYY-MM-DD"):
            await read(day)
    assert recorded.calls == []


def test_the_same_for_synchronous_code() -> None:
    rows = [{"guid": "t0", "messageguid": "m", "amount": -10}]
    recorded = RecordedApi(user_agents_transaction_list={"transactions": rows, "total": 1})
    billing, logs = Billing(AsyncBilling(link(recorded))), Logs(AsyncLogs(link(recorded)))
    assert billing.spent_on("m") == 10.0
    assert [row.to_dict()["guid"] for row in billing.transactions()] == ["t0"]
    for call in (billing.subscribe, billing.cancel, billing.renew, billing.upgrade, logs.tail, logs.days):
        call()
    billing.buy_credits("large")
    logs.read("2026-01-02")
    logs.delete("2026-01-02")
    assert len(recorded.calls) == 11
