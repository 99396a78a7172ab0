from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .tool import Tool

__all__ = ["ToolExploreGroup"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolExploreGroup(Model):
    """One theme with its models.

    Attributes:
        id: Identifier of the group.
        title: Heading of the group.
        url: Page of the group.
        total: How many models the group has altogether.
        tools: The models shown for it.
    """

    id: str | Unset = UNSET
    title: str | Unset = UNSET
    url: str | Unset = UNSET
    total: int | Unset = UNSET
    tools: list[Tool] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "title": Field("title", TEXT),
        "url": Field("url", TEXT),
        "total": Field("total", INTEGER),
        "tools": Field("tools", ListOf(Nested("Tool"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("url", absent)
            if type(value) is str or value is UNSET:
                self.url = value
            value = get("total", absent)
            if type(value) is int or value is UNSET:
                self.total = value
            value = get("tools", absent)
            if value is UNSET:
                self.tools = value
