from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["AgentSkillMeta"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentSkillMeta(Model):
    """How to present one skill of an agent.

    Attributes:
        name: Registry name of the skill, such as `int-instagram-post`.
        title: Name for people.
        icon: Picture, as a full URL or a path on wiro.ai.
        category: `int` for a skill that talks to another service, `rule` for one that only adds rules.
        credential_key: Credential that the skill needs, if any. May differ from the registry's key (`twitterx`
            for `twitter`).
    """

    name: str | Unset = UNSET
    title: str | Unset = UNSET
    icon: str | None | Unset = UNSET
    category: str | Unset = UNSET
    credential_key: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "title": Field("title", TEXT),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "category": Field("category", TEXT),
        "credential_key": Field("credential_key", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("icon", absent)
            if value is None or type(value) is str or value is UNSET:
                self.icon = value
            value = get("category", absent)
            if type(value) is str or value is UNSET:
                self.category = value
            value = get("credential_key", absent)
            if value is None or type(value) is str or value is UNSET:
                self.credential_key = value
