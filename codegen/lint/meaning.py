"""Rules 16 to 19: what operations say about themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]
from jsonschema.exceptions import best_match  # type: ignore[import-untyped, unused-ignore]

from codegen.lint.problems import Finding, Place, Rule, component_schemas, fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.documents import Document, RawOperation

__all__ = ["RULES"]

_VALUES = {
    "x-wiro-effect": {"read", "idempotent", "create", "charge"},
    "x-wiro-auth": {"none", "key", "runtime"},
    "x-wiro-status": {"current", "mentioned", "legacy", "newer"},
}
_EXTENSIONS = {*_VALUES, "x-wiro-docs", "x-wiro-documented-errors", "x-wiro-generate", "x-wiro-errors"}
_ERROR_STATUSES = ("4XX", "5XX")
_LINE = r"\d+(?:\+\d+)?"
_LINES = rf"{_LINE}(?:-{_LINE})?"
_PLACES = rf"{_LINES}(?:, {_LINES})*"
# The documents are long, and quoted by line; what else is referred to may be named as a whole.
_SOURCE = rf"[\w.+/-]+\.(?:txt:{_PLACES}|(?:md|json|ts|py|kt|swift)(?::{_PLACES})?)"


def _operations(document: Document) -> Iterator[Finding]:
    for operation in document.operations():
        data, place = operation.data, operation.place
        for key in ("summary", "description"):
            if not str(data.get(key, "")).strip():
                yield place, f"{key} is missing"
        for key, values in _VALUES.items():
            if data.get(key) not in values:
                yield place, f"{key} must be one of {', '.join(sorted(values))}"
        if not data.get("x-wiro-docs"):
            yield place, "x-wiro-docs is missing"
        errors = data.get("x-wiro-documented-errors")
        if not isinstance(errors, list):
            yield place, "x-wiro-documented-errors must list the documented errors, [] if there are none"
        for key in data:
            if key.startswith("x-") and key not in _EXTENSIONS:
                yield place, f"{key} is not an extension that anything reads"
        yield from _examples(document, operation)


def _examples(document: Document, operation: RawOperation) -> Iterator[Finding]:
    holders = {"requestBody": operation.data.get("requestBody") or {}}
    holders |= {f"responses.{status}": answer for status, answer in (operation.data.get("responses") or {}).items()}
    for where, holder in holders.items():
        for kind, media in (document.resolve(holder).get("content") or {}).items():
            for name, example in (media.get("examples") or {}).items():
                if kind != "application/json":
                    continue
                fault = _fault(document, media.get("schema", {}), example.get("value"))
                if fault:
                    yield (*operation.place, where, "examples", name), f"does not fit its schema: {fault}"


def _fault(document: Document, schema: dict[str, Any], value: Any) -> str:
    whole = {**schema, "components": {"schemas": document.schemas}}
    error = best_match(Draft202012Validator(whole).iter_errors(value))
    return "" if error is None else f"{error.json_path}: {error.message[:200]}"


def _errors(document: Document) -> Iterator[Finding]:
    for operation in document.operations():
        if not operation.generates:
            continue
        responses = operation.data.get("responses") or {}
        for status in _ERROR_STATUSES:
            reference = str((responses.get(status) or {}).get("$ref", ""))
            if not reference.startswith("#/components/responses/"):
                yield (*operation.place, "responses"), f"{status} must refer to components/responses"
        for status in responses:
            if status not in ("200", *_ERROR_STATUSES):
                yield (*operation.place, "responses"), f"{status}: 200, 4XX and 5XX are the statuses that are described"
        media = (responses.get("200") or {}).get("content") or {}
        if not str(media.get("application/json", {}).get("schema", {}).get("$ref", "")):
            yield (*operation.place, "responses"), "200 needs application/json with a named schema"


def _descriptions(document: Document) -> Iterator[Finding]:
    # The operation describes its own bodies.
    bodies = {name for operation in document.operations() for name in document.body_names(operation)}
    for place, schema in component_schemas(document):
        if place[-1] not in bodies and not str(schema.get("description", "")).strip():
            yield place, "the schema has no description"
        for inner_place, _, inner in fields(place, schema):
            if not _is_described(inner):
                yield inner_place, "the property has no description: say what it is, its unit and its limits"
    for operation in document.operations():
        for index, parameter in enumerate(operation.data.get("parameters") or ()):
            if not str(document.resolve(parameter).get("description", "")).strip():
                yield (*operation.place, "parameters", str(index)), "the parameter has no description"


def _is_described(schema: dict[str, Any]) -> bool:
    # Nothing may stand beside a $ref, a nullable reference is one too, and a constant says what it is.
    options = schema.get("anyOf") or ()
    is_reference = "$ref" in schema or (len(options) == 2 and any("$ref" in option for option in options))
    return is_reference or "const" in schema or bool(str(schema.get("description", "")).strip())


def _sources(document: Document) -> Iterator[Finding]:
    places: list[tuple[Place, dict[str, Any]]] = [
        (operation.place, operation.data) for operation in document.operations()
    ]
    places += list(component_schemas(document))
    for place, holder in places:
        source = holder.get("x-wiro-docs")
        if source is None:
            continue
        if not isinstance(source, str) or not re.fullmatch(rf"{_SOURCE}(?:[,;] {_SOURCE})*", source):
            yield place, f"x-wiro-docs must name files and lines, such as 001.txt:212-235, 240: {source!r}"


RULES: tuple[Rule, ...] = ((16, _operations), (17, _errors), (18, _descriptions), (19, _sources))
