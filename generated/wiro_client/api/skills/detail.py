"""``skills_detail``: POST /Skills/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.skills_detail_response import SkillsDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["skills_detail"]

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
) -> Call[SkillsDetailResponse]:
    """Return the call of ``skills_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "name": name,
        },
        SkillsDetailResponse._adopt,
        body="json",
    )
