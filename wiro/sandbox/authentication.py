"""Who is asking: the three documented ways to prove it.

`x-api-key` alone, `x-api-key` with `x-nonce` and `x-signature`, or the key as a bearer token. A nonce may repeat,
because the service's public client repeats it within a millisecond.
"""

import hmac
from collections.abc import Mapping

from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.refusals import refuse

__all__ = ["authenticate"]

_BEARER = "bearer "


def authenticate(headers: Mapping[str, str], options: SandboxOptions) -> str:
    """Check the headers of a request.

    Args:
        headers: Header values by lower-case name.
        options: The project's key, secret and type.

    Returns:
        How the caller proved who it is: `key`, `signature` or `bearer`.

    Raises:
        RefusedError: HTTP 401 with the documented message.
    """
    key = headers.get("x-api-key")
    authorization = headers.get("authorization", "")
    if key is None and authorization[: len(_BEARER)].lower() == _BEARER:
        if not _equal(authorization[len(_BEARER) :].strip(), options.api_key):
            raise refuse("bearer_invalid")
        if options.require_signature:
            raise refuse("signature_required")
        return "bearer"
    if key is None or not _equal(key, options.api_key):
        raise refuse("key_not_found")
    nonce, signature = headers.get("x-nonce", ""), headers.get("x-signature", "")
    if not nonce and not signature:
        if options.require_signature:
            raise refuse("signature_required")
        return "key"
    if not nonce or not signature:
        raise refuse("signature_required")
    message = (options.api_secret + nonce).encode()
    expected = hmac.new(options.api_key.encode(), message, "sha256").hexdigest()
    if not _equal(signature, expected):
        raise refuse("invalid_signature")
    return "signature"


def _equal(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), expected.encode())
