"""What may appear in a log line: everything but secrets.

Names decide, so a value that is secret under one name is masked wherever a mapping, a header list or a text carries it.
Bodies of requests and answers are never logged by this library; the functions here serve those who log them themselves,
and guard the few texts (an error message of a proxy, say) that are quoted.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

__all__ = [
    "MASK",
    "RedactingFilter",
    "is_secret_name",
    "log_event",
    "redact",
    "redact_headers",
    "redact_text",
    "redact_values",
    "secrets_in",
]

MASK: Final = "***"
#: Shorter values are no secrets, and masking them would make holes in every sentence.
_SHORTEST_SECRET: Final = 4

# Compared without case, dashes and underscores: x-api-key = xApiKey = x_api_key.
_SECRET_NAMES: Final = frozenset(
    {
        "accesstoken",
        "agenttoken",
        "apikey",
        "apisecret",
        "apppassword",
        "appsecret",
        "authorization",
        "bearer",
        "bottoken",
        "clientsecret",
        "cookie",
        "developertoken",
        "fieldvalue",
        "masterapikey",
        "password",
        "privatekeybase64",
        "proxyauthorization",
        "refreshtoken",
        "secret",
        "serviceaccountjsonbase64",
        "setcookie",
        "sig",
        "signature",
        "socketaccesstoken",
        "tasktoken",
        "token",
        "xamzsecuritytoken",
        "xamzsignature",
        "xapikey",
        "xgoogsignature",
        "xnonce",
        "xsignature",
    }
)

# The ways in which JSON, headers, URL queries and reprs join a name and its value: n: v, n=v, "n": "v", b'n', b'v'.
_NAME_AND_JOINT: Final = re.compile(r"""([A-Za-z][A-Za-z0-9_-]*)["']?\s*[:=,]\s*b?""")
_VALUE: Final = re.compile(r"""(["'])(?:\\.|(?!\1).)*\1|[^\s"',;&})\]]+""")
_BEARER: Final = re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=:-]+")


def is_secret_name(name: str) -> bool:
    """Tell whether a header, field or parameter of this name carries a secret."""
    return name.replace("-", "").replace("_", "").lower() in _SECRET_NAMES


def redact_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return a copy of headers with secret values masked."""
    return {name: MASK if is_secret_name(name) else value for name, value in headers.items()}


def redact(value: Any) -> Any:
    """Return a copy of a JSON-like value with secrets masked, however deep.

    Args:
        value: Mappings, sequences and scalars; anything else is returned as it is.

    Returns:
        The same shape. A value under a secret name is replaced by the mask, texts go through `redact_text`.
    """
    if isinstance(value, Mapping):
        return {
            key: MASK if isinstance(key, str) and is_secret_name(key) and inner not in (None, "") else redact(inner)
            for key, inner in value.items()
        }
    if isinstance(value, str):
        return redact_text(value)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        return [redact(inner) for inner in value]
    return value


def redact_text(text: str) -> str:
    """Return a text with the values of secret-named pairs and bearer tokens masked."""
    text = _BEARER.sub(rf"\1 {MASK}", text)
    pieces = []
    copied = 0
    for joint in _NAME_AND_JOINT.finditer(text):
        value = _VALUE.match(text, joint.end()) if is_secret_name(joint[1]) and joint.start() >= copied else None
        if value is not None:
            quote = value[1] or ""
            pieces += [text[copied : joint.end()], quote, MASK, quote]
            copied = value.end()
    return "".join([*pieces, text[copied:]])


def secrets_in(value: Any) -> Iterator[str]:
    """Yield the texts that stand under secret names in a JSON-like value, however deep."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, str) and isinstance(key, str) and is_secret_name(key):
                yield inner
            else:
                yield from secrets_in(inner)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview)):
        for inner in value:
            yield from secrets_in(inner)


def redact_values(value: Any, secrets: Iterable[str]) -> Any:
    """Return a copy of a JSON-like value with secrets masked whose values are known, whatever stands before them."""
    # The longest first: one may be the beginning of another.
    known = sorted({secret for secret in secrets if len(secret) >= _SHORTEST_SECRET}, key=len, reverse=True)
    return _without(value, known) if known else value


def _without(value: Any, secrets: Sequence[str]) -> Any:
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, MASK)
        return value
    if isinstance(value, Mapping):
        return {_without(key, secrets): _without(inner, secrets) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        return [_without(inner, secrets) for inner in value]
    return value


class RedactingFilter(logging.Filter):
    """Masks secrets in any record that passes; attach it to a handler to cover other libraries' loggers too."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message without its secrets; every record passes."""
        message = record.getMessage()
        masked = redact_text(message)
        if masked != message:
            record.msg, record.args = masked, None
        return True


def log_event(logger: logging.Logger, level: int, event: str, **fields: Any) -> None:
    """Log one event as `event name=value ...`, with the same fields in the record's `wiro` attribute.

    Args:
        logger: Where to.
        level: Level of the `logging` module.
        event: What happened, a fixed text.
        **fields: Facts about it; None is left out, secrets are masked.
    """
    if not logger.isEnabledFor(level):
        return
    facts = {name: redact({name: value})[name] for name, value in fields.items() if value is not None}
    text = " ".join([event, *(f"{name}={value}" for name, value in facts.items())])
    logger.log(level, "%s", text, extra={"wiro": {"event": event, **facts}})
