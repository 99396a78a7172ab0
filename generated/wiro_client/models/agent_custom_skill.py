from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["AgentCustomSkill"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentCustomSkill(Model):
    """A preference text or a scheduled task of a template.

    Attributes:
        key: Key of the skill, with or without the `cs-` and `cron-` prefixes.
        value: The text of the preference or the instructions of the task.
        description: What the skill is for.
        enabled: Whether a scheduled task runs.
        interval: Cron expression of a scheduled task.
        field_editable: Whether `value` can be written on a deployed agent. A hint only; the service decides.
        field_source: Where it comes from: `preset-strategy`, `skill-bundle` or `user-created`.
    """

    key: str | Unset = UNSET
    value: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    enabled: bool | Unset = UNSET
    interval: str | None | Unset = UNSET
    field_editable: bool | Unset = UNSET
    field_source: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT),
        "value": Field("value", OneOf(TEXT, NULL)),
        "description": Field("description", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", BOOLEAN),
        "interval": Field("interval", OneOf(TEXT, NULL)),
        "field_editable": Field("_editable", BOOLEAN),
        "field_source": Field("_source", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value
            value = get("value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.value = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.interval = value
            value = get("_editable", absent)
            if type(value) is bool or value is UNSET:
                self.field_editable = value
            value = get("_source", absent)
            if type(value) is str or value is UNSET:
                self.field_source = value
