from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_list_request_order import AgentListRequestOrder
    from .agent_list_request_sort import AgentListRequestSort

__all__ = ["AgentListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentListRequest(Model):
    """Body of ``agents_list``: List the agent templates of the catalogue.

    Attributes:
        search: Words to look for in titles and descriptions.
        category: Only templates of this category, such as `productivity` or `social-media`.
        sort: Column to sort by; the service uses `id` when it is absent.
        order: Direction of the sort; the service uses `DESC` when it is absent.
        limit: Rows per page, at most 1000; the service uses 20 when it is absent.
        start: Number of rows to skip; the service uses 0 when it is absent.
    """

    search: str | Unset = UNSET
    category: str | Unset = UNSET
    sort: AgentListRequestSort | Unset = UNSET
    order: AgentListRequestOrder | Unset = UNSET
    limit: int | Unset = UNSET
    start: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "search": Field("search", TEXT),
        "category": Field("category", TEXT),
        "sort": Field("sort", EnumOf("AgentListRequestSort", str)),
        "order": Field("order", EnumOf("AgentListRequestOrder", str)),
        "limit": Field("limit", INTEGER),
        "start": Field("start", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("search", absent)
            if type(value) is str or value is UNSET:
                self.search = value
            value = get("category", absent)
            if type(value) is str or value is UNSET:
                self.category = value
            value = get("sort", absent)
            if value is UNSET:
                self.sort = value
            value = get("order", absent)
            if value is UNSET:
                self.order = value
            value = get("limit", absent)
            if type(value) is int or value is UNSET:
                self.limit = value
            value = get("start", absent)
            if type(value) is int or value is UNSET:
                self.start = value

    _closed: ClassVar[bool] = True
