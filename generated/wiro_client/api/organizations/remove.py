"""``organizations_remove``: POST /Organization/Remove."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.organization_remove_response import OrganizationRemoveResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["organizations_remove"]

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
) -> Call[OrganizationRemoveResponse]:
    """Return the call of ``organizations_remove``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "organizationguid": organizationguid,
        },
        OrganizationRemoveResponse._adopt,
        body="json",
    )
