"""``users_detail``: POST /User/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_detail_response import UserDetailResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["users_detail"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[UserDetailResponse]:
    """Return the call of ``users_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        UserDetailResponse._adopt,
        body="json",
    )
