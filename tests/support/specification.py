"""The bundled specification, and the questions that contract tests ask it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Example", "asyncapi", "examples", "openapi", "operations", "properties_of", "request_schemas", "resolve"]

_CLIENT = Path(__file__).resolve().parents[2] / "generated" / "wiro_client"
_METHODS = ("get", "post", "put", "patch", "delete")


@frozen
class Example:
    """One documented payload of the specification.

    Attributes:
        name: Name of the payload, the same as that of the documentation's sample.
        schema: Name of the component schema that describes it.
        value: The payload, or one object of a payload that is a list of them.
        place: Where it is, for messages.
    """

    name: str
    schema: str
    value: Any
    place: str


@cache
def openapi() -> dict[str, Any]:
    """Return the bundled OpenAPI document."""
    document: dict[str, Any] = json.loads((_CLIENT / "openapi.json").read_text(encoding="utf-8"))
    return document


@cache
def asyncapi() -> dict[str, Any]:
    """Return the bundled AsyncAPI document."""
    document: dict[str, Any] = json.loads((_CLIENT / "asyncapi.json").read_text(encoding="utf-8"))
    return document


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """Return what a node refers to, or the node itself."""
    while "$ref" in node:
        target: Any = openapi()
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, upper-case method and object of each operation, with the parameters of its path among its own."""
    for path, item in openapi()["paths"].items():
        for method in _METHODS:
            if method in item:
                nodes = (*item.get("parameters", ()), *item[method].get("parameters", ()))
                yield path, method.upper(), {**item[method], "parameters": [resolve(node) for node in nodes]}


def request_schemas(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the schema of each content type of an operation's request."""
    content = resolve(operation.get("requestBody", {})).get("content", {})
    return {content_type: resolve(media["schema"]) for content_type, media in content.items()}


def properties_of(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the named properties of an object schema, those of its ``allOf`` parts included."""
    schema = resolve(schema)
    merged: dict[str, dict[str, Any]] = {}
    for part in schema.get("allOf", ()):
        merged.update(properties_of(part))
    merged.update(schema.get("properties", {}))
    return merged


def examples() -> Iterator[Example]:
    """Yield every documented payload: of operations, webhooks, schemas and socket frames."""
    for name, schema, value, place in _payloads():
        for item in value if isinstance(value, list) else [value]:
            yield Example(name, schema.removesuffix("[]"), item, place)


def _payloads() -> Iterator[tuple[str, str, Any, str]]:
    document = openapi()
    for section in ("paths", "webhooks"):
        for path, item in document.get(section, {}).items():
            for operation in (item[method] for method in _METHODS if method in item):
                yield from _media(operation.get("requestBody", {}), f"request of {path}")
                for status, response in operation["responses"].items():
                    yield from _media(response, f"answer {status} of {path}")
    for schema_name, schema in document["components"]["schemas"].items():
        for name, example in schema.get("x-wiro-examples", {}).items():
            yield name, schema_name, example["value"], f"schema {schema_name}"
    for name, example in document["components"].get("examples", {}).items():
        yield name, example["x-wiro-schema"], example["value"], "examples of the components"
    for message_name, message in asyncapi()["components"]["messages"].items():
        for example in message.get("examples", ()):
            yield example["name"], _schema_name(message["payload"]), example["payload"], f"frame {message_name}"


def _media(body: dict[str, Any], place: str) -> Iterator[tuple[str, str, Any, str]]:
    for media in resolve(body).get("content", {}).values():
        for name, example in media.get("examples", {}).items():
            yield name, _schema_name(media["schema"]), resolve(example)["value"], place


def _schema_name(node: dict[str, Any]) -> str:
    return str(node["$ref"].rsplit("/", 1)[-1])
