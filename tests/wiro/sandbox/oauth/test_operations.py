import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.deployed_agents import deploy_connectable, own_app_fields
from tests.support.documented_operations import answer_examples, documented_messages, operations, request_examples
from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.sandbox.oauth.providers import PROVIDERS, Provider

BACK = "https://app.example/settings?tab=accounts"
ALL = list(PROVIDERS.values())
OWN_ONLY = ["IG", "FB", "LI", "MetaAds"]
CHOOSING = [provider for provider in ALL if provider.choice is not None]


@pytest.fixture
def guid(client: SandboxClient) -> str:
    return deploy_connectable(client)


def path(provider: Provider, name: str) -> str:
    return f"/UserAgentOAuth/{provider.prefix}{name}"


def use_own_app(client: SandboxClient, guid: str, provider: Provider) -> None:
    fields = own_app_fields(provider.credential, *provider.app_fields)
    answer = client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": fields})
    assert answer["result"] is True, answer


def connect(client: SandboxClient, guid: str, provider: Provider, redirect: str = BACK) -> str:
    """Start a flow in whatever mode the provider has, and return the address of the consent page."""
    method = "wiro" if provider.has_shared_app else "own"
    if method == "own":
        use_own_app(client, guid, provider)
    body = {"useragentguid": guid, "redirecturl": redirect, "authmethod": method}
    answer = client.post(path(provider, "Connect"), body)
    assert answer["result"] is True, answer
    address: str = answer["authorizeUrl"]
    return address


def consent(client: SandboxClient, address: str, **answer: str) -> dict[str, str]:
    """Press a button of the consent page; return the parameters of the redirect."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    response = client.http.get(
        query["redirect_uri"], params={"state": query["state"], **(answer or {"code": "sandbox-granted"})}
    )
    assert response.status_code == 302, response.text
    return {name: values[0] for name, values in parse_qs(urlsplit(response.headers["location"]).query).items()}


def choose(client: SandboxClient, guid: str, provider: Provider, row: int = 0) -> dict[str, Any]:
    choice = provider.choice
    assert choice is not None
    chosen = choice.rows[row]
    body = {choice.id_parameter: chosen[choice.row_id], choice.name_parameter: chosen[choice.row_name]}
    return client.post(path(provider, choice.operation), {"useragentguid": guid, **body})


@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.prefix)
def test_account_is_connected_chosen_and_forgotten(client: SandboxClient, guid: str, provider: Provider) -> None:
    def status() -> dict[str, Any]:
        return client.post(path(provider, "Status"), {"useragentguid": guid})

    before = status()
    assert before["connected"] is False
    told = {name: value for name, value in before.items() if name not in ("result", "errors", "connected")}
    assert set(told.values()) == {""}
    parameters = consent(client, connect(client, guid, provider))
    assert parameters.pop("tab") == "accounts"
    assert parameters.pop(f"{provider.parameter}_connected") == "true"
    if provider.choice is not None:
        rows = json.loads(parameters.pop(provider.choice.parameter))
        assert rows == [dict(row) for row in provider.choice.rows]
        assert status()["connected"] is not provider.choice.needed
        assert choose(client, guid, provider)["result"] is True
    assert set(parameters) == set(provider.redirect)
    after = status()
    assert after["connected"] is True
    assert after.keys() == before.keys()
    assert all(after[name] for name in provider.status)
    assert after["connectedat"].endswith(".000Z")
    credential = client.post("/UserAgent/Detail", {"guid": guid})["useragents"][0]["credentials"][provider.credential]
    assert credential["_connected"] is True
    assert client.post(path(provider, "Disconnect"), {"useragentguid": guid}) == {"result": True, "errors": []}
    assert status() == before
    assert client.post(path(provider, "Disconnect"), {"useragentguid": guid})["result"] is True


@pytest.mark.parametrize(("operation", "name", "body"), request_examples("user_agent_oauth_"))
def test_documented_requests_get_the_documented_answers(
    client: SandboxClient, guid: str, operation: str, name: str, body: dict[str, Any]
) -> None:
    documented = operations()[operation]["path"]
    names = [provider for provider in ALL if documented.startswith(path(provider, ""))]
    if "provider" in body:
        names = [provider for provider in ALL if body["provider"] in provider.refresh_names]
    for provider in names:
        consent(client, connect(client, guid, provider))
        use_own_app(client, guid, provider)
        if provider.choice is not None and not documented.endswith(provider.choice.operation):
            choose(client, guid, provider)
    answer = client.post(documented, body | {"useragentguid": guid})
    assert answer["result"] is True, answer
    examples = answer_examples(operation)
    assert not examples or any(example.keys() <= answer.keys() for example in examples)
    for example in examples:
        # GAdsSetCustomerId and FBSetPage are documented with and without the name.
        assert example.keys() - answer.keys() <= {"customerdescriptivename"}


def test_connect_leads_to_a_page_of_the_sandbox_that_knows_the_flow(client: SandboxClient, guid: str) -> None:
    address = connect(client, guid, PROVIDERS["X"])
    root = client.sandbox.base_url.removesuffix("/v1")
    assert address.startswith(f"{root}/consent/X?")
    query = parse_qs(urlsplit(address).query)
    assert query["redirect_uri"] == [f"{root}/v1/UserAgentOAuth/XCallback"]
    assert (query["client_id"], query["code_challenge_method"]) == (["wiro-sandbox-app"], ["S256"])
    use_own_app(client, guid, PROVIDERS["X"])
    body = {"userAgentGuid": guid, "redirectUrl": BACK, "authMethod": "own"}
    own = parse_qs(urlsplit(client.post("/UserAgentOAuth/XConnect", body)["authorizeUrl"]).query)
    assert own["client_id"] == ["own-clientid"]
    assert own["state"] != query["state"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"redirecturl": BACK}, "Missing useragentguid"),
        ({"useragentguid": ""}, "Missing useragentguid"),
        ({"useragentguid": "known"}, "Missing redirecturl"),
        ({"useragentguid": "known", "redirecturl": "http://app.example/"}, "Invalid redirect URL"),
        ({"useragentguid": "known", "redirecturl": "javascript:alert(1)"}, "Invalid redirect URL"),
        ({"useragentguid": "known", "redirecturl": "https://"}, "Invalid redirect URL"),
        ({"useragentguid": "known", "redirecturl": "https://[oops"}, "Invalid redirect URL"),
        ({"useragentguid": "known", "redirecturl": "https://a.example/\r\nSet-Cookie: a=b"}, "Invalid redirect URL"),
        ({"useragentguid": "unknown", "redirecturl": BACK}, "User agent not found or unauthorized"),
    ],
)
def test_connect_is_refused_in_the_documented_words(
    client: SandboxClient, guid: str, body: dict[str, Any], message: str
) -> None:
    body = body | ({"useragentguid": guid} if body.get("useragentguid") == "known" else {})
    status, _, text = client.error("/UserAgentOAuth/XConnect", body)
    assert (status, text) == (200, message)
    assert message in documented_messages("user_agent_oauth_x_connect")


@pytest.mark.parametrize("redirect", ["http://localhost:3000/a", "http://127.0.0.1/", "https://app.example"])
def test_redirects_to_this_machine_need_no_https(client: SandboxClient, guid: str, redirect: str) -> None:
    assert consent(client, connect(client, guid, PROVIDERS["X"], redirect))["x_connected"] == "true"


@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.prefix)
def test_modes(client: SandboxClient, guid: str, provider: Provider) -> None:
    body = {"useragentguid": guid, "redirecturl": BACK}
    refused = (200, 0, f"{provider.name} credentials not configured")
    assert client.error(path(provider, "Connect"), body | {"authmethod": "own"}) == refused
    if provider.prefix in OWN_ONLY:
        assert client.error(path(provider, "Connect"), body) == refused
    else:
        assert client.post(path(provider, "Connect"), body)["result"] is True
    use_own_app(client, guid, provider)
    assert client.post(path(provider, "Connect"), body | {"authmethod": "own"})["result"] is True


def test_own_app_needs_every_field(client: SandboxClient, guid: str) -> None:
    fields = own_app_fields("linkedin", "clientid", "clientsecret")
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": fields})
    body = {"useragentguid": guid, "redirecturl": BACK, "authmethod": "own"}
    assert client.error("/UserAgentOAuth/LIConnect", body)[2] == "LinkedIn credentials not configured"


def test_message_of_meta_ads_is_the_documented_one() -> None:
    message = f"{PROVIDERS['MetaAds'].name} credentials not configured"
    assert message in documented_messages("user_agent_oauth_metaads_connect")


def test_agent_without_the_credential_cannot_connect(client: SandboxClient) -> None:
    (template,) = client.post("/Agent/Detail", {"slug": "blog-content-editor"})["agents"]
    body = {"agentguid": template["guid"], "title": "Blog", "useprepaid": True, "tier": "starter"}
    guid = client.post("/UserAgent/Deploy", body)["useragents"][0]["guid"]
    refused = client.error("/UserAgentOAuth/XConnect", {"useragentguid": guid, "redirecturl": BACK})
    assert refused == (200, 0, "X credentials not configured")


def test_new_consent_replaces_the_account_and_its_choice(client: SandboxClient, guid: str) -> None:
    provider = PROVIDERS["FB"]
    consent(client, connect(client, guid, provider))
    assert choose(client, guid, provider, 1) == {"result": True, "errors": [], "pageid": "456", "pagename": "Page B"}
    assert client.post(path(provider, "Status"), {"useragentguid": guid})["username"] == "Page B"
    consent(client, connect(client, guid, provider))
    status = client.post(path(provider, "Status"), {"useragentguid": guid})
    assert (status["connected"], status["username"]) == (False, "")


def test_facebook_page_is_chosen_once_from_the_list_and_in_time(client: SandboxClient, guid: str) -> None:
    provider = PROVIDERS["FB"]
    nothing = "No pending Facebook connection. Please reconnect via FBConnect."
    unknown = "Selected pageid not found in pending pages list"
    assert {nothing, unknown} == documented_messages("user_agent_oauth_fb_set_page")
    body = {"useragentguid": guid, "pageid": "456"}
    assert client.error("/UserAgentOAuth/FBSetPage", body) == (200, 0, nothing)
    consent(client, connect(client, guid, provider))
    assert client.error("/UserAgentOAuth/FBSetPage", body | {"pageid": "789"}) == (200, 0, unknown)
    assert client.post("/UserAgentOAuth/FBSetPage", body)["pagename"] == "Page B"
    assert client.error("/UserAgentOAuth/FBSetPage", body) == (200, 0, nothing)


def test_facebook_page_cannot_be_chosen_later(client: SandboxClient, guid: str) -> None:
    consent(client, connect(client, guid, PROVIDERS["FB"]))
    client.control("POST", "/agents", {"advance_days": 1})
    refused = client.error("/UserAgentOAuth/FBSetPage", {"useragentguid": guid, "pageid": "456"})
    assert refused[2] == "No pending Facebook connection. Please reconnect via FBConnect."


def test_ids_are_cleaned_as_documented(client: SandboxClient, guid: str) -> None:
    consent(client, connect(client, guid, PROVIDERS["GAds"]))
    body = {"useragentguid": guid, "customerId": "123-456-7890"}
    answer = client.post("/UserAgentOAuth/GAdsSetCustomerId", body)
    assert answer == {"result": True, "errors": [], "customerid": "1234567890"}
    consent(client, connect(client, guid, PROVIDERS["MetaAds"]))
    body = {"useragentguid": guid, "adaccountid": "act_123456789", "adaccountname": "Mine"}
    assert client.post("/UserAgentOAuth/MetaAdsSetAdAccount", body) == {"result": True, "errors": []}
    credentials = client.post("/UserAgent/Detail", {"guid": guid})["useragents"][0]["credentials"]
    assert credentials["meta-ads"]["adaccountid"] == "123456789"
    assert credentials["google-ads"]["customerid"] == "1234567890"


def test_choice_needs_an_id_and_a_consent(client: SandboxClient, guid: str) -> None:
    missing = client.error("/UserAgentOAuth/YTSetChannel", {"useragentguid": guid})
    assert missing == (200, 0, "Request parameter [channelid] required")
    early = client.error("/UserAgentOAuth/YTSetChannel", {"useragentguid": guid, "channelid": "UC"})
    assert early == (200, 0, "YouTube credentials not configured")


def test_tokens_are_refreshed_and_never_shown_elsewhere(client: SandboxClient, guid: str) -> None:
    consent(client, connect(client, guid, PROVIDERS["X"]))
    body = {"useragentguid": guid, "provider": "twitter"}
    first, second = (client.post("/UserAgentOAuth/TokenRefresh", body) for _ in range(2))
    tokens = {answer[name] for answer in (first, second) for name in ("accesstoken", "refreshtoken")}
    assert len(tokens) == 4
    elsewhere = json.dumps([
        client.post("/UserAgent/Detail", {"guid": guid}),
        client.post("/UserAgentOAuth/XStatus", {"useragentguid": guid}),
    ])  # fmt: skip
    assert not [token for token in tokens if token in elsewhere]


def test_long_lived_tokens_have_no_refresh_token(client: SandboxClient, guid: str) -> None:
    consent(client, connect(client, guid, PROVIDERS["IG"]))
    answer = client.post("/UserAgentOAuth/TokenRefresh", {"useragentguid": guid, "provider": "instagram"})
    assert answer["refreshtoken"] == ""
    assert answer["accesstoken"]


@pytest.mark.parametrize("provider", ["mailchimp", "youtube", "ga4", "nothing", ""])
def test_token_refresh_of_other_providers(client: SandboxClient, guid: str, provider: str) -> None:
    refused = client.error("/UserAgentOAuth/TokenRefresh", {"useragentguid": guid, "provider": provider})
    assert refused == (200, 0, "Invalid provider")


def test_token_refresh_needs_an_account(client: SandboxClient, guid: str) -> None:
    refused = client.error("/UserAgentOAuth/TokenRefresh", {"useragentguid": guid, "provider": "hubspot"})
    assert refused == (200, 0, "HubSpot credentials not configured")


@pytest.mark.parametrize("name", ["XStatus", "XDisconnect", "FBSetPage", "TokenRefresh", "GoogleDriveListFolders"])
def test_unknown_agent(client: SandboxClient, name: str) -> None:
    body = {"useragentguid": "unknown", "provider": "twitter"}
    refused = client.error(f"/UserAgentOAuth/{name}", body)
    assert refused == (200, 1, "User agent not found or unauthorized")


def test_folders_of_a_service_account(client: SandboxClient, guid: str) -> None:
    url = "/UserAgentOAuth/GoogleDriveListFolders"
    missing = client.error(url, {"useragentguid": guid})
    assert missing == (200, 0, "Request parameter [serviceaccountjsonbase64] required")
    key = base64.b64encode(json.dumps({"client_email": "robot@p.example"}).encode()).decode()
    field = {"credentialkey": "google-drive", "fieldname": "serviceaccountjsonbase64", "fieldvalue": key}
    shown = client.post(url, {"useragentguid": guid, "serviceaccountjsonbase64": key})
    client.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": [field]})
    assert client.post(url, {"useragentguid": guid}) == shown
    assert shown["serviceAccountEmail"] == "robot@p.example"
    assert [folder["name"] for folder in shown["folders"]] == ["Creatives", "Ad Assets"]


def test_running_agent_restarts_with_its_account(client: SandboxClient) -> None:
    def row() -> dict[str, Any]:
        return dict(client.post("/UserAgent/Detail", {"guid": guid})["useragents"][0])

    skills = {"int-twitterx-post": True}
    body = {"custom": True, "title": "X", "useprepaid": True, "tier": "starter", "skills": skills}
    guid = client.post("/UserAgent/Deploy", body)["useragents"][0]["guid"]
    assert row()["status"] == 6
    consent(client, connect(client, guid, PROVIDERS["X"]))
    assert (row()["status"], row()["setuprequired"]) == (0, False)
    client.post("/UserAgent/Start", {"guid": guid})
    wait_until(lambda: row()["status"] == 4)
    client.post("/UserAgentOAuth/TokenRefresh", {"useragentguid": guid, "provider": "twitter"})
    assert row()["status"] == 1
    wait_until(lambda: row()["status"] == 4)
    client.post("/UserAgentOAuth/XDisconnect", {"useragentguid": guid})
    wait_until(lambda: row()["status"] == 6)
