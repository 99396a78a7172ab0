"""Writing the credentials of an agent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wiro.errors import InvalidArgumentError, InvalidRequestError
from wiro_client.exchange import read_error_items

if TYPE_CHECKING:
    from wiro._agent_setup import AgentLink

__all__ = ["check_credentials", "credential_rows", "write_credentials"]


async def write_credentials(link: AgentLink, credentials: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Write credentials; see `AsyncAgent.configure`.

    Returns:
        The answer of the service.

    Raises:
        InvalidArgumentError: A value cannot be written; nothing was sent.
        InvalidRequestError: The service refused some of the fields and wrote the others.
    """
    rows = credential_rows(credentials)
    answer = await link.api.user_agents.credential_upsert(
        useragentguid=link.guid, fields=rows, request_options=link.options
    )
    document = answer.to_dict()
    refused = read_error_items(document)
    if refused:
        # The service calls that a success; a credential that is not there would stop the agent later.
        raise InvalidRequestError(
            operation="user_agents_credential_upsert",
            status_code=200,
            code=next((item.code for item in refused if isinstance(item.code, int)), None),
            message=f"{len(refused)} of {len(rows)} fields were not written: {refused[0].message}",
            errors=tuple(refused),
            body=document,
        )
    return document


def check_credentials(credentials: Mapping[str, Mapping[str, Any]]) -> None:
    """Refuse credentials that `AsyncAgent.configure` could not write. Sends nothing.

    Raises:
        InvalidArgumentError: A value cannot be written. The message names its place, never the value.
    """
    credential_rows(credentials)


def credential_rows(credentials: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of CredentialUpsert for credentials that are written as they are thought of.

    Text is sent as it is, numbers and lists of plain values as JSON text. A list of objects becomes rows with the
    position of each object, to any depth: ``{"accounts": [{"appname": "A", "apps": [{"id": "1"}]}]}`` writes
    ``appname`` below ``accounts`` and ``id`` below ``accounts.0.apps``.

    Args:
        credentials: Fields by credential key, such as ``{"gmail": {"account": "...", "apppassword": "..."}}``.

    Raises:
        InvalidArgumentError: A value cannot be written. The message names its place, never the value.
    """
    rows: list[dict[str, Any]] = []
    for key, fields in _mapping(credentials, "credentials").items():
        _add_rows(rows, key, "", None, _mapping(fields, f"credentials[{key!r}]"))
    if not rows:
        raise InvalidArgumentError("credentials is empty; accepted: fields by credential key.", parameter="credentials")
    return rows


def _add_rows(rows: list[dict[str, Any]], key: str, path: str, ordinal: int | None, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        place = f"{key}.{path}.{ordinal}.{name}" if path else f"{key}.{name}"
        if isinstance(value, list | tuple) and value and all(isinstance(item, Mapping) for item in value):
            # The path of a list that is inside another one names the position in the outer one.
            inner = f"{path}.{ordinal}.{name}" if path else name
            for position, item in enumerate(value):
                _add_rows(rows, key, inner, position, item)
            continue
        row: dict[str, Any] = {"credentialkey": key, "fieldname": name, "fieldvalue": _text(value, place)}
        if path:
            row |= {"parentfield": path, "ordinal": ordinal}
        rows.append(row)


def _mapping(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) and key for key in value):
        raise InvalidArgumentError(
            f"{name} is a {type(value).__name__}; accepted: a mapping of names to values.", parameter="credentials"
        )
    return value


def _text(value: object, place: str) -> str:
    if isinstance(value, str):
        return value
    try:
        if value is None or isinstance(value, Mapping):
            raise TypeError
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        raise InvalidArgumentError(
            f"credential field {place} is a {type(value).__name__}; accepted: text, a number, a boolean, a list of"
            ' plain values or a list of objects; "" clears a field.',
            parameter="credentials",
        ) from None
