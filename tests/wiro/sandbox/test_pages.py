from typing import Any

import pytest

from wiro.sandbox.pages import page_of
from wiro.sandbox.refusals import RefusedError

ROWS = list(range(250))


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ({}, range(20)),
        ({"start": "", "limit": None}, range(20)),
        ({"start": "5", "limit": 2}, range(5, 7)),
        ({"limit": "0"}, range(0)),
        ({"limit": "1000"}, range(100)),
        ({"start": "249"}, range(249, 250)),
        ({"start": 250}, range(0)),
    ],
)
def test_page(body: dict[str, Any], rows: range) -> None:
    assert page_of(ROWS, body) == list(rows)


@pytest.mark.parametrize("value", ["x", "-1", "1.5", -1, "²"])
def test_paging_needs_whole_numbers(value: Any) -> None:
    with pytest.raises(RefusedError, match=r"Request parameter \[limit\] must be integer or float"):
        page_of(ROWS, {"limit": value})
