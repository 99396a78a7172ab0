from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient

BLOG = "blog-content-editor"
PUSH = "push-notification-manager"


def deploy_template(agents: AgentClient, slug: str) -> str:
    (template,) = agents.post("/Agent/Detail", {"slug": slug})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True}
    return str(agents.post("/UserAgent/Deploy", body)["useragents"][0]["guid"])


def write(agents: AgentClient, guid: str, *rows: dict[str, Any]) -> dict[str, Any]:
    return agents.post("/UserAgent/CredentialUpsert", {"useragentguid": guid, "fields": list(rows)})


def field(key: str, name: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"credentialkey": key, "fieldname": name, "fieldvalue": value, **more}


WORDPRESS = (field("wordpress", "url", "https://a.example"), field("wordpress", "user", "a"))


def test_last_required_field_completes_the_setup(agents: AgentClient) -> None:
    guid = deploy_template(agents, BLOG)
    answer = write(agents, guid, *WORDPRESS)
    assert answer["useragents"] == [{"guid": guid, "setuprequired": True, "status": 6}]
    answer = write(agents, guid, field("wordpress", "apppassword", "x"))
    assert (answer["applied"], answer["errors"]) == (1, [])
    assert answer["useragents"] == [{"guid": guid, "setuprequired": False, "status": 0}]
    row = agents.detail(guid)["credentials"]["wordpress"]
    assert (row["url"], row["user"], row["apppassword"]) == ("https://a.example", "a", "x")
    assert (row["_required_missing"], row["_connected"], row["optional"]) == (False, False, False)
    # Cleared again, it cannot start.
    assert write(agents, guid, field("wordpress", "user", ""))["useragents"][0]["status"] == 6


def test_rows_that_cannot_be_written_are_reported_and_skipped(agents: AgentClient) -> None:
    guid = deploy_template(agents, BLOG)
    answer = write(
        agents,
        guid,
        field("wordpress", "url", "https://a.example", fieldstatus="platform"),
        field("wordpress", "colour", "red"),
        field("wordpress", "_connected", "true"),
        field("wiro", "apiKey", "stolen"),
        field("nothing", "a", "b"),
        field("wordpress", "user", "a"),
    )
    assert (answer["result"], answer["applied"]) == (True, 1)
    assert [error["message"] for error in answer["errors"]] == [
        "agent-fieldstatus-not-allowed-for-role",
        *["Request parameters are invalid."] * 4,
    ]
    credentials = agents.detail(guid)["credentials"]
    assert (credentials["wordpress"]["url"], credentials["wordpress"]["user"]) == ("", "a")
    assert "wiro" not in credentials


def test_lists_within_lists_are_composed(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    answer = write(
        agents,
        guid,
        field("firebase", "appname", "Consumer", parentfield="accounts", ordinal=0),
        field("firebase", "platform", "ios", parentfield="accounts.0.apps", ordinal=0),
        field("firebase", "id", "1", parentfield="accounts.0.apps", ordinal=0),
        field("firebase", "id", "2", parentfield="accounts.0.apps", ordinal=1),
        field("firebase", "topickey", "en", parentfield="accounts.1.topics", ordinal=0),
        field("firebase", "appname", "Business", parentfield="accounts", ordinal=1),
    )
    assert answer["errors"] == []
    assert agents.detail(guid)["status"] == 0
    assert agents.detail(guid)["credentials"]["firebase"]["accounts"] == [
        {"appname": "Consumer", "apps": [{"platform": "ios", "id": "1"}, {"id": "2"}]},
        {"appname": "Business", "topics": [{"topickey": "en"}]},
    ]


def test_new_credentials_restart_a_running_agent(agents: AgentClient) -> None:
    guid = agents.running()
    assert write(agents, guid, field("gmail", "account", "b@example.com"))["useragents"][0]["status"] == 1
    agents.wait_status(guid, 4)
    assert write(agents, guid, field("gmail", "account", ""))["useragents"][0]["setuprequired"] is True
    agents.wait_status(guid, 6)


def test_history_of_credentials_hides_secrets(agents: AgentClient) -> None:
    guid = deploy_template(agents, "google-ads-manager")
    write(agents, guid, field("google-ads", "clientsecret", "s3cret"), field("googleads", "clientid", "id"))
    body = {"useragentguid": guid, "credentialkey": "google-ads"}
    entries = agents.post("/UserAgent/CredentialFieldHistory", body)["entries"]
    assert [(entry["fieldname"], entry["fieldvalue"], entry["fieldstatus"]) for entry in entries] == [
        ("clientid", "id", "user"),
        ("clientsecret", "[REDACTED]", "oauth_app"),
    ]
    assert entries[0]["changedby"] == entries[0]["changedby_user"]["uuid"]
    late = agents.post("/UserAgent/CredentialFieldHistory", body | {"startdate": entries[0]["changedat"] + 10})
    assert late["entries"] == []


def test_account_must_be_connected_where_people_sign_in(agents: AgentClient) -> None:
    guid = deploy_template(agents, "google-ads-manager")
    rows = [field("google-ads", name, "x") for name in ("authmethod", "clientid", "clientsecret", "developertoken")]
    assert write(agents, guid, *rows)["useragents"][0] == {"guid": guid, "setuprequired": True, "status": 6}


def upsert(agents: AgentClient, guid: str, key: str, **values: Any) -> None:
    body = {"useragentguid": guid, "skillkey": key, **values}
    assert agents.post("/UserAgent/CustomSkillUpsert", body) == {"result": True, "errors": []}


def skills(agents: AgentClient, guid: str) -> dict[str, dict[str, Any]]:
    row = agents.detail(guid)
    return {skill["key"]: skill for skill in [*row["customskills"], *row["scheduledskills"]]}


def test_each_kind_of_skill_takes_its_fields_and_drops_the_rest(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    before = skills(agents, guid)
    everything = {"value": "new", "interval": "5 5 * * *", "enabled": False, "description": "mine"}
    for key in ("push-preferences", "cs-cron-push-scanner"):
        upsert(agents, guid, key, **everything)
    upsert(agents, guid, "weekly-check", usercreated=True, **everything)
    upsert(agents, guid, "tone", usercreated=True, value="warm")
    after = skills(agents, guid)
    strategy = after["cs-push-preferences"]
    assert (strategy["value"], strategy["interval"], strategy["enabled"]) == ("new", None, True)
    assert strategy["description"] == before["cs-push-preferences"]["description"]
    bundled = after["cs-cron-push-scanner"]
    assert (bundled["value"], bundled["interval"], bundled["enabled"]) == ("", "5 5 * * *", False)
    assert (bundled["_source"], bundled["_editable"]) == ("skill-bundle", False)
    own = after["cs-cron-weekly-check"]
    assert {name: own[name] for name in everything} == everything
    assert (own["_source"], own["_user_created"]) == ("user-created", True)
    assert (after["cs-tone"]["interval"], after["cs-tone"]["_source"]) == (None, "user-created")
    assert "_user_created" not in bundled


def test_unknown_skill_is_refused(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    body = {"useragentguid": guid, "skillkey": "nothing", "value": "a"}
    assert agents.error("/UserAgent/CustomSkillUpsert", body) == (200, 0, "skill-not-found")


def test_versions_tell_before_and_after_and_can_be_restored(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    original = skills(agents, guid)["cs-push-preferences"]["value"]
    for value in ("one", "two"):
        upsert(agents, guid, "push-preferences", value=value)
    body = {"useragentguid": guid, "skillkey": "cs-push-preferences"}
    history = agents.post("/UserAgent/CustomSkillHistory", body)
    assert history["preset_default"]["value"] == original
    assert [(e["prev_value"], e["after_value"], e["changed_fields"]) for e in history["entries"]] == [
        ("one", "two", ["value"]),
        (original, "one", ["value"]),
    ]
    revert = body | {"source": "history", "versionguid": history["entries"][1]["guid"]}
    assert agents.post("/UserAgent/CustomSkillRevert", revert)["current_value"] == "one"
    assert agents.post("/UserAgent/CustomSkillRevert", revert)["action"] == "no-op"
    answer = agents.post("/UserAgent/CustomSkillRevert", body | {"source": "preset"})
    assert (answer["action"], answer["current_value"]) == ("reset-to-preset", original)
    assert len(agents.post("/UserAgent/CustomSkillHistory", body)["entries"]) == 4
    needed = agents.error("/UserAgent/CustomSkillRevert", body | {"source": "history"})
    assert needed == (200, 0, "Request parameter [versionguid] required")


def test_rename_keeps_kind_and_history(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    upsert(agents, guid, "weekly-check", usercreated=True, interval="0 9 * * 1", value="a")
    body = {"useragentguid": guid, "oldskillkey": "cs-cron-weekly-check", "newskillkey": "monthly-check"}
    answer = agents.post("/UserAgent/CustomSkillRename", body | {"description": "Renamed"})
    assert answer["newskillkey"] == "cs-cron-monthly-check"
    renamed = skills(agents, guid)["cs-cron-monthly-check"]
    assert (renamed["value"], renamed["description"]) == ("a", "Renamed")
    history = agents.post("/UserAgent/CustomSkillHistory", {"useragentguid": guid, "skillkey": "cs-cron-monthly-check"})
    assert [entry["operation"] for entry in history["entries"]] == ["rename", "upsert"]
    assert agents.error("/UserAgent/CustomSkillRename", body) == (200, 1, "agent-customskill-not-found")


@pytest.mark.parametrize(("old", "new", "message"), [
    ("push-preferences", "other", "agent-customskill-rename-preset-forbidden"),
    ("cs-cron-push-scanner", "other", "agent-customskill-rename-preset-forbidden"),
    ("cs-cron-mine", "cs-mine", "agent-customskill-rename-flavour-mismatch"),
    ("cs-tone", "cs-cron-tone", "agent-customskill-rename-flavour-mismatch"),
    ("cs-cron-mine", "push-scanner", "agent-customskill-rename-collision"),
    ("cs-cron-mine", "cs-cron-mine", "agent-customskill-rename-same-key"),
])  # fmt: skip
def test_renames_that_are_refused(agents: AgentClient, old: str, new: str, message: str) -> None:
    guid = deploy_template(agents, PUSH)
    upsert(agents, guid, "mine", usercreated=True, interval="0 9 * * 1")
    upsert(agents, guid, "tone", usercreated=True, value="a")
    body = {"useragentguid": guid, "oldskillkey": old, "newskillkey": new}
    assert agents.error("/UserAgent/CustomSkillRename", body)[2] == message


def test_only_what_a_user_made_is_deleted(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    upsert(agents, guid, "mine", usercreated=True, interval="0 9 * * 1")
    for key in ("cron-mine", "cron-mine", "cs-cron-push-scanner", "push-preferences"):
        answer = agents.post("/UserAgent/CustomSkillDelete", {"useragentguid": guid, "skillkey": key})
        assert answer == {"result": True, "errors": []}
    left = set(skills(agents, guid))
    assert left == {"cs-push-preferences", "cs-cron-push-scanner", "cs-cron-push-dispatcher"}


def test_changed_skill_restarts_and_unchanged_one_does_not(agents: AgentClient) -> None:
    guid = agents.running(customskills=[{"key": "tone", "value": "a"}])
    body = {"useragentguid": guid, "skillkey": "nothing-of-that-name"}
    agents.post("/UserAgent/CustomSkillDelete", body)
    assert agents.detail(guid)["status"] == 4
    upsert(agents, guid, "tone", value="b")
    assert agents.detail(guid)["status"] in (1, 2, 3)
    agents.wait_status(guid, 4)


def test_numbers_and_lists_are_newer_forms_of_a_value(agents: AgentClient) -> None:
    guid = deploy_template(agents, "google-ads-manager")
    rows = [field("google-ads", "customerid", 123), field("googledrive", "serviceaccountjsonbase64", ["a", "b"])]
    assert write(agents, guid, *rows)["errors"] == []
    credentials = agents.detail(guid)["credentials"]
    assert credentials["google-ads"]["customerid"] == "123"
    assert credentials["google-drive"]["serviceaccountjsonbase64"] == "a,b"


@pytest.mark.parametrize(
    "row",
    [
        field("sys-telegram", "sessionmode", "public"),
        field("firebase", "appname", "a", parentfield="accounts.0"),
        field("firebase", "appname", "a", parentfield="accounts", ordinal=5000),
        field("firebase", "appname", "a", parentfield="accounts", ordinal=-1),
        field("firebase", "appname", "a"),
        field("gmail", "account", {"a": 1}),
        field("gmail", "account", True),
    ],
)
def test_values_without_a_place_are_reported(agents: AgentClient, row: dict[str, Any]) -> None:
    guid = deploy_template(agents, PUSH)
    answer = write(agents, guid, row)
    assert (answer["applied"], len(answer["errors"])) == (0, 1)


def test_own_skill_without_a_preset_is_deleted_by_going_back_to_it(agents: AgentClient) -> None:
    guid = deploy_template(agents, PUSH)
    upsert(agents, guid, "tone", usercreated=True, value="a")
    body = {"useragentguid": guid, "skillkey": "cs-tone"}
    answer = agents.post("/UserAgent/CustomSkillRevert", body | {"source": "preset"})
    assert (answer["action"], answer["current_value"]) == ("deleted", None)
    assert "cs-tone" not in skills(agents, guid)
    deleted, written = agents.post("/UserAgent/CustomSkillHistory", body)["entries"]
    assert (deleted["operation"], deleted["after_value"], deleted["prev_value"]) == ("delete-user", None, "a")
    back = agents.post("/UserAgent/CustomSkillRevert", body | {"source": "history", "versionguid": written["guid"]})
    assert (back["action"], back["current_value"]) == ("reverted", "a")
    assert "cs-tone" in skills(agents, guid)
    for version in (deleted["guid"], "unknown"):
        revert = body | {"source": "history", "versionguid": version}
        assert agents.error("/UserAgent/CustomSkillRevert", revert)[2] == "Request parameters are invalid."
    unknown = body | {"skillkey": "nothing", "source": "preset"}
    assert agents.error("/UserAgent/CustomSkillRevert", unknown)[2] == "Request parameters are invalid."


def test_deployment_drops_what_has_no_place(agents: AgentClient) -> None:
    (template,) = agents.post("/Agent/Detail", {"slug": BLOG})["agents"]
    body = {
        "agentguid": template["guid"],
        "title": "A",
        "useprepaid": True,
        "skills": {"int-nothing": True, "int-gmail-check": False},
        "credentials": {"nothing": {"a": "b"}, "wordpress": {"url": "https://a.example", "colour": "red"}},
        "customskills": [
            {"key": "content-strategy", "value": "short"},
            {"key": "unknown", "value": "a"},
            {"key": "cron-mine", "interval": "0 9 * * *", "_user_created": True},
        ],
    }
    (row,) = agents.post("/UserAgent/Deploy", body)["useragents"]
    assert "int-gmail-check" not in {skill["name"] for skill in row["skills"]}
    assert row["credentials"]["wordpress"]["url"] == "https://a.example"
    assert [skill["value"] for skill in row["customskills"]] == ["short"]
    assert "cs-cron-mine" in {skill["key"] for skill in row["scheduledskills"]}
    assert "cs-unknown" not in skills(agents, row["guid"])
