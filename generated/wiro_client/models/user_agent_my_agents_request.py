from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .sort_order import SortOrder
    from .user_agent_my_agents_request_sort import UserAgentMyAgentsRequestSort

__all__ = ["UserAgentMyAgentsRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMyAgentsRequest(Model):
    """Body of ``user_agents_my_agents``: List the deployed agents of the workspace.

    Attributes:
        sort: Column to sort by; the service uses `id` when it is absent.
        order: Direction of the sort; the service uses `DESC` when it is absent.
        limit: Rows per page, at most 1000; the service uses 20 when it is absent.
        start: Number of rows to skip; the service uses 0 when it is absent.
        category: Only agents of this category.
    """

    sort: UserAgentMyAgentsRequestSort | Unset = UNSET
    order: SortOrder | Unset = UNSET
    limit: int | Unset = UNSET
    start: int | Unset = UNSET
    category: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "sort": Field("sort", EnumOf("UserAgentMyAgentsRequestSort", str)),
        "order": Field("order", EnumOf("SortOrder", str)),
        "limit": Field("limit", INTEGER),
        "start": Field("start", INTEGER),
        "category": Field("category", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
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
            value = get("category", absent)
            if type(value) is str or value is UNSET:
                self.category = value

    _closed: ClassVar[bool] = True
