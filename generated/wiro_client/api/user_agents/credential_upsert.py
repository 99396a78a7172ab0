"""``user_agents_credential_upsert``: POST /UserAgent/CredentialUpsert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_credential_field_write import UserAgentCredentialFieldWrite
from ...models.user_agent_credential_upsert_response import UserAgentCredentialUpsertResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, ListOf, Nested

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_credential_upsert"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "fields",
        "fields",
        "body",
        ListOf(Nested("UserAgentCredentialFieldWrite")),
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    fields: Sequence[UserAgentCredentialFieldWrite | Mapping[str, Any]],
) -> Call[UserAgentCredentialUpsertResponse]:
    """Return the call of ``user_agents_credential_upsert``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "fields": fields,
        },
        UserAgentCredentialUpsertResponse._adopt,
        body="json",
    )
