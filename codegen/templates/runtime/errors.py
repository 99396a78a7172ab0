"""Everything this package raises on purpose.

WiroError
 ├─ InvalidArgumentError (also ValueError)     an argument is missing or has the wrong type; nothing was sent
 ├─ ConnectionFailedError (also ConnectionError)  the stand-alone client got no complete answer
 ├─ InvalidResponseError                       the answer is not JSON, or not the documented kind of JSON
 └─ ApiError                                   the service refused: ``result: false`` or an HTTP error status

Raw answers are kept in attributes and never put into messages: messages end up in logs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

__all__ = [
    "ApiError",
    "ConnectionFailedError",
    "ErrorItem",
    "InvalidArgumentError",
    "InvalidResponseError",
    "WiroError",
]


@frozen
class ErrorItem:
    """One entry of the ``errors`` list of an answer.

    Attributes:
        message: What the service says went wrong.
        code: The Wiro error code: an int for the documented ones, a string where the service sent one, else None.
        details: Every other key of the entry, as sent.
    """

    message: str
    code: int | str | None = None
    details: Mapping[str, Any] = field(factory=dict, repr=False)


def _restore(error_class: type[WiroError], arguments: tuple[Any, ...], state: dict[str, Any]) -> WiroError:
    """Rebuild an error without running its constructor, whose arguments are keyword-only."""
    error = error_class.__new__(error_class, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class WiroError(Exception):
    """Base class of every error of this package. Errors survive pickling, so they can cross processes.

    Attributes:
        retryable: Whether the same call may succeed later without a change by the caller.
    """

    retryable: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, dict(self.__dict__))


class InvalidArgumentError(WiroError, ValueError):
    """An argument is missing, unknown or of the wrong type. Raised before anything is sent.

    Attributes:
        parameter: Name of the argument, with a path into it where the fault is inside (``items[2].name``).
    """

    def __init__(self, message: str, *, parameter: str | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter


class ConnectionFailedError(WiroError, ConnectionError):
    """No complete answer arrived; the request may or may not have been accepted. The cause is ``__cause__``.

    Attributes:
        operation: Id of the operation (``tasks_detail``).
    """

    def __init__(self, message: str, *, operation: str | None = None) -> None:
        super().__init__(message)
        self.operation = operation


class InvalidResponseError(WiroError):
    """The answer is not JSON, or not a JSON object.

    Attributes:
        operation: Id of the operation (``tasks_detail``), None outside of a call.
        status_code: HTTP status of the answer, None outside of a call.
        excerpt: The first 500 characters of the body. May hold private data: do not log it.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        status_code: int | None = None,
        excerpt: str = "",
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.status_code = status_code
        self.excerpt = excerpt


class ApiError(WiroError):
    """The service answered with ``result: false`` or an HTTP error status.

    Attributes:
        operation: Id of the operation (``tasks_detail``).
        status_code: HTTP status; 200 for most refusals of this service.
        code: Wiro error code of the first error that has a numeric one, else None.
        message: Message of the first error.
        errors: Every error of the answer.
        body: The whole answer; extra keys of a refusal (``deps``, ``conflicts``, ``agentstatus``) are in it.
        retry_after: Seconds the service asks to wait, from the Retry-After header, else None.
    """

    def __init__(
        self,
        *,
        operation: str,
        status_code: int,
        code: int | None = None,
        message: str = "",
        errors: tuple[ErrorItem, ...] = (),
        body: dict[str, Any] | None = None,
        retry_after: float | None = None,
    ) -> None:
        facts = [f"HTTP {status_code}"]
        if code is not None:
            facts.insert(0, f"code {code}")
        super().__init__(f"{operation}: {message or 'the service refused the request'} ({', '.join(facts)})")
        self.operation = operation
        self.status_code = status_code
        self.code = code
        self.message = message
        self.errors = errors
        self.body = {} if body is None else body
        self.retry_after = retry_after
