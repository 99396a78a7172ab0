from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("organizationguid", absent)
            if type(value) is str or value is UNSET:
                self.organizationguid = value
            value = get("status", absent)
            if type(value) is int or value is UNSET:
                self.status = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("spendlimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.spendlimit = value
            value = get("budgetalertpct", absent)
            if value is None or type(value) is int or value is UNSET:
                self.budgetalertpct = value
            value = get("modelaccess", absent)
            if value is None or type(value) is str or value is UNSET:
                self.modelaccess = value
            value = get("allowedmodelids", absent)
            if value is None or value is UNSET:
                self.allowedmodelids = value
            value = get("blockedmodelids", absent)
            if value is None or value is UNSET:
                self.blockedmodelids = value
