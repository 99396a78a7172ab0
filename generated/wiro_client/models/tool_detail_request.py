from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["ToolDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolDetailRequest(Model):
    """Body of ``tools_detail``: Describe one model with its parameters and prices.

    Attributes:
        slugowner: Slug of the model's owner, such as `stability-ai`; the clean form is accepted.
        slugproject: Slug of the model, such as `sdxl`; the clean form is accepted.
        summary: Shorten the answer.
    """

    slugowner: str
    slugproject: str
    summary: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "slugowner": Field("slugowner", TEXT, required=True),
        "slugproject": Field("slugproject", TEXT, required=True),
        "summary": Field("summary", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("slugowner", absent)
            if type(value) is str or value is UNSET:
                self.slugowner = value
            value = get("slugproject", absent)
            if type(value) is str or value is UNSET:
                self.slugproject = value
            value = get("summary", absent)
            if type(value) is bool or value is UNSET:
                self.summary = value

    _closed: ClassVar[bool] = True
