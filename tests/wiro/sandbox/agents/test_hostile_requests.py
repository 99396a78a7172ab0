"""Whatever a body holds, an agent operation answers as documented or refuses; it never fails."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import json_values
from tests.support.contract import openapi_document
from wiro.sandbox.addresses import Addresses
from wiro.sandbox.agents.operations import AGENT_OPERATIONS
from wiro.sandbox.books import Books
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.refusals import RefusedError
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.validation import Validation
from wiro.sandbox.world import World

SCHEMAS = openapi_document()["components"]["schemas"]
# One for all examples: reading and compiling the documents is what takes time.
VALIDATION = Validation(Books())
TEXTS = ["", "pro", "gmail", "account", "accounts", "accounts.0.apps", "default", "x" * 50, "²", "9" * 5000, "../etc"]
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(TEXTS) | st.text(max_size=5)


def properties_of(operation: Operation) -> dict[str, Any]:
    """What the bundle documents as parameters, in any of the operation's forms."""
    method = openapi_document()["paths"][operation.path]["post"]
    found: dict[str, Any] = {}
    for content in method["requestBody"]["content"].values():
        schema = SCHEMAS[content["schema"]["$ref"].rpartition("/")[2]]
        found |= schema.get("properties", {})
    return found


def rows_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values for a parameter: of its kind, nearly of its kind, and of any other kind."""
    items = schema.get("items", {}).get("$ref", "").rpartition("/")[2]
    names = list(SCHEMAS.get(items, {}).get("properties", {}))
    if names:
        row = st.dictionaries(st.sampled_from(names), scalars, max_size=6)
        return st.lists(row, max_size=3) | json_values
    return scalars | json_values


async def answer_of(operation: Operation, body: dict[str, Any]) -> None:
    world = World(SandboxOptions(time_scale=1e6, balance="10000"), Addresses("http://127.0.0.1:1"))
    deploy = next(one for one in AGENT_OPERATIONS if one.id == "user_agents_deploy")
    deployed = {"custom": True, "title": "a", "useprepaid": True, "skills": {"int-firebase-push": True}}
    (row,) = (await deploy.handler(world, ApiRequest(body=deployed)))["useragents"]
    for name in ("guid", "useragentguid"):
        if body.get(name) == "pro":
            body[name] = row["guid"]
    problem = VALIDATION.request_problem(operation.id, "application/json", body)
    try:
        answer = await operation.handler(world, ApiRequest(body=body, problem=problem))
        payload = {"result": True, "errors": [], **answer}
    except RefusedError as refusal:
        payload = refusal.to_dict()
    VALIDATION.check_response(operation.id, 200, payload)
    detail = next(one for one in AGENT_OPERATIONS if one.id == "user_agents_detail")
    # Nothing that was written makes the agent unreadable.
    answer = await detail.handler(world, ApiRequest(body={"guid": row["guid"]}))
    VALIDATION.check_response(detail.id, 200, {"result": True, "errors": [], **answer})
    world.close()


@pytest.mark.parametrize("operation", AGENT_OPERATIONS, ids=lambda operation: str(operation.id))
def test_operation_survives(operation: Operation) -> None:
    properties = properties_of(operation)
    bodies = st.fixed_dictionaries(
        {name: st.just("pro") for name in ("guid", "useragentguid") if name in properties},
        optional={name: rows_of(schema) for name, schema in properties.items() if "guid" != name != "useragentguid"},
    ) | st.dictionaries(st.sampled_from([*properties, "unknown"]), scalars | json_values)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(bodies)
    def survives(body: dict[str, Any]) -> None:
        asyncio.run(answer_of(operation, body))

    survives()
