from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["OutputSegment"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class OutputSegment(Model):
    """One part of a language model's output. thinking and answer have `text`; function_call has `name` and
    `arguments`, custom_tool_call has `name` and `input`. A call is complete when its `status` is "completed".

    Attributes:
        type_: thinking, answer, function_call or custom_tool_call.
        text: Text of a thinking or answer segment.
        id: Identifier of the segment.
        call_id: Identifier of the call, to answer it with.
        name: Name of the called tool.
        arguments: Arguments of the call as JSON text.
        input_: Free-form input of a custom tool.
        status: in_progress, completed or incomplete.
    """

    type_: str | Unset = UNSET
    text: str | Unset = UNSET
    id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    name: str | Unset = UNSET
    arguments: str | Unset = UNSET
    input_: str | Unset = UNSET
    status: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "text": Field("text", TEXT),
        "id": Field("id", TEXT),
        "call_id": Field("call_id", TEXT),
        "name": Field("name", TEXT),
        "arguments": Field("arguments", TEXT),
        "input_": Field("input", TEXT),
        "status": Field("status", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("text", absent)
            if type(value) is str or value is UNSET:
                self.text = value
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("call_id", absent)
            if type(value) is str or value is UNSET:
                self.call_id = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("arguments", absent)
            if type(value) is str or value is UNSET:
                self.arguments = value
            value = get("input", absent)
            if type(value) is str or value is UNSET:
                self.input_ = value
            value = get("status", absent)
            if type(value) is str or value is UNSET:
                self.status = value
