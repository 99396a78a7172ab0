"""Everything about a sandbox that can be chosen when it starts."""

from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypedDict
from urllib.parse import urlsplit

from attrs import Attribute, field, frozen, validators

from wiro.sandbox.clock import read_time_scale
from wiro.sandbox.wallet import read_usd

__all__ = ["Dialect", "SandboxOptions", "SandboxSettings"]

Dialect = Literal["documented", "newer"]

_MEBIBYTE = 1024 * 1024


class SandboxSettings(TypedDict, total=False):
    """The settings by name, as callers of `Sandbox` write them; `SandboxOptions` tells what they mean."""

    host: str
    port: int
    public_url: str | None
    api_key: str
    api_secret: str
    require_signature: bool
    time_scale: float
    dialect: Dialect
    balance: Decimal | float | str
    validate: bool
    faults_file: Path | None
    max_body_bytes: int
    max_json_bytes: int
    ping_seconds: float


def _without_slash(value: str | None) -> str | None:
    return value.rstrip("/") if isinstance(value, str) else value


@frozen(kw_only=True)
class SandboxOptions:
    """Settings of one sandbox.

    Args:
        host: Address to listen on; the default is reachable from this machine only.
        port: TCP port, 0 for any free one.
        public_url: What clients call it, such as `http://sandbox:8080`, for all links that it gives out. None for its
            own address or, where it listens on every address of the machine, for what each client calls it.
        api_key: The key of the only project.
        api_secret: Its secret, used to check signatures.
        require_signature: Refuse requests without a signature, as projects of the signature type do.
        time_scale: How many seconds of a model's time pass in one real second.
        dialect: `documented` frames carry `tasktoken`; `newer` frames carry only `id`, and say `success`, `exitCode`
            and `terminal`.
        balance: Wallet in USD. The default has unlimited slots; at 250 or less one task per 10 USD may run.
        validate: Check every request, answer and frame against the generated bundle.
        faults_file: YAML or JSON file of faults to start with.
        max_body_bytes: Largest multipart body; a documented upload may have 100 MB.
        max_json_bytes: Largest JSON body.
        ping_seconds: Seconds between the pings that the service sends on an idle socket.
    """

    host: str = "127.0.0.1"
    port: int = field(default=0, validator=[validators.ge(0), validators.le(65_535)])
    public_url: str | None = field(default=None, converter=_without_slash)
    api_key: str = "sandbox-key"
    api_secret: str = field(default="sandbox-secret", repr=False)
    require_signature: bool = False
    time_scale: float = field(default=1.0, converter=read_time_scale)
    dialect: Dialect = field(default="documented", validator=validators.in_(("documented", "newer")))
    balance: Decimal = field(default=Decimal(300), converter=read_usd)
    validate: bool = True
    faults_file: Path | None = None
    max_body_bytes: int = field(default=101 * _MEBIBYTE, validator=validators.gt(0))
    max_json_bytes: int = field(default=8 * _MEBIBYTE, validator=validators.gt(0))
    ping_seconds: float = 30.0

    @public_url.validator
    def _check_public_url(self, _attribute: "Attribute[str | None]", value: Any) -> None:
        if value is None:
            return
        parts = urlsplit(value) if isinstance(value, str) else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.geturl() != value:
            raise ValueError(f"public_url is {value!r}; accepted: http:// or https:// with a host, and no path.")
        if parts.path or parts.query or parts.fragment or parts.username is not None:
            raise ValueError(f"public_url is {value!r}; accepted: nothing after host and port.")

    @property
    def known_as(self) -> str:
        """The name by which browsers may ask for the control endpoint, beside local ones."""
        return (urlsplit(self.public_url).hostname if self.public_url else None) or self.host

    @property
    def is_everywhere(self) -> bool:
        """Whether it listens on every address of the machine, which is none that a client could use."""
        return self.host in ("", "0.0.0.0", "::")  # noqa: S104 - compared, not listened on
