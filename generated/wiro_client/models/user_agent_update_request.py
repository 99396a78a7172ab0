from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_legacy_configuration import UserAgentLegacyConfiguration

__all__ = ["UserAgentUpdateRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentUpdateRequest(Model):
    """Body of ``user_agents_update``: Change title, description, categories or cover URL of an agent.

    Attributes:
        guid: Guid of the instance.
        title: New display name.
        description: New description; an empty string or null clears it.
        categories: New categories, at least one.
        cover: URL of a new cover; an empty string or null removes it. `user_agents_cover` uploads a file.
        configuration: Older way to write credentials and skills; a current service ignores it.
    """

    guid: str
    title: str | Unset = UNSET
    description: str | None | Unset = UNSET
    categories: list[str] | Unset = UNSET
    cover: str | None | Unset = UNSET
    configuration: UserAgentLegacyConfiguration | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT, required=True),
        "title": Field("title", TEXT),
        "description": Field("description", OneOf(TEXT, NULL)),
        "categories": Field("categories", ListOf(TEXT)),
        "cover": Field("cover", OneOf(TEXT, NULL)),
        "configuration": Field("configuration", Nested("UserAgentLegacyConfiguration")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("cover", absent)
            if value is None or type(value) is str or value is UNSET:
                self.cover = value
            value = get("configuration", absent)
            if value is UNSET:
                self.configuration = value

    _closed: ClassVar[bool] = True
