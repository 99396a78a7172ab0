from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentCustomSkillRenameRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCustomSkillRenameRequest(Model):
    """Body of ``user_agents_custom_skill_rename``: Rename a custom skill that a user made.

    Attributes:
        useragentguid: Guid of the instance.
        oldskillkey: Present key, such as `cs-my-strategy` or `cs-cron-daily-summary`.
        newskillkey: New key; a bare one gets the prefix of the old key.
        description: New description; an empty string clears it, leaving it out keeps it.
    """

    useragentguid: str
    oldskillkey: str
    newskillkey: str
    description: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "oldskillkey": Field("oldskillkey", TEXT, required=True),
        "newskillkey": Field("newskillkey", TEXT, required=True),
        "description": Field("description", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("oldskillkey", absent)
            if type(value) is str or value is UNSET:
                self.oldskillkey = value
            value = get("newskillkey", absent)
            if type(value) is str or value is UNSET:
                self.newskillkey = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value

    _closed: ClassVar[bool] = True
