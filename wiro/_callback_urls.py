"""Addresses for callbacks that prove themselves: Wiro does not sign what it posts, so the address carries a signature.

The signature covers an id that is unique to the address, the time until it counts, and every other parameter of the
query. It does not cover host and path, which proxies rewrite; give every receiver a secret of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets as random
import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from attrs import field, frozen

from wiro.errors import CallbackError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Secret", "SignedCallback", "checked_keys", "signed_callback_url", "verify_callback_url"]

#: A queue may be long and a model slow; an address that has expired loses the result of a paid run.
_LIFETIME_SECONDS: Final = 7 * 24 * 3600.0
_SHORTEST_SECRET: Final = 16
_ID, _EXPIRES, _SIGNATURE = "wiro-id", "wiro-expires", "wiro-signature"
_PURPOSE: Final = b"wiro callback 1\n"

Secret = str | bytes


@frozen(slots=True)
class SignedCallback:
    """What a signed address says.

    Attributes:
        id: Unique to the address, and so to the run that it was given to.
        expires_at: Until when it counts, in seconds since the epoch.
        parameters: The other parameters of the query, as they were when it was signed.
    """

    id: str
    expires_at: int
    parameters: Mapping[str, str] = field(factory=dict)


def signed_callback_url(
    url: str, secret: Secret, *, parameters: Mapping[str, str] | None = None, expires_in: float = _LIFETIME_SECONDS
) -> str:
    """Make the address for the callback of one run or message.

        wiro.run(model, params, callback_url=signed_callback_url("https://me.example/wiro", secret,
                                                                 parameters={"order": "17"}))

    Args:
        url: http(s) address of the receiver, without a fragment. Its query is signed too.
        secret: At least 16 characters or bytes that only the receiver knows.
        parameters: What the receiver shall know about the run. Visible to Wiro.
        expires_in: Seconds until the address stops to count: longer than queue and run can take.

    Raises:
        InvalidArgumentError: An argument is not acceptable.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment:
        raise InvalidArgumentError("url is no http(s) address, or has a fragment.", parameter="url")
    if not expires_in > 0 or expires_in == float("inf"):
        raise InvalidArgumentError(
            f"expires_in is {expires_in!r}; accepted: a finite number of seconds above 0.", parameter="expires_in"
        )
    pairs = [*parse_qsl(parts.query, keep_blank_values=True), *(parameters or {}).items()]
    if any(name in (_ID, _EXPIRES, _SIGNATURE) for name, _ in pairs):
        raise InvalidArgumentError("the address is signed already.", parameter="url")
    pairs += [(_ID, random.token_urlsafe(18)), (_EXPIRES, str(int(time.time() + expires_in)))]
    pairs.append((_SIGNATURE, _signature(_key(secret), pairs)))
    return urlunsplit(parts._replace(query=urlencode(pairs, quote_via=quote)))


def verify_callback_url(url: str, secrets: Secret | Sequence[Secret], *, now: float | None = None) -> SignedCallback:
    """Check the address at which a callback arrived.

    Args:
        url: The address, or its path and query, or its query alone after a `?`.
        secrets: The secret, or several while one replaces the other.
        now: Seconds since the epoch; None for the present.

    Raises:
        CallbackError: It is not signed by any of the secrets, or has expired.
    """
    keys = checked_keys(secrets)
    try:
        pairs = parse_qsl(url.partition("?")[2].partition("#")[0], keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise CallbackError("the address of the callback cannot be read.") from error
    signed = [(name, value) for name, value in pairs if name != _SIGNATURE]
    given = [value for name, value in pairs if name == _SIGNATURE]
    values = dict(signed)
    # Each comparison takes the same time wherever it fails, and all are made.
    matches = [hmac.compare_digest(_signature(key, signed).encode(), "".join(given).encode()) for key in keys]
    expires = values.get(_EXPIRES, "")
    if not any(matches) or not (expires.isascii() and expires.isdigit()) or not values.get(_ID):
        raise CallbackError("the address of the callback is not signed with the secret of this receiver.")
    if (time.time() if now is None else now) > int(expires):
        raise CallbackError("the address of the callback has expired.")
    others = {name: value for name, value in signed if name not in (_ID, _EXPIRES)}
    return SignedCallback(values[_ID], int(expires), MappingProxyType(others))


def checked_keys(secrets: Secret | Sequence[Secret]) -> list[bytes]:
    """Return the keys of one secret or several.

    Raises:
        InvalidArgumentError: There is none, or one is too short.
    """
    keys = [_key(secret) for secret in ([secrets] if isinstance(secrets, (str, bytes)) else secrets)]
    if not keys:
        raise InvalidArgumentError("no secret was given.", parameter="secret")
    return keys


def _key(secret: Secret) -> bytes:
    key = secret.encode() if isinstance(secret, str) else secret
    if not isinstance(key, bytes) or len(key) < _SHORTEST_SECRET:
        # Not quoted: it may be half of a real one.
        raise InvalidArgumentError(
            f"the secret is too short; accepted: at least {_SHORTEST_SECRET} characters, such as of "
            "secrets.token_urlsafe().",
            parameter="secret",
        )
    return key


def _signature(key: bytes, pairs: Sequence[tuple[str, str]]) -> str:
    # Encoded anew, so that a proxy that writes the query differently does no harm; sorted, for those that reorder it.
    text = urlencode(sorted(pairs), quote_via=quote).encode()
    return hmac.new(key, _PURPOSE + text, hashlib.sha256).hexdigest()
