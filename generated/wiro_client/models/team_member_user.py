from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["TeamMemberUser"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberUser(Model):
    """The person behind a membership.

    Attributes:
        firstname: First name.
        lastname: Last name.
        email: E-mail address.
        avatar: URL of the picture.
        avatarinitials: Initials shown where there is no picture.
    """

    firstname: str | None | Unset = UNSET
    lastname: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    avatar: str | None | Unset = UNSET
    avatarinitials: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "firstname": Field("firstname", OneOf(TEXT, NULL)),
        "lastname": Field("lastname", OneOf(TEXT, NULL)),
        "email": Field("email", OneOf(TEXT, NULL)),
        "avatar": Field("avatar", OneOf(TEXT, NULL)),
        "avatarinitials": Field("avatarinitials", OneOf(TEXT, NULL)),
    }
