from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, EnumOf, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .sort_order import SortOrder
    from .tool_sort import ToolSort

__all__ = ["ToolListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolListRequest(Model):
    """Body of ``tools_list``: List models.

    Attributes:
        start: How many rows to skip. The service assumes 0.
        limit: How many rows to answer. The service assumes 20; the vendor's clients ask for at most 100.
        search: Text to look for in model names.
        sort: What to sort by, such as relevance, time or averagepoint.
        order: Direction of the sorting, ASC or DESC.
        categories: Categories that a model must have, such as `image-generation`, `llm`, `text-to-video` or
            `speech-to-text`.
        tags: Tags that a model must have.
        slugowner: Only models of this owner.
        hideworkflows: Leave out workflow models. The documentation recommends true.
        summary: Shorten the rows. The documentation recommends it for listings.
    """

    start: str | int | Unset = UNSET
    limit: str | int | Unset = UNSET
    search: str | Unset = UNSET
    sort: ToolSort | str | Unset = UNSET
    order: SortOrder | str | Unset = UNSET
    categories: list[str] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    slugowner: str | Unset = UNSET
    hideworkflows: bool | Unset = UNSET
    summary: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "start": Field("start", OneOf(TEXT, INTEGER)),
        "limit": Field("limit", OneOf(TEXT, INTEGER)),
        "search": Field("search", TEXT),
        "sort": Field("sort", OneOf(EnumOf("ToolSort", str), TEXT)),
        "order": Field("order", OneOf(EnumOf("SortOrder", str), TEXT)),
        "categories": Field("categories", ListOf(TEXT)),
        "tags": Field("tags", ListOf(TEXT)),
        "slugowner": Field("slugowner", TEXT),
        "hideworkflows": Field("hideworkflows", BOOLEAN),
        "summary": Field("summary", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("start", absent)
            if type(value) in (int, str) or value is UNSET:
                self.start = value
            value = get("limit", absent)
            if type(value) in (int, str) or value is UNSET:
                self.limit = value
            value = get("search", absent)
            if type(value) is str or value is UNSET:
                self.search = value
            value = get("sort", absent)
            if type(value) is str or value is UNSET:
                self.sort = value
            value = get("order", absent)
            if type(value) is str or value is UNSET:
                self.order = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("tags", absent)
            if value is UNSET:
                self.tags = value
            value = get("slugowner", absent)
            if type(value) is str or value is UNSET:
                self.slugowner = value
            value = get("hideworkflows", absent)
            if type(value) is bool or value is UNSET:
                self.hideworkflows = value
            value = get("summary", absent)
            if type(value) is bool or value is UNSET:
                self.summary = value

    _closed: ClassVar[bool] = True
