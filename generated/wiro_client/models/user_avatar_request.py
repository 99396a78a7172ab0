from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, Field, Fields
from ..types import UNSET, File

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("image", absent)
        if value is UNSET:
            self.image = value

    _closed: ClassVar[bool] = True
