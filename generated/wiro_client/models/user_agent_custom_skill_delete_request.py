from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
