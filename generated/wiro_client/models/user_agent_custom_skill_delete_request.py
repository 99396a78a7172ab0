from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["UserAgentCustomSkillDeleteRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillDeleteRequest(Model):
    """Body of ``user_agents_custom_skill_delete``: Delete a schedule that a user made.

    Attributes:
        useragentguid: Guid of the instance.
        skillkey: Key of the schedule (`cron-*` or `cs-cron-*`).
    """

    useragentguid: str
    skillkey: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "skillkey": Field("skillkey", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skillkey", absent)
            if type(value) is str or value is UNSET:
                self.skillkey = value

    _closed: ClassVar[bool] = True
