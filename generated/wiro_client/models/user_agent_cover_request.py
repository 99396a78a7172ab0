from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, TEXT, Field, Fields
from ..types import UNSET, File

__all__ = ["UserAgentCoverRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCoverRequest(Model):
    """Body of ``user_agents_cover``: Upload a cover image for an agent.

    Attributes:
        useragentguid: Guid of the instance.
        image: JPEG, PNG, GIF or WebP file of at most about 10 MB.
    """

    useragentguid: str
    image: File

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "image": Field("image", BINARY, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("image", absent)
            if value is UNSET:
                self.image = value

    _closed: ClassVar[bool] = True
