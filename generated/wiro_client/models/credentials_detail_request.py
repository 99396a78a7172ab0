from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["CredentialsDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class CredentialsDetailRequest(Model):
    """Body of ``credentials_detail``: Read one credential of the registry.

    Attributes:
        key: Key of the credential, such as `instagram`, `google-ads`, `sys-telegram` or `var-website`.
    """

    key: str

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value

    _closed: ClassVar[bool] = True
