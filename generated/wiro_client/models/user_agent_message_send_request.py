from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageSendRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSendRequest(Model):
    """Body of ``user_agent_messages_send``: Send a message to a running agent.

    Attributes:
        useragentguid: Guid of the instance.
        message: Text for the agent.
        sessionkey: Conversation to continue or begin, such as one a user; the agent remembers within it. The
            service uses `default` when it is absent.
        callbackurl: URL that receives the result by POST when the agent is done. All lower case here, unlike
            `callbackUrl` of a run.
    """

    useragentguid: str
    message: str
    sessionkey: str | Unset = UNSET
    callbackurl: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "message": Field("message", TEXT, required=True),
        "sessionkey": Field("sessionkey", TEXT),
        "callbackurl": Field("callbackurl", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("message", absent)
            if type(value) is str or value is UNSET:
                self.message = value
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("callbackurl", absent)
            if type(value) is str or value is UNSET:
                self.callbackurl = value

    _closed: ClassVar[bool] = True
