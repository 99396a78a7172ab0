"""docs/airflow.md names every operator and sensor with every argument, and its defaults are those of the code."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from airflow_provider_wiro.operators._agents import AgentStatusOperator
from airflow_provider_wiro.operators._paid import PaidJobOperator
from airflow_provider_wiro.sensors._watching import WatchingSensor
from tests.support.operator_arguments import arguments_of, classes_of

_TEXT = (Path(__file__).parents[2] / "docs" / "airflow.md").read_text()
#: What rows of the table call the arguments that several operators have in common.
_COMMON = {"*paid work*": PaidJobOperator, "*agents*": AgentStatusOperator, "*sensors*": WatchingSensor}


def row_of(name: str) -> list[str]:
    (row,) = re.findall(rf"^\| `{name}` \|(.*)\|$", _TEXT, re.MULTILINE)
    return [cell.strip() for cell in row.split("|")]


@pytest.mark.parametrize("kind", classes_of("operators", "sensors"), ids=lambda kind: kind.__name__)
def test_row_has_exactly_the_arguments_and_marks_the_required_ones(kind):
    cell = row_of(kind.__name__)[-1]
    documented = set(re.findall(r"`(\w+)`", cell))
    bold = set(re.findall(r"\*\*`(\w+)`\*\*", cell))
    arguments = arguments_of(kind)
    common: set[str] = set()
    for words, base in _COMMON.items():
        assert (words in cell) == issubclass(kind, base), words
        if issubclass(kind, base):
            common |= set(arguments_of(base))
    assert documented - common == set(arguments) - common
    required = {name for name, parameter in arguments.items() if parameter.default is parameter.empty}
    assert bold == required - common


def test_table_has_no_operator_that_does_not_exist():
    known = {kind.__name__ for kind in classes_of("operators", "sensors")}
    assert set(re.findall(r"^\| `(Wiro\w+)` \|", _TEXT, re.MULTILINE)) == known


@pytest.mark.parametrize(("words", "base"), _COMMON.items())
def test_every_common_argument_is_explained_with_its_default(words, base):
    rows = dict.fromkeys(arguments_of(base))
    for name, kinds, default in re.findall(r"^\| `(\w+)` \|([^|]*)\|([^|]*)\|[^|]*\|$", _TEXT, re.MULTILINE):
        if name in rows and (kinds.strip() == "all" or words.strip("*") in kinds):
            rows[name] = default.strip().strip("`")
    written = {
        "10 s": 10.0,
        "1 h": 3600.0,
        "10 min": 600.0,
        "True": True,
        "False": False,
        "": None,
    }
    for name, default in rows.items():
        assert default is not None, f"{name} is not explained"
        actual = arguments_of(base)[name].default
        if actual is not inspect.Parameter.empty and not (base is WatchingSensor and name == "deferrable"):
            assert written.get(default, default) == actual, name
