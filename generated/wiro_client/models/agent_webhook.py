from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_progress import AgentProgress

__all__ = ["AgentWebhook"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentWebhook(Model):
    """An agent message that has ended. `metadata` is an empty object unless its status is agent_end.

    Attributes:
        messageguid: Guid of the message. Compare it with the one that Message/Send answered.
        status: agent_end, agent_error or agent_cancel.
        content: What was sent to the agent.
        response: The answer, or the unedited error, or the reason of the cancellation.
        debugoutput: Same text as `response`.
        metadata: Text of an agent so far. Some frames carry only a part of the fields.
        endedat: End of the message in seconds since the epoch.
    """

    messageguid: str | Unset = UNSET
    status: str | Unset = UNSET
    content: str | Unset = UNSET
    response: str | Unset = UNSET
    debugoutput: str | Unset = UNSET
    metadata: AgentProgress | Unset = UNSET
    endedat: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "messageguid": Field("messageguid", TEXT),
        "status": Field("status", TEXT),
        "content": Field("content", TEXT),
        "response": Field("response", TEXT),
        "debugoutput": Field("debugoutput", TEXT),
        "metadata": Field("metadata", Nested("AgentProgress")),
        "endedat": Field("endedat", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("messageguid", absent)
            if type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("status", absent)
            if type(value) is str or value is UNSET:
                self.status = value
            value = get("content", absent)
            if type(value) is str or value is UNSET:
                self.content = value
            value = get("response", absent)
            if type(value) is str or value is UNSET:
                self.response = value
            value = get("debugoutput", absent)
            if type(value) is str or value is UNSET:
                self.debugoutput = value
            value = get("metadata", absent)
            if value is UNSET:
                self.metadata = value
            value = get("endedat", absent)
            if type(value) is int or value is UNSET:
                self.endedat = value
