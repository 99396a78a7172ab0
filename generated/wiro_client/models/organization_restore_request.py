from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("organizationguid", absent)
            if type(value) is str or value is UNSET:
                self.organizationguid = value

    _closed: ClassVar[bool] = True
