from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, EnumOf, Field, Fields, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_custom_skill_source import UserAgentCustomSkillSource

__all__ = ["UserAgentCustomSkill"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkill(Model):
    """A strategy text or a scheduled task that lives on an instance.

    Attributes:
        key: Name to use in requests. Older answers write content-tone and cron-scanner, newer ones
            cs-content-tone and cs-cron-scanner; requests accept both.
        description: What the skill is for.
        value: Instructions; empty for the schedules that belong to a registry skill.
        enabled: Whether a schedule runs; without meaning for a strategy.
        interval: Cron expression, UTC; null for a strategy.
        field_source: Where it comes from, which decides what can be written.
        field_editable: Whether `value` may be written. Samples contradict the text here, so a client does not
            refuse writes because of it.
        field_edited: Whether it differs from the preset.
        field_user_created: Only present, and then true, on entries that a user made.
    """

    key: str | Unset = UNSET
    description: str | None | Unset = UNSET
    value: str | None | Unset = UNSET
    enabled: bool | Unset = UNSET
    interval: str | None | Unset = UNSET
    field_source: UserAgentCustomSkillSource | Unset = UNSET
    field_editable: bool | Unset = UNSET
    field_edited: bool | Unset = UNSET
    field_user_created: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT),
        "description": Field("description", OneOf(TEXT, NULL)),
        "value": Field("value", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", BOOLEAN),
        "interval": Field("interval", OneOf(TEXT, NULL)),
        "field_source": Field("_source", EnumOf("UserAgentCustomSkillSource", str)),
        "field_editable": Field("_editable", BOOLEAN),
        "field_edited": Field("_edited", BOOLEAN),
        "field_user_created": Field("_user_created", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.value = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.interval = value
            value = get("_source", absent)
            if value is UNSET:
                self.field_source = value
            value = get("_editable", absent)
            if type(value) is bool or value is UNSET:
                self.field_editable = value
            value = get("_edited", absent)
            if type(value) is bool or value is UNSET:
                self.field_edited = value
            value = get("_user_created", absent)
            if type(value) is bool or value is UNSET:
                self.field_user_created = value
