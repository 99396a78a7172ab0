"""``user_agents_pin``: POST /UserAgent/Pin."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_pin_response import UserAgentPinResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_pin"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "pinned",
        "pinned",
        "body",
        BOOLEAN,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    pinned: bool,
) -> Call[UserAgentPinResponse]:
    """Return the call of ``user_agents_pin``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "pinned": pinned,
        },
        UserAgentPinResponse._adopt,
        body="json",
    )
