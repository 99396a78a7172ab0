from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent import UserAgent

__all__ = ["UserAgentCoverResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCoverResponse(Model):
    """Answer of ``user_agents_cover``: Upload a cover image for an agent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        cover: URL of the stored image.
        useragents: The changed instance.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    cover: str | None | Unset = UNSET
    useragents: list[UserAgent] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "cover": Field("cover", OneOf(TEXT, NULL)),
        "useragents": Field("useragents", ListOf(Nested("UserAgent"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("cover", absent)
            if value is None or type(value) is str or value is UNSET:
                self.cover = value
            value = get("useragents", absent)
            if value is UNSET:
                self.useragents = value
