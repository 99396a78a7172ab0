from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TeamTransferProjectRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamTransferProjectRequest(Model):
    """Body of ``teams_transfer_project``: Move a project to another workspace.

    Attributes:
        projectapikey: API key of the project to move.
        targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
    """

    projectapikey: str
    targetteamguid: str

    _fields: ClassVar[Fields] = {
        "projectapikey": Field("projectapikey", TEXT, required=True),
        "targetteamguid": Field("targetteamguid", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("projectapikey", absent)
            if type(value) is str or value is UNSET:
                self.projectapikey = value
            value = get("targetteamguid", absent)
            if type(value) is str or value is UNSET:
                self.targetteamguid = value

    _closed: ClassVar[bool] = True
