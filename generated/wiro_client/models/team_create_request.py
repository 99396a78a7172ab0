from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TeamCreateRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamCreateRequest(Model):
    """Body of ``teams_create``: Create a team in an organization.

    Attributes:
        organizationguid: Guid of the organization.
        name: Name of the team.
    """

    organizationguid: str
    name: str

    _fields: ClassVar[Fields] = {
        "organizationguid": Field("organizationguid", TEXT, required=True),
        "name": Field("name", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("organizationguid", absent)
            if type(value) is str or value is UNSET:
                self.organizationguid = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value

    _closed: ClassVar[bool] = True
