"""The connection to Wiro: an Airflow connection in, a `wiro` client out. All HTTP lives in the client."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from airflow.providers.common.compat.sdk import BaseHook, mask_secret

from wiro.errors import ConfigurationError, NotFoundError, WiroError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from airflow.providers.common.compat.sdk import Connection

    from wiro import AsyncWiro, Wiro

__all__ = ["WiroHook"]

_Client = TypeVar("_Client")

_OPTIONAL_FIELDS = ("auth", "socket_url", "team_guid")
# Never the id of a task: the answer "no such task" proves that the key works.
_UNKNOWN_TASK_ID = "0"


class WiroHook(BaseHook):
    """Makes `wiro` clients from an Airflow connection of type `wiro`.

    Password is the API key, host overrides the base URL; the extra fields are `api_secret`, `auth` (`key`,
    `signature` or `bearer`), `socket_url` and `team_guid`.

    Args:
        wiro_conn_id: Connection id.
    """

    conn_name_attr = "wiro_conn_id"
    default_conn_name = "wiro_default"
    conn_type = "wiro"
    hook_name = "Wiro"

    def __init__(self, wiro_conn_id: str = default_conn_name) -> None:
        super().__init__()
        self.wiro_conn_id = wiro_conn_id

    def get_conn(self) -> Wiro:
        """Return a new synchronous client; the caller closes it (it is a context manager).

        Raises:
            AirflowNotFoundException: There is no such connection.
            ConfigurationError: The connection lacks the API key, or a field is wrong.
        """
        connection = self.get_connection(self.wiro_conn_id)
        arguments = self._client_arguments(connection, connection.extra_dejson)
        for secret in _secrets(arguments):
            mask_secret(secret)
        from wiro import Wiro

        return self._built(Wiro, arguments)

    async def aget_conn(self) -> AsyncWiro:
        """Return a new asynchronous client; the caller closes it (it is an asynchronous context manager).

        Raises:
            AirflowNotFoundException: There is no such connection.
            ConfigurationError: The connection lacks the API key, or a field is wrong.
        """
        from airflow.providers.common.compat.connection import get_async_connection, get_async_extra_dejson

        connection = await get_async_connection(self.wiro_conn_id, hook=self)
        arguments = self._client_arguments(connection, await get_async_extra_dejson(connection))
        for secret in _secrets(arguments):
            await _mask_secret_async(secret)
        from wiro import AsyncWiro

        return self._built(AsyncWiro, arguments)

    def test_connection(self) -> tuple[bool, str]:
        """Ask for a task that cannot exist: read-only, free, and refused unless the credentials are good.

        Returns:
            Whether the credentials work, and a sentence for the UI.
        """
        try:
            with self.get_conn() as client:
                client.api.tasks.detail(taskid=_UNKNOWN_TASK_ID)
        except NotFoundError:
            return True, "Wiro accepted the credentials."
        except WiroError as error:
            return False, str(error)
        return True, "Wiro accepted the credentials."

    @classmethod
    def get_connection_form_widgets(cls) -> dict[str, Any]:
        """Return the extra fields of the form for Airflow before 3.2; later versions read the provider info."""
        # Airflow 2 has these three, Airflow 3 does not.
        from flask_appbuilder.fieldwidgets import (  # type: ignore[import-not-found]
            BS3PasswordFieldWidget,
            BS3TextFieldWidget,
        )
        from flask_babel import lazy_gettext  # type: ignore[import-not-found]
        from wtforms import PasswordField, StringField  # type: ignore[import-untyped]

        return {
            "api_secret": PasswordField(lazy_gettext("API secret"), widget=BS3PasswordFieldWidget()),
            "auth": StringField(lazy_gettext("Authentication"), widget=BS3TextFieldWidget()),
            "socket_url": StringField(lazy_gettext("Socket URL"), widget=BS3TextFieldWidget()),
            "team_guid": StringField(lazy_gettext("Team GUID"), widget=BS3TextFieldWidget()),
        }

    @classmethod
    def get_ui_field_behaviour(cls) -> dict[str, Any]:
        """Return labels of the form for Airflow before 3.2; later versions read the provider info."""
        return {
            "hidden_fields": ["schema", "login", "port"],
            "relabeling": {"password": "API key", "host": "Base URL"},
            "placeholders": {
                "host": "https://api.wiro.ai/v1",
                "auth": "key, signature or bearer; empty: signature when there is an API secret",
            },
        }

    def _client_arguments(self, connection: Connection, extra: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keyword arguments of a client; what a connection leaves empty is left out."""
        api_key = connection.password
        if not api_key:
            raise ConfigurationError(
                f"Connection {self.wiro_conn_id!r} has no API key: put it into the password field of the connection."
            )
        arguments: dict[str, Any] = {"api_key": api_key}
        if api_secret := extra.get("api_secret"):
            arguments["api_secret"] = api_secret
        else:
            # Otherwise the client would sign with a WIRO_API_SECRET of the worker, which belongs to another key.
            arguments["auth"] = "key"
        if base_url := _base_url(connection):
            arguments["base_url"] = base_url
        arguments.update({name: extra[name] for name in _OPTIONAL_FIELDS if extra.get(name)})
        return arguments

    def _built(self, factory: type[_Client], arguments: dict[str, Any]) -> _Client:
        try:
            return factory(**arguments)
        except ConfigurationError as error:
            raise ConfigurationError(f"Connection {self.wiro_conn_id!r}: {error}") from error


def _base_url(connection: Connection) -> str | None:
    """Return the REST root: the host field as it is, or completed when it is only a host name."""
    host = (connection.host or "").strip()
    if not host or "://" in host:
        return host or None
    port = f":{connection.port}" if connection.port else ""
    return f"{connection.schema or 'https'}://{host}{port}/v1"


def _secrets(arguments: Mapping[str, Any]) -> list[str]:
    return [arguments[name] for name in ("api_key", "api_secret") if name in arguments]


async def _mask_secret_async(secret: str) -> None:
    """Mask without blocking the event loop: before 3.3.2 the only masking there is calls the supervisor and waits."""
    try:
        from airflow.sdk.log import amask_secret
    except ImportError:
        await asyncio.to_thread(mask_secret, secret)
    else:
        await amask_secret(secret)
