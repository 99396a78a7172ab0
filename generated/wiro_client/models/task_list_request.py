from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, EnumOf, Field, Fields, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .sort_order import SortOrder

__all__ = ["TaskListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskListRequest(Model):
    """Body of ``tasks_list``: List tasks.

    Attributes:
        type_: Kind of tasks; the vendor's client sends "model".
        sort: Field to sort by; the vendor's client sends "id".
        order: Direction of the sorting, ASC or DESC; the vendor's client sends DESC.
        start: How many rows to skip.
        limit: How many rows to answer; the vendor's client asks for at most 100.
        model_name: Only tasks of models whose slug contains this text.
    """

    type_: str | Unset = UNSET
    sort: str | Unset = UNSET
    order: SortOrder | str | Unset = UNSET
    start: str | int | Unset = UNSET
    limit: str | int | Unset = UNSET
    model_name: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "sort": Field("sort", TEXT),
        "order": Field("order", OneOf(EnumOf("SortOrder", str), TEXT)),
        "start": Field("start", OneOf(TEXT, INTEGER)),
        "limit": Field("limit", OneOf(TEXT, INTEGER)),
        "model_name": Field("modelName", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("sort", absent)
            if type(value) is str or value is UNSET:
                self.sort = value
            value = get("order", absent)
            if type(value) is str or value is UNSET:
                self.order = value
            value = get("start", absent)
            if type(value) in (int, str) or value is UNSET:
                self.start = value
            value = get("limit", absent)
            if type(value) in (int, str) or value is UNSET:
                self.limit = value
            value = get("modelName", absent)
            if type(value) is str or value is UNSET:
                self.model_name = value

    _closed: ClassVar[bool] = True
