from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
