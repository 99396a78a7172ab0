"""Under which address the links of the sandbox lead to it."""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from typing import Any

from attrs import field, frozen

__all__ = ["Addressed", "Addresses"]

# What a name, an address and a port are made of; anything else does not become part of a link.
_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?", re.ASCII)

_called: ContextVar[str | None] = ContextVar("wiro_sandbox_called", default=None)


@frozen
class Addresses:
    """The address that the sandbox gives out, and those that it recognises.

    Args:
        default: `http://host:port` of its own, or the public address that it was told.
        as_called: Whether links lead to the name by which the client called it instead. That is so when the sandbox
            listens on every address of its machine and nobody has told it what others call it: a container, mostly.
    """

    default: str
    as_called: bool = field(default=False, kw_only=True)

    @property
    def current(self) -> str:
        """The address for a link, without a slash at the end. Work that a request begins inherits the request's."""
        return (_called.get() if self.as_called else None) or self.default

    def path_of(self, url: str) -> str | None:
        """Return the path of a link of ours, None for an address elsewhere."""
        if url.startswith(f"{self.default}/"):
            return url[len(self.default) :]
        # Whatever the name, the path has an id that nobody can guess.
        scheme, separator, rest = url.partition("://")
        if self.as_called and separator and scheme == "http" and _HOST.fullmatch(rest.partition("/")[0]):
            return "/" + rest.partition("/")[2]
        return None


@frozen(eq=False)
class Addressed:
    """An ASGI application that notes by which name each request calls the sandbox.

    Args:
        app: The application.
    """

    app: Callable[..., Awaitable[None]]

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Pass the request on, with the name in its context."""
        host = next((value.decode("latin-1") for name, value in scope.get("headers", ()) if name == b"host"), "")
        token = _called.set(f"http://{host}" if _HOST.fullmatch(host) else None)
        try:
            await self.app(scope, receive, send)
        finally:
            _called.reset(token)
