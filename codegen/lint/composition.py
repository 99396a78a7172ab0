"""Rules 1 to 6: how schemas are composed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.lint.problems import Finding, Rule, component_schemas, is_object, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.documents import Document

__all__ = ["RULES"]

_BESIDE_ALL_OF = {"allOf", "description", "title", "deprecated", "examples"}
_NULL = {"type": "null"}


def _envelopes(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        parts = schema.get("allOf")
        if parts is None:
            continue
        if len(parts) != 2 or "$ref" not in parts[0] or parts[1].get("type") != "object":
            yield place, "allOf takes two items, a $ref and an object with `type: object`"
        beside = sorted(key for key in schema if key not in _BESIDE_ALL_OF and not key.startswith("x-"))
        if beside:
            yield place, f"{', '.join(beside)} beside allOf would be lost silently: move it into the second item"


def _nullables(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        kind = schema.get("type")
        if "nullable" in schema:
            yield place, "nullable is not part of OpenAPI 3.1: use type [..., 'null'] or anyOf with {type: 'null'}"
        if isinstance(kind, list) and "null" in kind and "enum" in schema:
            yield place, "a nullable enum is anyOf of a reference to the enum and {type: 'null'}"
        if _NULL in (schema.get("oneOf") or ()):
            yield place, "a nullable reference is anyOf, not oneOf"
        options = [option for option in schema.get("anyOf") or () if option != _NULL]
        if len(options) < len(schema.get("anyOf") or ()) and len(options) == 1 and _is_primitive(options[0]):
            yield place, "a nullable primitive is a list of types, such as [string, 'null']"


def _is_primitive(schema: dict[str, Any]) -> bool:
    return schema.get("type") in ("string", "integer", "number", "boolean") and "enum" not in schema


def _lists_of_types(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        if schema.get("format") in ("date-time", "date", "time"):
            yield place, f"format {schema['format']} fails on the service's timestamps: use type [string, integer]"
        for key in ("anyOf", "oneOf"):
            options = [option for option in schema.get(key) or () if option != _NULL]
            if len(options) > 1 and all(map(_is_primitive, options)):
                yield place, "a choice of primitives is a list of types, such as [string, integer]"


def _components(document: Document) -> Iterator[Finding]:
    for place, schema in component_schemas(document):
        if "enum" not in schema and not is_object(schema):
            yield place, "a component that is no object and no enum generates nothing: wrap it in an object"
    for place, schema in schemas(document):
        kind = schema.get("type")
        if isinstance(kind, list) and ("object" in kind or ("array" in kind and "items" not in schema)):
            yield place, "an object or array of any kind among other types has no known shape: write {}"


def _references(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        beside = sorted(key for key in schema if key != "$ref")
        if "$ref" in schema and beside:
            yield place, f"{', '.join(beside)} beside $ref is ignored"
    for place, schema in component_schemas(document):
        if not is_object(schema) and place[-1] in _contained(document, schema, set()):
            yield place, "an array or union must not contain itself"


def _contained(document: Document, schema: Any, seen: set[str]) -> set[str]:
    """Return the names of components that a schema contains without an object in between."""
    if not isinstance(schema, dict) or is_object(schema):
        return seen
    name = str(schema.get("$ref", "")).removeprefix("#/components/schemas/")
    if name in document.schemas and name not in seen:
        seen.add(name)
        _contained(document, document.schemas[name], seen)
    for inner in (schema.get("items"), *(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())):
        _contained(document, inner, seen)
    return seen


def _unions(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        options = [*(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())]
        objects = [option for option in options if "$ref" in option and is_object(document.resolve(option))]
        if len(objects) < 2:
            continue
        for option in objects[:-1]:
            kind = document.properties(option).get("type", {})
            if "const" not in kind or "type" not in document.required(option):
                yield place, f"{option['$ref'].rpartition('/')[2]} needs a required `type` with a const in this union"
        last = document.properties(objects[-1]).get("type", {})
        if "const" in last or document.is_closed(objects[-1]):
            yield place, "the last variant of a union of objects must be an open object without a const"


RULES: tuple[Rule, ...] = (
    (1, _envelopes),
    (2, _nullables),
    (3, _lists_of_types),
    (4, _components),
    (5, _references),
    (6, _unions),
)
