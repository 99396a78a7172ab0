from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_custom_skill_revert_request_source import UserAgentCustomSkillRevertRequestSource

__all__ = ["UserAgentCustomSkillRevertRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillRevertRequest(Model):
    """Body of ``user_agents_custom_skill_revert``: Set a custom skill back to its preset or to an earlier version.

    Attributes:
        useragentguid: Guid of the instance.
        skillkey: Key of the skill with its prefix.
        source: `preset` for the template's default, `history` for the version in `versionguid`.
        versionguid: Guid of an entry of `user_agents_custom_skill_history`; required with `history`.
    """

    useragentguid: str
    skillkey: str
    source: UserAgentCustomSkillRevertRequestSource
    versionguid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "skillkey": Field("skillkey", TEXT, required=True),
        "source": Field("source", EnumOf("UserAgentCustomSkillRevertRequestSource", str), required=True),
        "versionguid": Field("versionguid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skillkey", absent)
            if type(value) is str or value is UNSET:
                self.skillkey = value
            value = get("source", absent)
            if value is UNSET:
                self.source = value
            value = get("versionguid", absent)
            if type(value) is str or value is UNSET:
                self.versionguid = value

    _closed: ClassVar[bool] = True
