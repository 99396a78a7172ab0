from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_actor import UserAgentActor
    from .user_agent_message_attachment import UserAgentMessageAttachment
    from .user_agent_message_metadata import UserAgentMessageMetadata
    from .user_agent_message_status import UserAgentMessageStatus

__all__ = ["UserAgentMessage"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessage(Model):
    """A message to an agent and the answer to it.

    Attributes:
        guid: Identifies the message.
        uuid: Account that sent it, or `system`.
        agenttoken: Token to follow it by while it is not finished; null for very old messages.
        user: The sender; null for automation and deleted accounts.
        sessionkey: Conversation it belongs to.
        content: The text that was sent.
        response: The whole answer; empty until `agent_end`.
        debugoutput: The answer so far; the error text after `agent_error`.
        status: Progress; `agent_end`, `agent_error` and `agent_cancel` are final.
        metadata: Figures about the answer; empty until it is there.
        attachments: Files that were sent with it; empty or missing without any.
        deletestatus: Sides that are hidden, as a sum of 1 (user) and 2 (agent).
        createdat: When it was sent, Unix seconds.
        startedat: When the agent began with it, Unix seconds.
        endedat: When the agent was done, Unix seconds.
    """

    guid: str | Unset = UNSET
    uuid: str | Unset = UNSET
    agenttoken: str | None | Unset = UNSET
    user: UserAgentActor | None | Unset = UNSET
    sessionkey: str | Unset = UNSET
    content: str | None | Unset = UNSET
    response: str | None | Unset = UNSET
    debugoutput: str | None | Unset = UNSET
    status: UserAgentMessageStatus | Unset = UNSET
    metadata: UserAgentMessageMetadata | Unset = UNSET
    attachments: list[UserAgentMessageAttachment] | Unset = UNSET
    deletestatus: int | Unset = UNSET
    createdat: str | int | None | Unset = UNSET
    startedat: str | int | None | Unset = UNSET
    endedat: str | int | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "uuid": Field("uuid", TEXT),
        "agenttoken": Field("agenttoken", OneOf(TEXT, NULL)),
        "user": Field("user", OneOf(Nested("UserAgentActor"), NULL)),
        "sessionkey": Field("sessionkey", TEXT),
        "content": Field("content", OneOf(TEXT, NULL)),
        "response": Field("response", OneOf(TEXT, NULL)),
        "debugoutput": Field("debugoutput", OneOf(TEXT, NULL)),
        "status": Field("status", EnumOf("UserAgentMessageStatus", str)),
        "metadata": Field("metadata", Nested("UserAgentMessageMetadata")),
        "attachments": Field("attachments", ListOf(Nested("UserAgentMessageAttachment"))),
        "deletestatus": Field("deletestatus", INTEGER),
        "createdat": Field("createdat", OneOf(TEXT, INTEGER, NULL)),
        "startedat": Field("startedat", OneOf(TEXT, INTEGER, NULL)),
        "endedat": Field("endedat", OneOf(TEXT, INTEGER, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("uuid", absent)
            if type(value) is str or value is UNSET:
                self.uuid = value
            value = get("agenttoken", absent)
            if value is None or type(value) is str or value is UNSET:
                self.agenttoken = value
            value = get("user", absent)
            if value is None or value is UNSET:
                self.user = value
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("content", absent)
            if value is None or type(value) is str or value is UNSET:
                self.content = value
            value = get("response", absent)
            if value is None or type(value) is str or value is UNSET:
                self.response = value
            value = get("debugoutput", absent)
            if value is None or type(value) is str or value is UNSET:
                self.debugoutput = value
            value = get("status", absent)
            if value is UNSET:
                self.status = value
            value = get("metadata", absent)
            if value is UNSET:
                self.metadata = value
            value = get("attachments", absent)
            if value is UNSET:
                self.attachments = value
            value = get("deletestatus", absent)
            if type(value) is int or value is UNSET:
                self.deletestatus = value
            value = get("createdat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.createdat = value
            value = get("startedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.startedat = value
            value = get("endedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.endedat = value
