from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, Field, Fields
from ..types import UNSET, File

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("image", absent)
            if value is UNSET:
                self.image = value

    _closed: ClassVar[bool] = True
