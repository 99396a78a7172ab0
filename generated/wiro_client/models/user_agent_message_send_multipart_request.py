from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, TEXT, Field, Fields, ListOf
from ..types import UNSET, File, Unset

__all__ = ["UserAgentMessageSendMultipartRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSendMultipartRequest(Model):
    """Body of ``user_agent_messages_send``: Send a message to a running agent.

    Attributes:
        useragentguid: Guid of the instance.
        message: Text for the agent; may be empty, since there are files.
        sessionkey: Conversation to continue or begin; the service uses `default` when it is absent.
        callbackurl: URL that receives the result by POST when the agent is done.
        attachment: One file for the agent.
        attachments: Several files for the agent; the form field is repeated.
    """

    useragentguid: str
    message: str
    sessionkey: str | Unset = UNSET
    callbackurl: str | Unset = UNSET
    attachment: File | Unset = UNSET
    attachments: list[File] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "message": Field("message", TEXT, required=True),
        "sessionkey": Field("sessionkey", TEXT),
        "callbackurl": Field("callbackurl", TEXT),
        "attachment": Field("attachment", BINARY),
        "attachments": Field("attachments[]", ListOf(BINARY)),
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
            value = get("attachment", absent)
            if value is UNSET:
                self.attachment = value
            value = get("attachments[]", absent)
            if value is UNSET:
                self.attachments = value

    _closed: ClassVar[bool] = True
