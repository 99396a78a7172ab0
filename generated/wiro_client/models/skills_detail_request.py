from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["SkillsDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SkillsDetailRequest(Model):
    """Body of ``skills_detail``: Read one skill of the registry.

    Attributes:
        name: Registry name with its prefix, such as `int-instagram-post` or `util-html-strip`.
    """

    name: str

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
