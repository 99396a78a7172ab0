from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["SkillsCredentialSchemaRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SkillsCredentialSchemaRequest(Model):
    """Body of ``skills_credential_schema``: Read the credential that a skill needs.

    Attributes:
        name: Registry name with its prefix, such as `int-instagram-post`.
    """

    name: str

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value

    _closed: ClassVar[bool] = True
