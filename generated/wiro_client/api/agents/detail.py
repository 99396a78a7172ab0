"""``agents_detail``: POST /Agent/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.agent_detail_request_type import AgentDetailRequestType
from ...models.agent_detail_response import AgentDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["agents_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
    ),
    Parameter(
        "slug",
        "slug",
        "body",
        TEXT,
    ),
    Parameter(
        "type_",
        "type",
        "body",
        EnumOf("AgentDetailRequestType", str),
    ),
)


@keywords
def build_call(
    *,
    guid: str | Unset = UNSET,
    slug: str | Unset = UNSET,
    type_: AgentDetailRequestType | str | Unset = UNSET,
) -> Call[AgentDetailResponse]:
    """Return the call of ``agents_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "slug": slug,
            "type_": type_,
        },
        AgentDetailResponse._adopt,
        body="json",
    )
