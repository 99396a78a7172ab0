from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TeamTransferAgentRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamTransferAgentRequest(Model):
    """Body of ``teams_transfer_agent``: Move a deployed agent to another workspace.

    Attributes:
        useragentguid: Guid of the deployed agent.
        targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
    """

    useragentguid: str
    targetteamguid: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "targetteamguid": Field("targetteamguid", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("targetteamguid", absent)
            if type(value) is str or value is UNSET:
                self.targetteamguid = value

    _closed: ClassVar[bool] = True
