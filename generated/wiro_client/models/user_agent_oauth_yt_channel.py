from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthYtChannel"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthYtChannel(Model):
    """A YouTube channel to choose from.

    Attributes:
        channelid: Id of the channel.
        channeltitle: Title of the channel.
    """

    channelid: str | Unset = UNSET
    channeltitle: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "channelid": Field("channelid", TEXT),
        "channeltitle": Field("channeltitle", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("channelid", absent)
            if type(value) is str or value is UNSET:
                self.channelid = value
            value = get("channeltitle", absent)
            if type(value) is str or value is UNSET:
                self.channeltitle = value
