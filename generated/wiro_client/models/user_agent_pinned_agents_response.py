from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent import UserAgent

__all__ = ["UserAgentPinnedAgentsResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPinnedAgentsResponse(Model):
    """Answer of ``user_agents_pinned_agents``: List the pinned agents.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        useragents: The pinned instances.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    useragents: list[UserAgent] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
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
            value = get("useragents", absent)
            if value is UNSET:
                self.useragents = value
