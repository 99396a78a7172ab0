from decimal import Decimal
from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient

BALANCE = Decimal(300)


def wallet(agents: AgentClient) -> Decimal:
    return Decimal(agents.client.control("GET", "/books")["wallet_usd"])


def paid(agents: AgentClient) -> list[str]:
    """What the last agent cost, movement by movement; the wallet always agrees."""
    amounts = [payment.amount_usd for payment in agents.client.sandbox.books.payments]
    assert wallet(agents) == BALANCE - sum(amounts)
    return [str(amount) for amount in amounts]


def advance(agents: AgentClient, days: int) -> None:
    agents.client.control("POST", "/agents", {"advance_days": days})


def credits_of(agents: AgentClient, guid: str) -> list[dict[str, Any]]:
    rows = agents.post("/UserAgent/TransactionList", {"useragentguid": guid, "limit": 500})["transactions"][::-1]
    balance = 0
    for row in rows:
        balance += row["amount"]
        assert row["balanceafter"] == balance >= 0
    assert balance == agents.detail(guid)["remainingcredits"]
    return list(rows)


def test_cancellation_is_taken_back_for_free(agents: AgentClient) -> None:
    guid = agents.running()
    end = agents.detail(guid)["subscription"]["currentperiodend"]
    assert agents.post("/UserAgent/CancelSubscription", {"guid": guid})["cancelsAt"] == end
    row = agents.detail(guid)
    assert (row["subscription"]["status"], row["subscription"]["pendingdowngrade"]) == ("active", "cancel")
    assert row["status"] == 4
    answer = agents.post("/UserAgent/RenewSubscription", {"guid": guid})
    assert answer == {"result": True, "errors": [], "action": "undo-cancel"}
    assert agents.detail(guid)["subscription"]["pendingdowngrade"] is None
    assert agents.error("/UserAgent/RenewSubscription", {"guid": guid})[2] == "Subscription is already active"
    assert paid(agents) == ["39"]


def test_cancelled_subscription_ends_with_its_period_and_can_be_renewed(agents: AgentClient) -> None:
    guid = agents.running()
    agents.say(guid, "hello")
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    advance(agents, 29)
    assert agents.detail(guid)["subscription"]["daysremaining"] == 1
    assert agents.detail(guid)["status"] == 4
    advance(agents, 2)
    row = agents.wait_status(guid, 0)
    assert (row["subscription"]["status"], row["subscription"]["pendingdowngrade"]) == ("expired", None)
    assert row["remainingcredits"] == 0
    assert agents.error("/UserAgent/Start", {"guid": guid})[2].startswith("Active subscription required")
    refused = agents.error("/UserAgent/CancelSubscription", {"guid": guid})
    assert refused == (200, 0, "No active subscription found for this agent")
    answer = agents.post("/UserAgent/RenewSubscription", {"guid": guid})
    assert answer["action"] == "renewed"
    assert (answer["plan"], answer["amount"], answer["monthlycredits"]) == ("agent", 39, 4200)
    row = agents.wait_status(guid, 4)
    assert (row["usedcredits"], row["remainingcredits"], row["subscription"]["status"]) == (0, 4200, "active")
    assert [(entry["type"], entry["amount"]) for entry in credits_of(agents, guid)] == [
        ("renewal", 4200),
        ("deduct", -10),
        ("cancel", -4190),
        ("renewal", 4200),
    ]
    assert paid(agents) == ["39", "39"]


def test_period_is_paid_again_unless_the_wallet_is_empty(agents: AgentClient) -> None:
    guid = agents.running()
    agents.say(guid, "hello")
    advance(agents, 31)
    row = agents.detail(guid)
    assert (row["usedcredits"], row["remainingcredits"], row["status"]) == (0, 4200, 4)
    assert row["subscription"]["daysremaining"] in (29, 30)
    assert paid(agents) == ["39", "39"]
    agents.client.sandbox.set_balance("38.99")
    advance(agents, 31)
    assert agents.wait_status(guid, 0)["subscription"]["status"] == "expired"
    message = "Insufficient wallet balance. Required: $39.00, Available: $38.99"
    assert agents.error("/UserAgent/RenewSubscription", {"guid": guid})[2] == message
    assert [(entry["type"], entry["amount"]) for entry in credits_of(agents, guid)][-2:] == [
        ("renewal", 4200),
        ("cancel", -4200),
    ]


def test_new_subscription_may_be_of_another_tier(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    body = {"useragentguid": guid, "useprepaid": True, "tier": "starter"}
    assert agents.error("/UserAgent/CreateSubscriptionCheckout", body)[2].startswith("Subscription already active")
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    advance(agents, 31)
    answer = agents.post("/UserAgent/CreateSubscriptionCheckout", body)
    assert (answer["monthlypriceusd"], answer["monthlycredits"]) == (13, 1400)
    assert isinstance(answer["subscriptionId"], int)
    row = agents.wait_status(guid, 4)
    assert (row["tier"], row["remainingcredits"]) == ("starter", 1400)
    assert paid(agents) == ["39", "13"]


@pytest.mark.parametrize(("days", "charge"), [(0, 26), (13, 14.73), (29, 0.87)])
def test_upgrade_costs_the_difference_for_the_rest_of_the_period(agents: AgentClient, days: int, charge: float) -> None:
    guid = agents.running(tier="starter")
    agents.say(guid, "hello")
    advance(agents, days)
    answer = agents.post("/UserAgent/UpgradeTier", {"guid": guid, "targetTier": "pro"})
    # (39 - 13) / 30 for each day that is left.
    assert answer == {
        "result": True,
        "errors": [],
        "tier": "pro",
        "previousTier": "starter",
        "newPriceUsd": 39,
        "newMonthlyCredits": 4200,
        "proratedCharge": charge,
        "stripeProrationApplied": False,
    }
    assert agents.wait_status(guid, 4)["usedcredits"] == 10
    assert [Decimal(amount) for amount in paid(agents)] == [13, Decimal(str(charge))]
    assert credits_of(agents, guid)[-1]["action"] == "upgrade"
    assert agents.error("/UserAgent/UpgradeTier", {"guid": guid, "targetTier": "pro"})[2] == "Already on pro tier"


def test_upgrades_that_are_refused(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter")["guid"]

    def refused(**body: str) -> str:
        return agents.error("/UserAgent/UpgradeTier", {"guid": guid, **body})[2]

    assert refused(targetTier="starter").startswith("Downgrading to Starter is not supported.")
    assert refused(targetTier="gold") == "targetTier must be 'starter' or 'pro'"
    agents.client.sandbox.set_balance("25.99")
    message = "Insufficient wallet balance for proration. Required: $26.00, available: $25.99"
    assert refused(targetTier="pro") == message
    plan = agents.error("/UserAgent/UpgradePlan", {"guid": guid, "plan": "starter"})[2]
    assert plan == "Cannot downgrade from Pro to Starter. Cancel your subscription instead."
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    advance(agents, 31)
    assert refused(targetTier="pro").startswith("No active subscription — use /UserAgent/CreateSubscriptionCheckout")
    assert agents.detail(guid)["tier"] == "starter"


def test_older_upgrade_does_the_same(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter")["guid"]
    answer = agents.post("/UserAgent/UpgradePlan", {"guid": guid, "plan": "pro"})
    assert (answer["plan"], answer["proratedCharge"], answer["newMonthlyCredits"]) == ("agent-pro", 26, 4200)


@pytest.mark.parametrize(("pack", "key"), [("small", "small"), ("package1", "small"), ("medium", "medium")])
def test_pack_adds_its_credits_at_once(agents: AgentClient, pack: str, key: str) -> None:
    agents.client.sandbox.set_balance("3000")
    guid = agents.deploy()["guid"]
    offered = {row["packkey"]: row for row in agents.detail(guid)["agent"]["extracreditpacks"]}
    assert [row["credits"] for row in offered.values()] == [21000, 42000, 84000]
    name = "useragentGuid" if pack == "package1" else "useragentguid"
    body = {name: guid, "pack": pack, "useprepaid": True}
    assert agents.post("/UserAgent/CreateExtraCreditCheckout", body) == {"result": True, "errors": []}
    row = agents.detail(guid)
    assert row["extracredits"] == offered[key]["credits"]
    assert row["extracreditsexpiry"] > row["createdat"] + 180 * 86_400
    assert credits_of(agents, guid)[-1]["metadata"] == {"pack": key, "priceUsd": offered[key]["priceusd"]}
    assert wallet(agents) == 3000 - 39 - offered[key]["priceusd"]


def test_extra_credits_survive_periods_and_expire_after_six_months(agents: AgentClient) -> None:
    agents.client.sandbox.set_balance("3000")
    guid = agents.deploy()["guid"]
    agents.post("/UserAgent/CreateExtraCreditCheckout", {"useragentguid": guid, "pack": "small", "useprepaid": True})
    owner = agents.detail(guid)["uuid"]
    # The month's 4,200 are used first, then 800 of the pack.
    usage = {"useragentguid": guid, "uuid": owner, "type": "deduct", "amount": 5000}
    assert agents.post("/UserAgent/TransactionInsert", usage)["remainingcredits"] == 20200
    advance(agents, 31)
    row = agents.detail(guid)
    assert (row["usedcredits"], row["extracredits"], row["remainingcredits"]) == (0, 20200, 24400)
    advance(agents, 152)
    row = agents.detail(guid)
    assert (row["extracredits"], row["remainingcredits"]) == (0, 4200)
    assert ("expired", -20200) in [(entry["type"], entry["amount"]) for entry in credits_of(agents, guid)]


def test_packs_that_are_refused(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter")["guid"]

    def refused(**body: Any) -> str:
        return agents.error("/UserAgent/CreateExtraCreditCheckout", {"useragentguid": guid, **body})[2]

    assert refused(useprepaid=True) == "Pack key required"
    assert refused(pack="huge", useprepaid=True) == "Invalid pack. Choose package1, package2, or package3."
    assert refused(pack="small", useprepaid=True).startswith("Extra credits are available only for Pro")
    agents.post("/UserAgent/UpgradeTier", {"guid": guid, "targetTier": "pro"})
    agents.client.sandbox.set_balance("174.99")
    message = "Insufficient wallet balance. Required: $175.00, Available: $174.99"
    assert refused(pack="small", useprepaid=True) == message
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    advance(agents, 31)
    assert refused(pack="small", useprepaid=True) == "Active subscription required to purchase extra credits."


def test_team_pays_for_its_agents(agents: AgentClient) -> None:
    organization = agents.post("/Organization/Create", {"name": "Acme"})["organization"]["guid"]
    team = agents.post("/Team/Create", {"organizationguid": organization, "name": "Ads"})["team"]["guid"]
    assert agents.post("/Team/TransferCredit", {"targetteamguid": team, "amount": 20})["result"] is True
    header = {"headers": {"teamGUID": team}}
    body = {"custom": True, "title": "Team bot", "useprepaid": True}
    (row,) = agents.post("/UserAgent/Deploy", body, **header)["useragents"]
    assert (row["teamguid"], row["teamsessionmode"]) == (team, "private")
    assert [str(payment.amount_usd) for payment in agents.client.sandbox.books.payments] == ["9"]
    assert wallet(agents) == BALANCE - 20
    message = "Insufficient wallet balance for proration. Required: $18.00, available: $11.00"
    refused = agents.error("/UserAgent/UpgradeTier", {"guid": row["guid"], "targetTier": "pro"}, **header)
    assert refused == (200, 0, message)
