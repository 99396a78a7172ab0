"""Between calls and bytes, without input or output: bodies to send, answers to understand.

Shared by every sender, so that the rules of the service's envelope are written once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeVar

from .calls import Call
from .errors import ApiError, ErrorItem, InvalidArgumentError, InvalidResponseError
from .multipart import MultipartBody, encode_multipart

__all__ = [
    "MultipartBody",
    "decode",
    "encode_json",
    "encode_multipart",
    "parse_retry_after",
    "read_error_items",
]

Result = TypeVar("Result")

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_EXCERPT_LENGTH = 500
_LONGEST_RETRY_AFTER = 2147483.647
"""Seconds; what fits into 31 bits of milliseconds. Longer waits are cut to it."""


def encode_json(value: Any) -> bytes:
    """Return a JSON body as compact UTF-8.

    Raises:
        InvalidArgumentError: The value cannot be written as JSON.
    """
    try:
        return _ENCODER.encode(value).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgumentError(f"the request body cannot be written as JSON: {error}") from error


def decode(
    call: Call[Result],
    status_code: int,
    headers: Mapping[str, str],
    content: bytes,
    *,
    error_factory: Callable[..., ApiError] = ApiError,
) -> Result:
    """Turn an answer with any status and any body into the call's result or a documented error.

    Args:
        call: The call that was sent.
        status_code: HTTP status of the answer, standard or not.
        headers: Headers of the answer; only Retry-After is read.
        content: Body of the answer. An empty body of a success means ``{}``.
        error_factory: Makes the error for a refusal from the keyword arguments of ``ApiError``.

    Raises:
        ApiError: The status is not a success, or the answer says ``result: false``.
        InvalidResponseError: A success whose body is not a JSON object.
    """
    operation = call.operation.id
    succeeded = 200 <= status_code < 300
    body: Any = {}
    if content.strip():
        try:
            body = json.loads(content)
        except (ValueError, RecursionError) as error:
            if succeeded:
                raise InvalidResponseError(
                    f"{operation}: the answer (HTTP {status_code}, {len(content)} bytes) is not JSON",
                    operation=operation,
                    status_code=status_code,
                    excerpt=_excerpt(content),
                ) from error
            body = {}
    if not isinstance(body, dict):
        if succeeded:
            raise InvalidResponseError(
                f"{operation}: the answer is a JSON {_json_kind(body)}, not an object",
                operation=operation,
                status_code=status_code,
                excerpt=_excerpt(content),
            )
        body = {}
    if succeeded and not _says_no(body.get("result")):
        return call.parse(body)
    items = read_error_items(body)
    raise error_factory(
        operation=operation,
        status_code=status_code,
        code=next((item.code for item in items if isinstance(item.code, int)), None),
        message=items[0].message if items else _status_message(status_code),
        errors=items,
        body=body,
        retry_after=parse_retry_after(headers.get("retry-after") or headers.get("Retry-After")),
    )


def read_error_items(body: Mapping[str, Any]) -> tuple[ErrorItem, ...]:
    """Return what an answer says went wrong, whichever way it says so.

    Args:
        body: The answer. ``errors`` may be a list of objects, a list of strings, one object or one string; without
            it, ``message`` and ``error`` are read.
    """
    errors = body.get("errors")
    entries = errors if isinstance(errors, list) else [errors]
    items = tuple(item for item in map(_read_error_item, entries) if item is not None)
    if items:
        return items
    fallback = (_read_error_item(body.get(key)) for key in ("message", "error"))
    return tuple(item for item in fallback if item is not None)[:1]


def _read_error_item(entry: Any) -> ErrorItem | None:
    if entry is None or entry == "" or isinstance(entry, bool):
        return None
    if not isinstance(entry, Mapping):
        return ErrorItem(entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False))
    if not entry:
        return None
    message = entry.get("message")
    details = {key: value for key, value in entry.items() if key not in ("message", "code")}
    if message is None or message == "":
        message = "the service gave no message"
    elif not isinstance(message, str):
        message = json.dumps(message, ensure_ascii=False)
    return ErrorItem(message, _read_code(entry.get("code")), details)


def _read_code(code: Any) -> int | str | None:
    if isinstance(code, bool) or not isinstance(code, int | str):
        return None
    if isinstance(code, str):
        # int() accepts more than codes are written with ("1_000", non-ASCII digits), and refuses very long ones.
        return int(code) if code.isascii() and code.isdigit() and len(code) < 10 else code or None
    return code


def _says_no(result: Any) -> bool:
    if isinstance(result, str):
        return result.strip().lower() in ("0", "false")
    return isinstance(result, int | float) and result == 0


def _status_message(status_code: int) -> str:
    if 200 <= status_code < 300:
        return "the service answered result: false without a message"
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return "the service gave no message"


def _json_kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "array"
    return "string" if isinstance(value, str) else "boolean" if isinstance(value, bool) else "number"


def _excerpt(content: bytes) -> str:
    return content[: 4 * _EXCERPT_LENGTH].decode("utf-8", "replace")[:_EXCERPT_LENGTH]


def parse_retry_after(value: str | None) -> float | None:
    """Return the seconds a Retry-After header asks to wait.

    Args:
        value: The header: seconds (a fraction is understood) or an HTTP date.

    Returns:
        Seconds from 0 to 2147483.647, or None without a usable value. A date that has passed asks for nothing.
    """
    if value is None or not value.strip():
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = _seconds_until(value)
    if not math.isfinite(seconds) or seconds < 0:
        return None
    return min(seconds, _LONGEST_RETRY_AFTER)


def _seconds_until(date: str) -> float:
    # Rare: keep the email package out of the import of every client.
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return math.nan
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - datetime.now(UTC)).total_seconds()
