from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_custom_skill_preset import UserAgentCustomSkillPreset
    from .user_agent_custom_skill_version import UserAgentCustomSkillVersion

__all__ = ["UserAgentCustomSkillHistoryResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillHistoryResponse(Model):
    """Answer of ``user_agents_custom_skill_history``: Read the versions of a custom skill.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        preset_default: The template's default, null where there is none.
        entries: The writes, newest first.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    preset_default: UserAgentCustomSkillPreset | None | Unset = UNSET
    entries: list[UserAgentCustomSkillVersion] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "preset_default": Field("preset_default", OneOf(Nested("UserAgentCustomSkillPreset"), NULL)),
        "entries": Field("entries", ListOf(Nested("UserAgentCustomSkillVersion"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("preset_default", absent)
            if value is None or value is UNSET:
                self.preset_default = value
            value = get("entries", absent)
            if value is UNSET:
                self.entries = value
