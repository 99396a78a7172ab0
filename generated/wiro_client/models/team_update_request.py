from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .team_update_request_modelaccess import TeamUpdateRequestModelaccess

__all__ = ["TeamUpdateRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamUpdateRequest(Model):
    """Body of ``teams_update``: Change the settings of a team.

    Attributes:
        teamguid: Guid of the team.
        name: New name of the team.
        spendlimit: Most USD that the whole team may spend; 0 or null removes the limit.
        modelaccess: Which models the team may run: every one, only those in `allowedmodelids`, or every one
            except those in `blockedmodelids`. One mode at a time; `all`, the mode of a new team, lifts every
            restriction.
        allowedmodelids: Numeric ids of the models that may be run in the mode `allowlist`, as numbers or as the
            strings of the catalogue.
        blockedmodelids: Numeric ids of the models that may not be run in the mode `blocklist`, as numbers or as
            the strings of the catalogue.
    """

    teamguid: str
    name: str | Unset = UNSET
    spendlimit: float | None | Unset = UNSET
    modelaccess: TeamUpdateRequestModelaccess | Unset = UNSET
    allowedmodelids: list[int | str] | Unset = UNSET
    blockedmodelids: list[int | str] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "teamguid": Field("teamguid", TEXT, required=True),
        "name": Field("name", TEXT),
        "spendlimit": Field("spendlimit", OneOf(NUMBER, NULL)),
        "modelaccess": Field("modelaccess", EnumOf("TeamUpdateRequestModelaccess", str)),
        "allowedmodelids": Field("allowedmodelids", ListOf(OneOf(INTEGER, TEXT))),
        "blockedmodelids": Field("blockedmodelids", ListOf(OneOf(INTEGER, TEXT))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("spendlimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.spendlimit = value
            value = get("modelaccess", absent)
            if value is UNSET:
                self.modelaccess = value
            value = get("allowedmodelids", absent)
            if value is UNSET:
                self.allowedmodelids = value
            value = get("blockedmodelids", absent)
            if value is UNSET:
                self.blockedmodelids = value

    _closed: ClassVar[bool] = True
