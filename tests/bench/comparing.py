"""Measuring two things in one run: they alternate, so that a busy moment of the machine hits both."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["medians"]


def medians(functions: Mapping[str, Callable[[], object]], *, rounds: int, calls: int) -> dict[str, float]:
    """Return the median duration of each function in microseconds.

    Args:
        functions: What to measure, by name.
        rounds: How often each has its turn; one more turn before them warms up.
        calls: Calls in one turn; a turn counts as the mean of its calls.
    """
    taken: dict[str, list[float]] = {name: [] for name in functions}
    for number in range(rounds + 1):
        for name, function in functions.items():
            start = time.perf_counter()
            for _ in range(calls):
                function()
            if number:
                taken[name].append((time.perf_counter() - start) / calls * 1e6)
    return {name: round(statistics.median(values), 2) for name, values in taken.items()}
