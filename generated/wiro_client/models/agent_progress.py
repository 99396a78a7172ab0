from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, Field, Fields, ListOf
from ..types import UNSET, Unset

__all__ = ["AgentProgress"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentProgress(Model):
    """Text of an agent so far. Some frames carry only a part of the fields.

    Attributes:
        type_: Usually "progressGenerate".
        task: Name of the current step, such as "Generate".
        speed: Speed in units of `speedType`.
        speed_type: Unit of the speed, such as "words/s".
        elapsed_time: Time since the start as text, such as "8.1s".
        token_count: Tokens written so far.
        word_count: Words written so far.
        raw: The whole text so far, thinking included.
        thinking: Parts of the reasoning so far; newer frames do not have it.
        answer: Parts of the answer so far.
        is_thinking: Whether the agent is reasoning now; may be true although there is an answer already.
    """

    type_: str | Unset = UNSET
    task: str | Unset = UNSET
    speed: str | Unset = UNSET
    speed_type: str | Unset = UNSET
    elapsed_time: str | Unset = UNSET
    token_count: int | Unset = UNSET
    word_count: int | Unset = UNSET
    raw: str | Unset = UNSET
    thinking: list[str] | Unset = UNSET
    answer: list[str] | Unset = UNSET
    is_thinking: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "task": Field("task", TEXT),
        "speed": Field("speed", TEXT),
        "speed_type": Field("speedType", TEXT),
        "elapsed_time": Field("elapsedTime", TEXT),
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
            if type(value) is str or value is UNSET:
                self.speed = value
            value = get("speedType", absent)
            if type(value) is str or value is UNSET:
                self.speed_type = value
            value = get("elapsedTime", absent)
            if type(value) is str or value is UNSET:
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
