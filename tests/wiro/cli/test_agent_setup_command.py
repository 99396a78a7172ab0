from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support.command import invoke
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox import Sandbox

GMAIL = {"gmail": {"account": "me@example.com", "apppassword": "canary-password"}}


@pytest.fixture
def agents(wiro_sandbox: Sandbox) -> AgentClient:
    return AgentClient(SandboxClient(wiro_sandbox))


@pytest.fixture
def credentials(tmp_path: Path) -> str:
    path = tmp_path / "credentials.json"
    path.write_text(json.dumps(GMAIL))
    return f"@{path}"


def test_catalog(wiro_sandbox: Sandbox) -> None:
    found = invoke(wiro_sandbox, "agents", "catalog", "push", "--json").document["agents"]
    assert [(one["agent"], one["prices_usd"]) for one in found] == [
        ("push-notification-manager", {"starter": "9.0", "pro": "29.0"})
    ]
    lines = invoke(wiro_sandbox, "agents", "catalog").out.splitlines()
    assert len(lines) == 9
    assert all("USD" in line for line in lines)
    assert invoke(wiro_sandbox, "agents", "catalog", "no such thing").err == "no agents found\n"


def test_quotes_and_limits(wiro_sandbox: Sandbox) -> None:
    assert invoke(wiro_sandbox, "agents", "deploy", "push-notification-manager", "--quote").out == (
        "9 USD: 30 days, starter\n"
    )
    custom = ("agents", "deploy", "--skill", "int-gmail-check", "--tier", "pro")
    assert invoke(wiro_sandbox, *custom, "--quote").out == "39 USD: 30 days, pro\n"
    quoted = invoke(wiro_sandbox, *custom, "--quote", "--json").document
    assert (quoted["usd"], quoted["certainty"], quoted["tier"]) == ("39", "exact", "pro")
    refused = invoke(wiro_sandbox, *custom, "--title", "Bot", "--max-cost", "38.99", "--json")
    assert refused.status == 3
    assert "--max-cost is 38.99" in refused.document["error"]["message"]
    assert wiro_sandbox.books.payments == []
    assert invoke(wiro_sandbox, *custom, "--title", "Bot", "--max-cost", "39").status == 0
    assert len(wiro_sandbox.books.payments) == 1


def test_deploy_configure_start_talk_stop(wiro_sandbox: Sandbox, credentials: str) -> None:
    deployed = invoke(wiro_sandbox, "agents", "deploy", "--skill", "int-gmail-check", "--title", "Inbox")
    guid = deployed.out.strip()
    assert deployed.status == 0
    assert deployed.err == "it lacks credentials: gmail\n"
    assert invoke(wiro_sandbox, "agents", "start", guid).status == 3
    configured = invoke(wiro_sandbox, "agents", "configure", guid, "--credentials", credentials, "--json")
    assert configured.document["action"] == "configured"
    assert configured.document["fields"] == 2
    assert "canary" not in configured.out + configured.err
    started = invoke(wiro_sandbox, "agents", "start", guid, "--timeout", "20s", "--json").document
    assert (started["action"], started["status"]) == ("started", "running")
    assert invoke(wiro_sandbox, "agents", "message", guid, "hello").status == 0
    stopped = invoke(wiro_sandbox, "agents", "stop", guid, "--timeout", "20s")
    assert stopped.err == f"agent {guid} is stopped\n"
    assert invoke(wiro_sandbox, "agents", "show", guid, "--json").document["status"] == "stopped"
    queued = invoke(wiro_sandbox, "agents", "start", guid, "--no-wait")
    assert queued.err == f"agent {guid} is queued\n"


def test_a_template_with_its_credentials(wiro_sandbox: Sandbox) -> None:
    result = invoke(
        wiro_sandbox,
        "agents",
        "deploy",
        "push-notification-manager",
        "--title",
        "Push",
        "--description",
        "All locales",
        "--credentials",
        "@-",
        "--json",
        stdin=json.dumps({"firebase": {"accounts": [{"appname": "A", "apps": [{"platform": "ios", "id": "1"}]}]}}),
    )
    assert (result.status, result.document["title"], result.document["tier"]) == (0, "Push", "starter")


def test_logs(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    agents.say(guid, "hello")
    found = invoke(wiro_sandbox, "agents", "logs", guid, "--json").document
    assert found["agent"] == guid
    assert {"message", "deduct", "system"} <= {event["kind"] for event in found["events"]}
    lines = invoke(wiro_sandbox, "agents", "logs", guid, "--lines", "1").out.splitlines()
    assert len(lines) == 1
    assert lines[0].split("\t")[1] == "message"
    day = invoke(wiro_sandbox, "agents", "logs", guid, "--day", found["date"], "--json").document
    assert len(day["events"]) >= len(found["events"])
    assert invoke(wiro_sandbox, "agents", "logs", guid, "--day", "yesterday").status == 2


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("deploy", "--title", "x"), "slug of an agent"),
        (("deploy", "a-slug", "--skill", "x", "--title", "x"), "slug of an agent"),
        (("deploy", "a-slug"), "needs a --title"),
        (("deploy", "a-slug", "--title", "x", "--credentials", '{"gmail": {}}'), "@FILE"),
        (("configure", "a-guid"), "--credentials @FILE is needed"),
        (("configure", "a-guid", "--credentials", "@/no/such/file"), "cannot read /no/such/file: No such file"),
        (("configure", "a-guid", "--credentials", "@-"), "cannot read -: it is no JSON"),
    ],
)
def test_wrong_usage_sends_nothing(wiro_sandbox: Sandbox, arguments: tuple[str, ...], problem: str) -> None:
    result = invoke(wiro_sandbox, "agents", *arguments, stdin="not json")
    assert result.status == 2
    assert problem in result.err
    assert wiro_sandbox.books.counts == {}


@pytest.mark.parametrize("document", ["[]", '{"gmail": "password"}', "1"])
def test_credentials_are_an_object_of_objects(wiro_sandbox: Sandbox, document: str) -> None:
    result = invoke(wiro_sandbox, "agents", "configure", "a-guid", "--credentials", "@-", stdin=document)
    assert result.status == 2
    assert "object of objects" in result.err
    assert "password" not in result.err
