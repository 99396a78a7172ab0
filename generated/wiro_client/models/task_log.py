from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf
from ..types import UNSET, Unset

__all__ = ["TaskLog"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskLog(Model):
    """A whole log of a task.

    Attributes:
        raw: The log as text.
        thinking: Parts of the reasoning of a language model.
        answer: Parts of the answer of a language model.
    """

    raw: str | Unset = UNSET
    thinking: list[str] | Unset = UNSET
    answer: list[str] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "raw": Field("raw", TEXT),
        "thinking": Field("thinking", ListOf(TEXT)),
        "answer": Field("answer", ListOf(TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("raw", absent)
            if type(value) is str or value is UNSET:
                self.raw = value
            value = get("thinking", absent)
            if value is UNSET:
                self.thinking = value
            value = get("answer", absent)
            if value is UNSET:
                self.answer = value
