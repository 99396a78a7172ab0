"""Every exception of this library.

    WiroError
    ├─ InvalidArgumentError            also ValueError; a bad argument, nothing was sent
    │  └─ InvalidParametersError       .violations: everything wrong with a model's parameters
    ├─ CostLimitError                  a run would cost more than allowed, or nobody can say; nothing was submitted
    ├─ CallbackError                   also ValueError; what was posted is no callback, or not to be believed
    ├─ ConfigurationError              also ValueError; key, URL, timeout ... missing or not acceptable
    ├─ TransportError                  also ConnectionError; no answer, and nothing was or will be done
    │  └─ RequestTimeoutError          also TimeoutError
    ├─ AmbiguousRequestError           no answer to a request that costs money or creates something: it may be done
    ├─ InvalidResponseError            an answer that is no JSON, or of another shape than documented
    ├─ ApiError                        Wiro said no: `result: false`, or an HTTP status from 400 on
    │  ├─ InvalidRequestError          code 0, HTTP 400 and 422
    │  ├─ AuthenticationError          codes 98 and 99, HTTP 401 and 403
    │  ├─ NotFoundError                codes 1 and 404, HTTP 404
    │  │  └─ ModelNotFoundError        .model
    │  ├─ ConcurrencyLimitError        code 96: all task slots are busy; wait for one and submit again
    │  ├─ InsufficientBalanceError     code 97
    │  ├─ SkillsApplyError             codes 100 to 108
    │  ├─ AgentNotRunningError         .agent_status: the agent takes no messages
    │  ├─ InsufficientCreditsError     .agent_balance: the agent's credits are used up
    │  ├─ RateLimitError               HTTP 429
    │  └─ ServerError                  HTTP 5xx
    ├─ WaitTimeoutError                also TimeoutError; the run goes on, only the waiting ended
    ├─ RunFailedError                  the model ended with an exit code other than 0
    ├─ RunCancelledError               the run was cancelled or killed
    ├─ MessageFailedError              an agent failed to answer a message
    ├─ MessageCancelledError           a message was cancelled
    └─ DownloadError                   an output could not be fetched whole

`ParameterWarning` is no error: a parameter that is probably misspelled.

`retryable` on each tells whether the same call may succeed later without a change by the caller. It does not mean that
repeating is free: a failed run that is submitted again is a new run.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from wiro._agent_errors import (
    AgentNotRunningError,
    InsufficientCreditsError,
    MessageCancelledError,
    MessageFailedError,
    agent_error_class,
)
from wiro._run_errors import RunCancelledError, RunFailedError
from wiro.redaction import redact_text, redact_values
from wiro_client.error_table import ERROR_TABLE
from wiro_client.errors import ApiError, InvalidArgumentError, InvalidResponseError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from wiro.pricing import Quote
    from wiro_client.errors import ErrorItem

__all__ = [
    "AgentNotRunningError",
    "AmbiguousRequestError",
    "ApiError",
    "AuthenticationError",
    "CallbackError",
    "ConcurrencyLimitError",
    "ConfigurationError",
    "CostLimitError",
    "DownloadError",
    "InsufficientBalanceError",
    "InsufficientCreditsError",
    "InvalidArgumentError",
    "InvalidParametersError",
    "InvalidRequestError",
    "InvalidResponseError",
    "MessageCancelledError",
    "MessageFailedError",
    "ModelNotFoundError",
    "NotFoundError",
    "ParameterWarning",
    "RateLimitError",
    "RequestTimeoutError",
    "RunCancelledError",
    "RunFailedError",
    "ServerError",
    "SkillsApplyError",
    "TransportError",
    "WaitTimeoutError",
    "WiroError",
    "api_error",
    "is_documented_refusal",
]


class ConfigurationError(WiroError, ValueError):
    """The configuration is incomplete or not acceptable. The message names argument, variable and what is accepted."""


class InvalidParametersError(InvalidArgumentError):
    """Parameters of a model are wrong. Nothing was sent.

    Attributes:
        violations: Every violation, one sentence each.
    """

    def __init__(self, message: str, violations: Sequence[str] = ()) -> None:
        super().__init__(message, parameter="params")
        self.violations = list(violations)


class CallbackError(WiroError, ValueError):
    """Something that was posted is no callback, or its address is not signed, or Wiro says otherwise.

    Attributes:
        retryable: Whether asking Wiro again later may help.
    """

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class CostLimitError(WiroError):
    """A run would cost more than `max_cost_usd`, or its cost is not bounded. Nothing was submitted.

    Attributes:
        quote: What it would cost, and why.
        limit_usd: The limit, in USD.
        model: `owner/model`.
    """

    retryable = False

    def __init__(self, message: str, *, quote: Quote, limit_usd: Decimal, model: str) -> None:
        super().__init__(message)
        self.quote = quote
        self.limit_usd = limit_usd
        self.model = model

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(CostLimitError, quote=self.quote, limit_usd=self.limit_usd, model=self.model), self.args


class ParameterWarning(UserWarning):
    """A parameter of a run that the catalogue does not know but that resembles one it does. The run is submitted."""


class TransportError(WiroError, ConnectionError):
    """There was no answer, and either no byte was sent or sending it again changes nothing.

    Attributes:
        operation: Id of the operation, such as `tasks_detail`.
        attempts: How often it was tried.
    """

    retryable = True

    def __init__(self, message: str, *, operation: str = "", attempts: int = 1) -> None:
        super().__init__(message)
        self.operation = operation
        self.attempts = attempts


class RequestTimeoutError(TransportError, TimeoutError):
    """The time for one attempt ran out, in each of the attempts."""


class AmbiguousRequestError(WiroError):
    """A request that must not be repeated may have been accepted: nobody can tell from here.

    Look before submitting again: list recent tasks (or messages, or agents) and adopt the one made after the request.

    Attributes:
        operation: Id of the operation, such as `runs_create`.
        status_code: HTTP status, if there was an answer at all.
    """

    retryable = False

    def __init__(self, message: str, *, operation: str = "", status_code: int | None = None) -> None:
        super().__init__(message)
        self.operation = operation
        self.status_code = status_code


class InvalidRequestError(ApiError):
    """A parameter is missing or invalid, or a permission is missing."""


class AuthenticationError(ApiError):
    """The key, signature or bearer token was not accepted, or the model needs another account."""


class NotFoundError(ApiError):
    """There is no such thing, it is not visible to this key, or not in a state that allows the operation."""


class ModelNotFoundError(NotFoundError):
    """There is no such model, or this key may not see it.

    Attributes:
        model: `owner/model` as it was asked for.
    """

    model: str = ""


class ConcurrencyLimitError(ApiError):
    """All task slots that the balance pays for are busy. Nothing was submitted; a slot frees when a task ends."""

    retryable = True

    @property
    def max_concurrent(self) -> int | None:
        """How many tasks may run at once, by the words of the refusal; None if they do not say."""
        found = _MAX_CONCURRENT.search(self.message)
        return int(found[1]) if found else None


class InsufficientBalanceError(ApiError):
    """The wallet holds less than the minimum to start."""


class SkillsApplyError(ApiError):
    """A change of an agent's skills was refused. `.body` may list `deps` or `conflicts`."""


class RateLimitError(ApiError):
    """Too many requests of this project, HTTP 429. `.retry_after` has the pause in seconds if the server named one."""

    retryable = True


class ServerError(ApiError):
    """The service failed, HTTP 5xx."""

    retryable = True


class WaitTimeoutError(WiroError, TimeoutError):
    """Waiting ended before the job did. A run goes on and is billed: attach to it again, or cancel it.

    Attributes:
        task_id: Id of the task, or guid of the message or agent that was waited for.
    """

    retryable = True

    def __init__(self, message: str, *, task_id: str | None = None) -> None:
        super().__init__(message)
        self.task_id = task_id


class DownloadError(WiroError):
    """An output could not be fetched whole.

    Attributes:
        url: Where it was.
        status_code: HTTP status, if there was an answer.
        retryable: Whether trying again may help.
    """

    def __init__(self, message: str, *, url: str = "", status_code: int | None = None, retryable: bool = False) -> None:
        super().__init__(message)
        self.url = url
        self.status_code = status_code
        self.retryable = retryable


#: ``... you can run up to 5 tasks at the same time.``
_MAX_CONCURRENT: Final = re.compile(r"up to ([0-9]{1,9}) tasks?\b", re.ASCII)
_BY_NAME: Final[dict[str, type[ApiError]]] = {
    kind.__name__: kind
    for kind in (
        AuthenticationError,
        ConcurrencyLimitError,
        InsufficientBalanceError,
        InvalidRequestError,
        NotFoundError,
        SkillsApplyError,
    )
}
_BY_STATUS: Final[dict[int, type[ApiError]]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: AuthenticationError,
    404: NotFoundError,
    422: InvalidRequestError,
    429: RateLimitError,
}
# The catch-all: a bad parameter and a failure of the service share it, and only the HTTP status tells them apart.
_GENERAL_CODE: Final = 0


def is_documented_refusal(code: int | None) -> bool:
    """Tell whether a code is one with which Wiro's application itself refuses, whatever the HTTP status is."""
    return code is not None and code != _GENERAL_CODE and code in ERROR_TABLE


def api_error(
    *,
    operation: str,
    status_code: int,
    code: int | None,
    message: str,
    errors: Sequence[ErrorItem],
    body: Mapping[str, Any],
    retry_after: float | None,
    secrets: Iterable[str] = (),
) -> ApiError:
    """Make the exception of the class that fits: by documented code first, then by HTTP status.

    Args:
        operation: Id of the operation.
        status_code: HTTP status.
        code: First error code of the body.
        message: First message of the body, or a sentence about the status.
        errors: All error items of the body.
        body: The whole decoded body.
        retry_after: Pause in seconds that the server asked for.
        secrets: What the request proved itself with. Servers repeat it in their refusals; the exception does not.

    Returns:
        The exception, not raised.
    """
    known = tuple(secrets)
    special = agent_error_class(body)
    error = (_class_for(status_code, code) if special is None else special[0])(
        operation=operation,
        status_code=status_code,
        code=code,
        message=redact_text(redact_values(message, known)),
        errors=tuple(
            evolve(
                item,
                message=redact_text(redact_values(item.message, known)),
                details=redact_values(item.details, known),
            )
            for item in errors
        ),
        body=dict(redact_values(body, known)),
        retry_after=retry_after,
    )
    if code is not None and is_documented_refusal(code):
        error.retryable = ERROR_TABLE[code].retryable
    if special is not None:
        error.retryable = special[1]
    return error


def _class_for(status_code: int, code: int | None) -> type[ApiError]:
    if code is not None and is_documented_refusal(code):
        return _BY_NAME.get(ERROR_TABLE[code].exception, ApiError)
    if status_code in _BY_STATUS:
        return _BY_STATUS[status_code]
    if status_code >= 500:
        return ServerError
    return InvalidRequestError if code == _GENERAL_CODE else ApiError
