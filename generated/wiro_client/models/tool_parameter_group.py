from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .tool_parameter import ToolParameter

__all__ = ["ToolParameterGroup"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolParameterGroup(Model):
    """Parameters that the model's page shows together.

    Attributes:
        title: Heading of the group.
        subtitle: Second heading.
        items: The parameters.
    """

    title: str | Unset = UNSET
    subtitle: str | Unset = UNSET
    items: list[ToolParameter] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "title": Field("title", TEXT),
        "subtitle": Field("subtitle", TEXT),
        "items": Field("items", ListOf(Nested("ToolParameter"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("subtitle", absent)
            if type(value) is str or value is UNSET:
                self.subtitle = value
            value = get("items", absent)
            if value is UNSET:
                self.items = value
