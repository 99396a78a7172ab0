"""One sandbox for all tests of the command, reset before each: starting one costs more than most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIME_SCALE = 50.0


@pytest.fixture(scope="package")
def running_sandbox() -> Iterator[Sandbox]:
    with Sandbox(time_scale=_TIME_SCALE) as sandbox:
        yield sandbox


@pytest.fixture
def wiro_sandbox(running_sandbox: Sandbox) -> Iterator[Sandbox]:
    """The fixture of `wiro.sandbox.pytest_plugin`, with the options that most tests want."""
    running_sandbox.reset()
    yield running_sandbox
    assert [violation for violation in running_sandbox.books.violations if violation.direction != "request"] == []
