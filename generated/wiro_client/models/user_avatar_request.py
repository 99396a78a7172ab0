from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, Field, Fields
from ..types import File

__all__ = ["UserAvatarRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAvatarRequest(Model):
    """Body of ``users_avatar``: Replace the picture of the account.

    Attributes:
        image: The picture, as jpg, png, gif, jpeg or webp, at most about 10 MB.
    """

    image: File

    _fields: ClassVar[Fields] = {
        "image": Field("image", BINARY, required=True),
    }
    _closed: ClassVar[bool] = True
