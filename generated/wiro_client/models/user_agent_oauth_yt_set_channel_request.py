from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthYtSetChannelRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthYtSetChannelRequest(Model):
    """Body of ``user_agent_oauth_yt_set_channel``: Choose the YouTube channel that the agent works with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        channelid: Id of the channel, from `yt_channels`.
        channeltitle: Title to show for it.
    """

    useragentguid: str
    channelid: str
    channeltitle: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "channelid": Field("channelid", TEXT, required=True),
        "channeltitle": Field("channeltitle", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("channelid", absent)
            if type(value) is str or value is UNSET:
                self.channelid = value
            value = get("channeltitle", absent)
            if type(value) is str or value is UNSET:
                self.channeltitle = value

    _closed: ClassVar[bool] = True
