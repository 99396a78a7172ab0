from __future__ import annotations

import json

import pytest

from tests.support.catalog import GROUPS, parameters, typed_models
from wiro._parameters import Option, Parameter, list_of, number_of, text_of


def test_parameters_are_typed() -> None:
    found = parameters()
    assert list(found) == ["prompt", "inputImage", "width", "style", "steps", "mystery"]
    assert found["prompt"] == Parameter(
        id="prompt",
        type="textarea",
        label="Prompt",
        required=True,
        note="Text description of the desired output",
        placeholder="Describe what you want...",
        group="Input",
    )
    width = found["width"]
    assert (width.type, width.minimum, width.maximum, width.step, width.default) == ("range", 64, 2048, 16, "512")
    assert (width.is_number, width.required, width.group) == (True, True, "Settings")
    assert found["style"].options == (Option("true", "Yes"), Option("2", "2"), Option("plain", "plain"))
    assert (found["style"].type, found["style"].advanced, found["style"].is_number) == ("select", True, False)
    assert (found["steps"].required, found["steps"].minimum, found["steps"].maximum) == (False, None, None)
    assert found["mystery"].type == "hologram"
    assert [parameter.id for parameter in found.values() if parameter.is_file] == ["inputImage"]


@pytest.mark.parametrize("type_", ["number", "numeric", "Integer", "FLOAT", "range"])
def test_number_types(type_: str) -> None:
    assert parameters([{"title": "", "items": [{"id": "n", "type": type_}]}])["n"].is_number


def test_parameters_within_a_string_or_without_groups() -> None:
    assert parameters(json.dumps(GROUPS)) == parameters()
    flat = parameters([{"id": "prompt", "type": "text"}])
    assert (flat["prompt"].type, flat["prompt"].group) == ("text", "")


def test_keys_of_file_parameters() -> None:
    kinds = ("fileinput", "multifileinput", "combinefileinput", "text")
    assert [Parameter(id="f", type=kind).keys for kind in kinds] == [("f", "fUrl"), ("f", "fUrl"), ("f",), ("f",)]


def test_the_typed_models_have_typed_parameters() -> None:
    models = typed_models()
    assert len(models) == 14
    for model in models.values():
        assert all(item.is_text or item.is_number or item.is_file for item in model.parameters)
    watermark = models["bytedance/seedream-v4"].parameter("watermark")
    assert watermark is not None
    assert [option.value for option in watermark.options] == ["true", "false"]


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (5, "5"), (5.0, "5"), (0.5, "0.5"), (None, ""), ("x", "x")]
)
def test_texts(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("64", 64),
        (2.5, 2.5),
        ("nan", None),
        (float("inf"), None),
        (True, None),
        ("", None),
        ([], None),
        (10**400, None),
    ],
)
def test_numbers(value: object, number: float | None) -> None:
    assert number_of(value) == number


def test_lists_nested_too_deeply_are_empty() -> None:
    assert list_of("[" * 100_000) == []
