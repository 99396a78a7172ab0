from typing import Any

import httpx
import pytest

from tests.support.documented_operations import answer_examples, documented_messages, operations, request_examples
from tests.support.sandbox_client import SandboxClient

PREFIXES = ("agents_", "skills_", "credentials_")
DOCUMENTED_TEMPLATES = [
    "social-manager",
    "blog-content-editor",
    "google-ads-manager",
    "meta-ads-manager",
    "newsletter-manager",
    "lead-generation-manager",
    "app-review-support",
    "app-event-manager",
    "push-notification-manager",
]
# One request for each operation that documents an answer but no request of its own.
MINIMAL_REQUESTS: list[tuple[str, str, dict[str, Any]]] = [
    ("agents_detail", "by slug", {"slug": "social-manager"}),
    ("skills_detail", "by name", {"name": "int-instagram-post"}),
    ("skills_credential_schema", "by name", {"name": "int-instagram-post"}),
    ("skills_capabilities", "all", {}),
    ("credentials_list", "all", {}),
    ("credentials_detail", "by key", {"key": "instagram"}),
]


def first_row(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the one object of an answer, or the first of its list."""
    payload = next(value for name, value in answer.items() if name not in ("result", "errors", "total"))
    row: dict[str, Any] = payload[0] if isinstance(payload, list) else payload
    return row


@pytest.mark.parametrize(("operation", "name", "body"), request_examples(*PREFIXES) + MINIMAL_REQUESTS)
def test_answers_have_the_documented_keys(
    client: SandboxClient, operation: str, name: str, body: dict[str, Any]
) -> None:
    answer = client.post(operations()[operation]["path"], body)
    for documented in answer_examples(operation):
        assert documented.keys() <= answer.keys()
        assert first_row(documented).keys() <= first_row(answer).keys()


@pytest.mark.parametrize("operation", [name for name in operations() if name.startswith(PREFIXES)])
def test_no_key_is_needed(client: SandboxClient, operation: str) -> None:
    body = {"name": "int-instagram-post", "key": "instagram", "slug": "social-manager"}
    wanted = {"agents_detail": ["slug"], "skills_detail": ["name"], "skills_credential_schema": ["name"]}.get(
        operation, ["key"] if operation == "credentials_detail" else []
    )
    url = f"{client.sandbox.base_url}{operations()[operation]['path']}"
    answer = httpx.post(url, json={name: body[name] for name in wanted}, trust_env=False)
    assert answer.json()["result"] is True


def test_the_nine_documented_templates_are_listed(client: SandboxClient) -> None:
    answer = client.post("/Agent/List", {"order": "ASC"})
    assert [agent["slug"] for agent in answer["agents"]] == DOCUMENTED_TEMPLATES
    assert answer["total"] == 9
    assert {agent["status"] for agent in answer["agents"]} == {1}


def test_template_list_is_searched_sorted_and_paged(client: SandboxClient) -> None:
    def slugs(**body: Any) -> list[str]:
        return [agent["slug"] for agent in client.post("/Agent/List", body)["agents"]]

    assert slugs() == DOCUMENTED_TEMPLATES[::-1]
    assert slugs(sort="slug", order="ASC", limit=2) == ["app-event-manager", "app-review-support"]
    assert slugs(sort="title", order="DESC", limit=1) == ["social-manager"]
    assert slugs(search="META ADS") == ["meta-ads-manager"]
    assert slugs(category="social-media") == ["social-manager"]
    assert slugs(order="ASC", start=8) == DOCUMENTED_TEMPLATES[8:]
    assert client.post("/Agent/List", {"search": "meta ads", "start": 5}) == {
        "result": True,
        "errors": [],
        "total": 1,
        "agents": [],
    }


@pytest.mark.parametrize("slug", DOCUMENTED_TEMPLATES)
def test_template_is_complete(client: SandboxClient, slug: str) -> None:
    (agent,) = client.post("/Agent/Detail", {"slug": slug})["agents"]
    assert client.post("/Agent/Detail", {"guid": agent["guid"]})["agents"] == [agent]
    assert [meta["name"] for meta in agent["skillsmeta"]] == agent["skills"]
    assert agent["extracreditpacks"] == []
    assert "customskills" not in agent
    assert agent["credentials"]
    for credential in agent["credentials"].values():
        keys = [field["key"] for field in credential["_schema"]["fields"]]
        assert list(credential["_editable"]) == keys
    for meta in agent["skillsmeta"]:
        skill = client.post("/Skills/Detail", {"name": meta["name"]})["skill"]
        assert skill["title"] == meta["title"]


def test_template_in_full_shows_strategies_and_schedules(client: SandboxClient) -> None:
    (agent,) = client.post("/Agent/Detail", {"slug": "social-manager", "type": "full"})["agents"]
    (strategy,) = agent["customskills"]
    assert (strategy["key"], strategy["interval"], strategy["_source"]) == ("cs-content-tone", None, "preset-strategy")
    assert strategy["_editable"] is True
    schedules = {row["key"]: (row["interval"], row["enabled"]) for row in agent["scheduledskills"]}
    assert schedules == {
        "cs-cron-content-scanner": ("0 */4 * * *", True),
        "cs-cron-gmail-checker": ("*/30 * * * *", False),
        "cs-cron-drive-scanner": ("0 10 * * *", False),
    }
    for row in agent["scheduledskills"]:
        assert client.post("/Skills/Detail", {"name": row["key"]})["skill"]["category"] == "rule"


def test_slug_wins_over_guid(client: SandboxClient) -> None:
    listed = client.post("/Agent/List", {"search": "newsletter"})["agents"][0]
    body = {"slug": "social-manager", "guid": listed["guid"]}
    assert client.post("/Agent/Detail", body)["agents"][0]["slug"] == "social-manager"


@pytest.mark.parametrize("body", [{}, {"slug": "nobody"}, {"guid": "social"}])
def test_unknown_template(client: SandboxClient, body: dict[str, Any]) -> None:
    assert client.error("/Agent/Detail", body) == (200, 1, "Agent not found")
    assert "Agent not found" in documented_messages("agents_detail")


@pytest.mark.parametrize(
    ("operation", "name", "message"),
    [
        ("skills_detail", "name", "Skill not found: {}"),
        ("skills_credential_schema", "name", "No credential associated with skill: {}"),
        ("credentials_detail", "key", "Credential not found: {}"),
    ],
)
def test_unknown_entries(client: SandboxClient, operation: str, name: str, message: str) -> None:
    path = operations()[operation]["path"]
    assert message.format(f"<{name}>") in documented_messages(operation)
    assert client.error(path, {name: "nothing"}) == (200, 404, message.format("nothing"))
    assert client.error(path, {}) == (200, 0, f"Request parameter [{name}] required")


def test_skills_are_filtered(client: SandboxClient) -> None:
    def names(**body: Any) -> set[str]:
        answer = client.post("/Skills/List", body)
        assert answer["total"] == len(answer["skills"])
        return {skill["name"] for skill in answer["skills"]}

    everything = names()
    publishing = names(capability="social_publishing")
    assert {"int-instagram-post", "int-twitterx-post", "int-linkedin-post"} <= publishing
    assert "int-gmail-check" not in publishing
    assert names(category="int") | names(category="rule") == everything
    assert all(name.startswith("int-") for name in names(category="int"))
    assert {"int-wiro-generator", "cs-cron-push-dispatcher"} <= names(user_invocable=False)
    assert names(requires_credentials=False) & names(requires_credentials=True) == set()
    assert names(name_in=["int-gmail-check", "nothing"]) == {"int-gmail-check"}
    assert names(wiro_connect_pending=True) == {
        "int-instagram-post",
        "int-facebookpage-post",
        "int-linkedin-post",
        "int-metaads-manage",
    }


def test_every_skill_uses_known_names_only(client: SandboxClient) -> None:
    skills = {skill["name"]: skill for skill in client.post("/Skills/List", {})["skills"]}
    known = {capability["name"] for capability in client.post("/Skills/Capabilities", {})["capabilities"]}
    credentials = {credential["key"] for credential in client.post("/Credentials/List", {})["credentials"]}
    for skill in skills.values():
        assert set(skill["capabilities"]) <= known
        assert set(skill["depends_on"] + skill["conflicts_with"]) <= skills.keys()
        assert skill["credential_key"] is None or skill["credential_key"] in credentials
        assert skill["requires_credentials"] is (skill["credential_key"] is not None)


def test_documented_entries_are_shown_to_the_letter(client: SandboxClient) -> None:
    (skill,) = answer_examples("skills_detail")
    shown = client.post("/Skills/Detail", {"name": "int-instagram-post"})["skill"]
    assert shown == skill["skill"]
    (schema,) = answer_examples("skills_credential_schema")
    (credential,) = (row for row in answer_examples("credentials_list")[0]["credentials"] if row["key"] == "instagram")
    listed = client.post("/Skills/CredentialSchema", {"name": "int-instagram-post"})["credential"]
    assert listed == credential
    assert listed["oauth_provider"] == schema["credential"]["oauth_provider"]
    (capabilities,) = answer_examples("skills_capabilities")
    assert client.post("/Skills/Capabilities") == capabilities


def test_deployed_agents_describe_their_credentials_as_the_registry_does(client: SandboxClient) -> None:
    (template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True, "tier": "starter"}
    guid = client.post("/UserAgent/Deploy", body)["useragents"][0]["guid"]
    deployed = client.post("/UserAgent/Detail", {"guid": guid})["useragents"][0]["credentials"]
    for key, credential in template["credentials"].items():
        shown, listed = deployed[key]["_schema"], credential["_schema"]
        differing = {name for name in listed if shown[name] != listed[name]}
        assert differing <= {"title", "icon", "fields"}
        labels = {field["key"]: field["label"] for field in listed["fields"]}
        assert all(field["label"] == labels.get(field["key"], field["key"]) for field in shown["fields"])


def test_platform_credentials_stay_hidden(client: SandboxClient) -> None:
    message = "No credential associated with skill: int-wiro-generator"
    assert client.error("/Skills/CredentialSchema", {"name": "int-wiro-generator"}) == (200, 404, message)
    assert client.error("/Credentials/Detail", {"key": "wiro"}) == (200, 404, "Credential not found: wiro")


def test_credentials_are_filtered_and_found_by_older_names(client: SandboxClient) -> None:
    modes = {
        row["credential_mode"] for row in client.post("/Credentials/List", {"credential_mode": "sa"})["credentials"]
    }
    assert modes == {"sa"}
    pending = client.post("/Credentials/List", {"wiro_connect_pending": True})["credentials"]
    assert {row["key"] for row in pending} == {"instagram", "facebook-pages", "linkedin", "meta-ads"}
    by_alias = client.post("/Credentials/Detail", {"key": "googleads"})["credential"]
    assert by_alias["key"] == "google-ads"
    assert by_alias["used_by_skills"] == ["int-googleads-manage"]


def test_oauth_credentials_name_operations_of_the_bundle(client: SandboxClient) -> None:
    paths = {operation["path"] for operation in operations().values()}
    providers = [row["oauth_provider"] for row in client.post("/Credentials/List", {})["credentials"]]
    providers = [provider for provider in providers if provider is not None]
    assert len(providers) == 12
    for provider in providers:
        picker = provider["account_picker"]
        named = [provider[name] for name in ("connect_endpoint", "disconnect_endpoint", "status_endpoint")]
        assert {*named, *([picker["set_endpoint"]] if picker else [])} <= paths


def test_filters_that_the_bundle_forbids_are_refused(client: SandboxClient) -> None:
    for path in ("/Agent/List", "/Skills/List", "/Credentials/List"):
        assert client.error(path, {"colour": "red"}) == (200, 0, "Request parameters are invalid.")
    assert client.error("/Agent/List", {"limit": 1001}) == (200, 0, "Request parameters are invalid.")
