from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("useragentguid", absent)
        if type(value) is str or value is UNSET:
            self.useragentguid = value

    _closed: ClassVar[bool] = True
