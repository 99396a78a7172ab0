"""Keeps other web pages away from the control endpoint.

A browser on this machine can reach the sandbox, and so can every page that it shows. A page of another origin may send
requests here without being able to read the answers, and with DNS rebinding (a name of its own that suddenly means
127.0.0.1) it could read them too. Programs are not affected: they send no `Origin`.
"""

import ipaddress
from collections.abc import Mapping
from http import HTTPStatus

from attrs import frozen
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["SameOriginGuard", "foreign_origin"]

# Suffixes that no public name server answers for; a name without any dot is none of the public ones either.
_LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".test")
_WEBSITE = ("same-origin", "none")


@frozen(eq=False)
class SameOriginGuard:
    """An ASGI application behind which the control endpoint belongs to this origin alone.

    Args:
        app: The application.
        prefix: Path below which requests are checked.
        open_paths: Beginning of the paths that pages elsewhere may link to.
        host: The name that the sandbox was told to listen on, which is trusted.
    """

    app: ASGIApp
    prefix: str
    open_paths: str
    host: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a foreign request with HTTP 403, and pass on everything else."""
        if scope["type"] == "http" and scope["path"].startswith(self.prefix):
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            is_link = scope["method"] == "GET" and scope["path"].startswith(self.open_paths)
            problem = foreign_origin(headers, trusted_host=self.host, is_link=is_link)
            if problem is not None:
                await JSONResponse({"error": problem}, HTTPStatus.FORBIDDEN)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def foreign_origin(headers: Mapping[str, str], *, trusted_host: str = "", is_link: bool = False) -> str | None:
    """Say why a request comes from a page elsewhere, None if it does not.

    Args:
        headers: Header values by lower-case name.
        trusted_host: A host name that is ours whatever it looks like.
        is_link: Whether the request may be the following of a link.
    """
    host = headers.get("host", "")
    if not _is_local(_name(host), trusted_host):
        return f"The control endpoint does not answer to the name {host!r}: a public name may be somebody else's."
    origin = headers.get("origin")
    if origin is not None and origin.lower() not in (f"http://{host}".lower(), f"https://{host}".lower()):
        return f"The control endpoint does not take requests from {origin}."
    if not is_link and headers.get("sec-fetch-site", "none") not in _WEBSITE:
        return "The control endpoint does not take requests from other web pages."
    return None


def _name(host: str) -> str:
    """Return a `Host` header without its port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower().rstrip(".")


def _is_local(name: str, trusted_host: str) -> bool:
    if name == trusted_host.lower() or "." not in name or name.endswith(_LOCAL_SUFFIXES):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
