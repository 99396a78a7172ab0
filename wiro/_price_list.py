"""The price list of a model: `dynamicprice` as the catalogue writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from wiro._parameters import text_of

__all__ = ["PriceEntry", "exact_number", "is_same", "price_of", "read_price_list", "shown_usd"]

_NUMERAL: Final = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)


@frozen(slots=True, kw_only=True)
class PriceEntry:
    """One entry of `dynamicprice`.

    Attributes:
        inputs: What the run's parameters must be; empty for all runs.
        price: USD for one unit of the method.
        method: Billing method, such as `cpr`; empty if the entry names none.
        price_extra: USD for each further tier of pixels.
        price_input: USD for each input image and tier of pixels.
    """

    inputs: Mapping[str, str] = field(factory=dict)
    price: Decimal
    method: str = ""
    price_extra: Decimal = Decimal(0)
    price_input: Decimal = Decimal(0)


def read_price_list(value: object) -> tuple[list[PriceEntry], str]:
    """Read `dynamicprice`.

    Args:
        value: A list, or its JSON text, or nothing.

    Returns:
        The entries, and what is wrong with the list, empty if nothing is.
    """
    if isinstance(value, str):
        try:
            value = json.loads(value, parse_float=Decimal) if value.strip() else None
        except (ValueError, RecursionError):
            return [], "the price list cannot be read"
    if value is None or value in ([], {}):
        return [], ""
    rows = value if isinstance(value, (list, tuple)) else [value]
    entries = []
    for row in rows:
        entry = row if isinstance(row, Mapping) else {}
        price, inputs = price_of(entry.get("price")), entry.get("inputs") or {}
        if price is None or not isinstance(inputs, Mapping):
            # One that cannot be read may be the one that applies.
            return [], "the price list has an entry that cannot be read"
        entries.append(
            PriceEntry(
                inputs={str(key): text_of(wanted) for key, wanted in inputs.items()},
                price=price,
                method=text_of(entry.get("priceMethod")).strip(),
                price_extra=price_of(entry.get("priceExtra")) or Decimal(0),
                price_input=price_of(entry.get("priceInput")) or Decimal(0),
            )
        )
    return entries, ""


def is_same(given: object, wanted: str) -> bool:
    """Tell whether a parameter has a value; `5`, `"5"` and `5.0` are the same."""
    if isinstance(given, (list, tuple)):
        return len(given) == 1 and is_same(given[0], wanted)
    if text_of(given) == wanted:
        return True
    number = None if isinstance(given, bool) else exact_number(given)
    return number is not None and number == exact_number(wanted)


def exact_number(value: object) -> Decimal | None:
    """Return a finite number, also one that is written as a string; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    text = str(value).strip()
    return Decimal(text) if _NUMERAL.fullmatch(text) else None


def price_of(value: object) -> Decimal | None:
    """Return a price in USD; None for what is none."""
    number = exact_number(value)
    return number if number is not None and number >= 0 else None


def shown_usd(usd: Decimal) -> str:
    """Return an amount without exponent and without zeros at its end."""
    return f"{usd.normalize():f}"
