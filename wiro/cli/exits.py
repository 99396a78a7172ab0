"""Exit statuses of the command and what leads to them: scripts depend on these numbers."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["EXIT_STATUS_TEXTS", "ExitStatus", "Terminated", "exit_status_of"]


class ExitStatus(IntEnum):
    """What a script can tell from the exit status."""

    OK = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    NOT_FOUND = 4
    TIMEOUT = 5
    AMBIGUOUS = 6
    UNAVAILABLE = 7
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


#: For `wiro --help`. Those of a closed pipe are the shell's own and need no words.
EXIT_STATUS_TEXTS: dict[ExitStatus, str] = {
    ExitStatus.OK: "done",
    ExitStatus.FAILED: "the model or agent failed, or its work was cancelled",
    ExitStatus.USAGE: "wrong usage: option, parameter or configuration; nothing was sent",
    ExitStatus.REFUSED: "refused: key, balance, busy slots, rate limit, --max-cost",
    ExitStatus.NOT_FOUND: "no such model, task or agent, or it is not in a state that allows this",
    ExitStatus.TIMEOUT: "--timeout is over; the remote job goes on",
    ExitStatus.AMBIGUOUS: "the submission may have been accepted: look before you repeat it",
    ExitStatus.UNAVAILABLE: "no connection, a failure of the service, or a file could not be written",
    ExitStatus.INTERRUPTED: "Ctrl-C",
    ExitStatus.TERMINATED: "SIGTERM, or the terminal was closed: what this command submitted was stopped",
}


class Terminated(KeyboardInterrupt):
    """SIGTERM or SIGHUP: like Ctrl-C, but nobody is asked."""


def exit_status_of(error: BaseException) -> ExitStatus:
    """Return the exit status for an error of the library or of the operating system."""
    from wiro import errors

    failures = (
        errors.RunFailedError,
        errors.RunCancelledError,
        errors.MessageFailedError,
        errors.MessageCancelledError,
    )
    # The first that fits counts, so subclasses stand before their bases.
    table: tuple[tuple[tuple[type[BaseException], ...], ExitStatus], ...] = (
        ((Terminated,), ExitStatus.TERMINATED),
        ((KeyboardInterrupt,), ExitStatus.INTERRUPTED),
        (failures, ExitStatus.FAILED),
        ((errors.WaitTimeoutError,), ExitStatus.TIMEOUT),
        ((errors.AmbiguousRequestError,), ExitStatus.AMBIGUOUS),
        ((errors.InvalidArgumentError, errors.ConfigurationError), ExitStatus.USAGE),
        ((errors.NotFoundError,), ExitStatus.NOT_FOUND),
        ((errors.ServerError,), ExitStatus.UNAVAILABLE),
        ((errors.ApiError, errors.CostLimitError), ExitStatus.REFUSED),
        ((errors.WiroError, OSError), ExitStatus.UNAVAILABLE),
    )
    return next((status for kinds, status in table if isinstance(error, kinds)), ExitStatus.FAILED)
