from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentCustomSkillUpsertRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillUpsertRequest(Model):
    """Body of ``user_agents_custom_skill_upsert``: Write a custom skill of an agent.

    Attributes:
        useragentguid: Guid of the instance.
        skillkey: Key of the skill, such as `content-tone` or `cron-content-scanner`, with or without the newer
            `cs-` prefix. The service puts `cron-` before the key of a new schedule.
        value: Strategy text or instructions. Dropped for a schedule that came with a registry skill.
        interval: Cron expression, UTC; an empty string or null clears it. Schedules only.
        enabled: Whether the schedule runs. Schedules only.
        description: What the skill is for. Skills of your own only.
        usercreated: True makes a new schedule of your own.
    """

    useragentguid: str
    skillkey: str
    value: str | Unset = UNSET
    interval: str | None | Unset = UNSET
    enabled: bool | Unset = UNSET
    description: str | Unset = UNSET
    usercreated: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "skillkey": Field("skillkey", TEXT, required=True),
        "value": Field("value", TEXT),
        "interval": Field("interval", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", BOOLEAN),
        "description": Field("description", TEXT),
        "usercreated": Field("usercreated", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skillkey", absent)
            if type(value) is str or value is UNSET:
                self.skillkey = value
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
            value = get("usercreated", absent)
            if type(value) is bool or value is UNSET:
                self.usercreated = value

    _closed: ClassVar[bool] = True
