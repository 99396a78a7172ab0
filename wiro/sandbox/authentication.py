"""Who is asking: the three documented ways to prove it.

`x-api-key` alone, `x-api-key` with `x-nonce` and `x-signature`, or the key as a bearer token. A nonce may repeat,
because the service's public client repeats it within a millisecond.
"""

import hmac
from collections.abc import Mapping

from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.project import Project
from wiro.sandbox.refusals import refuse

__all__ = ["authenticate"]

_BEARER = "bearer"


def authenticate(headers: Mapping[str, str], address: str, options: SandboxOptions, project: Project) -> str:
    """Check the headers of a request.

    Args:
        headers: Header values by lower-case name.
        address: IP address that the request comes from.
        options: The project's key, secret and type.
        project: The project's state.

    Returns:
        How the caller proved who it is: `key`, `signature` or `bearer`.

    Raises:
        RefusedError: HTTP 401 with the documented message.
    """
    key = headers.get("x-api-key")
    authorization = headers.get("authorization")
    if key is None and authorization is not None:
        scheme, _, token = authorization.strip().partition(" ")
        if scheme.lower() != _BEARER or not token:
            raise refuse("bearer_missing")
        if not _equal(token.strip(), options.api_key):
            raise refuse("bearer_invalid")
        if project.bearer_expired:
            raise refuse("bearer_expired")
        project.check_address(address)
        if options.require_signature:
            raise refuse("signature_required")
        return "bearer"
    if key is None or not _equal(key, options.api_key):
        raise refuse("key_not_found")
    project.check_address(address)
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
