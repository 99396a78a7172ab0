"""What both clients know before they do anything, and how others are derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from wiro.catalog import Catalogue
from wiro.config import Config, WaitSettings, config_for_team, resolve_config
from wiro.files import Uploads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro_client.calls import RequestOptions

__all__ = ["ClientBase"]


class ClientBase:
    """What both clients know before they do anything; `Wiro` tells the arguments."""

    def __init__(
        self,
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
    ) -> None:
        self._config = resolve_config(
            api_key,
            api_secret,
            auth=auth,
            base_url=base_url,
            socket_url=socket_url,
            team_guid=team_guid,
            timeout=timeout,
            max_retries=max_retries,
            wait_settings=wait_settings,
            environment=environment,
        )
        self._catalogue, self._uploads = Catalogue(), Uploads()
        self._open()

    @classmethod
    def _from_config(cls, config: Config) -> Self:
        client = cls.__new__(cls)
        client._config, client._catalogue, client._uploads = config, Catalogue(), Uploads()
        client._open()
        return client

    def _open(self) -> None:
        raise NotImplementedError

    def _borrow(self, lender: Self, options: RequestOptions) -> None:
        raise NotImplementedError

    def with_options(
        self,
        *,
        timeout: float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        team_guid: str | None = None,
    ) -> Self:
        """Return a client for calls that differ: `wiro.with_options(max_retries=0).models.get("google/veo3.1")`.

        It shares the connections of this one, which closes them; closing it is not needed. What differs holds for all
        that is called through it, handles included. Options may be added to options.

        Args:
            timeout: Seconds one attempt of a request may take in each phase.
            max_retries: How often a request that may be repeated is sent again.
            headers: Headers to add to every call; downloads from elsewhere do not get them.
            team_guid: Team workspace.

        Raises:
            InvalidArgumentError: A header or the number of retries is not acceptable.
            ConfigurationError: The timeout or the team is not acceptable.
        """
        options: RequestOptions = {}
        if timeout is not None:
            options["timeout"] = timeout
        if max_retries is not None:
            options["max_retries"] = max_retries
        if headers is not None:
            options["headers"] = headers
        client = type(self).__new__(type(self))
        client._config, client._catalogue, client._uploads = self._config, self._catalogue, self._uploads
        if team_guid is not None:
            # Another team sees other models and has files of its own.
            client._config = config_for_team(self._config, team_guid)
            client._catalogue, client._uploads = Catalogue(), Uploads()
        client._borrow(self, options)
        return client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._config.base_url!r}, auth={self._config.auth!r})"

    @property
    def config(self) -> Config:
        """The configuration in force."""
        return self._config
