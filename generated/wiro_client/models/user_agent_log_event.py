from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, TEXT, Field, Fields, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_actor import UserAgentActor
    from .user_agent_log_details import UserAgentLogDetails

__all__ = ["UserAgentLogEvent"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogEvent(Model):
    """Something that the agent did. Newer services have another form, with `ts` as ISO 8601 text and further kinds
    and fields, which are kept.

    Attributes:
        ts: When it happened, Unix seconds; ISO 8601 text from newer services.
        kind: tool, turn, session, message, cron, deduct, system or another word.
        action: What exactly, such as wordpress-publish, cron-tick or agent_start.
        skill: Skill that did it, null for events of the system.
        session: Session it belongs to; chat events only.
        user_uuid: Account that caused it, or `system`.
        user: That account; null for automation and deleted accounts.
        details: Facts of the event.
    """

    ts: int | str | Unset = UNSET
    kind: str | Unset = UNSET
    action: str | Unset = UNSET
    skill: str | None | Unset = UNSET
    session: str | None | Unset = UNSET
    user_uuid: str | None | Unset = UNSET
    user: UserAgentActor | None | Unset = UNSET
    details: UserAgentLogDetails | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "ts": Field("ts", OneOf(INTEGER, TEXT)),
        "kind": Field("kind", TEXT),
        "action": Field("action", TEXT),
        "skill": Field("skill", OneOf(TEXT, NULL)),
        "session": Field("session", OneOf(TEXT, NULL)),
        "user_uuid": Field("userUuid", OneOf(TEXT, NULL)),
        "user": Field("user", OneOf(Nested("UserAgentActor"), NULL)),
        "details": Field("details", Nested("UserAgentLogDetails")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("ts", absent)
            if type(value) in (int, str) or value is UNSET:
                self.ts = value
            value = get("kind", absent)
            if type(value) is str or value is UNSET:
                self.kind = value
            value = get("action", absent)
            if type(value) is str or value is UNSET:
                self.action = value
            value = get("skill", absent)
            if value is None or type(value) is str or value is UNSET:
                self.skill = value
            value = get("session", absent)
            if value is None or type(value) is str or value is UNSET:
                self.session = value
            value = get("userUuid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.user_uuid = value
            value = get("user", absent)
            if value is None or value is UNSET:
                self.user = value
            value = get("details", absent)
            if value is UNSET:
                self.details = value
