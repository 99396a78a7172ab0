from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentInlineCustomSkill"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentInlineCustomSkill(Model):
    """A strategy or schedule to write during a deployment.

    Attributes:
        key: Key of the skill, with or without prefix.
        value: Strategy text or instructions of the schedule.
        interval: Cron expression, UTC.
        enabled: Whether the schedule runs.
        description: What it is for.
        field_user_created: True for a schedule of your own.
    """

    key: str
    value: str | Unset = UNSET
    interval: str | None | Unset = UNSET
    enabled: bool | Unset = UNSET
    description: str | Unset = UNSET
    field_user_created: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT, required=True),
        "value": Field("value", TEXT),
        "interval": Field("interval", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", BOOLEAN),
        "description": Field("description", TEXT),
        "field_user_created": Field("_user_created", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value
            value = get("value", absent)
            if type(value) is str or value is UNSET:
                self.value = value
            value = get("interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.interval = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("_user_created", absent)
            if type(value) is bool or value is UNSET:
                self.field_user_created = value

    _closed: ClassVar[bool] = True
