from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from tests.support.command import invoke
from wiro.cli.options import seconds_from

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("1.5", 1.5), ("90s", 90), ("15m", 900), ("2h", 7200), (" 5 ", 5)]
)
def test_durations(text: str, seconds: float) -> None:
    assert seconds_from(text) == seconds


@pytest.mark.parametrize("text", ["0", "-1", "soon", "", "s", "inf", "nan", "5d"])
def test_no_durations(text: str) -> None:
    with pytest.raises(click.BadParameter, match="accepted: seconds above 0"):
        seconds_from(text)


@pytest.mark.parametrize(
    "arguments", [("--json", "tasks", "list"), ("tasks", "--json", "list"), ("tasks", "list", "--json")]
)
def test_global_options_stand_anywhere(wiro_sandbox: Sandbox, arguments: tuple[str, ...]) -> None:
    assert invoke(wiro_sandbox, *arguments).document == {"tasks": []}


def test_an_option_of_the_command_line_wins_over_the_environment(wiro_sandbox: Sandbox) -> None:
    result = invoke(
        wiro_sandbox, "--base-url", "http://127.0.0.1:9/v1", "models", "search", "--base-url", wiro_sandbox.base_url
    )
    assert result.status == 0
