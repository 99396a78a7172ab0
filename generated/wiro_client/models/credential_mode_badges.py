from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Fields, Shape

__all__ = ["CredentialModeBadges"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class CredentialModeBadges(Model):
    """A word about each way to connect, such as `Recommended`, keyed by connection mode; newer servers."""

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = TEXT

    @property
    def additional_properties(self) -> dict[str, str]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]
