"""The `wiro_sandbox` fixture for every project that installs `wiro[sandbox]`.

    def test_my_dag(wiro_sandbox):
        wiro_sandbox.faults.add(operation="runs_create", kind="status", status=503)
        ...
        assert len(wiro_sandbox.books.submissions) == 1

pytest loads this module in every run of every such project, so it imports nothing heavy.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.sandbox.server import Sandbox

__all__ = ["wiro_sandbox"]

# A model of 20 seconds costs a test less than half a second, and there is still time to see it run.
_TIME_SCALE = 50.0


@pytest.fixture
def wiro_sandbox(request: pytest.FixtureRequest) -> "Iterator[Sandbox]":
    """A sandbox of the test's own; options come from `@pytest.mark.parametrize(..., indirect=True)` as a dict.

    After the test the sandbox's violations of the bundle, if any, fail it.
    """
    # The server and its libraries cost a tenth of a second that only users of the fixture shall pay.
    from wiro.sandbox.server import Sandbox

    settings = {"time_scale": _TIME_SCALE, **getattr(request, "param", {})}
    with Sandbox(**settings) as sandbox:
        yield sandbox
    problems = [violation for violation in sandbox.books.violations if violation.direction != "request"]
    assert not problems, f"The sandbox violated the bundle: {problems}"
