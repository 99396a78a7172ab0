import threading
import time
import uuid
from decimal import Decimal
from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import wait_until

APPLY = "/UserAgent/SkillsApply"


def apply_body(guid: str, skills: dict[str, bool], **more: Any) -> dict[str, Any]:
    return {"useragentguid": guid, "skills": skills, "idempotencyKey": str(uuid.uuid4()), **more}


def names(agents: AgentClient, guid: str) -> set[str]:
    return {skill["name"] for skill in agents.detail(guid)["skills"]}


def test_skill_is_switched_on_and_its_share_is_paid(agents: AgentClient) -> None:
    guid = agents.running(tier="starter")
    agents.client.control("POST", "/agents", {"advance_days": 15})
    answer = agents.post(APPLY, apply_body(guid, {"int-brevo-email": True}))
    assert answer["prepaidWalletDelta"] == 2.5
    assert (answer["tier"], answer["restartTriggered"]) == ("starter", True)
    assert isinstance(answer["restartedAt"], int)
    assert answer["pricing"] == {
        "previousPriceUsd": 13,
        "newPriceUsd": 18,
        "deltaUsd": 5,
        "previousMonthlyCredits": 1400,
        "newMonthlyCredits": 1900,
        "deltaCredits": 500,
        "enabledSkills": ["int-gmail-check", "int-brevo-email"],
        "peractioncosts": {"message": 10, "create": 60, "modify": 20, "regenerate": 20},
    }
    # The new skill needs a key that is not there yet.
    row = agents.wait_status(guid, 6)
    assert (row["monthlypriceusd"], row["subscription"]["amount"], row["monthlycredits"]) == (18, 18, 1900)
    payments = [payment.amount_usd for payment in agents.client.sandbox.books.payments]
    assert payments == [13, Decimal("2.5")]
    (entry,) = agents.post("/UserAgent/TransactionList", {"useragentguid": guid, "limit": 1})["transactions"]
    assert (entry["type"], entry["action"], entry["amount"]) == ("grant", "skill-toggle", 500)


def test_skill_is_switched_off_and_its_share_is_given_back(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter", skills={"int-gmail-check": True, "int-wordpress-post": True})["guid"]
    answer = agents.post(APPLY, apply_body(guid, {"int-wordpress-post": False}))
    assert (answer["prepaidWalletDelta"], answer["restartTriggered"], answer["restartedAt"]) == (-5, False, None)
    assert Decimal(agents.client.control("GET", "/books")["wallet_usd"]) == 300 - 18 + 5
    row = agents.detail(guid)
    assert (row["status"], row["remainingcredits"]) == (0, 1400)
    assert row["credentials"]["wordpress"]["optional"] is True
    (entry,) = agents.post("/UserAgent/TransactionList", {"useragentguid": guid, "limit": 1})["transactions"]
    assert (entry["type"], entry["amount"]) == ("expired", -500)


def test_same_key_gives_the_same_answer_and_changes_nothing(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter")["guid"]
    body = apply_body(guid, {"int-apollo-sales": True})
    first = agents.post(APPLY, body)
    agents.post(APPLY, apply_body(guid, {"int-apollo-sales": False}))
    assert agents.post(APPLY, body) == first
    assert names(agents, guid) == {"int-gmail-check"}
    assert len(agents.client.sandbox.books.payments) == 3


def test_nothing_to_do_costs_nothing(agents: AgentClient) -> None:
    guid = agents.running()
    answer = agents.post(APPLY, apply_body(guid, {"int-gmail-check": True, "int-apollo-sales": False}))
    assert (answer["prepaidWalletDelta"], answer["restartTriggered"]) == (0, False)
    assert agents.detail(guid)["status"] == 4
    assert len(agents.client.sandbox.books.payments) == 1


def test_tier_changes_in_the_same_step(agents: AgentClient) -> None:
    guid = agents.deploy(tier="starter")["guid"]
    answer = agents.post(APPLY, apply_body(guid, {"int-apollo-sales": True}, tier="pro"))
    assert (answer["tier"], answer["pricing"]["newPriceUsd"], answer["prepaidWalletDelta"]) == ("pro", 54, 41)


def test_what_a_skill_depends_on_comes_with_it(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    answer = agents.post(APPLY, apply_body(guid, {"int-metaads-manage": True}))
    assert answer["pricing"]["enabledSkills"] == ["int-gmail-check", "int-metaads-manage", "int-wiro-generator"]
    answer = agents.post(APPLY, apply_body(guid, {"int-wiro-generator": False}))
    assert answer["errors"] == [{"code": 101, "message": "skillsapply-deps-violation"}]
    assert answer["deps"] == ["int-wiro-generator"]


def test_refusals_in_the_order_of_their_codes(agents: AgentClient) -> None:
    (template,) = agents.post("/Agent/Detail", {"slug": "newsletter-manager"})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True}
    (row,) = agents.post("/UserAgent/Deploy", body)["useragents"]
    message = "Skill changes are only available for custom-built agents."
    assert agents.error(APPLY, apply_body(row["guid"], {})) == (200, 100, message)
    guid = agents.deploy()["guid"]
    answer = agents.post(APPLY, apply_body(guid, {"int-brevo-email": True, "int-sendgrid-email": True}))
    assert answer["errors"] == [{"code": 102, "message": "skillsapply-conflict"}]
    assert answer["conflicts"] == [["int-brevo-email", "int-sendgrid-email"]]
    assert agents.error(APPLY, apply_body(guid, {}, tier="starter"))[1:] == (105, "skillsapply-tier-downgrade")
    assert agents.error(APPLY, apply_body(guid, {"int-nothing": True})) == (200, 0, "skill-not-found")
    without_skills = {"useragentguid": guid, "idempotencyKey": "a"}
    assert agents.error(APPLY, without_skills) == (200, 0, "Request parameter [skills] required")
    agents.client.sandbox.set_balance("14.99")
    refused = agents.error(APPLY, apply_body(guid, {"int-apollo-sales": True}))
    assert refused == (200, 103, "skillsapply-insufficient-wallet")
    assert names(agents, guid) == {"int-gmail-check"}
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    agents.client.control("POST", "/agents", {"advance_days": 31})
    assert agents.error(APPLY, apply_body(guid, {}))[1:] == (106, "skillsapply-subscription-inactive")
    without_key = {"useragentguid": guid, "skills": {}}
    assert agents.error(APPLY, without_key) == (200, 0, "Request parameter [idempotencyKey] required")


def test_change_that_fails_is_undone_and_replayed_by_its_key(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    agents.client.control("POST", "/agents", {"roll_back_skills": 1})
    body = apply_body(guid, {"int-apollo-sales": True})
    for _ in range(2):
        assert agents.error(APPLY, body) == (200, 108, "skillsapply-db-tx-failed")
    assert names(agents, guid) == {"int-gmail-check"}
    assert agents.post(APPLY, body | {"idempotencyKey": "another"})["result"] is True


def test_one_change_at_a_time(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    agents.client.control("POST", "/clock", {"time_scale": 1})
    try:
        first = threading.Thread(target=agents.post, args=(APPLY, apply_body(guid, {"int-apollo-sales": True})))
        first.start()
        time.sleep(0.1)
        refused = agents.error(APPLY, apply_body(guid, {"int-lemlist-outreach": True}))
        first.join()
    finally:
        agents.client.control("POST", "/clock", {"time_scale": 50})
    assert refused == (200, 104, "skillsapply-in-progress")
    assert names(agents, guid) == {"int-gmail-check", "int-apollo-sales"}


def test_change_during_a_reset_costs_the_next_test_nothing(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    sandbox = agents.client.sandbox
    sandbox.clock.scale = 1
    refusals = []
    body = apply_body(guid, {"int-apollo-sales": True})
    change = threading.Thread(target=lambda: refusals.append(agents.error(APPLY, body)))
    try:
        change.start()
        wait_until(lambda: sandbox.books.counts["user_agents_skills_apply"])
        sandbox.reset()
        change.join()
    finally:
        sandbox.clock.scale = 50
    assert refusals == [(200, 1, "User agent not found")]
    assert (sandbox.books.payments, agents.client.control("GET", "")["balance"]) == ([], "300")


@pytest.mark.parametrize(("tier", "total"), [("starter", (14, 1500)), ("pro", (42, 4500))])
def test_draft_is_quoted(agents: AgentClient, tier: str, total: tuple[int, int]) -> None:
    skills = ["int-wordpress-post", "int-wiro-generator", "int-unknown"]
    answer = agents.post("/UserAgent/PricingPreview", {"draft": True, "tier": tier, "skills": skills})
    assert (answer["totalPriceUsd"], answer["totalMonthlyCredits"]) == total
    assert answer["enabledSkills"] == answer["directSkills"] == skills[:2]
    assert answer["skillBreakdown"][0] == {
        "skill": "int-wordpress-post",
        "priceUsd": 5,
        "credits": 500,
        "actionCostOverrides": {"create": 60},
    }
    assert answer["peractioncosts"]["create"] == 60
    assert answer["agentBase"] == {"priceUsd": 9, "credits": 1000}


def test_quote_is_what_is_paid(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    body = {"useragentguid": guid, "skillOverrides": {"int-apollo-sales": True}}
    quote = agents.post("/UserAgent/PricingPreview", body)
    assert agents.detail(guid)["monthlypriceusd"] == 39
    applied = agents.post(APPLY, apply_body(guid, {"int-apollo-sales": True}))
    assert applied["pricing"]["newPriceUsd"] == quote["totalPriceUsd"] == 54
    assert agents.error("/UserAgent/PricingPreview", {"tier": "pro"})[2] == "Request parameter [useragentguid] required"
