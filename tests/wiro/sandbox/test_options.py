from decimal import Decimal
from typing import Any

import pytest
from attrs import fields

from wiro.sandbox.options import SandboxOptions, SandboxSettings


@pytest.mark.parametrize("balance", [50, "50", 50.0, Decimal(50)])
def test_balance_is_exact_whatever_it_is_given_as(balance: Any) -> None:
    assert SandboxOptions(balance=balance).balance == Decimal(50)
    assert str(SandboxOptions(balance=0.1).balance) == "0.1"


def test_defaults_are_the_documented_project_on_this_machine_only() -> None:
    options = SandboxOptions()
    assert (options.host, options.api_key, options.api_secret) == ("127.0.0.1", "sandbox-key", "sandbox-secret")
    assert options.balance == Decimal(300)


def test_settings_that_callers_may_write_are_the_options() -> None:
    assert set(SandboxSettings.__annotations__) == {attribute.name for attribute in fields(SandboxOptions)}


def test_representation_hides_the_secret() -> None:
    assert "very-secret" not in repr(SandboxOptions(api_secret="very-secret"))


@pytest.mark.parametrize(
    "settings",
    [
        {"port": 70_000},
        {"port": -1},
        {"time_scale": 0},
        {"time_scale": -1},
        {"time_scale": float("inf")},
        {"time_scale": float("nan")},
        {"time_scale": 10**400},
        {"time_scale": True},
        {"balance": "abc"},
        {"balance": "nan"},
        {"balance": "-Infinity"},
        {"balance": "1e400"},
        {"dialect": "older"},
        {"max_body_bytes": 0},
        {"max_json_bytes": 0},
    ],
)
def test_impossible_settings(settings: dict[str, Any]) -> None:
    (name,) = settings
    with pytest.raises(ValueError, match=name):
        SandboxOptions(**settings)
