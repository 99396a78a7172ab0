from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent import UserAgent

__all__ = ["UserAgentCredentialUpsertResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialUpsertResponse(Model):
    """Answer of ``user_agents_credential_upsert``: Write credential fields of an agent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        applied: Number of rows that were written.
        useragents: The instance with guid, status and `setuprequired` only.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    applied: int | Unset = UNSET
    useragents: list[UserAgent] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "applied": Field("applied", INTEGER),
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
            value = get("applied", absent)
            if type(value) is int or value is UNSET:
                self.applied = value
            value = get("useragents", absent)
            if value is UNSET:
                self.useragents = value
