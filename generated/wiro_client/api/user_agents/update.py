"""``user_agents_update``: POST /UserAgent/Update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_legacy_configuration import UserAgentLegacyConfiguration
from ...models.user_agent_update_response import UserAgentUpdateResponse
from ...operations import OPERATIONS
from ...shapes import NULL, TEXT, ListOf, Nested, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_update"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "title",
        "title",
        "body",
        TEXT,
    ),
    Parameter(
        "description",
        "description",
        "body",
        OneOf(TEXT, NULL),
    ),
    Parameter(
        "categories",
        "categories",
        "body",
        ListOf(TEXT),
    ),
    Parameter(
        "cover",
        "cover",
        "body",
        OneOf(TEXT, NULL),
    ),
    Parameter(
        "configuration",
        "configuration",
        "body",
        Nested("UserAgentLegacyConfiguration"),
    ),
)


@keywords
def build_call(
    *,
    guid: str,
    team_guid: str | Unset = UNSET,
    title: str | Unset = UNSET,
    description: str | None | Unset = UNSET,
    categories: Sequence[str] | Unset = UNSET,
    cover: str | None | Unset = UNSET,
    configuration: UserAgentLegacyConfiguration | Mapping[str, Any] | Unset = UNSET,
) -> Call[UserAgentUpdateResponse]:
    """Return the call of ``user_agents_update``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "team_guid": team_guid,
            "title": title,
            "description": description,
            "categories": categories,
            "cover": cover,
            "configuration": configuration,
        },
        UserAgentUpdateResponse._adopt,
        body="json",
    )
