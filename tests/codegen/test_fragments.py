"""Fragments are merged, and what contradicts or surprises is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codegen.fragments import SpecificationError, load_specification, merge_fragments, parse_fragment
from tests.support.specifications import write_specification

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "openapi: 3.1.0\n"


def test_fragments_are_merged_and_know_their_file() -> None:
    one = "paths: {/A: {post: {operationId: a}}}\ncomponents: {schemas: {A: {type: object}}}"
    two = "paths: {/B: {post: {operationId: b}}}\ncomponents: {schemas: {B: {type: object}}}"
    merged = merge_fragments({"openapi.yaml": ROOT, "a.yaml": one, "b.yaml": two})
    assert list(merged.document["paths"]) == ["/A", "/B"]
    assert merged.document["components"]["schemas"] == {"A": {"type": "object"}, "B": {"type": "object"}}
    assert merged.file_of(("paths", "/B", "post", "summary")) == "b.yaml"
    assert merged.file_of(("components", "schemas", "A", "properties", "x")) == "a.yaml"


def test_the_root_fragment_comes_first_whatever_its_place_in_the_alphabet() -> None:
    merged = merge_fragments({"a.yaml": "paths: {}", "openapi.yaml": ROOT})
    assert list(merged.document) == ["openapi", "paths"]


@pytest.mark.parametrize(
    ("one", "two", "place"),
    [
        ("components: {schemas: {A: {type: object}}}", "components: {schemas: {A: {type: object}}}", "schemas.A"),
        ("paths: {/A: {post: {}}}", "paths: {/A: {post: {}}}", "/A.post"),
        ("openapi: 3.1.0", "openapi: 3.1.0", "openapi"),
        ("tags: [{name: a}]", "tags: [{name: b}]", "tags"),
    ],
)
def test_a_collision_names_both_files_and_the_place(one: str, two: str, place: str) -> None:
    with pytest.raises(SpecificationError, match=rf"b\.yaml: .*{place} is also in a\.yaml"):
        merge_fragments({"a.yaml": one, "b.yaml": two})


def test_a_key_that_is_there_twice_is_refused_with_its_line() -> None:
    with pytest.raises(SpecificationError, match=r"a\.yaml: line 3: the key 'x' is there twice"):
        parse_fragment("paths:\n  x: 1\n  x: 2\n", "a.yaml")


def test_yaml_does_not_guess_at_values() -> None:
    text = "values: [on, no, Yes, 2024-01-01, true, false, 12:30, 010, 1_000, 3, -4, 0x7C, 1.5, null, ~]"
    plain = ["on", "no", "Yes", "2024-01-01", True, False, "12:30", "010", "1_000", 3, -4, 124, 1.5, None, None]
    assert parse_fragment(text, "a.yaml") == {"values": plain}


def test_status_codes_become_strings() -> None:
    assert parse_fragment("responses: {200: {description: Fine.}}", "a.yaml")["responses"].keys() == {"200"}


def test_the_asyncapi_document_stays_apart(tmp_path: Path) -> None:
    specification = load_specification(write_specification(tmp_path))
    assert "asyncapi" not in specification.document
    assert specification.asyncapi["asyncapi"] == "3.0.0"
    assert specification.asyncapi_file == "asyncapi.yaml"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"a.yaml": "- one\n"}, "a fragment is a mapping"),
        ({"a.yaml": "{"}, "not YAML"),
        ({"a.yaml": "asyncapi: 3.0.0", "b.yaml": "asyncapi: 3.0.0"}, "another AsyncAPI document"),
        ({}, "there is no fragment"),
    ],
)
def test_what_is_no_specification_is_refused(texts: dict[str, str], message: str) -> None:
    with pytest.raises(SpecificationError, match=message):
        merge_fragments(texts)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecificationError, match="no YAML files"):
        load_specification(tmp_path)
