"""``user_agents_credential_field_history``: POST /UserAgent/CredentialFieldHistory."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_credential_field_history_response import UserAgentCredentialFieldHistoryResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_credential_field_history"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "credentialkey",
        "credentialkey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "startdate",
        "startdate",
        "body",
        INTEGER,
    ),
    Parameter(
        "enddate",
        "enddate",
        "body",
        INTEGER,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    credentialkey: str,
    startdate: int | Unset = UNSET,
    enddate: int | Unset = UNSET,
) -> Call[UserAgentCredentialFieldHistoryResponse]:
    """Return the call of ``user_agents_credential_field_history``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "credentialkey": credentialkey,
            "startdate": startdate,
            "enddate": enddate,
        },
        UserAgentCredentialFieldHistoryResponse._adopt,
        body="json",
    )
