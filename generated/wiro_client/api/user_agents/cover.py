"""``user_agents_cover``: POST /UserAgent/Cover."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_cover_response import UserAgentCoverResponse
from ...operations import OPERATIONS
from ...shapes import BINARY, TEXT
from ...types import File

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_cover"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
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
    useragentguid: str,
    image: File,
) -> Call[UserAgentCoverResponse]:
    """Return the call of ``user_agents_cover``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "image": image,
        },
        UserAgentCoverResponse._adopt,
        body="form",
    )
