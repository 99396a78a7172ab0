from __future__ import annotations

from pathlib import Path

import pytest

from wiro import errors
from wiro.cli.exits import EXIT_STATUS_TEXTS, ExitStatus, exit_status_of

_API = {"operation": "runs_create", "status_code": 200, "message": "no"}
_BY_STATUS: dict[ExitStatus, list[BaseException]] = {
    ExitStatus.FAILED: [
        errors.RunFailedError("x"),
        errors.RunCancelledError("x"),
        errors.MessageFailedError("x"),
        errors.MessageCancelledError("x"),
        RuntimeError("a mistake of ours"),
    ],
    ExitStatus.USAGE: [
        errors.ConfigurationError("x"),
        errors.InvalidArgumentError("x"),
        errors.InvalidParametersError("x", ["x"]),
    ],
    ExitStatus.REFUSED: [
        errors.ApiError(**_API),
        errors.AgentNotRunningError(**_API),
        errors.InsufficientCreditsError(**_API),
        errors.AuthenticationError(**_API),
        errors.ConcurrencyLimitError(**_API),
        errors.InsufficientBalanceError(**_API),
        errors.InvalidRequestError(**_API),
        errors.RateLimitError(**_API),
        errors.SkillsApplyError(**_API),
    ],
    ExitStatus.NOT_FOUND: [errors.NotFoundError(**_API), errors.ModelNotFoundError(**_API)],
    ExitStatus.TIMEOUT: [errors.WaitTimeoutError("x")],
    ExitStatus.AMBIGUOUS: [errors.AmbiguousRequestError("x")],
    ExitStatus.UNAVAILABLE: [
        errors.TransportError("x"),
        errors.RequestTimeoutError("x"),
        errors.ServerError(**_API),
        errors.InvalidResponseError("x"),
        errors.DownloadError("x"),
        errors.WiroError("x"),
        PermissionError(13, "Permission denied"),
    ],
    ExitStatus.INTERRUPTED: [KeyboardInterrupt()],
}


@pytest.mark.parametrize(
    ("status", "error"), [(status, error) for status, found in _BY_STATUS.items() for error in found], ids=repr
)
def test_every_error_has_its_status(status: ExitStatus, error: BaseException) -> None:
    assert exit_status_of(error) is status


def test_no_error_of_the_library_is_forgotten() -> None:
    listed = {type(error).__name__ for found in _BY_STATUS.values() for error in found}
    # Cost limits are tested in test_run_command; the command receives no callbacks.
    assert {name for name in errors.__all__ if name.endswith("Error")} - listed <= {"CostLimitError", "CallbackError"}


def test_the_numbers_are_fixed_and_documented() -> None:
    assert {status.name: status.value for status in ExitStatus} == {
        "OK": 0,
        "FAILED": 1,
        "USAGE": 2,
        "REFUSED": 3,
        "NOT_FOUND": 4,
        "TIMEOUT": 5,
        "AMBIGUOUS": 6,
        "UNAVAILABLE": 7,
        "INTERRUPTED": 130,
        "BROKEN_PIPE": 141,
        "TERMINATED": 143,
    }
    page = (Path(__file__).parents[3] / "docs" / "cli.md").read_text()
    for status, text in EXIT_STATUS_TEXTS.items():
        assert f"| {status.value} | {text} |" in page
