"""Checks of operator arguments, the same ones at DAG parse (what is static) and before submission (what was rendered).

Every message names the argument, shows what it is and says what is accepted.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from airflow_provider_wiro.files import is_file
from airflow_provider_wiro.storage import without_user_info

__all__ = [
    "checked_choice",
    "checked_conn_id",
    "checked_flag",
    "checked_model",
    "checked_output_path",
    "checked_parameters",
    "checked_remote_id",
    "checked_seconds",
    "checked_text",
    "checked_usd",
    "is_rendered",
]

# Owner and model as the API's own clients accept them in a path.
_SLUG = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_MODEL = re.compile(rf"{_SLUG}/{_SLUG}")
_REMOTE_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
# One slash is what pathlib leaves of two. A single letter is a drive.
_ONE_SLASH = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/(?!/)")
_SHOWN_CHARACTERS = 80


def is_rendered(value: Any) -> bool:
    """Tell whether a templated argument already has its final value: no Jinja marks, and no XComArg."""
    if isinstance(value, str):
        return "{{" not in value and "{%" not in value
    return not hasattr(value, "resolve")


def checked_model(value: Any) -> str:
    """Return a model's name, `owner/model`.

    Raises:
        ValueError: It is something else.
    """
    if not isinstance(value, str) or _MODEL.fullmatch(value) is None:
        raise ValueError(f"model is {_shown(value)}; accepted: 'owner/model', such as 'google/nano-banana-pro'.")
    return value


def checked_seconds(name: str, value: Any, *, zero: bool = False) -> float:
    """Return a duration in seconds.

    Args:
        name: Name of the argument.
        value: A number, a timedelta, or text with a number (a rendered template).
        zero: Whether 0 is accepted.

    Raises:
        ValueError: Not a finite duration, negative, or 0 where that is not accepted.
    """
    limit = "of at least 0" if zero else "above 0"
    accepted = f"accepted: a finite number of seconds {limit}, or a timedelta"
    try:
        seconds = value.total_seconds() if isinstance(value, timedelta) else float(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name} is {_shown(value)}; {accepted}.") from None
    if isinstance(value, bool) or not math.isfinite(seconds) or seconds < 0 or (seconds == 0 and not zero):
        raise ValueError(f"{name} is {_shown(value)}; {accepted}.")
    return seconds


def checked_text(name: str, value: Any) -> str:
    """Return a text.

    Raises:
        ValueError: It is something else, or empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} is {_shown(value)}; accepted: a text that is not empty.")
    return value


def checked_remote_id(name: str, value: Any, *, key: str | None = None) -> str:
    """Return the id of a Wiro task, or the guid of a message or an agent.

    Args:
        name: Name of the argument.
        value: Text, or a number (a template that was rendered to a native object), or the result of an operator.
        key: Where the id is in the result of an operator; None accepts no results.

    Raises:
        ValueError: No id looks like this.
    """
    given = value.get(key) if key is not None and isinstance(value, Mapping) else value
    text = str(given).strip() if isinstance(given, (str, int)) and not isinstance(given, bool) else ""
    if text == "None" or _REMOTE_ID.fullmatch(text) is None:
        result = "" if key is None else f", or the result of an operator, which has it as {key!r}"
        raise ValueError(
            f"{name} is {_shown(value)}; accepted: the id that Wiro gave, such as '534574' or a guid{result}."
        )
    return text


def checked_parameters(value: Any) -> dict[str, Any]:
    """Return a model's parameters.

    Args:
        value: A mapping of JSON values and files, or text with a JSON object (a rendered template).

    Raises:
        ValueError: It is something else, or holds a value that is no file and that JSON has no form for.
    """
    accepted = "accepted: a dict of JSON values and files (WiroFile, Path), or a string with a JSON object"
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise ValueError(f"parameters is not JSON ({error}): {_shown(value)}; {accepted}.") from None
    if not isinstance(value, Mapping):
        raise ValueError(f"parameters is {_shown(value)}; {accepted}.")
    for name, entry in value.items():
        if not isinstance(name, str) or not name:
            raise ValueError(f"parameters has the key {_shown(name)}; {accepted}.")
        try:
            json.dumps(entry, allow_nan=False, default=_checked_leaf)
        except (TypeError, ValueError) as error:
            raise ValueError(
                f"parameters[{name!r}] is neither a JSON value nor a file ({error}); {accepted}."
            ) from None
    return dict(value)


def checked_output_path(value: Any) -> str | None:
    """Return the address of a folder, or None for "do not save".

    Raises:
        ValueError: It is neither.
    """
    if value is None:
        return None
    # Object storage paths of Airflow 3 are no os.PathLike.
    is_path = isinstance(value, str) or hasattr(value, "__fspath__") or callable(getattr(value, "joinpath", None))
    text = str(value).strip() if is_path else ""
    scheme, separator, rest = text.partition("://")
    is_address = _SCHEME.fullmatch(scheme) is not None and rest.strip("/")
    if separator and scheme == "file":
        # What follows would be the name of a host, which nothing here reads.
        is_address = rest.startswith("/") and is_address
    # An empty XCom or param renders to "None".
    is_none = text.lower() in ("", "none")
    if is_none or _ONE_SLASH.match(text) or (separator and not is_address):
        raise ValueError(
            f"output_path is {_shown(value)}; accepted: a local folder, the address of a folder such as "
            "'s3://bucket/folder' or 'file:///data/folder', an ObjectStoragePath, or None."
        )
    return text


def checked_usd(name: str, value: Any) -> Decimal | None:
    """Return an amount in USD as an exact number, or None for "no limit".

    Args:
        name: Name of the argument.
        value: A number, a Decimal, or text with a number (a rendered template).

    Raises:
        ValueError: Not a finite amount of at least 0.
    """
    if value is None:
        return None
    amount = None
    if isinstance(value, (str, int, float, Decimal)) and not isinstance(value, bool):
        with suppress(InvalidOperation):
            # By its text: 0.1 means a tenth, not the binary fraction that is next to it.
            amount = Decimal(str(value).strip())
    if amount is None or not amount.is_finite() or amount < 0:
        raise ValueError(f"{name} is {_shown(value)}; accepted: a finite number of USD of at least 0, or None.")
    return amount


def checked_conn_id(value: Any) -> str:
    """Return the id of a connection.

    Raises:
        ValueError: It is no text, or empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"wiro_conn_id is {_shown(value)}; accepted: the id of a connection of type 'wiro'.")
    return value


def checked_choice(name: str, value: Any, choices: tuple[str, ...]) -> str:
    """Return one of several words.

    Raises:
        ValueError: It is none of them.
    """
    if not isinstance(value, str) or value not in choices:
        raise ValueError(f"{name} is {_shown(value)}; accepted: {', '.join(map(repr, choices))}.")
    return value


def checked_flag(name: str, value: Any) -> bool:
    """Return True or False.

    Raises:
        ValueError: It is something else, such as the text "false", which Python takes for True.
    """
    if not isinstance(value, bool):
        raise ValueError(f"{name} is {_shown(value)}; accepted: True or False.")
    return value


def _checked_leaf(value: Any) -> None:
    """Let pass files, and what Airflow replaces before the task runs; by then none of that is left."""
    if is_rendered(value) and not is_file(value):
        raise TypeError(f"it holds a {type(value).__name__}")


def _shown(value: Any) -> str:
    text = without_user_info(repr(value))
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 1]}…"
