from __future__ import annotations

from types import SimpleNamespace

import pytest

from airflow_provider_wiro.lookups import CLOCK_SKEW_SECONDS, runs_like

_SINCE = 1_000_000.5
_PARAMETERS = {"prompt": "a fox", "seed": 7, "files": ["https://x.example/a.png"]}


def row_of(**changes):
    row = {
        "id": "7",
        "status": "task_output",
        "starttime": "1000001",
        "modelslugowner": "a",
        "modelslugproject": "b",
        "parameters": {"prompt": "a fox", "seed": "7", "files": "elsewhere", "steps": "default"},
    }
    return {name: value for name, value in {**row, **changes}.items() if value is not None}


@pytest.fixture
def found(monkeypatch):
    asked = []

    def look(*rows, parameters=_PARAMETERS):
        def iterate(method, **arguments):
            asked.append((method, arguments))
            return iter([SimpleNamespace(to_dict=lambda row=row: row) for row in rows])

        monkeypatch.setattr("wiro.pagination.iterate", iterate)
        client = SimpleNamespace(api=SimpleNamespace(tasks=SimpleNamespace(list="Task/List")))
        return runs_like(client, "a/b", parameters, _SINCE)

    look.asked = asked
    return look


def test_run_is_recognised_by_model_parameters_and_time(found):
    assert found(row_of()) == ["7"]
    assert found.asked == [("Task/List", {"page_size": 100, "sort": "id", "order": "DESC", "model_name": "b"})]


@pytest.mark.parametrize(
    "row",
    [
        row_of(modelslugowner="other"),
        row_of(modelslugproject="bb"),
        row_of(id=None),
        row_of(starttime=str(int(_SINCE - CLOCK_SKEW_SECONDS - 2))),
        row_of(starttime=None, status="task_cancel"),
        row_of(starttime=None, endtime="1000001"),
        row_of(parameters={"prompt": "a cat"}),
        row_of(parameters={"seed": 8}),
        row_of(parameters={"prompt": True}),
    ],
)
def test_other_runs_are_left_alone(found, row):
    assert found(row) == []


@pytest.mark.parametrize(
    "row",
    [
        row_of(starttime=None, status="task_queue"),
        row_of(starttime=1000001, id=7),
        row_of(starttime="unknown", status="task_queue"),
        row_of(starttime=str(int(_SINCE - CLOCK_SKEW_SECONDS))),
        row_of(parameters=None),
        row_of(parameters={}),
        row_of(parameters="not shown"),
        row_of(parameters={"seed": 7.0, "prompt": "a fox"}),
    ],
)
def test_what_the_list_does_not_show_is_no_difference(found, row):
    assert found(row) == ["7"]


@pytest.mark.parametrize(
    ("shown", "alike"), [("true", True), ("True", True), (True, True), ("1", False), (False, False)]
)
def test_truth_is_compared_as_truth(found, shown, alike):
    assert found(row_of(parameters={"x": shown}), parameters={"x": True}) == (["7"] if alike else [])


def test_only_the_newest_runs_are_looked_at(found, monkeypatch):
    monkeypatch.setattr("airflow_provider_wiro.lookups._LOOKED_AT", 2)
    assert found(row_of(id="3"), row_of(id="2"), row_of(id="1")) == ["3", "2"]


@pytest.mark.parametrize("empty", ["", " ", None])
def test_what_was_empty_may_have_been_sent_as_the_default(found, empty):
    assert found(row_of(parameters={"resolution": "1K"}), parameters={"resolution": empty}) == ["7"]
