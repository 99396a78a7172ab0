from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_detail_request_type import AgentDetailRequestType

__all__ = ["AgentDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentDetailRequest(Model):
    """Body of ``agents_detail``: Read one agent template.

    Attributes:
        guid: Guid of the template. One of `guid` and `slug` is required.
        slug: Slug of the template, such as `instagram-manager`. Wins over `guid`.
        type_: `full` adds `customskills` and `scheduledskills` to the answer, to preview skill keys and their
            texts before a deployment.
    """

    guid: str | Unset = UNSET
    slug: str | Unset = UNSET
    type_: AgentDetailRequestType | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "slug": Field("slug", TEXT),
        "type_": Field("type", EnumOf("AgentDetailRequestType", str)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("slug", absent)
            if type(value) is str or value is UNSET:
                self.slug = value
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value

    _closed: ClassVar[bool] = True
