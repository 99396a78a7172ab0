from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .output_segment import OutputSegment
    from .token_usage import TokenUsage

__all__ = ["TaskProgress"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskProgress(Model):
    """Progress of a task, or the text of a language model so far. Numbers arrive as strings.

    Attributes:
        type_: Usually "progressGenerate".
        task: Name of the current step, such as "Generate".
        percentage: Progress in percent, 0 to 100.
        step_current: Current step.
        step_total: Number of steps.
        speed: Speed in units of `speedType`.
        speed_type: Unit of the speed, such as "it/s" or "words/s".
        elapsed_time: Time since the start as text, such as "3s" or "1m 5s".
        remaining_time: Estimated rest as text, such as "3s".
        raw: The whole text so far, thinking included.
        thinking: Parts of the reasoning so far; `thinking[0]` belongs to `answer[0]`.
        answer: Parts of the answer so far.
        segments: All parts so far in order; newer frames have them instead of `thinking` and `answer`.
        finishreason: Why the text ended; missing while it is written.
        usage: Tokens that a language model used; missing while it still writes. Which counters there are
            depends on its provider.
        is_thinking: Whether the model is reasoning now.
    """

    type_: str | Unset = UNSET
    task: str | Unset = UNSET
    percentage: str | Unset = UNSET
    step_current: str | Unset = UNSET
    step_total: str | Unset = UNSET
    speed: str | Unset = UNSET
    speed_type: str | Unset = UNSET
    elapsed_time: str | Unset = UNSET
    remaining_time: str | Unset = UNSET
    raw: str | Unset = UNSET
    thinking: list[str] | Unset = UNSET
    answer: list[str] | Unset = UNSET
    segments: list[OutputSegment] | Unset = UNSET
    finishreason: str | Unset = UNSET
    usage: TokenUsage | Unset = UNSET
    is_thinking: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT),
        "task": Field("task", TEXT),
        "percentage": Field("percentage", TEXT),
        "step_current": Field("stepCurrent", TEXT),
        "step_total": Field("stepTotal", TEXT),
        "speed": Field("speed", TEXT),
        "speed_type": Field("speedType", TEXT),
        "elapsed_time": Field("elapsedTime", TEXT),
        "remaining_time": Field("remainingTime", TEXT),
        "raw": Field("raw", TEXT),
        "thinking": Field("thinking", ListOf(TEXT)),
        "answer": Field("answer", ListOf(TEXT)),
        "segments": Field("segments", ListOf(Nested("OutputSegment"))),
        "finishreason": Field("finishreason", TEXT),
        "usage": Field("usage", Nested("TokenUsage")),
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
            value = get("percentage", absent)
            if type(value) is str or value is UNSET:
                self.percentage = value
            value = get("stepCurrent", absent)
            if type(value) is str or value is UNSET:
                self.step_current = value
            value = get("stepTotal", absent)
            if type(value) is str or value is UNSET:
                self.step_total = value
            value = get("speed", absent)
            if type(value) is str or value is UNSET:
                self.speed = value
            value = get("speedType", absent)
            if type(value) is str or value is UNSET:
                self.speed_type = value
            value = get("elapsedTime", absent)
            if type(value) is str or value is UNSET:
                self.elapsed_time = value
            value = get("remainingTime", absent)
            if type(value) is str or value is UNSET:
                self.remaining_time = value
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
            value = get("isThinking", absent)
            if type(value) is bool or value is UNSET:
                self.is_thinking = value
