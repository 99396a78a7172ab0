from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_actor import UserAgentActor

__all__ = ["UserAgentCustomSkillVersion"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillVersion(Model):
    """One write of a custom skill.

    Attributes:
        guid: Identifies the version; `versionguid` of a revert.
        useragentguid: Guid of the instance.
        skillkey: Key of the skill.
        operation: `upsert`, `rename`, `delete-user` or another word.
        value: The text that was written.
        intervalexpr: The cron expression that was written.
        enabled: The switch that was written.
        usercreated: Whether the skill belongs to a user.
        prev_value: Text of the entry before, null for the oldest.
        prev_interval: Cron expression of the entry before.
        prev_enabled: Switch of the entry before.
        after_value: Text after this write, null when the skill was deleted.
        after_interval: Cron expression after this write.
        after_enabled: Switch after this write.
        changed_fields: Those of `value`, `interval` and `enabled` that differ from the entry before.
        changedby: Account that wrote it, or `system`.
        changedby_user: That account; null for automation and deleted accounts.
        changedat: Unix seconds.
    """

    guid: str | Unset = UNSET
    useragentguid: str | Unset = UNSET
    skillkey: str | Unset = UNSET
    operation: str | Unset = UNSET
    value: str | None | Unset = UNSET
    intervalexpr: str | None | Unset = UNSET
    enabled: bool | None | Unset = UNSET
    usercreated: bool | Unset = UNSET
    prev_value: str | None | Unset = UNSET
    prev_interval: str | None | Unset = UNSET
    prev_enabled: bool | None | Unset = UNSET
    after_value: str | None | Unset = UNSET
    after_interval: str | None | Unset = UNSET
    after_enabled: bool | None | Unset = UNSET
    changed_fields: list[str] | Unset = UNSET
    changedby: str | Unset = UNSET
    changedby_user: UserAgentActor | None | Unset = UNSET
    changedat: int | str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "useragentguid": Field("useragentguid", TEXT),
        "skillkey": Field("skillkey", TEXT),
        "operation": Field("operation", TEXT),
        "value": Field("value", OneOf(TEXT, NULL)),
        "intervalexpr": Field("intervalexpr", OneOf(TEXT, NULL)),
        "enabled": Field("enabled", OneOf(BOOLEAN, NULL)),
        "usercreated": Field("usercreated", BOOLEAN),
        "prev_value": Field("prev_value", OneOf(TEXT, NULL)),
        "prev_interval": Field("prev_interval", OneOf(TEXT, NULL)),
        "prev_enabled": Field("prev_enabled", OneOf(BOOLEAN, NULL)),
        "after_value": Field("after_value", OneOf(TEXT, NULL)),
        "after_interval": Field("after_interval", OneOf(TEXT, NULL)),
        "after_enabled": Field("after_enabled", OneOf(BOOLEAN, NULL)),
        "changed_fields": Field("changed_fields", ListOf(TEXT)),
        "changedby": Field("changedby", TEXT),
        "changedby_user": Field("changedby_user", OneOf(Nested("UserAgentActor"), NULL)),
        "changedat": Field("changedat", OneOf(INTEGER, TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skillkey", absent)
            if type(value) is str or value is UNSET:
                self.skillkey = value
            value = get("operation", absent)
            if type(value) is str or value is UNSET:
                self.operation = value
            value = get("value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.value = value
            value = get("intervalexpr", absent)
            if value is None or type(value) is str or value is UNSET:
                self.intervalexpr = value
            value = get("enabled", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("usercreated", absent)
            if type(value) is bool or value is UNSET:
                self.usercreated = value
            value = get("prev_value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.prev_value = value
            value = get("prev_interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.prev_interval = value
            value = get("prev_enabled", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.prev_enabled = value
            value = get("after_value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.after_value = value
            value = get("after_interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.after_interval = value
            value = get("after_enabled", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.after_enabled = value
            value = get("changed_fields", absent)
            if value is UNSET:
                self.changed_fields = value
            value = get("changedby", absent)
            if type(value) is str or value is UNSET:
                self.changedby = value
            value = get("changedby_user", absent)
            if value is None or value is UNSET:
                self.changedby_user = value
            value = get("changedat", absent)
            if type(value) in (int, str) or value is UNSET:
                self.changedat = value
