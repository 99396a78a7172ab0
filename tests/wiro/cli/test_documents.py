"""Shapes that the tests of the commands do not reach; those pin the documents themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wiro.cli.documents import task_document, usd


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("0.030"), "0.03"),
        (Decimal("0E-8"), "0"),
        (Decimal("1E+2"), "100"),
        (Decimal("1E-6"), "0.000001"),
        (None, None),
    ],
)
def test_amounts_are_exact_text(amount: Decimal | None, text: str | None) -> None:
    assert usd(amount) == text


def test_a_task_that_says_nothing_has_every_key() -> None:
    assert task_document({}) == {
        "task_id": "",
        "model": "",
        "status": "",
        "exit_code": None,
        "outputs": [],
        "text": "",
        "thinking": "",
        "cost_usd": None,
        "elapsed_seconds": None,
        "stderr": "",
    }


def test_tokens_stay_out() -> None:
    assert "secret" not in str(task_document({"id": "1", "socketaccesstoken": "secret", "status": "task_start"}))
