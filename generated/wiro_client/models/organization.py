from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .organization_team import OrganizationTeam

__all__ = ["Organization"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Organization(Model):
    """An organization. Lists of the older documentation prefix most names with `organization`; everything else
    does not.

    Attributes:
        guid: Guid of the organization.
        name: Name of the organization.
        status: 1 while it is active.
        organizationguid: Guid of the organization, in older lists.
        organizationname: Name of the organization, in older lists.
        organizationstatus: 1 while it is active, in older lists.
        isowner: Whether the caller owns it, in older lists.
        owneruuid: Uuid of the owner, in newer lists.
        avatar: URL of the picture, in newer lists.
        teams: Its teams, as far as the caller can see them.
    """

    guid: str | Unset = UNSET
    name: str | Unset = UNSET
    status: int | Unset = UNSET
    organizationguid: str | Unset = UNSET
    organizationname: str | Unset = UNSET
    organizationstatus: int | Unset = UNSET
    isowner: bool | Unset = UNSET
    owneruuid: str | None | Unset = UNSET
    avatar: str | None | Unset = UNSET
    teams: list[OrganizationTeam] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "name": Field("name", TEXT),
        "status": Field("status", INTEGER),
        "organizationguid": Field("organizationguid", TEXT),
        "organizationname": Field("organizationname", TEXT),
        "organizationstatus": Field("organizationstatus", INTEGER),
        "isowner": Field("isowner", BOOLEAN),
        "owneruuid": Field("owneruuid", OneOf(TEXT, NULL)),
        "avatar": Field("avatar", OneOf(TEXT, NULL)),
        "teams": Field("teams", ListOf(Nested("OrganizationTeam"))),
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
            value = get("organizationguid", absent)
            if type(value) is str or value is UNSET:
                self.organizationguid = value
            value = get("organizationname", absent)
            if type(value) is str or value is UNSET:
                self.organizationname = value
            value = get("organizationstatus", absent)
            if type(value) is int or value is UNSET:
                self.organizationstatus = value
            value = get("isowner", absent)
            if type(value) is bool or value is UNSET:
                self.isowner = value
            value = get("owneruuid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.owneruuid = value
            value = get("avatar", absent)
            if value is None or type(value) is str or value is UNSET:
                self.avatar = value
            value = get("teams", absent)
            if value is UNSET:
                self.teams = value
