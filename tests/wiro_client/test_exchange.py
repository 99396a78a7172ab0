"""The rules of the service's envelope."""

from __future__ import annotations

import contextlib
import gzip
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.calls import call
from tests.support.vectors import vectors
from wiro_client.errors import ApiError, InvalidArgumentError, InvalidResponseError
from wiro_client.exchange import decode, encode_json, parse_retry_after, read_error_items


def answer(content: Any, status: int = 200, headers: dict[str, str] | None = None, **arguments: Any) -> Any:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return decode(call(), status, headers or {}, body, **arguments)


@pytest.mark.parametrize("body", [{"result": True}, {"result": 1}, {"result": "1"}, {"result": "true"}, {"a": 1}, {}])
def test_success(body: dict[str, Any]) -> None:
    assert answer(body) == body


@pytest.mark.parametrize("status", [200, 201, 204, 299])
@pytest.mark.parametrize("content", [b"", b"  \r\n"])
def test_an_empty_success_is_an_empty_object(status: int, content: bytes) -> None:
    assert answer(content, status) == {}


@pytest.mark.parametrize("result", [False, 0, 0.0, "0", "false", "FALSE", " false "])
def test_refusal_whatever_the_status(result: Any) -> None:
    body = {"result": result, "errors": [{"code": 96, "message": "Too many"}], "deps": ["a"]}
    with pytest.raises(ApiError) as caught:
        answer(body)
    error = caught.value
    assert (error.operation, error.status_code, error.code, error.message) == ("test_read", 200, 96, "Too many")
    assert error.body == body
    assert error.errors[0].code == 96


@pytest.mark.parametrize("status", [199, 300, 302, 400, 401, 404, 422, 429, 500, 503, 520, 599, 999])
@pytest.mark.parametrize("content", [b"", b"<html>secret</html>", b"[1]", b"null", b'{"result": true}', b'{"result":'])
def test_every_other_status_is_an_api_error_whatever_the_body(status: int, content: bytes) -> None:
    with pytest.raises(ApiError) as caught:
        answer(content, status)
    assert caught.value.status_code == status
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"<html>secret</html>", b"bad gateway with secret", b'{"result": tru', b"\xff\xfe\x00", b"\x80secret",
        b"[" * 100_000, b"9" * 5000 + b"secret", gzip.compress(b"{}", mtime=0),
    ],
)  # fmt: skip
def test_a_success_that_is_not_json(content: bytes) -> None:
    with pytest.raises(InvalidResponseError) as caught:
        answer(content)
    error = caught.value
    assert (error.operation, error.status_code) == ("test_read", 200)
    assert "secret" not in str(error)
    assert len(error.excerpt) <= 500


@pytest.mark.parametrize(
    ("content", "kind"), [([1], "array"), (None, "null"), ("x", "string"), (True, "boolean"), (1, "number")]
)
def test_a_success_that_is_no_object(content: Any, kind: str) -> None:
    with pytest.raises(InvalidResponseError, match=f"JSON {kind}, not an object"):
        answer(content)


def test_ten_megabytes() -> None:
    body = {"result": True, "items": ["x" * 1000] * 10_000}
    assert answer(body) == body
    with pytest.raises(InvalidResponseError) as caught:
        answer(b"x" * 10_000_000)
    assert len(caught.value.excerpt) == 500


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([{"code": 1, "message": "a"}, {"code": 2, "message": "b"}], [(1, "a"), (2, "b")]),
        (["a", "b"], [(None, "a"), (None, "b")]),
        ({"code": "97", "message": "a"}, [(97, "a")]),
        ("a", [(None, "a")]),
        ([{"message": 42, "code": "E1"}], [("E1", "42")]),
        ([{"future": True}], [(None, "the service gave no message")]),
        ([{"message": {"key": "x"}}], [(None, '{"key": "x"}')]),
        ([7, None, True, {}, "", {"message": "a", "code": True}], [(None, "7"), (None, "a")]),
        ([{"message": "a", "code": "٤"}, {"message": "b", "code": "1_0"}], [("٤", "a"), ("1_0", "b")]),
    ],
)
def test_errors_come_in_many_shapes(errors: Any, expected: list[tuple[Any, str]]) -> None:
    assert [(item.code, item.message) for item in read_error_items({"errors": errors})] == expected


def test_the_first_numeric_code_counts() -> None:
    with pytest.raises(ApiError) as caught:
        answer({"result": False, "errors": ["first", {"code": "E", "message": "x"}, {"code": 97, "message": "y"}]})
    assert (caught.value.message, caught.value.code) == ("first", 97)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": "top"}, "top"),
        ({"error": "oops"}, "oops"),
        ({"message": "", "error": {"message": "inner"}}, "inner"),
        ({"errors": [], "message": "top"}, "top"),
        ({}, "the service answered result: false without a message"),
    ],
)
def test_message_without_errors(body: dict[str, Any], message: str) -> None:
    with pytest.raises(ApiError) as caught:
        answer({"result": False, **body})
    assert caught.value.message == message


def test_the_status_speaks_when_the_body_does_not() -> None:
    with pytest.raises(ApiError, match="test_read: Bad Gateway"):
        answer(b"", 502)
    with pytest.raises(ApiError, match="the service gave no message"):
        answer(b"", 520)


def test_extra_keys_of_an_entry_are_kept() -> None:
    (item,) = read_error_items({"errors": [{"code": 101, "message": "m", "deps": ["a"]}]})
    assert item.details == {"deps": ["a"]}


def test_another_error_class_can_be_made() -> None:
    class BusyError(ApiError):
        pass

    with pytest.raises(BusyError):
        answer({"result": False}, error_factory=BusyError)


@pytest.mark.parametrize("vector", vectors("envelope"), ids=lambda vector: vector["name"])
def test_recorded_envelopes(vector: dict[str, Any]) -> None:
    recorded, status = vector["response_body"], vector.get("response_status", 200)
    body = recorded.encode() if isinstance(recorded, str) else json.dumps(recorded).encode()
    expected = vector["expect"].get("error", "")
    if "success" in expected:
        assert answer(body, status) == {}
        return
    with pytest.raises((ApiError, InvalidResponseError)) as caught:
        answer(body, status)
    assert "secret-token" not in str(caught.value)
    is_no_object = "non-object" in expected or "invalid JSON" in expected
    assert isinstance(caught.value, InvalidResponseError) == is_no_object
    if "message" in vector["expect"]:
        assert isinstance(caught.value, ApiError)
        assert (caught.value.message, str(caught.value.code)) == (vector["expect"]["message"], vector["expect"]["code"])


@pytest.mark.parametrize(
    "vector", vectors("retry_after"), ids=lambda vector: next(iter(vector["headers_checked"].values()))
)
def test_recorded_retry_after(vector: dict[str, Any]) -> None:
    expected = vector["expect"]["retry_after_ms"]
    (value,) = vector["headers_checked"].values()
    assert parse_retry_after(value) == (None if expected is None else expected / 1000)


def test_a_retry_after_date_in_the_future() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    seconds = parse_retry_after(later)
    assert seconds is not None
    assert 80 < seconds <= 90


def test_retry_after_reaches_the_error() -> None:
    with pytest.raises(ApiError) as caught:
        answer(b"", 429, {"retry-after": "7.5"})
    assert caught.value.retry_after == 7.5


@given(st.none() | st.text())
def test_any_retry_after_gives_seconds_or_nothing(value: str | None) -> None:
    seconds = parse_retry_after(value)
    assert seconds is None or 0 <= seconds <= 2147483.647


@given(st.binary(), st.integers(100, 999))
def test_any_bytes_with_any_status_give_an_object_or_a_documented_error(content: bytes, status: int) -> None:
    with contextlib.suppress(ApiError, InvalidResponseError):
        assert isinstance(answer(content, status), dict)


def test_json_bodies_are_compact_utf_8() -> None:
    assert encode_json({"a": "ü", "b": [1, 2]}) == '{"a":"ü","b":[1,2]}'.encode()


@pytest.mark.parametrize("value", [{"a": float("nan")}, {"a": {1}}, {1: object()}, "\ud800"])
def test_what_is_no_json_is_refused(value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="cannot be written as JSON"):
        encode_json(value)
