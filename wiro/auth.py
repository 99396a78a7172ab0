"""Authentication: what proves to Wiro who is calling, made anew for every attempt.

Signature: `x-signature` = hex HMAC-SHA256 with the API key as the key and secret + nonce as the message. The body is
not part of it, so a captured trio of headers is good for any request: they are never logged.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
import time
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiro.config import Config

__all__ = ["Authenticator", "BearerAuth", "KeyAuth", "NonceSource", "SignatureAuth", "authenticator_for", "sign"]


class Authenticator(Protocol):
    """Makes the headers that authenticate one attempt."""

    def headers(self) -> dict[str, str]:
        """Return fresh headers. Called once an attempt, from any thread."""
        ...


def _milliseconds_now() -> int:
    return time.time_ns() // 1_000_000


class NonceSource:
    """Nonces: the time in milliseconds, made to strictly increase.

    Two requests within one millisecond, or a clock stepped back, would otherwise repeat a nonce, which looks like a
    replay to the server.

    Args:
        clock: Returns milliseconds since the epoch.
    """

    def __init__(self, clock: Callable[[], int] = _milliseconds_now) -> None:
        self._clock = clock
        self._last = 0
        self._lock = threading.Lock()

    def next(self) -> str:
        """Return the next nonce as a decimal string."""
        with self._lock:
            self._last = max(self._clock(), self._last + 1)
            return str(self._last)

    def forget_threads(self) -> None:
        """Replace the lock: after a fork it may be held by a thread that the child does not have."""
        self._lock = threading.Lock()


_nonces = NonceSource()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_nonces.forget_threads)


def sign(api_key: str, api_secret: str, nonce: str) -> str:
    """Return the documented signature of a nonce, 64 hexadecimal digits."""
    return hmac.new(api_key.encode(), f"{api_secret}{nonce}".encode(), hashlib.sha256).hexdigest()


@frozen(slots=True)
class KeyAuth:
    """`x-api-key` alone."""

    api_key: str = field(repr=False)

    def headers(self) -> dict[str, str]:
        """Return the key header."""
        return {"x-api-key": self.api_key}


@frozen(slots=True)
class SignatureAuth:
    """`x-api-key` with a fresh nonce and its signature.

    Attributes:
        api_key: Project API key.
        api_secret: Project secret; it never leaves this process.
        nonces: Shared by the whole process unless given.
    """

    api_key: str = field(repr=False)
    api_secret: str = field(repr=False)
    nonces: NonceSource = field(default=_nonces, repr=False)

    def headers(self) -> dict[str, str]:
        """Return key, nonce and signature headers."""
        nonce = self.nonces.next()
        return {
            "x-api-key": self.api_key,
            "x-nonce": nonce,
            "x-signature": sign(self.api_key, self.api_secret, nonce),
        }


@frozen(slots=True)
class BearerAuth:
    """`Authorization: Bearer KEY`."""

    api_key: str = field(repr=False)

    def headers(self) -> dict[str, str]:
        """Return the bearer header."""
        return {"Authorization": f"Bearer {self.api_key}"}


def authenticator_for(config: Config) -> Authenticator:
    """Return the authenticator that a configuration asks for."""
    if config.auth == "signature" and config.api_secret is not None:
        return SignatureAuth(config.api_key, config.api_secret)
    if config.auth == "bearer":
        return BearerAuth(config.api_key)
    return KeyAuth(config.api_key)
