from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NUMBER, TEXT, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageMetadata"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageMetadata(Model):
    """Figures about an answer. Empty until it is there and after an error or a cancellation; only `type` on
    inserted messages.

    Attributes:
        type_: `progressGenerate` on answers, `system` on inserted messages.
        task: `Generate`.
        speed: Speed of the answer in the unit of `speedType`.
        speed_type: Unit of the speed, `words/s`.
        elapsed_time: Duration with its unit, such as `8.1s`; the text of the documentation speaks of
            milliseconds.
        token_count: Tokens of the answer.
        word_count: Words of the answer.
        raw: The whole output with its thinking marks.
        thinking: Thoughts of the model, in order.
        answer: Parts of the answer, in order.
        is_thinking: Whether the model was still thinking.
    """

    type_: str | Unset = UNSET
    task: str | Unset = UNSET
    speed: str | float | Unset = UNSET
    speed_type: str | Unset = UNSET
    elapsed_time: str | float | Unset = UNSET
    token_count: int | Unset = UNSET
    word_count: int | Unset = UNSET
    raw: str | Unset = UNSET
    thinking: list[str] | Unset = UNSET
    answer: list[str] | Unset = UNSET
    is_thinking: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "task": Field("task", TEXT),
        "speed": Field("speed", OneOf(TEXT, NUMBER)),
        "speed_type": Field("speedType", TEXT),
        "elapsed_time": Field("elapsedTime", OneOf(TEXT, NUMBER)),
        "token_count": Field("tokenCount", INTEGER),
        "word_count": Field("wordCount", INTEGER),
        "raw": Field("raw", TEXT),
        "thinking": Field("thinking", ListOf(TEXT)),
        "answer": Field("answer", ListOf(TEXT)),
        "is_thinking": Field("isThinking", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("task", absent)
            if type(value) is str or value is UNSET:
                self.task = value
            value = get("speed", absent)
            if type(value) in (float, int, str) or value is UNSET:
                self.speed = value
            value = get("speedType", absent)
            if type(value) is str or value is UNSET:
                self.speed_type = value
            value = get("elapsedTime", absent)
            if type(value) in (float, int, str) or value is UNSET:
                self.elapsed_time = value
            value = get("tokenCount", absent)
            if type(value) is int or value is UNSET:
                self.token_count = value
            value = get("wordCount", absent)
            if type(value) is int or value is UNSET:
                self.word_count = value
            value = get("raw", absent)
            if type(value) is str or value is UNSET:
                self.raw = value
            value = get("thinking", absent)
            if value is UNSET:
                self.thinking = value
            value = get("answer", absent)
            if value is UNSET:
                self.answer = value
            value = get("isThinking", absent)
            if type(value) is bool or value is UNSET:
                self.is_thinking = value
