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
