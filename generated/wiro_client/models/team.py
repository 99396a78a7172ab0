from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

__all__ = ["Team"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Team(Model):
    """A team.

    Attributes:
        guid: Guid of the team.
        name: Name of the team.
        organizationguid: Guid of its organization.
        status: 1 while it is active.
        description: What the team is for; newer servers.
        spendlimit: Most USD that the team may spend, null without a limit; newer servers.
        budgetalertpct: Percentage of the limit at which admins are told; newer servers.
        modelaccess: `all`, `allowlist` or `blocklist`; newer servers.
        allowedmodelids: Models that may be run in the mode `allowlist`; newer servers.
        blockedmodelids: Models that may not be run in the mode `blocklist`; newer servers.
    """

    guid: str | Unset = UNSET
    name: str | Unset = UNSET
    organizationguid: str | Unset = UNSET
    status: int | Unset = UNSET
    description: str | None | Unset = UNSET
    spendlimit: float | None | Unset = UNSET
    budgetalertpct: int | None | Unset = UNSET
    modelaccess: str | None | Unset = UNSET
    allowedmodelids: list[int | str] | None | Unset = UNSET
    blockedmodelids: list[int | str] | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "name": Field("name", TEXT),
        "organizationguid": Field("organizationguid", TEXT),
        "status": Field("status", INTEGER),
        "description": Field("description", OneOf(TEXT, NULL)),
        "spendlimit": Field("spendlimit", OneOf(NUMBER, NULL)),
        "budgetalertpct": Field("budgetalertpct", OneOf(INTEGER, NULL)),
        "modelaccess": Field("modelaccess", OneOf(TEXT, NULL)),
        "allowedmodelids": Field("allowedmodelids", OneOf(ListOf(OneOf(INTEGER, TEXT)), NULL)),
        "blockedmodelids": Field("blockedmodelids", OneOf(ListOf(OneOf(INTEGER, TEXT)), NULL)),
    }
