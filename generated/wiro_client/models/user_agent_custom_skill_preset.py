from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentCustomSkillPreset"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillPreset(Model):
    """A custom skill as the template has it.

    Attributes:
        value: Strategy text or instructions.
        intervalexpr: Cron expression, null for a strategy.
        enabled: Whether the schedule runs.
        description: What the skill is for.
    """

    value: str | None | Unset = UNSET
    intervalexpr: str | None | Unset = UNSET
    enabled: bool | Unset = UNSET
    description: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "value": Field("value", OneOf(TEXT, NULL)),
        "intervalexpr": Field("intervalexpr", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", BOOLEAN),
        "description": Field("description", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.value = value
            value = get("intervalexpr", absent)
            if value is None or type(value) is str or value is UNSET:
                self.intervalexpr = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
