"""``organizations_list``: POST /Organization/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.organization_list_response import OrganizationListResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["organizations_list"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[OrganizationListResponse]:
    """Return the call of ``organizations_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        OrganizationListResponse._adopt,
        body="json",
    )
