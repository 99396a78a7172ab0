from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.vectors import vectors
from wiro.catalog import (
    Model,
    Option,
    Parameter,
    check_parameters,
    has_files,
    model_from_rows,
    model_not_found,
    parse_model_name,
)
from wiro.errors import InvalidArgumentError, InvalidParametersError, ModelNotFoundError, NotFoundError
from wiro_client.types import File

GROUPS = [
    {
        "title": "Input",
        "items": [
            {
                "id": "prompt",
                "type": "textarea",
                "label": "Prompt",
                "required": True,
                "placeholder": "Describe what you want...",
                "note": "Text description of the desired output",
            },
            {"id": "inputImage", "type": "fileinput", "label": "Input Image", "required": "true"},
        ],
    },
    {
        "title": "Settings",
        "items": [
            {"id": "width", "type": "Range", "min": "64", "max": 2048, "step": 16, "default": "512", "required": 1},
            {
                "id": "style",
                "type": "SELECT",
                "options": [{"value": True, "label": "Yes"}, {"value": 2}, "plain", None],
                "advanced": "1",
            },
            {"id": "steps", "type": "integer", "required": "false", "min": None, "max": "many"},
            {"id": "mystery", "type": "hologram"},
        ],
    },
]


def model(groups: Any = GROUPS) -> Model:
    return model_from_rows("o/m", [{"title": "T", "slugowner": "o", "slugproject": "m", "parameters": groups}])


def parameters(groups: Any = GROUPS) -> dict[str, Parameter]:
    return {parameter.id: parameter for parameter in model(groups).parameters}


@pytest.mark.parametrize("vector", vectors("slug.valid"), ids=lambda vector: vector["request_body"])
def test_model_names(vector: dict[str, Any]) -> None:
    name = vector["request_body"]
    if vector["expect"]["valid"]:
        assert "/".join(parse_model_name(name)) == name
    else:
        with pytest.raises(InvalidArgumentError, match="owner/model"):
            parse_model_name(name)


@pytest.mark.parametrize("name", ["", "/", "a/", "/b", "a/b\n", "a/../b", "ö/b", "a/b?x", None, 3, ["a", "b"]])
def test_what_is_no_model_name(name: Any) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        parse_model_name(name)
    assert caught.value.parameter == "model"


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


@pytest.mark.parametrize(
    "groups",
    [None, "", "not json", "3", [], {}, 7, [None, 3, {}], [{"items": None}], [{"items": [3, {}, {"id": " "}]}]],
)
def test_odd_schemas_are_no_obstacle(groups: Any) -> None:
    assert model(groups).parameters == ()
    check_parameters(model(groups), {"anything": 1})


def test_the_documented_row() -> None:
    row = {
        "id": "1611",
        "title": "Virtual Try-on",
        "slugowner": "wiro",
        "slugproject": "Virtual Try-On",
        "cleanslugowner": "wiro",
        "cleanslugproject": "virtual-try-on",
        "description": "Integrate the Wiro Virtual Try-On API...",
        "categories": ["tool", 7, True],
        "parameters": None,
        "dynamicprice": '[{"inputs":{},"price":0.09,"priceMethod":"cpr"}]',
    }
    found = model_from_rows("wiro/asked", [row])
    assert (found.owner, found.slug, found.name) == ("wiro", "virtual-try-on", "wiro/virtual-try-on")
    assert (found.title, found.categories) == ("Virtual Try-on", ("tool", "7", "true"))
    assert found.raw is row
    assert "dynamicprice" not in repr(found)


def test_without_slugs_the_name_asked_for_stays() -> None:
    assert model_from_rows("o/m", [{"title": "T", "slugproject": "not a slug"}]).name == "o/m"


@pytest.mark.parametrize("rows", [[], None, [None], [{}], "x"])
def test_no_row_is_no_model(rows: Any) -> None:
    with pytest.raises(ModelNotFoundError, match="'o/m'") as caught:
        model_from_rows("o/m", rows)
    assert caught.value.model == "o/m"


def test_a_refusal_becomes_a_model_that_is_not_there() -> None:
    cause = NotFoundError(operation="runs_create", status_code=200, code=1, message="tool-not-accessible")
    error = model_not_found("o/m", cause)
    assert (error.operation, error.code, error.model) == ("runs_create", 1, "o/m")
    assert "tool-not-accessible" in str(error)


GOOD = {"prompt": "a fox", "inputImage": "https://x/y.png"}


@pytest.mark.parametrize(
    "params",
    [
        GOOD,
        {"prompt": "x", "inputImageUrl": "https://x/y.png"},
        {"prompt": "x", "inputImage": "", "inputImageUrl": "https://x/y.png"},
        {"prompt": "x", "inputImage": File(b"png")},
        {"prompt": "x", "inputImage": [File(b"png"), "https://x/y.png"]},
        {**GOOD, "unknown": {"nested": [1, 2.5, None, True]}},
        {**GOOD, "width": 512},
        {**GOOD, "prompt": 0},
        {**GOOD, "prompt": False},
    ],
)
def test_good_parameters(params: dict[str, Any]) -> None:
    check_parameters(model(), params)


@pytest.mark.parametrize("empty", ["", "   ", "\n", None, [], (), [""], [None, " "]])
def test_required_and_empty(empty: Any) -> None:
    with pytest.raises(InvalidParametersError) as caught:
        check_parameters(model(), {**GOOD, "prompt": empty})
    assert caught.value.violations == ["params.prompt (Prompt) is required and must not be empty"]


def test_a_default_makes_up_for_what_is_missing_but_not_for_what_is_empty() -> None:
    check_parameters(model(), GOOD)
    with pytest.raises(InvalidParametersError, match=r"params\.width is required and must not be empty"):
        check_parameters(model(), {**GOOD, "width": ""})


def test_every_violation_is_named() -> None:
    params: dict[Any, Any] = {
        "steps": {1, 2},
        "style": [1, {"deep": [0, float("inf")]}],
        "mystery": b"bytes",
        "when": {"at": object()},
        7: "x",
    }
    with pytest.raises(InvalidParametersError) as caught:
        check_parameters(model(), params)
    assert caught.value.violations == [
        "params.prompt (Prompt) is required",
        "params.inputImage (Input Image) is required",
        "params.steps is a set, which is not JSON",
        "params.style[1].deep[1] is inf, which is not JSON",
        "params.mystery is a bytes, which is not JSON; pass files as wiro.File",
        "params.when.at is a object, which is not JSON",
        "params has the key 7, a int; parameter names are strings",
    ]
    assert all(violation in str(caught.value) for violation in caught.value.violations)
    assert str(caught.value).startswith("o/m: ")


def test_a_value_that_contains_itself_is_named() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(InvalidParametersError, match="contains itself"):
        check_parameters(model([]), {"endless": endless})


def test_files_are_found() -> None:
    assert has_files({"a": File(b"")})
    assert has_files({"a": ["https://x", File(b"")]})
    assert not has_files({"a": ["https://x"], "b": 1})
