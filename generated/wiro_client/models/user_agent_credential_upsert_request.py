from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_credential_field_write import UserAgentCredentialFieldWrite

__all__ = ["UserAgentCredentialUpsertRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialUpsertRequest(Model):
    """Body of ``user_agents_credential_upsert``: Write credential fields of an agent.

    Attributes:
        useragentguid: Guid of the instance.
        fields: The fields to write, of any number of credentials.
    """

    useragentguid: str
    fields: list[UserAgentCredentialFieldWrite]

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "fields": Field("fields", ListOf(Nested("UserAgentCredentialFieldWrite")), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("fields", absent)
            if value is UNSET:
                self.fields = value

    _closed: ClassVar[bool] = True
