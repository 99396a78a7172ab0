"""Exceptions of runs that have ended otherwise than well; `wiro.errors` is where they are public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiro_client.errors import WiroError

if TYPE_CHECKING:
    from wiro._results import RunResult

__all__ = ["RunCancelledError", "RunFailedError"]


class RunFailedError(WiroError):
    """The model failed. Failed runs are not billed.

    Attributes:
        task_id: Id of the task.
        exit_code: Exit code of the model; None when it never ran or reported none.
        stderr: What it wrote to its error output.
        result: The whole result, if it could be read.
    """

    retryable = False

    def __init__(
        self,
        message: str,
        *,
        task_id: str | None = None,
        exit_code: int | None = None,
        stderr: str = "",
        result: RunResult | None = None,
    ) -> None:
        super().__init__(message)
        self.task_id = task_id
        self.exit_code = exit_code
        self.stderr = stderr
        self.result = result


class RunCancelledError(WiroError):
    """The run was cancelled while queued, or killed while running.

    Attributes:
        task_id: Id of the task.
        result: The whole result, if it could be read.
    """

    retryable = False

    def __init__(self, message: str, *, task_id: str | None = None, result: RunResult | None = None) -> None:
        super().__init__(message)
        self.task_id = task_id
        self.result = result
