from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["UserAgentOauthDisconnectRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthDisconnectRequest(Model):
    """Which agent to disconnect; the same for every provider.

    Attributes:
        useragentguid: Guid of the deployed agent.
    """

    useragentguid: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
    }
    _closed: ClassVar[bool] = True
