from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields
from ..types import UNSET, Unset

__all__ = ["ConnectedFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ConnectedFrame(Model):
    """Greeting of the server, once after the connection opened.

    Attributes:
        version: Version of the protocol.
    """

    type_: Literal["connected"] = "connected"
    version: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("connected")),
        "version": Field("version", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("version", absent)
            if type(value) is str or value is UNSET:
                self.version = value
