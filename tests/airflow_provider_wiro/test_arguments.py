from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from airflow.providers.common.compat.sdk import ObjectStoragePath

from airflow_provider_wiro import arguments
from airflow_provider_wiro.files import WiroFile


@pytest.mark.parametrize("model", ["google/nano-banana-pro", "a/b", "wiro/flux-2.dev_x"])
def test_model_is_owner_and_slug(model):
    assert arguments.checked_model(model) == model


@pytest.mark.parametrize("model", ["", "nano", "a/b/c", "/b", "a/", "a b/c", "-a/b", "a/b\n", "../x", None, 3])
def test_another_model_is_refused_by_name(model):
    with pytest.raises(ValueError, match=r"^model is .*; accepted: 'owner/model'"):
        arguments.checked_model(model)


@pytest.mark.parametrize(
    ("value", "seconds"), [(1, 1.0), (0.5, 0.5), ("12.5", 12.5), (timedelta(minutes=2), 120.0), (" 3 ", 3.0)]
)
def test_seconds_come_from_numbers_timedeltas_and_rendered_text(value, seconds):
    assert arguments.checked_seconds("timeout", value) == seconds


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "", "soon", None, True, [], timedelta(0), "nan"])
def test_other_durations_are_refused_by_name(value):
    with pytest.raises(ValueError, match=r"^timeout is .*; accepted: a finite number of seconds above 0"):
        arguments.checked_seconds("timeout", value)


def test_zero_seconds_are_accepted_where_they_mean_something():
    assert arguments.checked_seconds("inline_wait", 0, zero=True) == 0
    with pytest.raises(ValueError, match=r"^inline_wait is -0.1; accepted: a finite number of seconds of at least 0"):
        arguments.checked_seconds("inline_wait", -0.1, zero=True)


@pytest.mark.parametrize("value", [{"prompt": "x", "n": [1, {"a": None}]}, '{"prompt": "x", "n": [1, {"a": null}]}'])
def test_parameters_are_a_dict_or_json_text(value):
    assert arguments.checked_parameters(value) == {"prompt": "x", "n": [1, {"a": None}]}


def test_parameters_are_copied():
    given = {"prompt": "x"}
    assert arguments.checked_parameters(given) is not given


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{not json", "parameters is not JSON"),
        ("", "parameters is not JSON"),
        ("[1]", "parameters is \\[1\\]"),
        ('"text"', "parameters is 'text'"),
        (None, "parameters is None"),
        ([("a", 1)], "parameters is \\[\\('a', 1\\)\\]"),
        ({1: "x"}, "parameters has the key 1"),
        ({"": "x"}, "parameters has the key ''"),
        ({"when": datetime(2026, 1, 1)}, "parameters\\['when'\\] is neither a JSON value nor a file .*datetime"),
        ({"x": float("nan")}, "parameters\\['x'\\] is neither a JSON value nor a file"),
        ({"file": b"abc"}, "parameters\\['file'\\] is neither a JSON value nor a file .*bytes"),
    ],
)
def test_other_parameters_are_refused_by_name(value, message):
    with pytest.raises(ValueError, match=rf"^{message}.*; accepted: a dict of JSON values"):
        arguments.checked_parameters(value)


def test_a_long_value_is_shortened_in_the_message():
    with pytest.raises(ValueError) as raised:
        arguments.checked_parameters("x" * 10_000)
    assert len(str(raised.value)) < 400


def test_an_xcom_argument_may_stand_inside_parameters_until_it_is_resolved():
    xcom = SimpleNamespace(resolve=lambda: None)
    assert arguments.checked_parameters({"prompt": xcom, "more": [xcom]})["prompt"] is xcom
    assert not arguments.is_rendered(xcom)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("out", "out"),
        ("file", "file"),
        ("C:/out", "C:/out"),
        ("./none", "./none"),
        ("file:///tmp/x", "file:///tmp/x"),
        (Path("a/b"), "a/b"),
        ("s3://connection@bucket/x", "s3://connection@bucket/x"),
        (ObjectStoragePath("file:///tmp/x"), "file:///tmp/x"),
        (None, None),
    ],
)
def test_output_path_is_a_folder_anywhere(value, path):
    assert arguments.checked_output_path(value) == path


@pytest.mark.parametrize(
    ("value", "amount"),
    [(None, None), (0, "0"), (0.1, "0.1"), ("0.10", "0.10"), (Decimal("1e-3"), "0.001"), (" 2 ", "2")],
)
def test_amounts_are_exact(value, amount):
    assert arguments.checked_usd("max_cost_usd", value) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("value", ["", "a lot", -0.01, float("nan"), float("inf"), "NaN", True, [1], object()])
def test_another_amount_is_refused_by_name(value):
    with pytest.raises(
        ValueError, match=r"^max_cost_usd is .*; accepted: a finite number of USD of at least 0, or None"
    ):
        arguments.checked_usd("max_cost_usd", value)


def test_files_may_be_anywhere_in_parameters():
    parameters = {
        "one": WiroFile("a.png"),
        "several": [Path("b.png"), "https://x.example/c.png"],
        "deep": {"x": Path("d")},
    }
    assert arguments.checked_parameters(parameters) == parameters


_FOLDERS_NOBODY_MEANT = ["None", "none", "s3:/bucket/x", Path("s3://bucket/x"), "file:/tmp/x", "file://localhost/tmp/x"]


@pytest.mark.parametrize("value", ["", "  ", "s3://", "s3:///", "://bucket", 3, "file://", *_FOLDERS_NOBODY_MEANT])
def test_another_output_path_is_refused_by_name(value):
    with pytest.raises(ValueError, match=r"^output_path is .*; accepted: a local folder"):
        arguments.checked_output_path(value)


def test_refused_address_is_shown_without_its_password():
    with pytest.raises(ValueError, match=r"^output_path is 'ftp:/\*\*\*@host/x'; accepted") as caught:
        arguments.checked_output_path("ftp:/me:CANARY@host/x")
    assert "CANARY" not in str(caught.value)


def test_choice_names_what_is_accepted():
    assert arguments.checked_choice("on_ambiguous", "fail", ("fail", "resubmit")) == "fail"
    with pytest.raises(ValueError, match=r"^on_ambiguous is 'retry'; accepted: 'fail', 'resubmit'"):
        arguments.checked_choice("on_ambiguous", "retry", ("fail", "resubmit"))
    with pytest.raises(ValueError, match=r"^on_ambiguous is \['fail'\]"):
        arguments.checked_choice("on_ambiguous", ["fail"], ("fail",))


@pytest.mark.parametrize(
    ("value", "rendered"), [("{{ x }}", False), ("{% if a %}", False), ("text", True), (3, True), (None, True)]
)
def test_templates_are_recognized(value, rendered):
    assert arguments.is_rendered(value) is rendered


def test_text_must_say_something():
    assert arguments.checked_text("name", " a ") == " a "
    for wrong in ("", "  ", None, 3):
        with pytest.raises(ValueError, match=r"^name is .*; accepted: a text that is not empty"):
            arguments.checked_text("name", wrong)


def test_ids_of_wiro_are_digits_or_guids():
    guid = "0b6c53f5-4b25-4d1e-9b21-7f0a0c5c3d11"
    assert [arguments.checked_remote_id("id", value) for value in ("534574", 534574, f" {guid} ")] == [
        "534574",
        "534574",
        guid,
    ]
    assert arguments.checked_remote_id("id", {"task_id": "7", "text": "…"}, key="task_id") == "7"
    with pytest.raises(ValueError, match=r"^id is .*, or the result of an operator, which has it as 'task_id'\.$"):
        arguments.checked_remote_id("id", {"text": "…"}, key="task_id")
    for wrong in ("", "None", "a/b", "a b", "x" * 129, None, True, {"task_id": "1"}):
        with pytest.raises(ValueError, match=r"^id is .*; accepted: the id that Wiro gave"):
            arguments.checked_remote_id("id", wrong)
