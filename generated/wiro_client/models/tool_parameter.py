from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, MISFIT, NULL, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .tool_parameter_option import ToolParameterOption

__all__ = ["ToolParameter"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolParameter(Model):
    """One parameter of a run. `id` is the key in the request. Documented types are text, textarea, select, range,
    fileinput (one file or URL), multifileinput (several) and combinefileinput (several, files and URLs mixed);
    number, numeric, integer, float and others occur too, in any case.

    Attributes:
        id: Key of the parameter in a run request.
        type_: Kind of input.
        label: Name for people.
        required: Whether a run needs it. Some models refuse a run without a parameter that they call optional.
        advanced: Whether the model's page hides it at first.
        placeholder: Text of the empty input.
        note: Help text.
        description: Longer help text.
        default: Value that the model's page starts with, usually a string.
        options: Choices of a select, or null.
        min_: Smallest accepted number.
        max_: Largest accepted number, or the most files for a multi-file input.
        step: Distance between accepted numbers.
    """

    id: str | Unset = UNSET
    type_: str | Unset = UNSET
    label: str | Unset = UNSET
    required: bool | Unset = UNSET
    advanced: bool | Unset = UNSET
    placeholder: str | Unset = UNSET
    note: str | Unset = UNSET
    description: str | Unset = UNSET
    default: Any | Unset = UNSET
    options: list[ToolParameterOption | str | float] | None | Unset = UNSET
    min_: float | Unset = UNSET
    max_: float | Unset = UNSET
    step: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "type_": Field("type", TEXT),
        "label": Field("label", TEXT),
        "required": Field("required", BOOLEAN),
        "advanced": Field("advanced", BOOLEAN),
        "placeholder": Field("placeholder", TEXT),
        "note": Field("note", TEXT),
        "description": Field("description", TEXT),
        "default": Field("default", ANYTHING),
        "options": Field("options", OneOf(ListOf(OneOf(Nested("ToolParameterOption"), TEXT, NUMBER)), NULL)),
        "min_": Field("min", NUMBER),
        "max_": Field("max", NUMBER),
        "step": Field("step", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("label", absent)
            if type(value) is str or value is UNSET:
                self.label = value
            value = get("required", absent)
            if type(value) is bool or value is UNSET:
                self.required = value
            value = get("advanced", absent)
            if type(value) is bool or value is UNSET:
                self.advanced = value
            value = get("placeholder", absent)
            if type(value) is str or value is UNSET:
                self.placeholder = value
            value = get("note", absent)
            if type(value) is str or value is UNSET:
                self.note = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("default", absent)
            if value is not MISFIT:
                self.default = value
            value = get("options", absent)
            if value is None or value is UNSET:
                self.options = value
            value = get("min", absent)
            if type(value) in (float, int) or value is UNSET:
                self.min_ = value
            value = get("max", absent)
            if type(value) in (float, int) or value is UNSET:
                self.max_ = value
            value = get("step", absent)
            if type(value) in (float, int) or value is UNSET:
                self.step = value
