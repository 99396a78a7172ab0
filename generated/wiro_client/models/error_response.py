from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, INTEGER, MISFIT, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["ErrorResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ErrorResponse(Model):
    """A refused request. Beside the envelope a few operations add what a caller needs in order to react.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        agentstatus: Status number of an agent that is not running, when a message was sent to it.
        agentbalance: Remaining credits of an agent that has none left, when a message was sent to it; number or
            object.
        deps: Skills that must be enabled first (code 101).
        conflicts: Skills that exclude each other (code 102).
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    agentstatus: int | Unset = UNSET
    agentbalance: Any | Unset = UNSET
    deps: list[Any] | Unset = UNSET
    conflicts: list[Any] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "agentstatus": Field("agentstatus", INTEGER),
        "agentbalance": Field("agentbalance", ANYTHING),
        "deps": Field("deps", ListOf(ANYTHING)),
        "conflicts": Field("conflicts", ListOf(ANYTHING)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("agentstatus", absent)
            if type(value) is int or value is UNSET:
                self.agentstatus = value
            value = get("agentbalance", absent)
            if value is not MISFIT:
                self.agentbalance = value
            value = get("deps", absent)
            if value is UNSET:
                self.deps = value
            value = get("conflicts", absent)
            if value is UNSET:
                self.conflicts = value
