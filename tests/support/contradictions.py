"""What the tests of docs/contradictions.md share: calls as the client makes them, answers as it reads them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.contract import openapi_document
from wiro.errors import api_error
from wiro_client import Api, ApiError, Call, models
from wiro_client.exchange import decode

__all__ = ["GUID", "answer", "deployed", "kept", "operation", "refusal", "schema", "sent", "sent_body", "words"]

GUID = "f8e7d6c5-b4a3-2190-fedc-ba0987654321"


class _Recorder:
    """A sender that keeps the last call and answers ``{}``."""

    call: Call[Any]

    def send(self, call: Call[Any], options: object = None) -> Any:
        self.call = call
        return call.parse({})


def sent(name: str, **arguments: Any) -> Call[Any]:
    """Return the call that the client makes for ``tag.method``."""
    recorder = _Recorder()
    tag, method = name.split(".")
    getattr(getattr(Api(recorder), tag), method)(**arguments)
    return recorder.call


def sent_body(name: str, **arguments: Any) -> Any:
    """Return the JSON body of that call."""
    return sent(name, **arguments).json


def answer(status_code: int, document: Any) -> Any:
    """Return what the client makes of an answer, given as JSON data or as bytes."""
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    return decode(sent("user_agents.start", guid=GUID), status_code, {}, content, error_factory=api_error)


def refusal(status_code: int, document: Any) -> ApiError:
    """Return the error that an answer is raised as."""
    with pytest.raises(ApiError) as caught:
        answer(status_code, document)
    return caught.value


def kept(model: type[Any], document: dict[str, Any]) -> Any:
    """Return the decoded document, after checking that nothing of it is lost."""
    decoded = model.from_dict(document)
    assert decoded.to_dict() == document
    return decoded


def deployed(**fields: Any) -> Any:
    """Return a deployed agent as an answer of Detail has it."""
    return kept(models.UserAgentDetailResponse, {"useragents": [fields]}).useragents[0]


def schema(name: str) -> dict[str, Any]:
    """Return a component schema of the specification."""
    found: dict[str, Any] = openapi_document()["components"]["schemas"][name]
    return found


def operation(operation_id: str) -> dict[str, Any]:
    """Return an operation of the specification."""
    methods = [method for item in openapi_document()["paths"].values() for method in item.values()]
    (found,) = [method for method in methods if method["operationId"] == operation_id]
    return dict(found)


def words(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())
