"""``organizations_create``: POST /Organization/Create."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.organization_create_response import OrganizationCreateResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["organizations_create"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "name",
        "name",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    name: str,
) -> Call[OrganizationCreateResponse]:
    """Return the call of ``organizations_create``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "name": name,
        },
        OrganizationCreateResponse._adopt,
        body="json",
    )
