"""``teams_update``: POST /Team/Update."""

from __future__ import annotations

from collections.abc import Sequence

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_update_request_modelaccess import TeamUpdateRequestModelaccess
from ...models.team_update_response import TeamUpdateResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, NULL, NUMBER, TEXT, EnumOf, ListOf, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_update"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "teamguid",
        "teamguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "name",
        "name",
        "body",
        TEXT,
    ),
    Parameter(
        "spendlimit",
        "spendlimit",
        "body",
        OneOf(NUMBER, NULL),
    ),
    Parameter(
        "modelaccess",
        "modelaccess",
        "body",
        EnumOf("TeamUpdateRequestModelaccess", str),
    ),
    Parameter(
        "allowedmodelids",
        "allowedmodelids",
        "body",
        ListOf(OneOf(INTEGER, TEXT)),
    ),
    Parameter(
        "blockedmodelids",
        "blockedmodelids",
        "body",
        ListOf(OneOf(INTEGER, TEXT)),
    ),
)


@keywords
def build_call(
    *,
    teamguid: str,
    name: str | Unset = UNSET,
    spendlimit: float | None | Unset = UNSET,
    modelaccess: TeamUpdateRequestModelaccess | str | Unset = UNSET,
    allowedmodelids: Sequence[int | str] | Unset = UNSET,
    blockedmodelids: Sequence[int | str] | Unset = UNSET,
) -> Call[TeamUpdateResponse]:
    """Return the call of ``teams_update``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
            "name": name,
            "spendlimit": spendlimit,
            "modelaccess": modelaccess,
            "allowedmodelids": allowedmodelids,
            "blockedmodelids": blockedmodelids,
        },
        TeamUpdateResponse._adopt,
        body="json",
    )
