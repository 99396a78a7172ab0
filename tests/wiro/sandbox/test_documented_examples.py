"""Every request that the documentation shows gets an answer of the documented shape."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.operations import OPERATIONS


def _examples() -> list[tuple[str, str, str, Any]]:
    """Return operation id, path, name and body of each JSON example of the operations that the sandbox has."""
    spec = importlib.util.find_spec("wiro_client")
    assert spec is not None
    assert spec.origin is not None
    paths = json.loads((Path(spec.origin).parent / "openapi.json").read_text(encoding="utf-8"))["paths"]
    found = []
    for operation in OPERATIONS:
        content = paths[operation.path].get("post", {}).get("requestBody", {}).get("content", {})
        examples = content.get("application/json", {}).get("examples", {})
        found += [(operation.id, operation.path, name, example["value"]) for name, example in examples.items()]
    return found


EXAMPLES = _examples()


@pytest.mark.parametrize(
    ("operation", "path", "name", "body"), EXAMPLES, ids=[f"{operation}-{name}" for operation, _, name, _ in EXAMPLES]
)
def test_documented_request(client: SandboxClient, operation: str, path: str, name: str, body: Any) -> None:
    path = path.replace("{owner-slug}", "sandbox").replace("{model-slug}", "language")
    response = client.http.post(path, json=body)
    assert response.status_code == 200, response.text
    # The bundle has nothing against the request, and the fixture sees to it that it has nothing against the answer.
    assert client.sandbox.books.violations == []
    answer = response.json()
    assert answer["result"] in (True, False)
    if not answer["result"]:
        assert all(error["message"] != "Request parameters are invalid." for error in answer["errors"])


@pytest.mark.parametrize("model", ["language", "image", "image-edit", "video", "realtime-voice"])
def test_documented_runs_are_understood(client: SandboxClient, model: str) -> None:
    """The documented runs name other models; what they send is either taken or refused for a documented reason."""
    bodies = [body for operation, _, _, body in EXAMPLES if operation == "runs_create"]
    assert len(bodies) > 10
    for body in bodies:
        answer = client.post(f"/Run/sandbox/{model}", body)
        if not answer["result"]:
            (error,) = answer["errors"]
            assert error["code"] == 0
            assert error["message"].startswith("Request ")
    assert client.sandbox.books.violations == []
