from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
