from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import json_values
from wiro._price_list import PriceEntry, exact_number, is_same, read_price_list, shown_usd


def test_the_documented_list_as_text_and_as_a_list() -> None:
    rows: list[dict[str, Any]] = [
        {"inputs": {"resolution": "720p", "duration": 5}, "price": 0.13, "priceMethod": "cpr"},
        {"inputs": {}, "price": "0.2", "priceMethod": " cp-pixel ", "priceExtra": 0.1, "priceInput": "0.05"},
    ]
    found = [
        PriceEntry(inputs={"resolution": "720p", "duration": "5"}, price=Decimal("0.13"), method="cpr"),
        PriceEntry(price=Decimal("0.2"), method="cp-pixel", price_extra=Decimal("0.1"), price_input=Decimal("0.05")),
    ]
    assert read_price_list(rows) == (found, "")
    assert read_price_list(json.dumps(rows)) == (found, "")
    assert read_price_list(rows[0]) == (found[:1], "")


@pytest.mark.parametrize("value", [None, "", " ", "[]", [], {}, "null"])
def test_no_list(value: Any) -> None:
    assert read_price_list(value) == ([], "")


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "[" * 100_000,
        "7",
        [None],
        [{"inputs": {}}],
        [{"price": -1}],
        [{"price": "NaN"}],
        [{"price": 1, "inputs": "x"}],
    ],
)
def test_lists_that_cannot_be_read(value: Any) -> None:
    entries, problem = read_price_list(value)
    assert entries == []
    assert "cannot be read" in problem


@given(json_values)
def test_anything_can_be_a_price_list(value: Any) -> None:
    entries, problem = read_price_list(value)
    assert not (entries and problem)


@pytest.mark.parametrize(
    ("given_value", "wanted", "same"),
    [
        ("720p", "720p", True),
        ("720P", "720p", False),
        (5, "5", True),
        ("5", "5.0", True),
        (5.0, "5", True),
        (True, "true", True),
        (True, "1", False),
        (["720p"], "720p", True),
        (["720p", "720p"], "720p", False),
        (None, "", True),
        ({}, "", False),
    ],
)
def test_equal_values(given_value: Any, wanted: str, same: bool) -> None:
    assert is_same(given_value, wanted) is same


@pytest.mark.parametrize(
    ("value", "number"), [("1e-6", "0.000001"), (0.1, "0.1"), (Decimal("2"), "2"), (".5", "0.5"), ("-1", "-1")]
)
def test_numbers(value: Any, number: str) -> None:
    assert exact_number(value) == Decimal(number)


@pytest.mark.parametrize("value", [None, True, "", "x", "1,5", "nan", "inf", "1e999", "٣", [], "1" * 40])
def test_what_is_no_number(value: Any) -> None:
    assert exact_number(value) is None


@pytest.mark.parametrize(("usd", "text"), [("0.100", "0.1"), ("100", "100"), ("1E-7", "0.0000001"), ("0", "0")])
def test_amounts_for_people(usd: str, text: str) -> None:
    assert shown_usd(Decimal(usd)) == text
