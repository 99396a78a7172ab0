"""Every documented request of an agent operation gets the documented answer shape."""

import copy
import uuid
from typing import Any

import pytest

from tests.support.contract import openapi_document
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox
from wiro.sandbox.agents.operations import AGENT_OPERATIONS
from wiro.sandbox.agents.skills import SKILLS
from wiro.sandbox.agents.templates import TEMPLATES

PATHS = {operation.id: operation.path for operation in AGENT_OPERATIONS}
# Parameters that every documented page leaves to the reader.
PLACEHOLDERS = {
    "agent-template-guid": TEMPLATES[0].guid,
    "social-manager-agent-guid": TEMPLATES[0].guid,
}


def examples() -> list[Any]:
    found = []
    for path, methods in openapi_document()["paths"].items():
        for operation in methods.values():
            if operation.get("operationId") not in PATHS:
                continue
            assert PATHS[operation["operationId"]] == path
            for content in operation["requestBody"]["content"].values():
                for name, example in content.get("examples", {}).items():
                    found.append(pytest.param(operation["operationId"], example["value"], id=name))
    return found


def test_sandbox_has_every_agent_operation() -> None:
    documented = {
        operation["operationId"]
        for methods in openapi_document()["paths"].values()
        for operation in methods.values()
        if set(operation.get("tags", ())) & {"user_agents", "user_agent_messages"}
    }
    assert set(PATHS) == documented


class Fleet:
    """One agent of each template and one custom build with everything, as the examples need them."""

    def __init__(self, agents: AgentClient) -> None:
        self.agents = agents
        self.custom = agents.running(title="Everything", skills=self._skills(), credentials=self._credentials())
        self.instances = {self.custom: agents.detail(self.custom)}
        for template in TEMPLATES:
            body = {"agentguid": template.guid, "title": template.title, "useprepaid": True, "tier": "pro"}
            (row,) = agents.post("/UserAgent/Deploy", body)["useragents"]
            self.instances[row["guid"]] = row

    @staticmethod
    def _skills() -> dict[str, bool]:
        # Those whose credential a text can fill in: the others need a person to connect an account.
        return {"int-gmail-check": True, "int-wordpress-post": True, "int-wiro-generator": True}

    @staticmethod
    def _credentials() -> dict[str, Any]:
        return {
            "gmail": {"account": "a@example.com", "apppassword": "x"},
            "wordpress": {"url": "https://example.com", "user": "a", "apppassword": "x"},
        }

    def owner_of(self, skill_key: str) -> str:
        """Return an agent that has a custom skill; an unknown one becomes a schedule of the custom build."""
        bare = skill_key.removeprefix("cs-")
        for guid, row in self.instances.items():
            if {f"cs-{bare}", f"cs-cron-{bare}"} & {s["key"] for s in row["customskills"] + row["scheduledskills"]}:
                return guid
        new = {"useragentguid": self.custom, "skillkey": skill_key, "value": "a", "usercreated": True}
        assert self.agents.post("/UserAgent/CustomSkillUpsert", new)["result"] is True
        return self.custom


@pytest.fixture(scope="module")
def fleet() -> Any:
    with Sandbox(time_scale=200, balance="100000") as sandbox:
        client = SandboxClient(sandbox)
        yield Fleet(AgentClient(client))
        client.http.close()
        assert [row for row in sandbox.books.violations if row.direction != "request"] == []


@pytest.mark.parametrize(("operation", "documented"), examples())
def test_documented_request_is_carried_out(fleet: Fleet, operation: str, documented: dict[str, Any]) -> None:
    agents = fleet.agents
    body = copy.deepcopy(documented)
    if body.get("agentguid") in PLACEHOLDERS:
        body["agentguid"] = PLACEHOLDERS[body["agentguid"]]
    guid = fleet.custom
    if operation == "user_agents_custom_skill_upsert" and not body.get("usercreated"):
        guid = fleet.owner_of(body["skillkey"])
    elif operation == "user_agents_custom_skill_rename":
        guid = fleet.owner_of(body["oldskillkey"])
    elif operation == "user_agents_start":
        guid = agents.deploy()["guid"]
    elif operation == "user_agents_skills_apply":
        # The examples share their keys, but each of them is an intention of its own.
        body["idempotencyKey"] = str(uuid.uuid4())
    elif operation == "user_agent_messages_send":
        agents.wait_status(guid, 4)
        body.pop("callbackurl", None)
    for name in {"guid", "useragentguid"} & set(body):
        body[name] = guid
    if operation == "user_agents_credential_upsert":
        body["fields"] = [row for row in body["fields"] if not row["credentialkey"].startswith("<")] or [
            {"credentialkey": "gmail", "fieldname": "account", "fieldvalue": "value"}
        ]
    answer = agents.post(PATHS[operation], body)
    assert answer["result"] is True, answer
    assert answer["errors"] == []
    if operation == "user_agents_credential_upsert":
        assert answer["applied"] == len(body["fields"])
    responses = [
        example["value"]
        for path, methods in openapi_document()["paths"].items()
        if path == PATHS[operation]
        for example in methods["post"]["responses"]["200"]["content"]["application/json"].get("examples", {}).values()
        if example["value"].get("result") is True
    ]
    # At least one documented answer has no key that this one lacks.
    assert any(set(response) <= set(answer) for response in responses), answer


@pytest.mark.parametrize("name", sorted(SKILLS))
def test_every_skill_can_be_quoted(fleet: Fleet, name: str) -> None:
    answer = fleet.agents.post("/UserAgent/PricingPreview", {"draft": True, "skills": [name]})
    assert name in answer["enabledSkills"]
    assert answer["totalPriceUsd"] >= 9
