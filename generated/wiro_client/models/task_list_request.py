from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
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
        start: How many rows to skip, as a decimal string.
        limit: How many rows to answer, as a decimal string; the vendor's client asks for at most "100".
        model_name: Only tasks of models whose slug contains this text.
    """

    type_: str | Unset = UNSET
    sort: str | Unset = UNSET
    order: SortOrder | Unset = UNSET
    start: str | Unset = UNSET
    limit: str | Unset = UNSET
    model_name: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "sort": Field("sort", TEXT),
        "order": Field("order", EnumOf("SortOrder", str)),
        "start": Field("start", TEXT),
        "limit": Field("limit", TEXT),
        "model_name": Field("modelName", TEXT),
    }
    _closed: ClassVar[bool] = True
