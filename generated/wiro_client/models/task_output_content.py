from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .output_segment import OutputSegment
    from .token_usage import TokenUsage

__all__ = ["TaskOutputContent"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskOutputContent(Model):
    """Answer of a language model. Older answers split it into `thinking` and `answer`, whose items belong together
    by index; newer ones into `segments`, which then count.

    Attributes:
        prompt: The prompt that was answered.
        raw: The whole text, thinking included.
        thinking: Parts of the reasoning.
        answer: Parts of the answer.
        segments: All parts in the order in which they were written.
        finishreason: Why the text ended, such as stop, length, tool_calls, content_filter or error; missing
            while it is written.
        usage: Tokens that a language model used; missing while it still writes. Which counters there are
            depends on its provider.
    """

    prompt: str | Unset = UNSET
    raw: str | Unset = UNSET
    thinking: list[str] | Unset = UNSET
    answer: list[str] | Unset = UNSET
    segments: list[OutputSegment] | Unset = UNSET
    finishreason: str | Unset = UNSET
    usage: TokenUsage | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "prompt": Field("prompt", TEXT),
        "raw": Field("raw", TEXT),
        "thinking": Field("thinking", ListOf(TEXT)),
        "answer": Field("answer", ListOf(TEXT)),
        "segments": Field("segments", ListOf(Nested("OutputSegment"))),
        "finishreason": Field("finishreason", TEXT),
        "usage": Field("usage", Nested("TokenUsage")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("prompt", absent)
            if type(value) is str or value is UNSET:
                self.prompt = value
            value = get("raw", absent)
            if type(value) is str or value is UNSET:
                self.raw = value
            value = get("thinking", absent)
            if value is UNSET:
                self.thinking = value
            value = get("answer", absent)
            if value is UNSET:
                self.answer = value
            value = get("segments", absent)
            if value is UNSET:
                self.segments = value
            value = get("finishreason", absent)
            if type(value) is str or value is UNSET:
                self.finishreason = value
            value = get("usage", absent)
            if value is UNSET:
                self.usage = value
