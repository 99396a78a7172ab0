"""``credentials_detail``: POST /Credentials/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.credentials_detail_response import CredentialsDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["credentials_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "key",
        "key",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    key: str,
) -> Call[CredentialsDetailResponse]:
    """Return the call of ``credentials_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "key": key,
        },
        CredentialsDetailResponse._adopt,
        body="json",
    )
