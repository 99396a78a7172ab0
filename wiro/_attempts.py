"""The life of one call, without I/O: what to send, when to send it again, what to raise.

`attempts` is a generator that yields steps (send this, pause so long) and is told how each went. The synchronous and
the asynchronous transport only carry out steps, so everything that decides about money is implemented once.
"""

from __future__ import annotations

import logging
import re
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast

from attrs import field, frozen

from wiro import __version__
from wiro._json import encode_json_body
from wiro.config import Config, Timeouts, checked_timeout
from wiro.errors import (
    AmbiguousRequestError,
    ApiError,
    InvalidArgumentError,
    InvalidResponseError,
    RequestTimeoutError,
    TransportError,
    api_error,
    is_documented_refusal,
)
from wiro.redaction import log_event, redact_text, redact_values, secrets_in
from wiro.responses import RawResponse, report_response
from wiro.retry import Outcome, RetryPolicy, decide, may_repeat
from wiro_client.exchange import MultipartBody, decode, encode_multipart, parse_retry_after
from wiro_client.types import Unset

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from wiro.auth import Authenticator
    from wiro_client.calls import Call, RequestOptions

__all__ = [
    "Answer",
    "Failure",
    "Pause",
    "Request",
    "Send",
    "Step",
    "accepted_without_id",
    "attempts",
    "checked_options",
    "combined_options",
    "merge_headers",
    "policy_for",
    "timeouts_for",
]

_T = TypeVar("_T")
_logger = logging.getLogger("wiro.transport")

_BASE_HEADERS: Final = {"Accept": "application/json", "User-Agent": f"wiro-python/{__version__}"}
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE: Final = re.compile(r"[\x20-\x7e\t]*")
_MAY_BE_ACCEPTED: Final = (
    "{operation} was interrupted before its answer arrived. It may have been accepted: look for it among the recent "
    "tasks, messages or agents before you send it again."
)


@frozen(slots=True, kw_only=True)
class Request:
    """One HTTP request, complete.

    Attributes:
        method: Such as `POST`.
        url: Absolute.
        headers: Authentication included.
        content: Body, complete or to be streamed.
    """

    method: str
    url: str
    headers: dict[str, str] = field(repr=False)
    content: bytes | MultipartBody | None = field(default=None, repr=False)


@frozen(slots=True)
class Send:
    """Step: send this request once, and reply with an `Answer` or a `Failure`."""

    request: Request
    timeouts: Timeouts


@frozen(slots=True)
class Pause:
    """Step: wait so many seconds, and reply with None."""

    seconds: float


@frozen(slots=True, kw_only=True)
class Answer:
    """A complete answer. `content` is empty where the body is streamed instead."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes = b""


@frozen(slots=True, kw_only=True)
class Failure:
    """No answer.

    Attributes:
        kind: `not_sent` when no byte of the request can have reached the server, else `lost`.
        timed_out: Whether a time limit was the reason.
        cause: The underlying exception.
    """

    kind: Literal["not_sent", "lost"]
    timed_out: bool
    cause: Exception


Step = Send | Pause
Reply = Answer | Failure | None


def policy_for(config: Config, options: RequestOptions) -> RetryPolicy:
    """Return the retry policy of one call.

    Raises:
        InvalidArgumentError: `max_retries` of the options is no whole number of at least 0.
    """
    retries: Any = options.get("max_retries", config.max_retries)
    if not isinstance(retries, int) or isinstance(retries, bool) or retries < 0:
        raise InvalidArgumentError(
            f"request_options['max_retries'] is {retries!r}; accepted: a whole number of at least 0."
        )
    return RetryPolicy(max_retries=retries)


def timeouts_for(config: Config, options: RequestOptions) -> Timeouts:
    """Return the time limits of one call: there always are some, so None means the client's own."""
    seconds = options.get("timeout")
    if seconds is None:
        return config.timeouts
    return Timeouts.from_seconds(checked_timeout("request_options['timeout']", seconds))


def combined_options(base: RequestOptions, options: RequestOptions | None) -> RequestOptions:
    """Return the options of one call on top of those of its client; None means that nothing was said.

    Raises:
        InvalidArgumentError: A header cannot be sent.
    """
    if not base and not options:
        return base
    combined: Any = {**base, **{name: value for name, value in (options or {}).items() if value is not None}}
    if headers := merge_headers(base.get("headers") or {}, (options or {}).get("headers") or {}):
        combined["headers"] = headers
    return cast("RequestOptions", combined)


def checked_options(config: Config, base: RequestOptions, options: RequestOptions) -> RequestOptions:
    """Return the options of a client on top of those of another one, once they were found to be acceptable.

    Raises:
        InvalidArgumentError: One is not.
        ConfigurationError: The timeout is not.
    """
    combined = combined_options(base, options)
    policy_for(config, combined)
    timeouts_for(config, combined)
    return combined


def merge_headers(*layers: Mapping[str, str]) -> dict[str, str]:
    """Merge headers without regard to case; later layers win.

    Raises:
        InvalidArgumentError: A name or value cannot be sent; the value is not repeated in the message.
    """
    merged: dict[str, tuple[str, str]] = {}
    for layer in layers:
        for name, value in layer.items():
            if not isinstance(name, str) or _HEADER_NAME.fullmatch(name) is None:
                raise InvalidArgumentError(f"{name!r} is not the name of an HTTP header.")
            if not isinstance(value, str) or _HEADER_VALUE.fullmatch(value) is None:
                raise InvalidArgumentError(
                    f"The value of header {name!r} cannot be sent; accepted: one line of printable ASCII."
                )
            merged[name.lower()] = (name, value)
    return dict(merged.values())


class _Body:
    """The body of a call, encoded once; an open file in it rewinds itself for every attempt."""

    def __init__(self, call: Call[Any]) -> None:
        self.headers: dict[str, str] = {}
        self.content: bytes | MultipartBody | None = None
        if call.form is not None:
            self.headers["Content-Type"], self.content = encode_multipart(call.form)
            if isinstance(self.content, MultipartBody) and self.content.content_length is not None:
                self.headers["Content-Length"] = str(self.content.content_length)
        elif not isinstance(call.json, Unset):
            self.headers["Content-Type"] = "application/json"
            self.content = encode_json_body(call.json)

    @property
    def repeatable(self) -> bool:
        """Whether it can be sent again: the bytes of a pipe are gone after the first attempt."""
        return not isinstance(self.content, MultipartBody) or self.content.replayable


def attempts(
    call: Call[_T], options: RequestOptions, config: Config, authenticator: Authenticator
) -> Generator[Step, Reply, _T]:
    """Yield the steps of one call; return its decoded answer.

    An exception thrown in at a `Send` (Ctrl-C, cancellation) passes through, with a note if the request may have been
    accepted.

    Args:
        call: What to call.
        options: What differs for this call.
        config: What holds for all calls.
        authenticator: Makes fresh headers for each attempt; not asked where the operation needs none.

    Yields:
        What to do next.

    Returns:
        The decoded answer.

    Raises:
        InvalidArgumentError: Body, header or option cannot be sent.
        ApiError: The server refused, in any of its ways.
        InvalidResponseError: The answer could not be read, and repeating the request does no harm.
        TransportError: There was no answer, and repeating the request does no harm.
        AmbiguousRequestError: There was no clear answer, and repeating the request may do harm.
    """
    operation = call.operation
    policy, timeouts = policy_for(config, options), timeouts_for(config, options)
    body = _Body(call)
    authenticates = operation.auth == "key"
    team = {"teamGUID": config.team_guid} if authenticates and config.team_guid else {}
    attempt = 0
    while True:
        credentials = authenticator.headers() if authenticates else {}
        headers = merge_headers(
            _BASE_HEADERS, team, call.headers, options.get("headers") or {}, body.headers, credentials
        )
        request = Request(
            method=operation.method, url=config.base_url + call.path, headers=headers, content=body.content
        )
        started = time.monotonic()
        try:
            reply = yield Send(request, timeouts)
        except BaseException as interruption:
            if not may_repeat(operation.effect):
                interruption.add_note(_MAY_BE_ACCEPTED.format(operation=operation.id))
            raise
        error: Exception
        if isinstance(reply, Answer):
            report_response(partial(_raw_response, operation.id, request, reply, started, attempt))
            try:
                refuse = partial(api_error, secrets=_secrets_of(call, headers, config))
                result = decode(call, reply.status_code, reply.headers, reply.content, error_factory=refuse)
            except (ApiError, InvalidResponseError) as refusal:
                if isinstance(refusal, InvalidResponseError):
                    refusal.excerpt = redact_values(refusal.excerpt, _secrets_of(call, headers, config))
                error, outcome = refusal, _outcome_of_answer(reply, refusal)
            else:
                _log(call, attempt, started, reply)
                return result
        else:
            failure = _failure_of(reply)
            outcome = Outcome(kind=failure.kind)
            error = _transport_error(operation.id, failure, attempt + 1)
        decision = decide(operation.effect, outcome, attempt, policy, jitter=policy.draw_jitter())
        _log(call, attempt, started, reply, resend_in=decision.delay_seconds if decision.action == "resend" else None)
        if decision.action == "ambiguous":
            raise _ambiguous(operation.id, outcome, error) from error
        if decision.action == "stop" or not body.repeatable:
            raise error
        yield Pause(decision.delay_seconds)
        attempt += 1


def _raw_response(operation: str, request: Request, answer: Answer, started: float, attempt: int) -> RawResponse:
    return RawResponse(
        operation=operation,
        method=request.method,
        url=request.url,
        status_code=answer.status_code,
        # A plain dictionary: what the HTTP library made of them is not for anybody to rely on.
        headers={name.lower(): value for name, value in answer.headers.items()},
        content=answer.content,
        elapsed_seconds=time.monotonic() - started,
        attempt=attempt + 1,
    )


def _secrets_of(call: Call[Any], headers: Mapping[str, str], config: Config) -> Iterator[str]:
    """Yield what the service may repeat in a refusal although nobody else should see it."""
    yield from (config.api_key, config.api_secret or "")
    yield from secrets_in(headers)
    yield from secrets_in(call.json)


def _failure_of(reply: Reply) -> Failure:
    if not isinstance(reply, Failure):
        raise TypeError(f"A transport replied {reply!r} to a request.")
    return reply


def accepted_without_id(operation: str, where: str) -> AmbiguousRequestError:
    """Make the error for an accepted request of which nobody can tell what it made.

    Args:
        operation: Id of the operation.
        where: Where the caller finds it, such as ``"the recent tasks"``.
    """
    return AmbiguousRequestError(
        f"{operation} was accepted, but the answer does not say what came of it. "
        f"Look for it among {where} before you send it again.",
        operation=operation,
        status_code=200,
    )


def _outcome_of_answer(answer: Answer, refusal: ApiError | InvalidResponseError) -> Outcome:
    refused = isinstance(refusal, ApiError) and (answer.status_code < 300 or is_documented_refusal(refusal.code))
    return Outcome(
        kind="answered",
        status_code=answer.status_code,
        retry_after=parse_retry_after(answer.headers.get("retry-after")),
        refused=refused,
    )


def _transport_error(operation: str, failure: Failure, tried: int) -> TransportError:
    kind = RequestTimeoutError if failure.timed_out else TransportError
    what = "could not be sent" if failure.kind == "not_sent" else "got no answer"
    times = "once" if tried == 1 else f"{tried} times"
    # Proxies put credentials into their messages.
    reason = redact_text(str(failure.cause)) or type(failure.cause).__name__
    error = kind(f"{operation} {what} (tried {times}): {reason}", operation=operation, attempts=tried)
    error.__cause__ = failure.cause
    return error


def _ambiguous(operation: str, outcome: Outcome, error: Exception) -> AmbiguousRequestError:
    return AmbiguousRequestError(
        f"{operation} may have been accepted, and was not sent again because it may cost money: {error} "
        "Look for it among the recent tasks, messages or agents before you send it again.",
        operation=operation,
        status_code=outcome.status_code,
    )


def _log(call: Call[Any], attempt: int, started: float, reply: Reply, resend_in: float | None = None) -> None:
    log_event(
        _logger,
        logging.DEBUG if resend_in is None else logging.INFO,
        "wiro request",
        operation=call.operation.id,
        path=call.path,
        attempt=attempt + 1,
        status=reply.status_code if isinstance(reply, Answer) else None,
        error=type(reply.cause).__name__ if isinstance(reply, Failure) else None,
        elapsed_ms=round((time.monotonic() - started) * 1000),
        resend_in_seconds=None if resend_in is None else round(resend_in, 3),
    )
