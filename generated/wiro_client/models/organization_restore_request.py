from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["OrganizationRestoreRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class OrganizationRestoreRequest(Model):
    """Body of ``organizations_restore``: Restore a removed organization.

    Attributes:
        organizationguid: Guid of the organization.
    """

    organizationguid: str

    _fields: ClassVar[Fields] = {
        "organizationguid": Field("organizationguid", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
