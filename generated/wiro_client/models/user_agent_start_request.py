from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["UserAgentStartRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentStartRequest(Model):
    """Body of ``user_agents_start``: Start a stopped or failed agent.

    Attributes:
        guid: Guid of the instance.
    """

    guid: str

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value

    _closed: ClassVar[bool] = True
