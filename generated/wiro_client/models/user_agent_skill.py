from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentSkill"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkill(Model):
    """A registry skill of an instance.

    Attributes:
        name: Registry name with its prefix, such as int-instagram-post.
        enabled: Whether the skill is on.
        field_edited: Whether it differs from the template.
        field_user_created: Whether a user added it.
    """

    name: str | Unset = UNSET
    enabled: bool | Unset = UNSET
    field_edited: bool | Unset = UNSET
    field_user_created: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "enabled": Field("enabled", BOOLEAN),
        "field_edited": Field("_edited", BOOLEAN),
        "field_user_created": Field("_user_created", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("_edited", absent)
            if type(value) is bool or value is UNSET:
                self.field_edited = value
            value = get("_user_created", absent)
            if type(value) is bool or value is UNSET:
                self.field_user_created = value
