"""Where Wiro is, who is calling, and how long anything may take.

`resolve_config` is the only place that reads the environment: an explicit argument wins, then the `WIRO_*` variable,
then the public hosts. Whatever is wrong is refused here, by name, before a connection is opened.
"""

from __future__ import annotations

import math
import os
import re
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from urllib.parse import urlsplit

from attrs import evolve, field, frozen

from wiro._wait_settings import WaitSettings
from wiro.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "PUBLIC_BASE_URL",
    "PUBLIC_SOCKET_URL",
    "AuthMode",
    "Config",
    "Timeouts",
    "WaitSettings",
    "checked_timeout",
    "config_for_team",
    "resolve_config",
]

PUBLIC_BASE_URL: Final = "https://api.wiro.ai/v1"
PUBLIC_SOCKET_URL: Final = "wss://socket.wiro.ai/v1"

AuthMode = Literal["key", "signature", "bearer"]

_AUTH_CHOICES: Final = ("auto", "key", "signature", "bearer")
_DEFAULT_TIMEOUT_SECONDS: Final = 60.0
_CONNECT_TIMEOUT_SECONDS: Final = 10.0
# What fits in an HTTP header without quoting; anything else is a paste accident or a header injection.
_HEADER_SAFE: Final = re.compile(r"[\x21-\x7e]+")


@frozen(slots=True)
class Timeouts:
    """Limits of one attempt, each in seconds. Phases are separate because they mean different things.

    When `connect` or `pool` runs out, the request was not sent; when `write` or `read` does, it may have been.

    Attributes:
        connect: Opening the connection, TLS included.
        write: Sending any one piece of the request.
        read: Silence of the server, and also the whole body of an answer once its first byte is there.
        pool: Waiting for a free connection.
    """

    connect: float = _CONNECT_TIMEOUT_SECONDS
    write: float = _DEFAULT_TIMEOUT_SECONDS
    read: float = _DEFAULT_TIMEOUT_SECONDS
    pool: float = _DEFAULT_TIMEOUT_SECONDS

    @classmethod
    def from_seconds(cls, seconds: float) -> Timeouts:
        """Spread one number over the phases: connecting never gets more than ten seconds of it."""
        return cls(connect=min(seconds, _CONNECT_TIMEOUT_SECONDS), write=seconds, read=seconds, pool=seconds)


@frozen(slots=True, kw_only=True)
class Config:
    """Everything a client needs to know, complete and checked. Build it with `resolve_config`.

    Attributes:
        api_key: Project API key.
        api_secret: Project secret, present when requests are signed.
        auth: How requests authenticate.
        base_url: REST root without a trailing slash, such as `https://api.wiro.ai/v1`.
        socket_url: WebSocket address.
        team_guid: Sent as `teamGUID` unless a call names another team.
        timeouts: Limits of one attempt.
        max_retries: How often a request that may be repeated is sent again.
        wait: How results are waited for.
    """

    api_key: str = field(repr=False)
    api_secret: str | None = field(default=None, repr=False)
    auth: AuthMode = "key"
    base_url: str = PUBLIC_BASE_URL
    socket_url: str = PUBLIC_SOCKET_URL
    team_guid: str | None = None
    timeouts: Timeouts = field(factory=Timeouts)
    max_retries: int = 2
    wait: WaitSettings = field(factory=WaitSettings)


def resolve_config(
    api_key: str | None = None,
    api_secret: str | None = None,
    *,
    auth: str = "auto",
    base_url: str | None = None,
    socket_url: str | None = None,
    team_guid: str | None = None,
    timeout: float | None = None,
    max_retries: int = 2,
    wait_settings: WaitSettings | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """Complete and check a configuration.

    Args:
        api_key: Project API key; else `WIRO_API_KEY`.
        api_secret: Project secret; else `WIRO_API_SECRET`.
        auth: `"auto"` signs when there is a secret, `"key"`, `"signature"` and `"bearer"` insist.
        base_url: REST root; else `WIRO_BASE_URL`, else the public one.
        socket_url: WebSocket address; else `WIRO_SOCKET_URL`. Without either it is the public one for the public
            REST root and, for any other root, the same host and path with `ws` or `wss`: a task token must not travel
            to a host that the caller did not choose.
        team_guid: Team workspace; else `WIRO_TEAM_GUID`.
        timeout: Seconds one attempt may take in each phase, above 0; None = 60.
        max_retries: Resends of a request that may be repeated, 0 or more.
        wait_settings: Intervals and limits of waiting.
        environment: Read instead of `os.environ`.

    Returns:
        The checked configuration.

    Raises:
        ConfigurationError: Something is missing or not acceptable; the message names the argument, its environment
            variable and what is accepted.
    """
    sources = os.environ if environment is None else environment
    key = _secret("api_key", api_key, "WIRO_API_KEY", sources)
    if key is None:
        raise ConfigurationError(
            "No Wiro API key: pass api_key=... or set WIRO_API_KEY. "
            "Keys are made together with a project at https://wiro.ai/panel/project."
        )
    secret = _secret("api_secret", api_secret, "WIRO_API_SECRET", sources)
    root = _url("base_url", base_url, "WIRO_BASE_URL", ("http", "https"), sources) or PUBLIC_BASE_URL
    socket = _url("socket_url", socket_url, "WIRO_SOCKET_URL", ("ws", "wss"), sources) or _socket_beside(root)
    if wait_settings is not None and not isinstance(wait_settings, WaitSettings):
        raise ConfigurationError(f"wait_settings is {wait_settings!r}; accepted: a wiro.WaitSettings or None.")
    mode = _auth_mode(auth, secret)
    return Config(
        api_key=key,
        api_secret=secret if mode == "signature" else None,
        auth=mode,
        base_url=root,
        socket_url=socket,
        team_guid=_secret("team_guid", team_guid, "WIRO_TEAM_GUID", sources),
        timeouts=Timeouts() if timeout is None else Timeouts.from_seconds(checked_timeout("timeout", timeout)),
        max_retries=_retries(max_retries),
        wait=wait_settings or WaitSettings(),
    )


def config_for_team(config: Config, team_guid: str) -> Config:
    """Return the configuration of the same account in another team workspace.

    Raises:
        ConfigurationError: The guid is not acceptable.
    """
    return evolve(config, team_guid=_secret("team_guid", team_guid, "WIRO_TEAM_GUID", {}))


def checked_timeout(name: str, value: Any) -> float:
    """Return `value` as seconds, or refuse it by the name of its argument.

    Raises:
        ConfigurationError: Not a finite number above 0.
    """
    if not _is_number(value) or value <= 0:
        raise ConfigurationError(
            f"{name} is {value!r}; accepted: a finite number of seconds above 0, or None for the default."
        )
    return float(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _retries(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ConfigurationError(f"max_retries is {value!r}; accepted: a whole number of at least 0.")
    return value


def _auth_mode(auth: str, secret: str | None) -> AuthMode:
    if auth not in _AUTH_CHOICES:
        raise ConfigurationError(f"auth is {auth!r}; accepted: {', '.join(map(repr, _AUTH_CHOICES))}.")
    if auth == "auto":
        return "signature" if secret else "key"
    if auth == "signature" and secret is None:
        raise ConfigurationError('auth="signature" needs a secret: pass api_secret=... or set WIRO_API_SECRET.')
    return cast("AuthMode", auth)


def _chosen(name: str, explicit: Any, variable: str, environment: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the value that applies, stripped, and what to call its origin in a message."""
    if explicit is None:
        # An empty variable is how shells and compose files spell "not set"; an empty argument is a mistake.
        return environment.get(variable, "").strip() or None, f"{name} (from {variable})"
    if not isinstance(explicit, str) or not explicit.strip():
        kind = "empty" if isinstance(explicit, str) else f"a {type(explicit).__name__}"
        raise ConfigurationError(f"{name} is {kind}; accepted: a non-empty string, or None to read {variable}.")
    return explicit.strip(), f"{name} (or {variable})"


def _secret(name: str, explicit: Any, variable: str, environment: Mapping[str, str]) -> str | None:
    value, origin = _chosen(name, explicit, variable, environment)
    if value is not None and _HEADER_SAFE.fullmatch(value) is None:
        # The value stays out of the message: it is a secret, only damaged.
        raise ConfigurationError(
            f"{origin} has spaces, line breaks or non-ASCII characters; accepted: printable ASCII."
        )
    return value


def _url(
    name: str, explicit: Any, variable: str, schemes: tuple[str, str], environment: Mapping[str, str]
) -> str | None:
    value, origin = _chosen(name, explicit, variable, environment)
    if value is None:
        return None
    accepted = f"accepted: {schemes[0]}:// or {schemes[1]}://, a host, and nothing after the path"
    try:
        parts = urlsplit(value)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        raise ConfigurationError(f"{origin} is not a URL; {accepted}.") from None
    if "@" in parts.netloc:
        # Never echoed: what stands before the @ is a password.
        raise ConfigurationError(f"{origin} carries a user name or password; {accepted}.")
    if (
        parts.scheme not in schemes
        or not parts.hostname
        or not port_is_good
        or parts.query
        or parts.fragment
        or _HEADER_SAFE.fullmatch(value) is None
    ):
        raise ConfigurationError(f"{origin} is {value!r}; {accepted}.")
    return value.rstrip("/")


def _socket_beside(base_url: str) -> str:
    if base_url == PUBLIC_BASE_URL:
        return PUBLIC_SOCKET_URL
    parts = urlsplit(base_url)
    return f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}{parts.path}"
