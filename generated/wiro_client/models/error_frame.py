from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Const, Field, Fields
from ..types import UNSET, Unset

__all__ = ["ErrorFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ErrorFrame(Model):
    """A frame of the client was refused. The connection stays open.

    Attributes:
        message: Why, as a message key such as `agenttoken-required`.
        result: Always false.
    """

    type_: Literal["error"] = "error"
    message: str | Unset = UNSET
    result: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("error")),
        "message": Field("message", TEXT),
        "result": Field("result", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("message", absent)
            if type(value) is str or value is UNSET:
                self.message = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
