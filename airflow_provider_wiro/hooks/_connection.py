"""What the fields of a connection mean, and the refusal of fields that mean nothing.

A field that is ignored is a trap here: a mistyped `api_secert` leaves requests unsigned, a key in the login field makes
the secret the key. So whatever no client would use is refused by name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from wiro.errors import ConfigurationError

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import Connection

__all__ = ["EXTRA_FIELDS", "client_arguments", "in_words_of_fields", "secrets_of"]

_TEXTS: Final = ("api_secret", "socket_url", "team_guid")
#: Where the arguments of a client come from.
_FIELDS: Final = {"api_key": "password", "base_url": "host", **{name: f"extra.{name}" for name in _TEXTS}}
# As the client begins a message about one of them, with the variable that this connection keeps it from reading.
_ARGUMENT: Final = re.compile(rf"^({'|'.join(_FIELDS)}) \(or WIRO_[A-Z_]+\)")
_AUTH_CHOICES: Final = ("key", "signature", "bearer")
#: Everything that may stand in the extra of a connection.
EXTRA_FIELDS: Final = ("api_secret", "auth", "socket_url", "team_guid", "timeout", "max_retries")


def client_arguments(connection: Connection, extra: Any) -> dict[str, Any]:
    """Return the keyword arguments of a client.

    Args:
        connection: Its password is the API key, its host the base URL.
        extra: Its extra, decoded.

    Returns:
        What the connection says; what it leaves empty is left out and becomes the library's default. `environment` is
        empty, because the `WIRO_*` variables of the worker belong to another account than the connection.

    Raises:
        ConfigurationError: A field is missing, wrong or unknown; the message names it, and holds no secret.
    """
    fields = _checked_extra(connection, extra)
    if connection.login:
        raise ConfigurationError(
            "login has a value, which nothing reads. The API key belongs into password, the API secret into "
            "extra.api_secret."
        )
    if not (connection.password or "").strip():
        raise ConfigurationError("there is no API key: put it into the password field.")
    arguments: dict[str, Any] = {"api_key": connection.password, "environment": {}}
    arguments.update({name: _text(name, fields[name]) for name in _TEXTS if name in fields})
    if (base_url := _base_url(connection)) is not None:
        arguments["base_url"] = base_url
    if "auth" in fields:
        arguments["auth"] = _auth(fields["auth"], has_secret="api_secret" in fields)
    if "timeout" in fields:
        arguments["timeout"] = _timeout(fields["timeout"])
    if "max_retries" in fields:
        arguments["max_retries"] = _retries(fields["max_retries"])
    return arguments


def secrets_of(connection: Connection, extra: Any) -> list[str]:
    """Return what must be masked, before anything is checked: a message about a wrong field may be logged."""
    secret = extra.get("api_secret") if isinstance(extra, Mapping) else None
    found = [value for value in (connection.password, secret) if isinstance(value, str) and value]
    # The client strips what it sends, so that is what would turn up in a log.
    return list(dict.fromkeys([*found, *(value.strip() for value in found if value.strip())]))


def in_words_of_fields(message: str) -> str:
    """Return a client's complaint about an argument as one about the field of the connection that it comes from."""
    return _ARGUMENT.sub(lambda argument: _FIELDS[argument[1]], message)


def _checked_extra(connection: Connection, extra: Any) -> dict[str, Any]:
    """Return the extra fields that have a value; forms store empty text, and JSON may hold null."""
    if not isinstance(extra, Mapping) or (not extra and (connection.extra or "").strip() not in ("", "{}", "null")):
        raise ConfigurationError("extra is not a JSON object.")
    for name in extra:
        if name not in EXTRA_FIELDS:
            import difflib

            close = difflib.get_close_matches(str(name), EXTRA_FIELDS, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else "."
            raise ConfigurationError(
                f"extra has the unknown field {name!r}{hint} Accepted: {', '.join(map(repr, EXTRA_FIELDS))}."
            )
    return {name: value for name, value in extra.items() if value not in ("", None)}


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        # Not shown: it may be a secret.
        raise ConfigurationError(f"extra.{name} is a {type(value).__name__}; accepted: text, or nothing.")
    return value


def _auth(value: Any, *, has_secret: bool) -> str:
    if value not in _AUTH_CHOICES:
        choices = ", ".join(map(repr, _AUTH_CHOICES))
        raise ConfigurationError(
            f"extra.auth is {value!r}; accepted: {choices}, or nothing: signature with an API secret, else key."
        )
    if value == "signature" and not has_secret:
        raise ConfigurationError("extra.auth is 'signature', which needs extra.api_secret, and that is empty.")
    return str(value)


def _timeout(value: Any) -> float:
    """Return seconds; the URI form and the form of Airflow 2 give text."""
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        seconds = math.nan
    if not math.isfinite(seconds) or seconds <= 0:
        raise ConfigurationError(f"extra.timeout is {value!r}; accepted: a number of seconds above 0, or nothing (60).")
    return seconds


def _retries(value: Any) -> int:
    try:
        retries = -1 if isinstance(value, bool) or float(value) != int(float(value)) else int(float(value))
    except (TypeError, ValueError, OverflowError):
        retries = -1
    if retries < 0:
        raise ConfigurationError(
            f"extra.max_retries is {value!r}; accepted: a whole number of at least 0, or nothing (2)."
        )
    return retries


def _base_url(connection: Connection) -> str | None:
    """Return the REST root: the host field as it is, or completed when it is only a host name."""
    host = (connection.host or "").strip()
    schema, port = (connection.schema or "").strip(), connection.port
    if not host or "://" in host:
        for name, value in (("schema", schema), ("port", port)):
            if value:
                where = "host is a whole URL: write it there" if host else "there is no host"
                raise ConfigurationError(f"{name} is {value!r}, but {where}.")
        return host or None
    if "/" in host:
        # Not shown: what precedes an @ is a password.
        raise ConfigurationError("host has a path but no scheme; write the whole URL, such as https://api.wiro.ai/v1.")
    if schema.lower() not in ("http", "https", ""):
        raise ConfigurationError(
            f"schema is {schema!r}; accepted: 'http', 'https', or nothing (https). A path needs the whole URL as host, "
            "such as https://api.wiro.ai/v1."
        )
    return f"{schema or 'https'}://{host}{f':{port}' if port else ''}/v1"
