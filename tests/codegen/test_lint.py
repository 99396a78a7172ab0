"""Each rule of the specification has at least one breach that the lint reports, with file, place and number."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.lint import lint
from tests.support.specifications import small_specification, spoiled


def schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    return document["components"]["schemas"][name]


def fields(document: dict[str, Any], name: str = "Thing") -> dict[str, Any]:
    return schema(document, name)["properties"]


def detail(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/Thing/Detail"]["post"]


def add(name: str, **content: Any):
    """Return a change that adds a component."""
    return lambda document: document["components"]["schemas"].update({name: content})


def field(content: Any, *, of: str = "Thing"):
    """Return a change that adds a field to a component."""
    return lambda document: fields(document, of).update({"added": content})


def operation(**content: Any):
    """Return a change of the detail operation; None removes a key."""

    def change(document: dict[str, Any]) -> None:
        for key, value in content.items():
            key = key.replace("__", "-")
            if value is None:
                detail(document).pop(key)
            else:
                detail(document)[key] = value

    return change


TEXT = {"type": "string", "description": "Text."}
OPEN = {"type": "object", "description": "One.", "required": ["type"]}
FIRST = {**OPEN, "properties": {"type": {"const": "first"}}}
LAST = {**OPEN, "properties": {"type": TEXT}}


def union(*variants: dict[str, Any]):
    """Return a change that adds a union of objects to a thing."""

    def change(document: dict[str, Any]) -> None:
        for index, variant in enumerate(variants):
            document["components"]["schemas"][f"Variant{index}"] = variant
        references = [{"$ref": f"#/components/schemas/Variant{index}"} for index in range(len(variants))]
        fields(document)["added"] = {"anyOf": references, "description": "One of them."}

    return change


BREACHES = {
    "1 one item": (1, lambda d: schema(d, "ThingDetailResponse")["allOf"].pop()),
    "1 siblings": (1, lambda d: schema(d, "ThingDetailResponse").update(properties={"lost": TEXT})),
    "2 nullable": (2, field({**TEXT, "nullable": True})),
    "2 nullable enum": (
        2,
        field({"type": ["string", "null"], "enum": ["a", None], "x-enum-varnames": ["A", "NONE"], "description": "K."}),
    ),
    "2 oneOf": (2, field({"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}], "description": "T."})),
    "2 anyOf of a primitive": (2, field({"anyOf": [{"type": "string"}, {"type": "null"}], "description": "T."})),
    "3 date-time": (3, field({**TEXT, "format": "date-time"})),
    "3 choice": (3, field({"anyOf": [{"type": "string"}, {"type": "integer"}], "description": "T."})),
    "4 array component": (4, add("Things", type="array", items={"type": "string"}, description="T.")),
    "4 union component": (4, add("Either", anyOf=[{"$ref": "#/components/schemas/Thing"}], description="T.")),
    "4 free object": (4, field({"type": ["string", "object"], "description": "T."})),
    "5 beside $ref": (5, field({"$ref": "#/components/schemas/Thing", "description": "Lost."})),
    "5 recursion": (
        5,
        add("Nest", type="array", items={"$ref": "#/components/schemas/Nest"}, description="T."),
    ),
    "6 no const": (6, union({**OPEN, "properties": {"type": TEXT}}, LAST)),
    "6 type not required": (6, union({**FIRST, "required": []}, LAST)),
    "6 closed fallback": (6, union(FIRST, {**LAST, "additionalProperties": False})),
    "7 tag": (7, operation(tags=["Things"])),
    "7 id": (7, operation(operationId="things_getDetail")),
    "7 id without its tag": (7, operation(operationId="detail")),
    "7 id twice": (7, operation(operationId="things_make")),
    "7 acronym": (7, add("OAuthStatus", type="object", description="T.", properties={})),
    "7 capitals": (7, add("HTTPStatus", type="object", description="T.", properties={})),
    "7 snake": (7, add("thing_status", type="object", description="T.", properties={})),
    "8 inline object": (8, field({"type": "object", "description": "T.", "properties": {}})),
    "8 inline map": (8, field({"type": "object", "description": "T.", "additionalProperties": True})),
    "9 to_dict": (9, lambda d: fields(d).update(to_dict=TEXT)),
    "9 toDict": (9, lambda d: fields(d).update(toDict=TEXT)),
    "9 same in snake case": (9, lambda d: fields(d).update(fooBar=TEXT, foo_bar=TEXT)),
    "9 alias of another": (9, lambda d: fields(d)["guid"].update({"x-wiro-aliases": ["size"]})),
    "10 no names": (10, lambda d: schema(d, "ThingKind").pop("x-enum-varnames")),
    "10 too few names": (10, lambda d: schema(d, "ThingKind").update({"x-enum-varnames": ["SMALL"]})),
    "10 same names": (10, lambda d: schema(d, "ThingKind").update({"x-enum-varnames": ["SMALL", "SMALL"]})),
    "10 lower case": (10, lambda d: schema(d, "ThingKind").update({"x-enum-varnames": ["small", "LARGE"]})),
    "11 not required": (11, lambda d: detail(d)["requestBody"].pop("required")),
    "11 default": (11, lambda d: fields(d, "ThingDetailRequest")["guid"].update(default="g")),
    "11 no body": (11, operation(requestBody=None)),
    "11 default of a parameter": (
        11,
        lambda d: d["paths"]["/Thing/{owner-slug}/Make"]["post"]["parameters"][0]["schema"].update(default="me"),
    ),
    "11 default inside": (11, lambda d: fields(d, "ThingPart")["name"].update(default="n")),
    "12 open request": (12, lambda d: schema(d, "ThingDetailRequest").pop("additionalProperties")),
    "12 request that does not say": (12, lambda d: schema(d, "ThingPart").pop("additionalProperties")),
    "12 closed answer": (12, lambda d: schema(d, "Thing").update(additionalProperties=False)),
    "12 closed part of an answer": (
        12,
        lambda d: schema(d, "ThingDetailResponse")["allOf"][1].update(additionalProperties=False),
    ),
    "13 header of a path": (
        13,
        lambda d: d["paths"]["/Thing/Detail"].update(
            parameters=[{"name": "teamGUID", "in": "header", "description": "T.", "schema": {"type": "string"}}]
        ),
    ),
    "13 own header": (
        13,
        operation(parameters=[{"name": "teamGUID", "in": "header", "description": "T.", "schema": {"type": "string"}}]),
    ),
    "14 base64": (14, field({**TEXT, "format": "byte"})),
    "14 boolean in a form": (
        14,
        field({"type": "boolean", "description": "T."}, of="ThingMakeMultipartRequest"),
    ),
    "14 booleans in a form": (
        14,
        field(
            {"type": "array", "items": {"type": "boolean"}, "description": "T."},
            of="ThingMakeMultipartRequest",
        ),
    ),
    "15 older spelling": (15, lambda d: fields(d, "ThingDetailRequest").update(userAgentGuid=TEXT)),
    "15 unusable alias": (15, lambda d: fields(d, "ThingDetailRequest")["guid"].update({"x-wiro-aliases": ["a-b"]})),
    "16 no summary": (16, operation(summary=None)),
    "16 no description": (16, operation(description="")),
    "16 effect": (16, operation(**{"x-wiro-effect": "sometimes"})),
    "16 no auth": (16, operation(**{"x-wiro-auth": None})),
    "16 no docs": (16, operation(**{"x-wiro-docs": None})),
    "16 no errors": (16, operation(**{"x-wiro-documented-errors": None})),
    "16 unknown extension": (16, operation(**{"x-wiro-color": "red"})),
    "16 example that does not fit": (
        16,
        lambda d: detail(d)["responses"]["200"]["content"]["application/json"]["examples"].update(
            wrong={"value": {"thing": {"size": "three"}}}
        ),
    ),
    "17 own error": (17, lambda d: detail(d)["responses"].update({"4XX": {"description": "Refused."}})),
    "17 other status": (17, lambda d: detail(d)["responses"].update({"404": {"description": "Refused."}})),
    "17 no answer": (17, lambda d: detail(d)["responses"]["200"].pop("content")),
    "18 schema": (18, lambda d: schema(d, "Thing").pop("description")),
    "18 field": (18, field({"type": "string"})),
    "18 parameter": (
        18,
        lambda d: d["paths"]["/Thing/{owner-slug}/Make"]["post"]["parameters"][0].pop("description"),
    ),
    "19 no file": (19, operation(**{"x-wiro-docs": "somewhere in the documentation"})),
    "19 no line": (19, operation(**{"x-wiro-docs": "001.txt"})),
    "19 nothing after the colon": (19, operation(**{"x-wiro-docs": "newer.md:"})),
    "19 schema": (19, lambda d: schema(d, "Thing").update({"x-wiro-docs": "line 3"})),
}


def test_a_specification_that_keeps_the_rules_has_no_problems() -> None:
    assert lint(small_specification()) == []


@pytest.mark.parametrize("name", BREACHES)
def test_breach_is_reported_with_its_rule(name: str) -> None:
    rule, change = BREACHES[name]
    assert rule in {problem.rule for problem in lint(spoiled(change))}


def test_every_rule_is_covered() -> None:
    assert {rule for rule, _ in BREACHES.values()} == set(range(1, 20))


def test_message_names_file_place_and_rule() -> None:
    (problem,) = lint(spoiled(field({"type": "string"})))
    assert str(problem) == (
        "things.yaml: components.schemas.Thing.properties.added: the property has no description: "
        "say what it is, its unit and its limits (rule 18)"
    )


def test_described_operations_may_answer_with_other_statuses() -> None:
    assert not [p for p in lint(small_specification()) if "Callback" in p.place]


def test_older_spelling_is_allowed_in_legacy_operations() -> None:
    def change(document: dict[str, Any]) -> None:
        fields(document, "ThingDetailRequest").update(userAgentGuid=TEXT)
        detail(document)["x-wiro-status"] = "legacy"

    assert lint(spoiled(change)) == []


def test_union_with_constants_and_an_open_fallback_is_fine() -> None:
    assert lint(spoiled(union(FIRST, LAST))) == []
