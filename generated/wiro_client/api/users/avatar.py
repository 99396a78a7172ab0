"""``users_avatar``: POST /User/Avatar."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_avatar_response import UserAvatarResponse
from ...operations import OPERATIONS
from ...shapes import BINARY
from ...types import File

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["users_avatar"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "image",
        "image",
        "body",
        BINARY,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    image: File,
) -> Call[UserAvatarResponse]:
    """Return the call of ``users_avatar``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "image": image,
        },
        UserAvatarResponse._adopt,
        body="form",
    )
