"""What both transports know, and how others are derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from wiro._attempts import checked_options
from wiro.auth import authenticator_for

if TYPE_CHECKING:
    from wiro.auth import Authenticator
    from wiro.config import Config
    from wiro_client.calls import RequestOptions

__all__ = ["TransportBase"]


class TransportBase:
    """A way to send calls.

    Args:
        config: Whom to call, how, and for how long.
        authenticator: Instead of the one that the configuration asks for.
    """

    def __init__(self, config: Config, authenticator: Authenticator | None = None) -> None:
        self._config = config
        self._authenticator = authenticator or authenticator_for(config)
        self._options: RequestOptions = {}
        self._lender: Self | None = None
        self._closed = False

    def with_options(self, options: RequestOptions, config: Config | None = None) -> Self:
        """Return a transport that sends with other options over the connections of this one, which closes them.

        Args:
            options: What differs, on top of the options of this transport.
            config: Another configuration of the same account.

        Raises:
            InvalidArgumentError: An option is not acceptable.
        """
        other = type(self)(config or self._config, self._authenticator)
        other._options, other._lender = checked_options(other._config, self._options, options), self
        return other
