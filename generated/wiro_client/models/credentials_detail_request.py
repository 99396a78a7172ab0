from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
