from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageAttachment"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageAttachment(Model):
    """A file that was sent with a message.

    Attributes:
        url: Where to read it.
        name: File name.
        type_: Media type.
        size: Bytes.
    """

    url: str | Unset = UNSET
    name: str | Unset = UNSET
    type_: str | None | Unset = UNSET
    size: int | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "url": Field("url", TEXT),
        "name": Field("name", TEXT),
        "type_": Field("type", OneOf(TEXT, NULL)),
        "size": Field("size", OneOf(INTEGER, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("url", absent)
            if type(value) is str or value is UNSET:
                self.url = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("type", absent)
            if value is None or type(value) is str or value is UNSET:
                self.type_ = value
            value = get("size", absent)
            if value is None or type(value) is int or value is UNSET:
                self.size = value
