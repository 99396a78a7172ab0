"""The connection to Wiro: an Airflow connection in, a `wiro` client out. All HTTP lives in the client."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from airflow.providers.common.compat.sdk import AirflowException, BaseHook, mask_secret

from airflow_provider_wiro.hooks._connection import client_arguments, in_words_of_fields, secrets_of
from wiro.errors import ConfigurationError, NotFoundError, WiroError

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import Connection

    from wiro import AsyncWiro, Wiro

__all__ = ["WiroHook"]

_Client = TypeVar("_Client")

# Never the id of a task: the answer "no such task" proves that the key works.
_UNKNOWN_TASK_ID = "0"


class WiroHook(BaseHook):
    """Makes `wiro` clients from an Airflow connection of type `wiro`.

    Password is the API key, host overrides the base URL; the extra fields are `api_secret`, `auth` (`key`,
    `signature` or `bearer`), `socket_url`, `team_guid`, `timeout` (seconds that each phase of a request may take) and
    `max_retries` (of requests that may be repeated). The `WIRO_*` variables of the process are not read.

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
            ConfigurationError: A field of the connection is missing, wrong or unknown.
        """
        connection = self.get_connection(self.wiro_conn_id)
        extra = connection.extra_dejson
        for secret in secrets_of(connection, extra):
            mask_secret(secret)
        from wiro import Wiro

        return self._built(Wiro, connection, extra)

    async def aget_conn(self) -> AsyncWiro:
        """Return a new asynchronous client; the caller closes it (it is an asynchronous context manager).

        Raises:
            AirflowNotFoundException: There is no such connection.
            ConfigurationError: A field of the connection is missing, wrong or unknown.
        """
        from airflow.providers.common.compat.connection import get_async_connection, get_async_extra_dejson

        connection = await get_async_connection(self.wiro_conn_id, hook=self)
        extra = await get_async_extra_dejson(connection)
        for secret in secrets_of(connection, extra):
            await _mask_secret_async(secret)
        from wiro import AsyncWiro

        return self._built(AsyncWiro, connection, extra)

    def test_connection(self) -> tuple[bool, str]:
        """Ask for a task that cannot exist: read-only, free, and refused unless the credentials are good.

        Returns:
            Whether the credentials work, and a sentence for the UI.
        """
        try:
            with self.get_conn() as client:
                accepted = True, f"{client.config.base_url} accepted the credentials ({client.config.auth})."
                client.api.tasks.detail(taskid=_UNKNOWN_TASK_ID)
        except NotFoundError as error:
            # Wiro says "no such task" with HTTP 200. HTTP 404 is another server's, or a wrong path.
            return accepted if error.status_code == 200 else (False, f"This is not the address of Wiro: {error}")
        except (WiroError, AirflowException) as error:
            return False, str(error)
        return accepted

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

        widgets = {}
        for name, field in _declared_form()["conn-fields"].items():
            hidden = field["schema"].get("format") == "password"
            kind, widget = (PasswordField, BS3PasswordFieldWidget) if hidden else (StringField, BS3TextFieldWidget)
            widgets[name] = kind(
                lazy_gettext(field["label"]), widget=widget(), description=lazy_gettext(field["description"])
            )
        return widgets

    @classmethod
    def get_ui_field_behaviour(cls) -> dict[str, Any]:
        """Return labels of the form for Airflow before 3.2; later versions read the provider info."""
        behaviour = _declared_form()["ui-field-behaviour"]
        return {name.replace("-", "_"): value for name, value in behaviour.items()}

    def _built(self, factory: type[_Client], connection: Connection, extra: Any) -> _Client:
        try:
            return factory(**client_arguments(connection, extra))
        except ConfigurationError as error:
            message = in_words_of_fields(str(error))
            raise ConfigurationError(f"Connection {self.wiro_conn_id!r}: {message}") from None


def _declared_form() -> dict[str, Any]:
    """Return what the provider info says about the form; imported here because few processes show one."""
    from airflow_provider_wiro.get_provider_info import get_provider_info

    declared: dict[str, Any] = get_provider_info()["connection-types"][0]
    return declared


async def _mask_secret_async(secret: str) -> None:
    """Mask without blocking the event loop: before 3.3.2 the only masking there is calls the supervisor and waits."""
    try:
        from airflow.sdk.log import amask_secret
    except ImportError:
        await asyncio.to_thread(mask_secret, secret)
    else:
        await amask_secret(secret)
