from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, EnumOf, Field, Fields, ListOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .skills_list_request_category import SkillsListRequestCategory

__all__ = ["SkillsListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SkillsListRequest(Model):
    """Body of ``skills_list``: List the skills of the registry.

    Attributes:
        category: `int` for skills that talk to another service, `rule` for skills that only add rules.
        capability: Only skills with this capability, one of those that `skills_capabilities` lists.
        user_invocable: Only skills that a user can (true) or cannot (false) call in a chat.
        requires_credentials: Only skills that need (true) or do not need (false) a credential.
        wiro_connect_pending: Only skills whose shared Wiro app is (true) or is not (false) still to come.
        name_in: Only the skills with these registry names.
    """

    category: SkillsListRequestCategory | Unset = UNSET
    capability: str | Unset = UNSET
    user_invocable: bool | Unset = UNSET
    requires_credentials: bool | Unset = UNSET
    wiro_connect_pending: bool | Unset = UNSET
    name_in: list[str] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "category": Field("category", EnumOf("SkillsListRequestCategory", str)),
        "capability": Field("capability", TEXT),
        "user_invocable": Field("user_invocable", BOOLEAN),
        "requires_credentials": Field("requires_credentials", BOOLEAN),
        "wiro_connect_pending": Field("wiro_connect_pending", BOOLEAN),
        "name_in": Field("name_in", ListOf(TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("category", absent)
            if value is UNSET:
                self.category = value
            value = get("capability", absent)
            if type(value) is str or value is UNSET:
                self.capability = value
            value = get("user_invocable", absent)
            if type(value) is bool or value is UNSET:
                self.user_invocable = value
            value = get("requires_credentials", absent)
            if type(value) is bool or value is UNSET:
                self.requires_credentials = value
            value = get("wiro_connect_pending", absent)
            if type(value) is bool or value is UNSET:
                self.wiro_connect_pending = value
            value = get("name_in", absent)
            if value is UNSET:
                self.name_in = value

    _closed: ClassVar[bool] = True
