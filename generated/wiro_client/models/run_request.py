from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["RunRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class RunRequest(Model):
    """Parameters of the model by their ids, beside those that every run takes. Numbers of range parameters are
    JSON numbers, values of selects strings. Files are given as URLs: in `{id}Url` for fileinput (one) and
    multifileinput (several, separated by commas), in `{id}` as a list for combinefileinput; where a parameter
    has no `{id}Url`, the URL goes into `{id}`.

    Attributes:
        callback_url: HTTP(S) address that the service posts the finished task to.
        projectid: Project to bill instead of the key's own.
        prompt: What the model shall do; language models require it.
        session_id: UUID of a conversation with a language model. The service keeps its history; a new UUID
            starts anew.
        user_id: UUID of the person who talks, for language models.
    """

    callback_url: str | Unset = UNSET
    projectid: str | Unset = UNSET
    prompt: str | Unset = UNSET
    session_id: str | Unset = UNSET
    user_id: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "callback_url": Field("callbackUrl", TEXT),
        "projectid": Field("projectid", TEXT),
        "prompt": Field("prompt", TEXT),
        "session_id": Field("session_id", TEXT),
        "user_id": Field("user_id", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("callbackUrl", absent)
            if type(value) is str or value is UNSET:
                self.callback_url = value
            value = get("projectid", absent)
            if type(value) is str or value is UNSET:
                self.projectid = value
            value = get("prompt", absent)
            if type(value) is str or value is UNSET:
                self.prompt = value
            value = get("session_id", absent)
            if type(value) is str or value is UNSET:
                self.session_id = value
            value = get("user_id", absent)
            if type(value) is str or value is UNSET:
                self.user_id = value
