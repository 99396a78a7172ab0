"""Contradictions about deployed agents, their billing, messages and logs (docs/contradictions.md)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.contradictions import GUID, deployed, kept, operation, sent, sent_body, words
from wiro_client import UNSET, File, InvalidArgumentError, models, parse_timestamp
from wiro_client.operations import OPERATIONS


@pytest.mark.parametrize("name", ["tier", "plan"])
def test_008_the_tier_is_sent_under_its_current_name(name: str) -> None:
    deploy = sent_body("user_agents.deploy", title="Bot", useprepaid=True, agentguid="a", **{name: "pro"})
    assert deploy == {"title": "Bot", "useprepaid": True, "agentguid": "a", "tier": "pro"}


def test_008_both_names_at_once_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="plan"):
        sent("user_agents.deploy", title="Bot", useprepaid=True, tier="starter", plan="pro")


def test_009_upgrades_use_the_current_operation() -> None:
    call = sent("user_agents.upgrade_tier", guid=GUID, plan="pro")
    assert (call.path, call.json) == ("/UserAgent/UpgradeTier", {"guid": GUID, "targetTier": "pro"})
    legacy = OPERATIONS["user_agents_upgrade_plan"]
    assert (legacy.deprecated, legacy.effect) == (True, "charge")
    assert kept(models.UserAgentUpgradeTierResponse, {"tier": "pro", "proratedCharge": 11.33}).prorated_charge == 11.33
    assert kept(models.UserAgentUpgradePlanResponse, {"plan": "agent-pro"}).plan == "agent-pro"


def test_012_creation_times_are_text_or_numbers() -> None:
    as_text = kept(models.UserAgentMessage, {"createdat": "1743350400"})
    as_number = kept(models.UserAgentMessage, {"createdat": 1743350400})
    assert parse_timestamp(as_text.createdat) == parse_timestamp(as_number.createdat) is not None
    assert parse_timestamp(deployed(createdat=1714608000).createdat) == parse_timestamp("1714608000")


def test_024_a_subscription_may_lack_the_text_so_far() -> None:
    known = kept(models.AgentSubscribedFrame, {"type": "agent_subscribed", "agenttoken": "t", "status": "agent_queue"})
    assert (known.status, known.debugoutput) == ("agent_queue", UNSET)
    unknown = kept(models.AgentSubscribedFrame, {"type": "agent_subscribed", "agenttoken": "t", "status": "unknown"})
    assert unknown.status == "unknown"


def test_025_agent_errors_are_text_or_progress() -> None:
    text = kept(models.AgentErrorFrame, {"type": "agent_error", "message": "Agent is temporarily unavailable."})
    assert text.message == "Agent is temporarily unavailable."
    progress = {"type": "agent_error", "message": {"type": "progressGenerate", "raw": "...", "answer": ["..."]}}
    assert kept(models.AgentErrorFrame, progress).message.answer == ["..."]


def test_027_a_renewed_agent_is_stopped_or_queued() -> None:
    assert kept(models.UserAgentRenewSubscriptionResponse, {"action": "undo-cancel"}).amount is UNSET
    renewed = kept(models.UserAgentRenewSubscriptionResponse, {"action": "renewed", "amount": 9})
    assert (renewed.action, renewed.amount) == ("renewed", 9)
    assert {deployed(status=status).status.name for status in (0, 2)} == {"STOPPED", "QUEUED"}
    assert "start it if it is 0" in words(operation("user_agents_renew_subscription")["description"])


@pytest.mark.parametrize("status", [*range(7), 9])
def test_029_a_deployed_agent_may_have_any_status(status: int) -> None:
    decoded = kept(models.UserAgentDeployResponse, {"useragents": [{"status": status}]}).useragents[0].status
    assert (decoded, decoded.is_known) == (status, status != 9)


def test_030_messages_are_json_or_forms_with_files() -> None:
    text = sent("user_agent_messages.send", useragentguid=GUID, message="Hello")
    assert (text.json, text.form) == ({"useragentguid": GUID, "message": "Hello"}, None)
    attachments = [File(b"1", "a.txt"), File(b"2", "b.txt")]
    files = sent("user_agent_messages.send", useragentguid=GUID, message="", attachments=attachments)
    assert files.json is UNSET
    assert files.form is not None
    assert [part.name for part in files.form] == ["useragentguid", "message", "attachments[]", "attachments[]"]
    with pytest.raises(InvalidArgumentError, match="message"):
        sent("user_agent_messages.send", useragentguid=GUID)


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"type": "system"},
        {"type": "progressGenerate", "speed": "14.2", "speedType": "words/s", "elapsedTime": "8.1s", "tokenCount": 105},
        {"type": "agent_end", "speed": 14.2, "elapsedTime": 8100},
        {"type": "model_change", "fromModel": "a", "toModel": "b"},
    ],
)
def test_031_message_metadata_is_open(metadata: dict[str, Any]) -> None:
    decoded = kept(models.UserAgentMessage, {"metadata": metadata}).metadata
    assert decoded.speed == metadata.get("speed", UNSET)
    assert decoded.additional_properties == {key: metadata[key] for key in metadata if key.endswith("Model")}


@pytest.mark.parametrize("pack", ["small", "package2"])
def test_034_pack_keys_are_sent_as_given(pack: str) -> None:
    purchase = sent_body("user_agents.create_extra_credit_checkout", useragentguid=GUID, pack=pack, useprepaid=True)
    assert purchase["pack"] == pack
    assert deployed(agent={"extracreditpacks": [{"packkey": pack}]}).agent.extracreditpacks[0].packkey == pack


def test_041_prices_have_three_names() -> None:
    tiers = deployed(agent={"tiers": {"starter": {"priceUsd": 9}, "pro": {"price": 29}}}).agent.tiers
    assert (tiers.starter.price_usd, tiers.starter.price, tiers.pro.price) == (9, UNSET, 29)
    assert deployed(agent={"extracreditpacks": [{"priceusd": 45}]}).agent.extracreditpacks[0].priceusd == 45


def test_048_attachments_may_be_missing() -> None:
    assert kept(models.UserAgentMessage, {}).attachments is UNSET
    assert kept(models.UserAgentMessage, {"attachments": []}).attachments == []
    row = {"url": "https://a.example", "name": "a.png", "type": "image/png", "size": 12}
    assert kept(models.UserAgentMessage, {"attachments": [row]}).attachments[0].name == "a.png"


@pytest.mark.parametrize("plan", ["agent", "agent-pro", "agent-starter"])
def test_059_subscription_plans_are_open(plan: str) -> None:
    assert deployed(subscription={"plan": plan, "status": "active"}).subscription.plan == plan


def test_060_prices_are_read_and_not_computed() -> None:
    quote = kept(
        models.UserAgentPricingPreviewResponse,
        {"tiermultiplier": 3, "totalPriceUsd": 14, "tiers": {"starter": {"priceUsd": 9}, "pro": {"priceUsd": 14}}},
    )
    assert (quote.total_price_usd, quote.tiers.pro.price_usd) == (14, 14)


@pytest.mark.parametrize("template", [{}, {"extracreditpacks": []}, {"extracreditpacks": [{"packkey": "small"}]}])
def test_061_credit_packs_may_be_missing(template: dict[str, Any]) -> None:
    packs = deployed(tier="starter", agent=template).agent.extracreditpacks
    assert (packs is UNSET) == (not template)
    assert len(packs or []) == len(template.get("extracreditpacks", []))


@pytest.mark.parametrize(("kind", "known"), [("expired", True), ("cancel", True), ("something-new", False)])
def test_062_transaction_types_are_open(kind: str, known: bool) -> None:
    row = kept(models.UserAgentTransaction, {"type": kind})
    assert (row.type_, row.type_.is_known) == (kind, known)


def test_063_all_agent_statuses_have_names() -> None:
    names = [deployed(status=status).status.name for status in range(7)]
    assert names == ["STOPPED", "STOPPING", "QUEUED", "STARTING", "RUNNING", "ERROR", "SETUP_REQUIRED"]
    assert not deployed(status=42).status.is_known


def test_075_the_order_of_log_events_is_not_relied_on() -> None:
    samples: dict[str, list[int]] = {}
    for operation_id in ("user_agents_logs", "user_agents_logs_file"):
        content = operation(operation_id)["responses"]["200"]["content"]["application/json"]
        for name, example in content["examples"].items():
            samples[name] = [event["ts"] for event in example["value"]["events"]]
    assert samples["UserAgent.Logs.response.1"] == sorted(samples["UserAgent.Logs.response.1"], reverse=True)
    assert samples["UserAgent.LogsFile.response.1"] == sorted(samples["UserAgent.LogsFile.response.1"])
    assert "newest event by `ts`" in words(operation("user_agents_logs")["description"])


def test_077_nothing_is_charged_without_saying_so() -> None:
    with pytest.raises(InvalidArgumentError, match="useprepaid"):
        sent("user_agents.deploy", title="Bot", agentguid="a")


@pytest.mark.parametrize("fields", [{}, {"subscription": None}])
def test_078_an_agent_may_have_no_subscription(fields: dict[str, Any]) -> None:
    assert not deployed(**fields).subscription
