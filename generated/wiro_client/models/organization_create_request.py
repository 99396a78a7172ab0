from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["OrganizationCreateRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class OrganizationCreateRequest(Model):
    """Body of ``organizations_create``: Create an organization.

    Attributes:
        name: Name of the organization.
    """

    name: str

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
