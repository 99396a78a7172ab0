from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("useragentguid", absent)
        if type(value) is str or value is UNSET:
            self.useragentguid = value
        value = get("targetteamguid", absent)
        if type(value) is str or value is UNSET:
            self.targetteamguid = value

    _closed: ClassVar[bool] = True
