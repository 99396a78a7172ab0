from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_custom_skill_revert_response_action import UserAgentCustomSkillRevertResponseAction

__all__ = ["UserAgentCustomSkillRevertResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillRevertResponse(Model):
    """Answer of ``user_agents_custom_skill_revert``: Set a custom skill back to its preset or to an earlier
    version.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        action: What was done; `deleted` when the template no longer has it, `no-op` when it was like this
            already.
        current_value: The text now.
        current_interval: The cron expression now.
        current_enabled: The switch now.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    action: UserAgentCustomSkillRevertResponseAction | Unset = UNSET
    current_value: str | None | Unset = UNSET
    current_interval: str | None | Unset = UNSET
    current_enabled: bool | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "action": Field("action", EnumOf("UserAgentCustomSkillRevertResponseAction", str)),
        "current_value": Field("current_value", OneOf(TEXT, NULL)),
        "current_interval": Field("current_interval", OneOf(TEXT, NULL)),
        "current_enabled": Field("current_enabled", OneOf(BOOLEAN, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("action", absent)
            if value is UNSET:
                self.action = value
            value = get("current_value", absent)
            if value is None or type(value) is str or value is UNSET:
                self.current_value = value
            value = get("current_interval", absent)
            if value is None or type(value) is str or value is UNSET:
                self.current_interval = value
            value = get("current_enabled", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.current_enabled = value
