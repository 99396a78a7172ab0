"""``organizations_restore``: POST /Organization/Restore."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.organization_restore_response import OrganizationRestoreResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["organizations_restore"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "organizationguid",
        "organizationguid",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    organizationguid: str,
) -> Call[OrganizationRestoreResponse]:
    """Return the call of ``organizations_restore``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "organizationguid": organizationguid,
        },
        OrganizationRestoreResponse._adopt,
        body="json",
    )
