from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("firstname", absent)
            if value is None or type(value) is str or value is UNSET:
                self.firstname = value
            value = get("lastname", absent)
            if value is None or type(value) is str or value is UNSET:
                self.lastname = value
            value = get("email", absent)
            if value is None or type(value) is str or value is UNSET:
                self.email = value
            value = get("avatar", absent)
            if value is None or type(value) is str or value is UNSET:
                self.avatar = value
            value = get("avatarinitials", absent)
            if value is None or type(value) is str or value is UNSET:
                self.avatarinitials = value
