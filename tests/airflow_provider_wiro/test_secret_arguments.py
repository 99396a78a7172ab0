from __future__ import annotations

import json

import pytest

from airflow_provider_wiro import secret_arguments as module
from airflow_provider_wiro.secret_arguments import SecretArgument


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"a": {"b": "secret", "c": ["secret", {"d": 1}]}}, {"a": {"b": "***", "c": ["***", {"d": "***"}]}}),
        ("{{ secret }}", "***"),
        (7, "***"),
        (("secret",), ["***"]),
    ],
)
def test_names_are_shown_and_values_are_not(value, shown):
    argument = SecretArgument(value)
    assert argument.serialize() == json.loads(str(argument)) == shown
    assert "secret" not in repr(argument)


def test_all_texts_are_masked_in_the_logs_of_the_task(monkeypatch):
    masked = []
    monkeypatch.setattr(module, "mask_secret", masked.append)
    value = {"a": {"b": "one", "c": ["two", {"d": "three"}], "e": "", "f": 4, "g": None}}
    assert SecretArgument(value).reveal() is value
    assert masked == ["one", "two", "three"]


def test_copies_are_rendered_apart():
    argument = SecretArgument("{{ a }}")
    copy = argument.copy()
    copy.value = "rendered"
    assert argument.value == "{{ a }}"
