"""The table of the documentation's contradictions, docs/contradictions.md, and whether its entries are tested.

``test_NNN`` in the modules ``test_contradictions_*`` belongs to entry NNN.
"""

from __future__ import annotations

import re
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_TABLE = _HERE.parents[1] / "docs" / "contradictions.md"


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if re.match(r"\| \d", line)]


def test_the_table_has_every_entry() -> None:
    rows = _rows()
    assert [int(row[0]) for row in rows] == list(range(1, 105))
    assert {len(row) for row in rows} == {7}
    assert [sum(row[1] == severity for row in rows) for severity in "ABC"] == [46, 32, 26]


def test_every_entry_that_can_break_a_client_has_a_test() -> None:
    sources = [path.read_text(encoding="utf-8") for path in _HERE.glob("test_contradictions_*.py")]
    tested = {name for source in sources for name in re.findall(r"^def (test_\d{3})_", source, re.MULTILINE)}
    serious = {int(row[0]): row[6] for row in _rows() if row[1] in "AB"}
    assert serious == {number: f"test_{number:03}" for number in serious}
    assert tested == set(serious.values())
