from __future__ import annotations

import inspect
import pickle
import re
from typing import Any

import pytest

from wiro import errors
from wiro.errors import (
    ApiError,
    AuthenticationError,
    ConcurrencyLimitError,
    InsufficientBalanceError,
    InvalidRequestError,
    NotFoundError,
    RateLimitError,
    ServerError,
    SkillsApplyError,
    WiroError,
    api_error,
    is_documented_refusal,
)
from wiro_client.errors import ErrorItem

CLASSES = {
    name: value for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, WiroError)
}


def make(status_code: int = 200, code: int | None = None, **changes: Any) -> ApiError:
    details: dict[str, Any] = {
        "operation": "runs_create",
        "status_code": status_code,
        "code": code,
        "message": "no",
        "errors": (),
        "body": {"result": False},
        "retry_after": None,
        **changes,
    }
    return api_error(**details)


def test_the_picture_at_the_top_is_the_tree() -> None:
    lines = (inspect.getdoc(errors) or "").splitlines()
    matches = [match for line in lines if (match := re.match(r"[ │]*(?:[├└]─ )?(\w+Error)\b", line))]
    drawn = [(match.start(1), match[1]) for match in matches]
    parents: dict[str, str] = {}
    path: list[tuple[int, str]] = []
    for depth, name in drawn:
        path = [(other, above) for other, above in path if other < depth]
        if path:
            parents[name] = path[-1][1]
        path.append((depth, name))
    assert {name for _, name in drawn} == set(CLASSES)
    for name, parent in parents.items():
        assert CLASSES[parent] in CLASSES[name].__bases__, f"{name} is drawn below {parent}"


def test_every_class_is_public_and_documented() -> None:
    assert set(CLASSES) <= set(errors.__all__)
    assert all(inspect.getdoc(kind) for kind in CLASSES.values())


@pytest.mark.parametrize(
    ("name", "builtin"),
    [
        ("InvalidArgumentError", ValueError),
        ("ConfigurationError", ValueError),
        ("InvalidParametersError", ValueError),
        ("TransportError", ConnectionError),
        ("RequestTimeoutError", TimeoutError),
        ("RequestTimeoutError", ConnectionError),
        ("WaitTimeoutError", TimeoutError),
    ],
)
def test_errors_are_what_users_already_catch(name: str, builtin: type[Exception]) -> None:
    assert issubclass(CLASSES[name], builtin)


def test_an_ambiguous_request_is_no_connection_error() -> None:
    """Whoever catches ConnectionError to try again must not catch this one."""
    assert not issubclass(errors.AmbiguousRequestError, (ConnectionError, TimeoutError, OSError))
    assert not errors.AmbiguousRequestError.retryable


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_all_tell_whether_a_retry_may_help(name: str) -> None:
    assert isinstance(CLASSES[name].retryable, bool)


@pytest.mark.parametrize(
    ("status_code", "code", "kind", "retryable"),
    [
        (200, 0, InvalidRequestError, False),
        (400, 0, InvalidRequestError, False),
        (422, None, InvalidRequestError, False),
        (401, 0, AuthenticationError, False),
        (403, None, AuthenticationError, False),
        (200, 98, AuthenticationError, False),
        (401, 99, AuthenticationError, False),
        (200, 1, NotFoundError, False),
        (404, 0, NotFoundError, False),
        (200, 404, NotFoundError, False),
        (200, 96, ConcurrencyLimitError, True),
        (429, 96, ConcurrencyLimitError, True),
        (200, 97, InsufficientBalanceError, False),
        (500, 97, InsufficientBalanceError, False),
        (200, 101, SkillsApplyError, False),
        (200, 104, SkillsApplyError, True),
        (429, None, RateLimitError, True),
        (429, 0, RateLimitError, True),
        (500, 0, ServerError, True),
        (502, None, ServerError, True),
        (599, None, ServerError, True),
        (200, 4711, ApiError, False),
        (307, None, ApiError, False),
        (409, None, ApiError, False),
    ],
)
def test_class_by_code_then_by_status(
    status_code: int, code: int | None, kind: type[ApiError], retryable: bool
) -> None:
    error = make(status_code, code)
    assert type(error) is kind
    assert error.retryable is retryable


def test_details_are_kept() -> None:
    error = make(429, None, retry_after=7.5, body={"result": False, "deps": ["x"]}, errors=[ErrorItem("no")])
    assert (error.operation, error.status_code, error.code, error.message) == ("runs_create", 429, None, "no")
    assert (error.retry_after, error.body["deps"], error.errors) == (7.5, ["x"], (ErrorItem("no"),))
    assert "runs_create" in str(error)


def test_what_the_request_proved_itself_with_is_masked() -> None:
    item = ErrorItem("no sk-1234", 98, {"key": "sk-1234", "token": "other"})
    error = make(
        401, 98, message="no sk-1234, token: abcd", errors=[item], body={"asked": "sk-1234"}, secrets=["sk-1234"]
    )
    assert error.message == "no ***, token: ***"
    assert "no ***" in str(error)
    assert error.errors == (ErrorItem("no ***", 98, {"key": "***", "token": "other"}),)
    assert error.body == {"asked": "***"}


def test_documented_refusals() -> None:
    assert is_documented_refusal(96)
    assert not is_documented_refusal(0)
    assert not is_documented_refusal(None)
    assert not is_documented_refusal(4711)


@pytest.mark.parametrize(
    "error",
    [
        make(200, 96),
        errors.TransportError("gone", operation="tasks_detail", attempts=3),
        errors.RequestTimeoutError("late", operation="tasks_detail", attempts=2),
        errors.AmbiguousRequestError("maybe", operation="runs_create", status_code=503),
        errors.WaitTimeoutError("long", task_id="7"),
        errors.RunFailedError("failed", task_id="7", exit_code=1, stderr="boom"),
        errors.RunCancelledError("cancelled", task_id="7"),
        errors.DownloadError("short", url="https://x/y", status_code=404, retryable=True),
        errors.InvalidParametersError("two", ["a", "b"]),
        errors.ConfigurationError("no key"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_cross_processes(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("With your current balance of $50.00, you can run up to 5 tasks at the same time. Add funds.", 5),
        ("you can run up to 1 task at the same time", 1),
        ("Too many.", None),
        ("up to many tasks", None),
        ("", None),
    ],
)
def test_a_refusal_may_name_the_limit(message: str, limit: int | None) -> None:
    error = make(code=96, message=message)
    assert isinstance(error, ConcurrencyLimitError)
    assert error.max_concurrent == limit
    assert pickle.loads(pickle.dumps(error)).max_concurrent == limit
