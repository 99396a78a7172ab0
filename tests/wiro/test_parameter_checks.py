from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import json_values
from tests.support.catalog import model, typed_models
from tests.support.vectors import vectors
from wiro._parameter_checks import find_hints, find_violations, written
from wiro._parameters import Option, Parameter
from wiro.catalog import check_parameters
from wiro.errors import InvalidParametersError
from wiro.runs import Output
from wiro_client.types import File

GOOD = {"prompt": "a fox", "inputImage": "https://x/y.png"}


@pytest.mark.parametrize(
    "params",
    [
        GOOD,
        {"prompt": "x", "inputImageUrl": "https://x/y.png"},
        {"prompt": "x", "inputImage": "", "inputImageUrl": "https://x/y.png"},
        {"prompt": "x", "inputImage": File(b"png")},
        {"prompt": "x", "inputImage": [File(b"png")]},
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
        "mystery": [b"bytes", {"deep": b"bytes"}],
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
        "params.mystery[1].deep is a bytes, which is not JSON",
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


def violations(params: dict[Any, Any], *parameters: Parameter) -> list[str]:
    return list(find_violations(parameters or model().parameters, params))


@pytest.mark.parametrize("value", [True, "true", 2, 2.0, "2", "plain", "", None, ["true", 2]])
def test_a_choice_may_look_like_something_else(value: Any) -> None:
    assert violations({**GOOD, "style": value}) == []


@pytest.mark.parametrize(
    ("value", "violation"),
    [
        ("fast", "params.style is 'fast'; accepted: 'true', '2', 'plain'"),
        (False, "params.style is False; accepted: 'true', '2', 'plain'"),
        ("Plain", "params.style is 'Plain'; accepted: 'true', '2', 'plain'; did you mean 'plain'?"),
        ("yes", "params.style is 'yes'; accepted: 'true', '2', 'plain'; did you mean 'true'?"),
        (["plain", 3], "params.style[1] is 3; accepted: 'true', '2', 'plain'"),
        ({"a": 1}, "params.style is {'a': 1}; accepted: 'true', '2', 'plain'"),
        (b"x", "params.style is a file, and it takes a text"),
    ],
)
def test_choices_that_are_no_option(value: Any, violation: str) -> None:
    assert violations({**GOOD, "style": value}) == [violation]


def test_nothing_may_be_a_choice() -> None:
    options = (Option("", "Automatic"), Option("en", "English"))
    language = Parameter(id="language", type="select", required=True, options=options)
    assert violations({"language": ""}, language) == []
    assert violations({"language": ""}, evolve(language, options=options[1:]))
    assert violations({}, language) == ["params.language is required"]


def test_long_lists_of_options_are_cut() -> None:
    groups = [{"id": "voice", "type": "select", "options": [f"v{number}" for number in range(200)]}]
    (violation,) = violations({"voice": "x"}, *model(groups).parameters)
    assert violation.endswith("'v29' and 170 more")


def test_a_select_without_options_takes_anything() -> None:
    assert violations({"s": "x"}, Parameter(id="s", type="select")) == []


@pytest.mark.parametrize("value", [64, 2048, 80, "512", 64.0, "1.28e2"])
def test_numbers_that_fit(value: Any) -> None:
    assert violations({**GOOD, "width": value}) == []


RANGE = "accepted: a number from 64 to 2048 in steps of 16"


@pytest.mark.parametrize("value", [63, 2049, 65, "65", "wide", True, [64], {}, "٣", "1e999", "nan", 1e300])
def test_numbers_that_do_not_fit(value: Any) -> None:
    assert violations({**GOOD, "width": value}) == [f"params.width is {value!r}; {RANGE}"]


@pytest.mark.parametrize(
    ("limits", "value", "violation"),
    [
        ({"minimum": 1.0}, 0, "accepted: a number of at least 1"),
        ({"maximum": 4294967295.0}, 4294967296, "accepted: a number of at most 4294967295"),
        ({"type": "integer"}, 1.5, "accepted: a whole number"),
        ({"minimum": 0.0, "maximum": 1.0, "step": 0.1}, 0.25, "accepted: a number from 0 to 1 in steps of 0.1"),
    ],
)
def test_limits(limits: dict[str, Any], value: Any, violation: str) -> None:
    parameter = Parameter(**{"id": "n", "type": "number", **limits})
    assert violations({"n": value}, parameter) == [f"params.n is {value!r}; {violation}"]


@pytest.mark.parametrize(
    ("settings", "value"),
    [
        ({"minimum": 0.0, "step": 0.1}, 0.3),  # 0.3 % 0.1 is not 0 in binary
        ({"minimum": 1.0, "step": 8.0}, 512),  # counted from 0
        ({"minimum": 1.0, "step": 8.0}, 9),  # counted from the minimum
        ({"minimum": 1.0, "step": 8.0, "default": "5"}, 13),  # counted from the default
        ({"step": 0.0}, 0.123),
        ({"step": -1.0}, 0.5),
        ({"type": "integer"}, 1.0),
    ],
)
def test_steps_begin_somewhere(settings: dict[str, Any], value: Any) -> None:
    assert violations({"n": value}, Parameter(**{"id": "n", "type": "number", **settings})) == []


FILES = [b"png", bytearray(b"png"), Path("a.png"), io.BytesIO(b"png"), File(b"png"), Output("a", "", None, "https://x")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: type(file).__name__)
def test_files(file: Any) -> None:
    assert violations({**GOOD, "inputImage": file}) == []
    assert violations({**GOOD, "inputImage": [file]}) == []
    assert violations({**GOOD, "undocumented": file}) == []
    if not isinstance(file, Output):
        assert violations({**GOOD, "prompt": file}) == ["params.prompt is a file, and it takes a text"]
        assert violations({**GOOD, "steps": file}) == ["params.steps is a file, and it takes a number"]


@pytest.mark.parametrize(
    ("value", "violation"),
    [
        ("/etc/passwd", " is a text that is no http(s) address; pass a pathlib.Path for a local file"),
        (["https://x", "a.png"], "[1] is a text that is no http(s) address; pass a pathlib.Path for a local file"),
        (7, " is a int; accepted: an http(s) address, a pathlib.Path, bytes"),
    ],
)
def test_what_is_no_file(value: Any, violation: str) -> None:
    assert violations({"f": value}, Parameter(id="f", type="combinefileinput"))[0].startswith(f"params.f{violation}")


URL = "https://x/y.png"


@pytest.mark.parametrize(
    ("kind", "params", "violation"),
    [
        ("fileinput", {"f": [URL, URL]}, "params.f has 2 files; accepted: one"),
        ("fileinput", {"f": URL, "fUrl": URL}, "params.f has 2 files; accepted: one"),
        ("multifileinput", {"fUrl": f"{URL}, {URL},{URL},{URL}"}, "params.f has 4 files; accepted: up to 3"),
        ("multifileinput", {"f": [b"1", b"2"], "fUrl": f"{URL},{URL}"}, "params.f has 4 files; accepted: up to 3"),
        ("combinefileinput", {"f": [URL, b"1", URL, b"2"]}, "params.f has 4 files; accepted: up to 3"),
        ("combinefileinput", {"f": [URL]}, "params.f has 1 file; accepted: at least 2"),
    ],
)
def test_numbers_of_files(kind: str, params: dict[str, Any], violation: str) -> None:
    assert violations(params, Parameter(id="f", type=kind, minimum=2, maximum=3)) == [violation]


def test_an_address_with_a_comma_is_one_address() -> None:
    assert violations({"f": "https://x/a,b.png"}, Parameter(id="f", type="fileinput")) == []


SUBMISSIONS = [
    (name, vector["request_body"])
    for vector in vectors("run.")
    if (name := str(vector["path"]).removeprefix("/Run/")) in typed_models() and "prompt" in vector["request_body"]
]


@pytest.mark.parametrize(("name", "params"), SUBMISSIONS)
def test_what_the_typed_clients_send_passes(name: str, params: dict[str, Any]) -> None:
    found = typed_models()[name]
    assert violations(params, *found.parameters) == []
    assert list(find_hints(found.parameters, params)) == []
    assert written(found.parameters, params).keys() == params.keys()


def test_most_typed_models_are_submitted() -> None:
    assert len({name for name, _ in SUBMISSIONS}) > 10


@pytest.mark.parametrize("name", typed_models())
def test_each_wrong_parameter_of_a_typed_model_is_named(name: str) -> None:
    found = typed_models()[name]
    wrong = {
        parameter.id: [5] if parameter.is_file else {"no": "option"} if parameter.type == "select" else "no number"
        for parameter in found.parameters
        if parameter.is_file or parameter.is_number or parameter.type == "select"
    }
    named = " ".join(find_violations(found.parameters, wrong))
    assert wrong
    assert all(f"params.{key}" in named for key in wrong)
    assert all(
        f"params.{parameter.id} is required" in named
        for parameter in found.parameters
        if parameter.required and parameter.default is None and parameter.id not in wrong
    )


def test_hints() -> None:
    params: dict[Any, Any] = {"Promt": 1, "xyzzy": 1, "callbackUrl": "", "projectid": "", "inputImageUrl": "", 7: 1}
    assert list(find_hints(model().parameters, params)) == [
        "params.Promt is not among the documented parameters; did you mean 'prompt'?",
        "params.xyzzy is not among the documented parameters",
    ]
    assert list(find_hints((), params)) == []


def test_choices_are_written_as_strings_and_numbers_as_numbers() -> None:
    params = {"style": True, "width": "512", "steps": " 2.5 ", "prompt": "7", "other": True, "inputImage": "9"}
    assert written(model().parameters, params) == {**params, "style": "true", "width": 512, "steps": 2.5}
    assert written(model().parameters, {"style": 2.0, "width": "wide", "steps": None}) == {
        "style": "2",
        "width": "wide",
        "steps": None,
    }
    assert params["style"] is True


@given(st.dictionaries(st.sampled_from(["prompt", "inputImage", "width", "style", "steps", "x"]), json_values))
def test_anything_is_judged_without_an_exception(params: dict[str, Any]) -> None:
    assert all(text.startswith("params") for text in find_violations(model().parameters, params))
    assert written(model().parameters, params).keys() == params.keys()
    list(find_hints(model().parameters, params))
