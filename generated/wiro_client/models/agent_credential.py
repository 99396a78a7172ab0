from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_credential_editable import AgentCredentialEditable
    from .agent_credential_schema import AgentCredentialSchema

__all__ = ["AgentCredential"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentCredential(Model):
    """One credential of a template, without any value.

    Attributes:
        optional: Whether the agent starts without it.
        extra: Whether it belongs to a skill that is not on by default.
        field_editable: Whether an API caller may write each field, keyed by field name.
        field_schema: How to present the credential and which fields it has; the registry's entry without key
            and skills.
    """

    optional: bool | Unset = UNSET
    extra: bool | Unset = UNSET
    field_editable: AgentCredentialEditable | Unset = UNSET
    field_schema: AgentCredentialSchema | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "optional": Field("optional", BOOLEAN),
        "extra": Field("extra", BOOLEAN),
        "field_editable": Field("_editable", Nested("AgentCredentialEditable")),
        "field_schema": Field("_schema", Nested("AgentCredentialSchema")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("optional", absent)
            if type(value) is bool or value is UNSET:
                self.optional = value
            value = get("extra", absent)
            if type(value) is bool or value is UNSET:
                self.extra = value
            value = get("_editable", absent)
            if value is UNSET:
                self.field_editable = value
            value = get("_schema", absent)
            if value is UNSET:
                self.field_schema = value
