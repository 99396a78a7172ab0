from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["OrganizationTeam"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class OrganizationTeam(Model):
    """A team in a list of organizations. Older lists prefix guid, name and status with `team`.

    Attributes:
        guid: Guid of the team, in newer lists.
        name: Name of the team, in newer lists.
        status: 1 while it is active, in newer lists.
        teamguid: Guid of the team, in older lists.
        teamname: Name of the team, in older lists.
        teamstatus: 1 while it is active, in older lists.
        role: Role of the caller: `owner`, `admin` or `member`.
        memberguid: Guid of the caller's membership, in newer lists.
        walletbalance: Balance of the team wallet in USD.
    """

    guid: str | Unset = UNSET
    name: str | Unset = UNSET
    status: int | Unset = UNSET
    teamguid: str | Unset = UNSET
    teamname: str | Unset = UNSET
    teamstatus: int | Unset = UNSET
    role: str | Unset = UNSET
    memberguid: str | None | Unset = UNSET
    walletbalance: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "name": Field("name", TEXT),
        "status": Field("status", INTEGER),
        "teamguid": Field("teamguid", TEXT),
        "teamname": Field("teamname", TEXT),
        "teamstatus": Field("teamstatus", INTEGER),
        "role": Field("role", TEXT),
        "memberguid": Field("memberguid", OneOf(TEXT, NULL)),
        "walletbalance": Field("walletbalance", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("status", absent)
            if type(value) is int or value is UNSET:
                self.status = value
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("teamname", absent)
            if type(value) is str or value is UNSET:
                self.teamname = value
            value = get("teamstatus", absent)
            if type(value) is int or value is UNSET:
                self.teamstatus = value
            value = get("role", absent)
            if type(value) is str or value is UNSET:
                self.role = value
            value = get("memberguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.memberguid = value
            value = get("walletbalance", absent)
            if type(value) in (float, int) or value is UNSET:
                self.walletbalance = value
