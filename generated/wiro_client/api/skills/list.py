"""``skills_list``: POST /Skills/List."""

from __future__ import annotations

from collections.abc import Sequence

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.skills_list_request_category import SkillsListRequestCategory
from ...models.skills_list_response import SkillsListResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT, EnumOf, ListOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["skills_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "category",
        "category",
        "body",
        EnumOf("SkillsListRequestCategory", str),
    ),
    Parameter(
        "capability",
        "capability",
        "body",
        TEXT,
    ),
    Parameter(
        "user_invocable",
        "user_invocable",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "requires_credentials",
        "requires_credentials",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "wiro_connect_pending",
        "wiro_connect_pending",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "name_in",
        "name_in",
        "body",
        ListOf(TEXT),
    ),
)


@keywords
def build_call(
    *,
    category: SkillsListRequestCategory | str | Unset = UNSET,
    capability: str | Unset = UNSET,
    user_invocable: bool | Unset = UNSET,
    requires_credentials: bool | Unset = UNSET,
    wiro_connect_pending: bool | Unset = UNSET,
    name_in: Sequence[str] | Unset = UNSET,
) -> Call[SkillsListResponse]:
    """Return the call of ``skills_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "category": category,
            "capability": capability,
            "user_invocable": user_invocable,
            "requires_credentials": requires_credentials,
            "wiro_connect_pending": wiro_connect_pending,
            "name_in": name_in,
        },
        SkillsListResponse._adopt,
        body="json",
    )
