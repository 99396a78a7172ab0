import re
from pathlib import Path

import pytest

from tests.support.contract import openapi_document
from wiro.sandbox.agents.operations import AGENT_OPERATIONS
from wiro.sandbox.agents.refusals import AGENT_REFUSALS, refuse_agent

# Documented refusals that no state of these operations leads to, and why.
UNREACHABLE = {
    "Agent not found or inactive": "all templates of the sandbox are active",
    "Subscription price must be greater than $0. Add at least one paid skill or set agent base price.": "base of $9",
    "Renewal pricing must be greater than $0. Add at least one paid skill or set agent base price.": "base of $9",
    "Pricing not available for this plan": "every tier has a price",
    "Renewal pricing not available": "every tier has a price",
    "Failed to compute target-tier pricing": "every tier has a price",
    "Wallet deduction failed: ...": "the wallet does not fail",
    "Could not retrieve wallet balance": "the wallet does not fail",
    "transactions-list-failed": "the ledger does not fail",
    "Stripe subscriptions must be cancelled via Stripe portal": "cards exist on the website only",
    "Stripe subscriptions must be managed via Stripe portal": "cards exist on the website only",
    "Stripe subscriptions must be renewed via Stripe checkout": "cards exist on the website only",
    "Extra credit pack not available for this agent.": "every agent has all packs",
    "You are not a member of this team": "told where teams are, in wiro.sandbox.teams",
    "skillsapply-template-only": "told by its sentence, which has the same code",
}


def documented() -> set[tuple[int | None, str]]:
    ids = {operation.id for operation in AGENT_OPERATIONS}
    return {
        (error["code"], error["message"])
        for methods in openapi_document()["paths"].values()
        for operation in methods.values()
        if operation.get("operationId") in ids
        for error in operation.get("x-wiro-documented-errors", ())
    }


def pattern(text: str) -> str:
    """Make the ways of the documentation to write a value equal to ours."""
    text = text.replace("$X.XX", "${required}").replace("$Y.YY", "${available}")
    return re.sub(r"\(expected X, got Y\)", "(expected {expected}, got {got})", text)


@pytest.mark.parametrize("name", sorted(AGENT_REFUSALS))
def test_text_and_code_are_documented(name: str) -> None:
    code, text = AGENT_REFUSALS[name]
    codes = {given for given, message in documented() if pattern(message) == text}
    assert codes, text
    assert codes & {None, code}


def test_every_documented_refusal_is_there_or_cannot_happen() -> None:
    texts = {text for _, text in AGENT_REFUSALS.values()}
    assert {message for _, message in documented() if pattern(message) not in texts} <= set(UNREACHABLE)


def test_refusals_that_cannot_happen_are_named_for_users() -> None:
    text = (Path(__file__).parents[4] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    given = [message for message, reason in UNREACHABLE.items() if "wiro.sandbox.teams" in reason]
    assert [message for message in UNREACHABLE if f"`{message}`" not in text] == given


def test_extra_keys_stand_beside_the_errors() -> None:
    refusal = refuse_agent("not_running", {"agentstatus": 2}, n=2)
    assert refusal.to_dict() == {
        "result": False,
        "errors": [{"code": 0, "message": "Agent is not running. Current status: 2"}],
        "agentstatus": 2,
    }


def test_values_are_not_read_as_texts() -> None:
    refusal = refuse_agent("period_mismatch", expected="{got}", got="2026-01")
    assert refusal.message == "period mismatch (expected {got}, got 2026-01)"
