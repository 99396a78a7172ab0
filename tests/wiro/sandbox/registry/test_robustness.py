"""No body makes the account side of the sandbox fail, with the bundle as a judge and without it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.deployed_agents import deploy_connectable
from tests.support.documented_operations import bundle, operations
from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox
from wiro.sandbox.account import ACCOUNT_OPERATIONS
from wiro.sandbox.oauth import OAUTH_OPERATIONS
from wiro.sandbox.registry import REGISTRY_OPERATIONS
from wiro.sandbox.requests import Operation
from wiro.sandbox.teams import TEAM_OPERATIONS

OPERATIONS = [*REGISTRY_OPERATIONS, *OAUTH_OPERATIONS, *TEAM_OPERATIONS, *ACCOUNT_OPERATIONS]


@pytest.fixture(scope="module", params=[True, False], ids=["judged", "unjudged"])
def instance(request: pytest.FixtureRequest) -> Iterator[SandboxClient]:
    with Sandbox(time_scale=1000, validate=request.param) as sandbox:
        client = SandboxClient(sandbox)
        yield client
        client.http.close()


def parameters(operation_id: str) -> list[str]:
    """Return the names of an operation's parameters."""
    for content in operations()[operation_id]["requestBody"]["content"].values():
        schema = bundle()["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
        return list(schema.get("properties", {}))
    return []


@pytest.fixture(scope="module")
def known(instance: SandboxClient) -> list[Any]:
    """Return values that mean something, so that random bodies reach further than the first check."""
    organization = instance.post("/Organization/Create", {"name": "Acme"})["organization"]["guid"]
    team = instance.post("/Team/Create", {"organizationguid": organization, "name": "T"})["team"]["guid"]
    guids = [organization, team, deploy_connectable(instance), instance.sandbox.api_key]
    return [*guids, "int-gmail-check", "gmail", "https://a.example", "twitter", "own", "allowlist", "admin", ""]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_random_values_never_fail(instance: SandboxClient, known: list[Any], operation: Operation) -> None:
    scalars = st.sampled_from(known) | st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
    values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.text(max_size=5), scalars, max_size=2)
    names = [*parameters(operation.id), *operation.aliases]
    instance.sandbox.books.violations.clear()

    @settings(max_examples=30, deadline=None, database=None)
    @given(body=st.dictionaries(st.sampled_from(names or ["any"]), values, max_size=3))
    def send(body: dict[str, Any]) -> None:
        headers = {"content-type": "application/json"}
        response = instance.http.post(operation.path, content=_json(body), headers=headers)
        assert response.status_code < 500, response.text
        assert response.json()["result"] in (True, False)

    send()
    assert instance.post("/Organization/List")["result"] is True
    assert instance.post("/Run/sandbox/queued", {"prompt": "a"})["result"] in (True, False)
    assert [one for one in instance.sandbox.books.violations if one.direction != "request"] == []


def _json(body: dict[str, Any]) -> bytes:
    """Return JSON that may have the infinities that Python writes and reads."""
    return json.dumps(body).encode("utf-8", "surrogatepass")
