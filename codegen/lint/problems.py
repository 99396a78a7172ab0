"""What the lint reports, and the walks through a document that its rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from codegen.documents import Document

__all__ = ["Finding", "Place", "Problem", "Rule", "component_schemas", "fields", "is_object", "reachable", "schemas"]

Place = tuple[str, ...]
Finding = tuple[Place, str]
Rule = tuple[int, Callable[[Document], Iterator[Finding]]]

_NESTING = ("items", "additionalProperties", "not")
_NESTING_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


@frozen
class Problem:
    """One breach of a rule."""

    rule: int
    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.message} (rule {self.rule})"


def component_schemas(document: Document) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield place and schema of every component."""
    for name, schema in document.schemas.items():
        if isinstance(schema, dict):
            yield ("components", "schemas", name), schema


def _roots(document: Document) -> Iterator[tuple[Place, dict[str, Any]]]:
    yield from component_schemas(document)
    for operation in document.operations():
        yield from _of_operation(operation.place, operation.data)
    for name, item in document.data.get("webhooks", {}).items():
        for method, operation in item.items():
            if isinstance(operation, dict):
                yield from _of_operation(("webhooks", name, method), operation)
    for name, parameter in document.data.get("components", {}).get("parameters", {}).items():
        yield from _schema_of(("components", "parameters", name), parameter)
    for name, response in document.data.get("components", {}).get("responses", {}).items():
        yield from _media(("components", "responses", name), response)


def _of_operation(place: Place, operation: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    for index, parameter in enumerate(operation.get("parameters") or ()):
        yield from _schema_of((*place, "parameters", str(index)), parameter)
    yield from _media((*place, "requestBody"), operation.get("requestBody") or {})
    for status, response in (operation.get("responses") or {}).items():
        yield from _media((*place, "responses", status), response)


def _media(place: Place, holder: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    for kind, media in (holder.get("content") or {}).items():
        yield from _schema_of((*place, "content", kind), media)


def _schema_of(place: Place, holder: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(holder.get("schema"), dict):
        yield (*place, "schema"), holder["schema"]


def _within(place: Place, schema: Any) -> Iterator[tuple[Place, dict[str, Any]]]:
    if not isinstance(schema, dict):
        return
    yield place, schema
    for name, inner in (schema.get("properties") or {}).items():
        yield from _within((*place, "properties", name), inner)
    for key in _NESTING:
        yield from _within((*place, key), schema.get(key))
    for key in _NESTING_LISTS:
        for index, inner in enumerate(schema.get(key) or ()):
            yield from _within((*place, key, str(index)), inner)


def schemas(document: Document) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield place and content of every schema at any depth, without following references."""
    for place, schema in _roots(document):
        yield from _within(place, schema)


def fields(place: Place, schema: dict[str, Any]) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    """Yield place, name and schema of the properties written in an object schema, its ``allOf`` included."""
    for name, inner in (schema.get("properties") or {}).items():
        if isinstance(inner, dict):
            yield (*place, "properties", name), name, inner
    for index, part in enumerate(schema.get("allOf") or ()):
        if isinstance(part, dict) and "$ref" not in part:
            yield from fields((*place, "allOf", str(index)), part)


def is_object(schema: dict[str, Any]) -> bool:
    """Return True if a schema describes an object."""
    kind = schema.get("type")
    return (
        kind == "object"
        or (isinstance(kind, list) and "object" in kind)
        or any(key in schema for key in ("properties", "additionalProperties", "allOf"))
    )


def reachable(document: Document, roots: Iterator[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the component schemas that the given schemas lead to, by name."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(roots)
    while waiting:
        for _, schema in _within((), waiting.pop()):
            name = str(schema.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in document.schemas and name not in found:
                found[name] = document.schemas[name]
                waiting.append(found[name])
    return found
