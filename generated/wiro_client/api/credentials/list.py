"""``credentials_list``: POST /Credentials/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.credentials_list_request_credential_mode import CredentialsListRequestCredentialMode
from ...models.credentials_list_response import CredentialsListResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["credentials_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "credential_mode",
        "credential_mode",
        "body",
        EnumOf("CredentialsListRequestCredentialMode", str),
    ),
    Parameter(
        "wiro_connect_pending",
        "wiro_connect_pending",
        "body",
        BOOLEAN,
    ),
)


@keywords
def build_call(
    *,
    credential_mode: CredentialsListRequestCredentialMode | str | Unset = UNSET,
    wiro_connect_pending: bool | Unset = UNSET,
) -> Call[CredentialsListResponse]:
    """Return the call of ``credentials_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "credential_mode": credential_mode,
            "wiro_connect_pending": wiro_connect_pending,
        },
        CredentialsListResponse._adopt,
        body="json",
    )
