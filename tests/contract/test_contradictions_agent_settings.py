"""Contradictions about the credentials and skills of deployed agents (docs/contradictions.md)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.contradictions import GUID, deployed, kept, sent, sent_body
from wiro_client import UNSET, models


def test_014_skills_have_three_forms() -> None:
    assert deployed(skills=["int-gmail-check"]).skills == ["int-gmail-check"]
    rows = deployed(skills=[{"name": "int-gmail-check", "enabled": True, "_edited": False}]).skills
    assert (rows[0].name, rows[0].enabled) == ("int-gmail-check", True)
    switches = deployed(skills={"int-gmail-check": True, "website": False}).skills
    assert switches.additional_properties == {"int-gmail-check": True, "website": False}


def test_015_skill_descriptions_are_a_list_or_a_map() -> None:
    row = {"name": "int-gmail-check", "title": "Gmail"}
    assert deployed(skillsmeta=[row]).skillsmeta[0].title == "Gmail"
    assert deployed(skillsmeta={"int-gmail-check": row}).skillsmeta["int-gmail-check"].title == "Gmail"
    assert kept(models.Agent, {"skillsmeta": [row]}).skillsmeta[0].title == "Gmail"
    assert kept(models.Agent, {"skillsmeta": {"int-gmail-check": row}}).skillsmeta["int-gmail-check"].title == "Gmail"


def test_016_oauth_providers_are_objects_names_or_null() -> None:
    def provider(value: Any) -> Any:
        agent = deployed(credentials={"instagram": {"_schema": {"title": "Instagram", "oauth_provider": value}}})
        return agent.credentials["instagram"].field_schema.oauth_provider

    assert provider("instagram") == "instagram"
    assert provider(None) is None
    assert provider({"auth_method_value": "wiro"}).auth_method_value == "wiro"


def test_017_credential_writes_are_answered_in_two_forms() -> None:
    model = models.UserAgentCredentialUpsertResponse
    counted = kept(model, {"result": True, "applied": 2, "errors": ["agent-fieldstatus-not-allowed-for-role"]})
    assert (counted.applied, counted.errors) == (2, ["agent-fieldstatus-not-allowed-for-role"])
    listed = kept(model, {"result": True, "useragents": [{"guid": GUID, "setuprequired": True, "status": 0}]})
    assert (listed.applied, listed.useragents[0].setuprequired) == (UNSET, True)


@pytest.mark.parametrize("key", ["twitter", "twitterx", "sys-telegram", "telegram", "var-website", "facebook-pages"])
def test_019_credential_keys_are_sent_as_given(key: str) -> None:
    row = {"credentialkey": key, "fieldname": "clientid", "fieldvalue": "1"}
    assert sent_body("user_agents.credential_upsert", useragentguid=GUID, fields=[row])["fields"] == [row]
    assert list(deployed(credentials={key: {"clientid": "1"}}).credentials.additional_properties) == [key]


@pytest.mark.parametrize("name", ["url", "siteurl", "user", "username", "apppassword", "applicationpass"])
def test_020_credential_fields_are_free(name: str) -> None:
    credential = deployed(credentials={"wordpress": {"optional": False, name: "x"}}).credentials["wordpress"]
    assert credential[name] == "x"


def test_028_deployed_credentials_can_be_checked() -> None:
    credentials = {"gmail": {"account": "a", "apppassword": "b"}}
    deploy = sent_body("user_agents.deploy", title="Bot", useprepaid=True, custom=True, credentials=credentials)
    assert deploy["credentials"] == credentials
    agent = deployed(setuprequired=True, credentials={"gmail": {"_required_missing": True, "account": ""}})
    assert (agent.setuprequired, agent.credentials["gmail"].field_required_missing) == (True, True)


@pytest.mark.parametrize("key", ["content-tone", "cs-content-tone", "cron-scan", "cs-cron-scan"])
def test_037_skill_keys_are_sent_as_given(key: str) -> None:
    assert sent_body("user_agents.custom_skill_upsert", useragentguid=GUID, skillkey=key)["skillkey"] == key
    assert deployed(customskills=[{"key": key}]).customskills[0].key == key


@pytest.mark.parametrize("place", ["customskills", "scheduledskills"])
def test_038_schedules_are_in_either_list(place: str) -> None:
    agent = deployed(**{place: [{"key": "cron-scan", "interval": "0 9 * * *", "_source": "skill-bundle"}]})
    assert getattr(agent, place)[0].interval == "0 9 * * *"
    assert {agent.customskills is UNSET, agent.scheduledskills is UNSET} == {True, False}


@pytest.mark.parametrize("value", ['["761381461"]', ["761381461"]])
def test_039_allowed_users_are_text_or_a_list(value: Any) -> None:
    row = {"credentialkey": "sys-telegram", "fieldname": "allowedusers", "fieldvalue": value}
    assert sent_body("user_agents.credential_upsert", useragentguid=GUID, fields=[row])["fields"] == [row]
    assert (
        deployed(credentials={"sys-telegram": {"allowedusers": value}}).credentials["sys-telegram"]["allowedusers"]
        == value
    )


@pytest.mark.parametrize("name", ["apiKey", "apikey", "masterapikey"])
def test_040_field_names_keep_their_case(name: str) -> None:
    row = {"credentialkey": "brevo", "fieldname": name, "fieldvalue": "x"}
    assert sent_body("user_agents.credential_upsert", useragentguid=GUID, fields=[row])["fields"] == [row]
    assert deployed(credentials={"brevo": {name: "x"}}).credentials["brevo"].to_dict() == {name: "x"}


def test_052_no_field_status_is_sent_by_itself() -> None:
    row = models.UserAgentCredentialFieldWrite(credentialkey="meta-ads", fieldname="appid", fieldvalue="1")
    write = sent_body("user_agents.credential_upsert", useragentguid=GUID, fields=[row])
    assert write["fields"] == [{"credentialkey": "meta-ads", "fieldname": "appid", "fieldvalue": "1"}]


def test_054_writes_do_not_depend_on_the_editable_flag() -> None:
    row = deployed(
        scheduledskills=[{"key": "cron-scan", "_source": "skill-bundle", "_editable": False}]
    ).scheduledskills[0]
    assert row.field_editable is False
    call = sent(
        "user_agents.custom_skill_upsert", useragentguid=GUID, skillkey=row.key, value="x", interval="0 9 * * *"
    )
    assert call.json == {"useragentguid": GUID, "skillkey": "cron-scan", "value": "x", "interval": "0 9 * * *"}


def test_055_skill_names_are_sent_as_given() -> None:
    skills = {"int-wordpress-post": True, "website": True, "metaads-manage": False}
    call = sent("user_agents.skills_apply", useragentguid=GUID, skills=skills, idempotency_key="k")
    assert call.json == {"useragentguid": GUID, "skills": skills, "idempotencyKey": "k"}


def test_056_registry_skills_have_open_categories_and_two_price_forms() -> None:
    assert kept(models.Skill, {"category": "util"}).category == "util"
    newer = kept(models.Skill, {"pricing": {"monthly_price_weight_usd": 5.5, "monthly_credits_weight": 550}})
    assert newer.pricing.monthly_price_weight_usd == 5.5
    older = kept(models.Skill, {"pricing": {"base_price_usd": 5, "base_credits": 500}})
    assert older.pricing.to_dict() == {"base_price_usd": 5, "base_credits": 500}


@pytest.mark.parametrize("mode", ["oauth", "oauth_or_api_key", "something-new"])
def test_057_credential_modes_are_open(mode: str) -> None:
    credential = deployed(credentials={"x": {"_schema": {"credential_mode": mode}}}).credentials["x"]
    assert credential.field_schema.credential_mode == mode


def test_058_session_modes_are_text_or_choices() -> None:
    def mode(value: Any) -> Any:
        return deployed(credentials={"sys-telegram": {"sessionmode": value}}).credentials["sys-telegram"].sessionmode

    assert mode("collaborative") == "collaborative"
    assert mode("group") == "group"
    assert mode([{"value": "private", "text": "Private", "selected": True}])[0].selected is True
