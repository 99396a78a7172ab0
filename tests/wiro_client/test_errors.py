"""The root of the error tree."""

from __future__ import annotations

import copy
import pickle

import pytest

from wiro_client.errors import (
    ApiError,
    ConnectionFailedError,
    ErrorItem,
    InvalidArgumentError,
    InvalidResponseError,
    WiroError,
)

ERRORS = [
    WiroError("plain"),
    InvalidArgumentError("guid is required", parameter="guid"),
    ConnectionFailedError("no answer", operation="tasks_detail"),
    InvalidResponseError("not JSON", operation="tasks_detail", status_code=200, excerpt="<html>"),
    ApiError(
        operation="tasks_detail",
        status_code=200,
        code=1,
        message="There is no task yet.",
        errors=(ErrorItem("There is no task yet.", 1, {"extra": True}),),
        body={"result": False},
        retry_after=1.5,
    ),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_errors_survive_copying_and_pickling(error: WiroError, again) -> None:
    copied = again(error)
    assert type(copied) is type(error)
    assert str(copied) == str(error)
    assert vars(copied) == vars(error)


def test_errors_are_what_users_already_catch() -> None:
    assert issubclass(InvalidArgumentError, ValueError)
    assert issubclass(ConnectionFailedError, ConnectionError)
    for error in ERRORS:
        assert isinstance(error, WiroError)


def test_api_error_names_operation_code_and_status() -> None:
    error = ApiError(operation="tasks_kill", status_code=429, message="Slow down")
    assert str(error) == "tasks_kill: Slow down (HTTP 429)"
    assert str(ERRORS[-1]) == "tasks_detail: There is no task yet. (code 1, HTTP 200)"
    assert str(ApiError(operation="a", status_code=500)) == "a: the service refused the request (HTTP 500)"
    assert (error.body, error.errors, error.retry_after, error.code) == ({}, (), None, None)
    assert error.retryable is False
