"""What a change of the specification means for users."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from codegen.comparison import compare, compare_with
from codegen.fragments import SpecificationError
from tests.support.specifications import small_specification, spoiled, things_with, write_specification

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = {"type": "string", "description": "Text."}


def request(document: dict[str, Any]) -> dict[str, Any]:
    return document["components"]["schemas"]["ThingDetailRequest"]


def thing(document: dict[str, Any]) -> dict[str, Any]:
    return document["components"]["schemas"]["Thing"]["properties"]


def part(document: dict[str, Any]) -> dict[str, Any]:
    return document["components"]["schemas"]["ThingPart"]


def move(mapping: dict[str, Any], old: str, new: str) -> None:
    mapping[new] = mapping.pop(old)


def rename_with_alias(document: dict[str, Any]) -> None:
    move(request(document)["properties"], "tags", "words")
    request(document)["properties"]["words"]["x-wiro-aliases"] = ["tags"]


BREAKING: dict[str, Callable[[dict[str, Any]], Any]] = {
    "operation things_detail was removed": lambda d: d["paths"].pop("/Thing/Detail"),
    "operation things_detail was renamed to things_read": lambda d: d["paths"]["/Thing/Detail"]["post"].update(
        operationId="things_read"
    ),
    "argument things_detail(tags) was removed": lambda d: request(d)["properties"].pop("tags"),
    "argument things_detail(color) was added and is required": lambda d: (
        request(d)["properties"].update(color=TEXT),
        request(d)["required"].append("color"),
    ),
    "argument things_detail(tags) is newly required": lambda d: request(d)["required"].append("tags"),
    "argument things_detail(limit): the type was integer or string, is string": lambda d: request(d)["properties"][
        "limit"
    ].update(type="string"),
    "operation things_detail: the result was ThingDetailResponse, is Envelope": lambda d: d["paths"]["/Thing/Detail"][
        "post"
    ]["responses"]["200"]["content"]["application/json"].update(schema={"$ref": "#/components/schemas/Envelope"}),
    "model ThingOwner was removed": lambda d: (
        d["components"]["schemas"].pop("ThingOwner"),
        thing(d).pop("owner"),
    ),
    "model ThingOwner was renamed to Keeper": lambda d: move(d["components"]["schemas"], "ThingOwner", "Keeper"),
    "field Thing.size was removed": lambda d: thing(d).pop("size"),
    "field Thing.size: the type was integer, is integer or string": lambda d: thing(d)["size"].update(
        type=["integer", "string"]
    ),
    "enum ThingKind: the name of 'large' was LARGE, is BIG": lambda d: d["components"]["schemas"]["ThingKind"].update(
        {"x-enum-varnames": ["SMALL", "BIG"]}
    ),
    "enum ThingKind: the value 'large' was removed": lambda d: d["components"]["schemas"]["ThingKind"]["enum"].pop(),
    "field ThingPart.color was added and is required": lambda d: (
        part(d)["properties"].update(color=TEXT),
        part(d)["required"].append("color"),
    ),
    "field ThingPart.name: the type was string, is integer": lambda d: part(d)["properties"]["name"].update(
        type="integer"
    ),
    "model ThingPart: the greatest number of fields was unlimited, is 1": lambda d: part(d).update(maxProperties=1),
    "operation things_make: the least number of arguments was 0, is 1": lambda d: d["components"]["schemas"][
        "ThingMakeMultipartRequest"
    ].update(minProperties=1),
    "operation things_detail: the greatest number of arguments was unlimited, is 1": lambda d: request(d).update(
        maxProperties=1
    ),
}

COMPATIBLE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "argument things_detail(color) was added": lambda d: request(d)["properties"].update(color=TEXT),
    "argument things_detail(guid) is no longer required": lambda d: request(d).pop("required"),
    "argument things_detail(tags) is now called words; both work": rename_with_alias,
    "argument things_detail(tags): the type was array of string, is array of string or string": lambda d: request(d)[
        "properties"
    ]["tags"].update(type=["array", "string"]),
    "field Thing.color was added": lambda d: thing(d).update(color=TEXT),
    "model Box was added": lambda d: d["components"]["schemas"].update(Box={"type": "object", "properties": {}}),
    "enum ThingKind: the value 'huge' was added": lambda d: d["components"]["schemas"]["ThingKind"]["enum"].append(
        "huge"
    ),
    "field ThingPart.name is no longer required": lambda d: part(d).pop("required"),
    "field ThingPart.name: the type was string, is integer or string": lambda d: part(d)["properties"]["name"].update(
        type=["integer", "string"]
    ),
    "operation things_detail is deprecated": lambda d: d["paths"]["/Thing/Detail"]["post"].update(deprecated=True),
    "operation things_detail: effect was read, is charge": lambda d: d["paths"]["/Thing/Detail"]["post"].update(
        {"x-wiro-effect": "charge"}
    ),
    "operation things_new was added": lambda d: d["paths"].update(
        {"/New": {"post": {"operationId": "things_new", "tags": ["things"]}}}
    ),
}


def with_alias(document: dict[str, Any]) -> None:
    request(document)["properties"]["tags"]["x-wiro-aliases"] = ["labels"]


def test_an_older_name_that_is_no_longer_accepted_breaks() -> None:
    changes = compare(spoiled(with_alias), small_specification())
    assert changes.breaking == ["argument things_detail(labels), an older name of tags, was removed"]
    assert compare(small_specification(), spoiled(with_alias)).breaking == []


def test_a_value_that_an_argument_no_longer_knows_breaks() -> None:
    def order(*values: str) -> Any:
        names = [value.upper() for value in values]
        content = {"type": "string", "enum": list(values), "x-enum-varnames": names, "description": "Order."}
        return spoiled(lambda document: request(document)["properties"].update(order=content))

    changes = compare(order("up", "down"), order("up"))
    assert changes.breaking == ["argument things_detail(order): the value 'down' was removed"]
    assert compare(order("up"), order("up", "down")).breaking == []


def test_fewer_needed_and_more_allowed_properties_break_nobody() -> None:
    def counted(least: int, most: int) -> Any:
        return spoiled(lambda document: part(document).update(minProperties=least, maxProperties=most))

    changes = compare(counted(2, 3), counted(1, 4))
    assert changes.breaking == []
    assert changes.compatible == [
        "model ThingPart: the least number of fields was 2, is 1",
        "model ThingPart: the greatest number of fields was 3, is 4",
    ]
    assert len(compare(counted(1, 4), counted(2, 3)).breaking) == 2


def test_a_model_that_is_sent_and_received_is_compared_in_both_directions() -> None:
    def both_ways(kind: Any, *required: str) -> Any:
        def change(document: dict[str, Any]) -> None:
            thing(document).update(parts={"type": "array", "items": {"$ref": "#/components/schemas/ThingPart"}})
            part(document).update(required=list(required))
            part(document)["properties"]["name"].update(type=kind)

        return spoiled(change)

    changes = compare(both_ways("string"), both_ways(["integer", "string"], "name"))
    assert changes.breaking == [
        "field ThingPart.name is newly required",
        "field ThingPart.name in answers: the type was string, is integer or string",
    ]
    assert changes.compatible == ["field ThingPart.name in requests: the type was string, is integer or string"]


def test_what_an_answer_always_has_breaks_nobody() -> None:
    changes = compare(
        small_specification(), spoiled(lambda d: d["components"]["schemas"]["Thing"].update(required=["size"]))
    )
    assert (changes.breaking, changes.compatible) == ([], [])


@pytest.mark.parametrize("line", BREAKING)
def test_breaking_change(line: str) -> None:
    changes = compare(small_specification(), spoiled(BREAKING[line]))
    assert line in changes.breaking
    assert changes.report().endswith("This breaks users of the client.")


@pytest.mark.parametrize("line", COMPATIBLE)
def test_compatible_change(line: str) -> None:
    changes = compare(small_specification(), spoiled(COMPATIBLE[line]))
    assert changes.breaking == []
    assert line in changes.compatible
    assert changes.report().endswith("This breaks nobody.")


def test_nothing_changed() -> None:
    assert compare(small_specification(), small_specification()).report() == "Nothing changed for users of the client."


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def test_a_checkout_is_compared_with_a_revision(tmp_path: Path) -> None:
    write_specification(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "spec")
    git(tmp_path, "commit", "-q", "-m", "First")
    assert compare_with(tmp_path, "HEAD") == (0, "Nothing changed for users of the client.")
    write_specification(tmp_path, things=things_with(lambda d: thing(d).pop("size")))
    code, report = compare_with(tmp_path, "HEAD")
    assert code == 1
    assert "field Thing.size was removed" in report


def test_an_unknown_revision_is_an_error_that_says_so(tmp_path: Path) -> None:
    write_specification(tmp_path)
    git(tmp_path, "init", "-q")
    with pytest.raises(SpecificationError, match="git ls-tree"):
        compare_with(tmp_path, "v0")
