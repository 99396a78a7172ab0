"""Rules 7 to 10: names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openapi_python_client.strings import ClassName, PythonIdentifier, snake_case

from codegen.lint.problems import Finding, Rule, component_schemas, fields, is_object, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.documents import Document

__all__ = ["RULES"]

_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_MEMBER = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_ONE_LETTER_WORDS = {"x"}
_TAKEN = {"additional_properties", "additional_keys", "to_dict", "from_dict"}


def _identifiers(document: Document) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for operation in document.operations():
        place = operation.place
        for tag in operation.data.get("tags") or [""]:
            if not _SNAKE_CASE.fullmatch(tag):
                yield place, f"the tag {tag!r} is not snake_case"
        if not _SNAKE_CASE.fullmatch(operation.id):
            yield place, f"the operationId {operation.id!r} is not snake_case"
        elif operation.generates and not operation.id.startswith(f"{operation.tag}_"):
            yield place, f"the operationId {operation.id!r} does not start with its tag {operation.tag!r}"
        if operation.id in seen:
            yield place, f"the operationId {operation.id!r} is also that of {seen[operation.id]}"
        seen[operation.id] = operation.path
    for place, _ in component_schemas(document):
        name = place[-1]
        short = {word for word in snake_case(name).split("_") if len(word) == 1 and not word.isdecimal()}
        if (
            not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)
            or ClassName(name, "field_") != name
            or re.search("[A-Z]{3}", name)
        ):
            yield place, f"the schema name {name!r} is not PascalCase"
        elif short - _ONE_LETTER_WORDS:
            yield place, f"the schema name {name!r} has an inner acronym: write OauthStatus, not OAuthStatus"


def _inline_objects(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        is_component = place[:2] == ("components", "schemas") and len(place) == 3
        is_part = len(place) == 5 and place[:2] == ("components", "schemas") and place[3] == "allOf"
        if is_object(schema) and not is_component and not is_part:
            yield place, "name this object under components/schemas and refer to it"


def _properties(document: Document) -> Iterator[Finding]:
    for place, schema in component_schemas(document):
        seen: dict[str, str] = {}
        for name in document.properties(schema):
            attribute = PythonIdentifier(name, "field_")
            if attribute in _TAKEN:
                yield (*place, "properties", name), f"the property {name!r} hides a method of every model"
            if attribute in seen:
                yield (*place, "properties", name), f"{name!r} and {seen[attribute]!r} are the same in snake_case"
            seen[attribute] = name
        for inner_place, name, inner in fields(place, schema):
            for alias in inner.get("x-wiro-aliases") or ():
                if alias in document.properties(schema):
                    yield inner_place, f"the alias {alias!r} of {name!r} is a property of its own"


def _enums(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        if "enum" not in schema:
            continue
        names, values = schema.get("x-enum-varnames"), schema["enum"]
        if not isinstance(names, list):
            yield place, "an enum needs x-enum-varnames"
        elif len(names) != len(values) or len(set(names)) != len(names):
            yield place, f"x-enum-varnames must have {len(values)} different names, one for each value"
        else:
            for name in names:
                if not _MEMBER.fullmatch(str(name)):
                    yield place, f"the enum member {name!r} is not UPPER_CASE"


RULES: tuple[Rule, ...] = ((7, _identifiers), (8, _inline_objects), (9, _properties), (10, _enums))
