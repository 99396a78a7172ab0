from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["ErrorItem"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ErrorItem(Model):
    """One reason why a request was refused. `x-wiro-errors` lists the codes; the message may be a sentence or a
    key such as `tool-not-accessible`.

    Attributes:
        code: Number of the error category, 0 when there is no better one.
        message: A sentence for people, or a message key.
    """

    code: int | Unset = UNSET
    message: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "code": Field("code", INTEGER),
        "message": Field("message", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("code", absent)
            if type(value) is int or value is UNSET:
                self.code = value
            value = get("message", absent)
            if type(value) is str or value is UNSET:
                self.message = value
