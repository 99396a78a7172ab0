from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .task_output_content import TaskOutputContent

__all__ = ["TaskOutput"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskOutput(Model):
    """One result of a task: a file with its address, or, with `contenttype` "raw", the text of a language model in
    `content`.

    Attributes:
        name: File name.
        contenttype: Media type of the file, or "raw".
        size: Size in bytes.
        url: Public address of the file. Anyone who has it may read it, and it works for a limited time.
        content: Answer of a language model. Older answers split it into `thinking` and `answer`, whose items
            belong together by index; newer ones into `segments`, which then count.
    """

    name: str | Unset = UNSET
    contenttype: str | Unset = UNSET
    size: str | Unset = UNSET
    url: str | Unset = UNSET
    content: TaskOutputContent | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "contenttype": Field("contenttype", TEXT),
        "size": Field("size", TEXT),
        "url": Field("url", TEXT),
        "content": Field("content", Nested("TaskOutputContent")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("contenttype", absent)
            if type(value) is str or value is UNSET:
                self.contenttype = value
            value = get("size", absent)
            if type(value) is str or value is UNSET:
                self.size = value
            value = get("url", absent)
            if type(value) is str or value is UNSET:
                self.url = value
            value = get("content", absent)
            if value is UNSET:
                self.content = value
