"""Rules for the whole suite: a skipped test is one that is known and counted, or the run fails."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

#: Every reason for which a test may be skipped.
_KNOWN_SKIPS = (
    r"NOT COMPARED with the documentation: .*",  # the documentation is not part of the distribution
    r"NOT TESTED in a browser: .*",
    r"NOT TESTED: Airflow 2 has no airflow\.sdk.*",
    r"NOT TESTED: Airflow 2 has no asset watchers",
    r"NOT TESTED: the OpenLineage provider is not installed",
    r"this system does not fork",
    r"workers of Airflow 2 ask its database, not an API",
    r"this is how the other Airflow does it",
)


class _Skips:
    def __init__(self) -> None:
        self.reasons: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and isinstance(report.longrepr, tuple) and not hasattr(report, "wasxfail"):
            self.reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped and isinstance(report.longrepr, tuple):
            self.reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1

    @property
    def unknown(self) -> list[str]:
        return [reason for reason in self.reasons if not any(re.fullmatch(known, reason) for known in _KNOWN_SKIPS)]

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for reason, count in self.reasons.most_common():
            terminalreporter.write_line(f"skipped {count}: {reason}")
        for reason in self.unknown:
            terminalreporter.write_line(f"ERROR: nobody counts on this skip: {reason}", red=True)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unknown and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Skips(), "counted-skips")
