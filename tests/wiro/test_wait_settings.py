from __future__ import annotations

import inspect
import math
import pickle
import re
from pathlib import Path

import pytest
from attrs import evolve, fields

from wiro.config import WaitSettings
from wiro.errors import ConfigurationError


def test_wait_settings_defaults_follow_the_documentation() -> None:
    settings = WaitSettings()
    assert (settings.safety_poll_seconds, settings.safety_poll_max_seconds) == (60, 300)
    assert settings.socket_down_poll_seconds == (2, 5, 10)
    assert (settings.task_error_grace_seconds, settings.reconnect_max_seconds) == (120, 30)
    assert settings.max_frame_bytes == 32 * 1024 * 1024


@pytest.mark.parametrize(
    ("arguments", "accepted"),
    [
        ({"safety_poll_seconds": 0}, "above 0"),
        ({"reconnect_max_seconds": math.inf}, "above 0"),
        ({"max_frame_bytes": "32"}, "above 0"),
        ({"task_error_grace_seconds": -1}, "at least 0"),
        ({"socket_down_poll_seconds": ()}, "tuple"),
        ({"socket_down_poll_seconds": (2, 0)}, "tuple"),
        ({"socket_down_poll_seconds": None}, "tuple"),
        ({"slot_poll_seconds": (1, "2")}, "tuple"),
        ({"poll_jitter": 1}, "at least 0 and below 1"),
        ({"poll_jitter": -0.1}, "at least 0 and below 1"),
        ({"safety_poll_growth": 0.5}, "at least 1"),
        ({"safety_poll_growth": math.nan}, "at least 1"),
        ({"paced_calls_at_once": True}, "above 0"),
    ],
)
def test_wait_settings_refuse_what_never_or_always_fires(arguments: dict[str, object], accepted: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{next(iter(arguments))} .*{accepted}"):
        WaitSettings(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["task_error_grace_seconds", "idle_close_seconds", "not_found_rechecks", "list_answers_in_a_row"]
)
def test_none_at_all_is_a_setting(name: str) -> None:
    assert getattr(WaitSettings(**{name: 0}), name) == 0


def test_settings_are_keys() -> None:
    settings = WaitSettings()
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert hash(evolve(settings)) == hash(settings)
    assert evolve(settings, stop_seconds=1.0) != settings


def test_each_is_explained() -> None:
    explained = re.findall(r"^ {4}(\w+): ", inspect.getdoc(WaitSettings) or "", re.MULTILINE)
    assert explained == [field.name for field in fields(WaitSettings)]


def test_the_documentation_has_each_with_its_default_and_meaning() -> None:
    page = (Path(__file__).parents[2] / "docs" / "waiting.md").read_text(encoding="utf-8")
    parts = re.split(r"^ {4}(\w+): ", inspect.getdoc(WaitSettings) or "", flags=re.MULTILINE)[1:]
    meanings = {name: " ".join(text.split()) for name, text in zip(parts[::2], parts[1::2], strict=True)}
    for field in fields(WaitSettings):
        default = field.default if isinstance(field.default, tuple) else (field.default,)
        shown = ", ".join(f"{number:g}" if number < 1e6 else str(number) for number in default)
        assert f"| `{field.name}` | {shown} | {meanings[field.name]} |\n" in page
    assert page.count("\n| `") == len(fields(WaitSettings))
    exec(re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0].replace("Wiro(", 'Wiro("key", '), {})
