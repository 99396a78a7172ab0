import json
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.consents import ConsentPage, press
from tests.support.deployed_agents import deploy_connectable, own_app_fields
from tests.support.documented_operations import documented_messages
from tests.support.sandbox_client import SandboxClient

BACK = "https://app.example/settings?tab=accounts&empty="


@pytest.fixture
def guid(client: SandboxClient) -> str:
    return deploy_connectable(client)


def authorize_url(client: SandboxClient, guid: str, prefix: str = "X", **options: str) -> str:
    answer = client.post(f"/UserAgentOAuth/{prefix}Connect", {"useragentguid": guid, "redirecturl": BACK, **options})
    assert answer["result"] is True, answer
    url: str = answer["authorizeUrl"]
    return url


def test_person_allows(client: SandboxClient, guid: str) -> None:
    address, parameters = press(client.http, authorize_url(client, guid))
    assert address == "https://app.example/settings"
    assert parameters == {"tab": "accounts", "empty": "", "x_connected": "true", "x_username": "jane_doe"}
    assert client.post("/UserAgentOAuth/XStatus", {"useragentguid": guid})["username"] == "jane_doe"
    assert client.sandbox.books.counts["user_agent_oauth_x_callback"] == 1


@pytest.mark.parametrize(("prefix", "name"), [("X", "x"), ("GAds", "gads"), ("FB", "fb")])
def test_every_documented_failure_can_happen(client: SandboxClient, guid: str, prefix: str, name: str) -> None:
    fields = own_app_fields("facebook-pages", "appid", "appsecret")
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": fields})
    documented = documented_messages(f"user_agent_oauth_{name}_callback")
    for error in documented - {"missing_params", "session_expired"}:
        url = authorize_url(client, guid, prefix, authmethod="own" if prefix == "FB" else "wiro")
        _, parameters = press(client.http, url, "Deny" if error == "authorization_denied" else error)
        assert parameters[f"{name}_error"] == error
        assert parameters[f"{name}_error_detail"]
        assert f"{name}_connected" not in parameters
        assert client.post(f"/UserAgentOAuth/{prefix}Status", {"useragentguid": guid})["connected"] is False
    assert ("no_pages" in documented, "template_not_found" in documented) == (prefix == "FB", prefix == "GAds")


def test_unknown_code_fails_the_token_exchange(client: SandboxClient, guid: str) -> None:
    page = ConsentPage(client.http.get(authorize_url(client, guid)).text)
    response = client.http.get(page.action, params={**page.hidden, "code": "sandbox-fail-no_pages"})
    assert "x_error=token_exchange_failed" in response.headers["location"]


def test_state_is_good_for_one_callback(client: SandboxClient, guid: str) -> None:
    url = authorize_url(client, guid)
    press(client.http, url)
    assert press(client.http, url)[1]["x_error"] == "session_expired"


def test_state_expires_after_fifteen_minutes(client: SandboxClient, guid: str) -> None:
    url = authorize_url(client, guid)
    client.control("POST", "/agents", {"advance_days": 1})
    assert press(client.http, url)[1]["x_error"] == "session_expired"


def test_callback_without_a_code_can_be_repeated(client: SandboxClient, guid: str) -> None:
    url = authorize_url(client, guid)
    page = ConsentPage(client.http.get(url).text)
    response = client.http.get(page.action, params=page.hidden)
    assert "x_error=missing_params" in response.headers["location"]
    assert press(client.http, url)[1]["x_connected"] == "true"


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ({}, 400, "missing_params"),
        ({"code": "sandbox-granted"}, 400, "missing_params"),
        ({"state": "unknown", "code": "sandbox-granted"}, 400, "session_expired"),
    ],
)
def test_callback_that_belongs_nowhere(client: SandboxClient, query: dict[str, str], status: int, message: str) -> None:
    response = client.http.get("/UserAgentOAuth/XCallback", params=query)
    assert response.status_code == status
    assert response.json() == {"result": False, "errors": [{"code": 0, "message": message}]}


def test_state_of_another_provider_is_not_accepted(client: SandboxClient, guid: str) -> None:
    state = parse_qs(urlsplit(authorize_url(client, guid)).query)["state"][0]
    response = client.http.get("/UserAgentOAuth/TikTokCallback", params={"state": state, "code": "sandbox-granted"})
    assert response.status_code == 400


def test_unknown_provider(client: SandboxClient) -> None:
    root = client.sandbox.base_url.removesuffix("/v1")
    assert client.http.get(f"{root}/consent/Nobody").status_code == 404
    assert client.http.get("/UserAgentOAuth/NobodyCallback").status_code == 404
    assert client.http.post("/UserAgentOAuth/XCallback", json={}).status_code == 404


def test_facebook_without_pages(client: SandboxClient, guid: str) -> None:
    fields = own_app_fields("facebook-pages", "appid", "appsecret")
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": fields})
    url = authorize_url(client, guid, "FB", authmethod="own")
    _, parameters = press(client.http, url, "Allow, with no account to choose")
    assert parameters["fb_error"] == "no_pages"
    assert "no_pages" in documented_messages("user_agent_oauth_fb_callback")


@pytest.mark.parametrize(("prefix", "name"), [("GAds", "gads"), ("YT", "yt")])
def test_account_list_may_be_empty_or_missing(client: SandboxClient, guid: str, prefix: str, name: str) -> None:
    url = authorize_url(client, guid, prefix)
    _, parameters = press(client.http, url, "Allow, with no account to choose")
    assert parameters[f"{name}_connected"] == "true"
    # The list of Google Ads is missing where no developer token is available.
    assert parameters.get("yt_channels") == ("[]" if prefix == "YT" else None)
    assert "gads_accounts" not in parameters


def test_lists_are_json(client: SandboxClient, guid: str) -> None:
    _, parameters = press(client.http, authorize_url(client, guid, "GA4"))
    rows = json.loads(parameters["ga4_properties"])
    assert rows[0] == {
        "propertyid": "123456789",
        "propertydisplayname": "MyApp — Production",
        "accountname": "MyApp",
    }


def test_own_app_that_was_taken_away_is_invalid(client: SandboxClient, guid: str) -> None:
    fields = own_app_fields("twitter", "clientid", "clientsecret")
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": fields})
    url = authorize_url(client, guid, authmethod="own")
    emptied = [{"credentialkey": "twitter", "fieldname": "clientsecret", "fieldvalue": ""}]
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": emptied})
    assert press(client.http, url)[1]["x_error"] == "invalid_config"


def test_page_shows_who_asks_and_trusts_nothing(client: SandboxClient, guid: str) -> None:
    url = authorize_url(client, guid)
    shown = client.http.get(url)
    assert "Wiro asks for" in shown.text
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    root = client.sandbox.base_url.removesuffix("/v1")
    evil = '"><script>alert(1)</script>'
    page = client.http.get(f"{root}/consent/X", params={"client_id": evil, "state": evil, "redirect_uri": evil})
    assert "<script>" not in page.text
    assert ConsentPage(page.text).action == f"{root}/v1/UserAgentOAuth/XCallback"


def test_faults_hit_the_callback(client: SandboxClient, guid: str) -> None:
    url = authorize_url(client, guid)
    fault = {"operation": "user_agent_oauth_x_callback", "kind": "status", "status": 503, "times": 1}
    client.control("POST", "/faults", fault)
    page = ConsentPage(client.http.get(url).text)
    name, value = page.buttons["Allow"]
    assert client.http.get(page.action, params={**page.hidden, name: value}).status_code == 503
    assert press(client.http, url)[1]["x_connected"] == "true"
