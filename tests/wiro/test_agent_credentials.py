from __future__ import annotations

from typing import Any

import pytest

from wiro.agent_credentials import check_credentials, credential_rows
from wiro.errors import InvalidArgumentError


def test_flat_credentials() -> None:
    assert credential_rows({"gmail": {"account": "a", "apppassword": ""}, "x": {"ids": ["1"], "n": 5, "b": True}}) == [
        {"credentialkey": "gmail", "fieldname": "account", "fieldvalue": "a"},
        {"credentialkey": "gmail", "fieldname": "apppassword", "fieldvalue": ""},
        {"credentialkey": "x", "fieldname": "ids", "fieldvalue": '["1"]'},
        {"credentialkey": "x", "fieldname": "n", "fieldvalue": "5"},
        {"credentialkey": "x", "fieldname": "b", "fieldvalue": "true"},
    ]


def test_nested_credentials() -> None:
    rows = credential_rows(
        {"firebase": {"accounts": [{"appname": "A"}, {"appname": "B", "apps": [{"id": "1"}, {"id": "2"}]}]}}
    )
    assert [(row["fieldname"], row["fieldvalue"], row["parentfield"], row["ordinal"]) for row in rows] == [
        ("appname", "A", "accounts", 0),
        ("appname", "B", "accounts", 1),
        ("id", "1", "accounts.1.apps", 0),
        ("id", "2", "accounts.1.apps", 1),
    ]


@pytest.mark.parametrize(
    ("credentials", "place"),
    [
        ({}, "credentials is empty"),
        ([], "credentials is a list"),
        ({"gmail": "secret"}, r"credentials\['gmail'\] is a str"),
        ({"gmail": {"account": None}}, "gmail.account is a NoneType"),
        ({"gmail": {"account": {"secret": 1}}}, "gmail.account is a dict"),
        ({"f": {"apps": [{"id": object()}]}}, "f.apps.0.id is a object"),
    ],
)
def test_what_cannot_be_written_is_named_and_never_shown(credentials: Any, place: str) -> None:
    with pytest.raises(InvalidArgumentError, match=place) as caught:
        check_credentials(credentials)
    assert "secret" not in str(caught.value)


def test_what_can_be_written_is_fine() -> None:
    check_credentials({"gmail": {"account": "a", "limits": [1, 2], "apps": [{"id": ""}]}})
