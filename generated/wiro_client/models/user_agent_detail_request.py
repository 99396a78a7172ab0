from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["UserAgentDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentDetailRequest(Model):
    """Body of ``user_agents_detail``: Read one deployed agent.

    Attributes:
        guid: Guid of the instance.
    """

    guid: str

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
