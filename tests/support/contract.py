"""The specification as the contract tests read it: the bundled documents, their schemas and their examples."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "SpecExample",
    "asyncapi_document",
    "body_schemas",
    "field_schemas",
    "generated_operations",
    "openapi_document",
    "resolved",
    "shared_api",
    "spec_examples",
]

_ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = _ROOT / "generated" / "wiro_client"

Document = dict[str, Any]


@frozen
class SpecExample:
    """One example of the specification.

    Attributes:
        name: Its name, the stem of the documented payload's file.
        direction: ``request``, ``response``, ``frame``, ``webhook`` or ``schema`` (a part of a payload).
        schema: Name of the component schema that describes it.
        value: The payload.
        operation: Id of the operation, for requests and responses.
        media_type: Media type of a request or response.
    """

    name: str
    direction: str
    schema: str
    value: Any
    operation: str | None = None
    media_type: str | None = None


@cache
def openapi_document() -> Document:
    """Return the bundled OpenAPI document that ships with the client."""
    document: Document = json.loads((_PACKAGE / "openapi.json").read_text(encoding="utf-8"))
    return document


@cache
def asyncapi_document() -> Document:
    """Return the bundled AsyncAPI document that ships with the client."""
    document: Document = json.loads((_PACKAGE / "asyncapi.json").read_text(encoding="utf-8"))
    return document


def shared_api() -> Path:
    """Return the folder with the documentation's data, or skip the test loudly where it is not beside the checkout."""
    folder = _ROOT.parent / "shared" / "api"
    if not folder.is_dir():
        pytest.skip("NOT COMPARED with the documentation: ../shared/api is not beside this checkout")
    return folder


def generated_operations() -> dict[tuple[str, str], Document]:
    """Return the operations that the client offers, by method and path."""
    return {
        (method.upper(), path): operation
        for path, item in openapi_document()["paths"].items()
        for method, operation in item.items()
        if operation.get("x-wiro-generate", True)
    }


def resolved(schema: Document) -> Document:
    """Return what a reference into the OpenAPI document points to; anything else as it is."""
    while "$ref" in schema:
        target: Any = openapi_document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def field_schemas(schema: Document) -> dict[str, Document]:
    """Return the properties of an object schema, those of its parts, variants, items and values included."""
    schema = resolved(schema)
    fields: dict[str, Document] = {}
    parts = [*schema.get("allOf", ()), *schema.get("anyOf", ())]
    parts += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    for part in parts:
        fields.update(field_schemas(part))
    return fields | schema.get("properties", {})


def body_schemas(operation: Document) -> dict[str, Document]:
    """Return the schemas of an operation's request body by media type."""
    content = resolved(operation.get("requestBody", {})).get("content", {})
    return {media_type: resolved(media["schema"]) for media_type, media in content.items()}


def spec_examples() -> Iterator[SpecExample]:
    """Yield every example of both documents; a list of objects is one example for each object."""
    for example in _whole_examples():
        for value in example.value if isinstance(example.value, list) else [example.value]:
            yield evolve(example, value=value)


def _whole_examples() -> Iterator[SpecExample]:
    document = openapi_document()
    for item in document["paths"].values():
        for operation in item.values():
            yield from _body_examples("request", operation.get("requestBody", {}), operation["operationId"])
            for response in operation["responses"].values():
                yield from _body_examples("response", response, operation["operationId"])
    for item in document.get("webhooks", {}).values():
        for operation in item.values():
            yield from _body_examples("webhook", operation["requestBody"], None)
    for name, schema in document["components"]["schemas"].items():
        for example, entry in schema.get("x-wiro-examples", {}).items():
            yield SpecExample(example, "schema", name, entry["value"])
    for name, entry in document["components"].get("examples", {}).items():
        yield SpecExample(name, "schema", entry["x-wiro-schema"].removesuffix("[]"), entry["value"])
    for message in asyncapi_document()["components"]["messages"].values():
        for entry in message.get("examples", ()):
            yield SpecExample(entry["name"], "frame", _schema_name(message["payload"]), entry["payload"])


def _body_examples(direction: str, body: Document, operation: str | None) -> Iterator[SpecExample]:
    for media_type, media in resolved(body).get("content", {}).items():
        for name, entry in media.get("examples", {}).items():
            schema = _schema_name(media["schema"])
            yield SpecExample(name, direction, schema, entry["value"], operation, media_type)


def _schema_name(schema: Document) -> str:
    name: str = schema["$ref"].rsplit("/", 1)[1]
    return name
