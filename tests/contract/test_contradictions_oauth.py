"""Contradictions about connecting agents to third-party accounts (docs/contradictions.md)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.contradictions import GUID, deployed, kept, schema, sent
from wiro_client import UNSET, models, parse_timestamp
from wiro_client.operations import OPERATIONS


def test_010_oauth_requests_are_lower_case_and_answers_either() -> None:
    call = sent("user_agent_oauth.x_connect", userAgentGuid=GUID, redirectUrl="https://a.example", authMethod="own")
    assert call.json == {"useragentguid": GUID, "redirecturl": "https://a.example", "authmethod": "own"}
    older = {"connected": True, "connectedAt": "2025-04-01T12:00:00.000Z", "tokenExpiresAt": ""}
    assert kept(models.UserAgentOauthStatusResponse, older).connectedat == "2025-04-01T12:00:00.000Z"
    tokens = kept(models.UserAgentOauthTokenRefreshResponse, {"accessToken": "a", "refreshToken": "b"})
    assert (tokens.accesstoken, tokens.refreshtoken) == ("a", "b")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("1714694410", 1714694410),
        (1714694410, 1714694410),
        (1714694410000, 1714694410),
        ("2024-05-03T00:00:10.000Z", 1714694410),
        ("", None),
        (None, None),
    ],
)
def test_011_times_come_in_many_forms(value: Any, seconds: int | None) -> None:
    status = kept(models.UserAgentOauthStatusResponse, {"connected": True, "connectedat": value})
    moment = parse_timestamp(status.connectedat)
    assert (moment.timestamp() if moment else None) == seconds


@pytest.mark.parametrize("provider", ["facebook", "facebook-pages", "googleads", "google-ads", "metaads", "meta-ads"])
def test_018_token_refresh_takes_both_spellings(provider: str) -> None:
    call = sent("user_agent_oauth.token_refresh", useragentguid=GUID, provider=provider)
    assert call.json == {"useragentguid": GUID, "provider": provider}
    documented = schema("UserAgentOauthTokenRefreshRequest")["properties"]["provider"]["enum"]
    assert provider in documented
    assert "mailchimp" not in documented


def test_021_facebook_redirects_name_the_pages() -> None:
    pages = kept(models.UserAgentOauthFbRedirect, {"fb_connected": "true", "fb_pages": [{"id": "1", "name": "A"}]})
    assert pages.fb_pages[0].id == "1"
    overview = kept(models.UserAgentOauthFbRedirect, {"fb_connected": "true", "fb_pagename": "A"})
    assert (overview.fb_pagename, overview.fb_pages) == ("A", UNSET)


def test_022_oauth_redirects_have_two_forms() -> None:
    prefixed = kept(models.UserAgentOauthXRedirect, {"x_error": "authorization_denied", "x_error_detail": "no"})
    assert prefixed.x_error == "authorization_denied"
    plain = kept(models.UserAgentOauthXRedirect, {"result": "false", "error": "authorization_denied"})
    assert (plain.x_connected, plain.to_dict()["error"]) == (UNSET, "authorization_denied")


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ("UserAgentOauthYtStatusResponse", ["channelid", "channelname", "channeltitle"]),
        ("UserAgentOauthGa4StatusResponse", ["propertyid", "propertyname", "propertydisplayname"]),
        ("UserAgentOauthMetaadsStatusResponse", ["adaccountid", "adaccountname", "username"]),
        ("UserAgentOauthGadsStatusResponse", ["customerid", "customerdescriptivename"]),
        ("UserAgentOauthLiStatusResponse", ["linkedinname"]),
        ("UserAgentOauthMcStatusResponse", ["merchantid"]),
    ],
)
def test_035_every_identity_field_is_read(model: str, fields: list[str]) -> None:
    for field in fields:
        assert getattr(kept(getattr(models, model), {"connected": True, field: "x"}), field) == "x"


def test_036_secrets_of_oauth_apps_are_hidden() -> None:
    agent = deployed(credentials={"instagram": {"appid": "1", "appsecret": "s3cret", "clientsecret": "s3cret"}})
    assert agent.credentials["instagram"].clientsecret == "s3cret"
    assert "s3cret" not in repr(agent)
    assert deployed(credentials={"instagram": {"appid": "1"}}).credentials["instagram"].clientsecret is UNSET
    write = models.UserAgentCredentialFieldWrite(credentialkey="instagram", fieldname="appsecret", fieldvalue="s3cret")
    assert "s3cret" not in repr(write)
    assert "instagram" in repr(write)


def test_049_connected_does_not_mean_ready() -> None:
    status = kept(models.UserAgentOauthMetaadsStatusResponse, {"connected": True, "username": ""})
    assert (status.connected, status.username) == (True, "")
    agent = deployed(setuprequired=False, credentials={"mailchimp": {"_connected": False, "apiKey": "x"}})
    assert (agent.setuprequired, agent.credentials["mailchimp"].field_connected) == (False, False)


@pytest.mark.parametrize("body", [{"result": True}, {"result": True, "pageid": "456", "pagename": "Page B"}])
def test_050_the_chosen_page_may_be_missing(body: dict[str, Any]) -> None:
    assert kept(models.UserAgentOauthFbSetPageResponse, body).pageid == body.get("pageid", UNSET)


@pytest.mark.parametrize("body", [{"customerid": "1"}, {"customerid": "1", "customerdescriptivename": "Acme"}])
def test_051_the_customer_name_may_be_missing(body: dict[str, Any]) -> None:
    answer = kept(models.UserAgentOauthGadsSetCustomerIdResponse, body)
    assert (answer.customerid, answer.customerdescriptivename) == ("1", body.get("customerdescriptivename", UNSET))


@pytest.mark.parametrize("fields", [{}, {"tokenexpiresat": None}, {"tokenexpiresat": "2026-06-16T12:00:00.000Z"}])
def test_053_expiry_times_may_be_missing(fields: dict[str, Any]) -> None:
    credential = deployed(credentials={"instagram": {"optional": False, **fields}}).credentials["instagram"]
    assert credential.tokenexpiresat == fields.get("tokenexpiresat", UNSET)


def test_074_google_drive_uses_the_service_account() -> None:
    drive = {operation.path for operation in OPERATIONS.values() if "GoogleDrive" in operation.path}
    assert drive == {"/UserAgentOAuth/GoogleDriveListFolders"}
