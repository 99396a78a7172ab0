from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields, Nested, Shape

if TYPE_CHECKING:
    from .user_agent_credential import UserAgentCredential

__all__ = ["UserAgentCredentialMap"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialMap(Model):
    """Credentials of an instance by key. The keys differ between pages of the documentation (twitter and twitterx,
    meta-ads and metaads, telegram and sys-telegram), so use the ones that an answer has.
    """

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = Nested("UserAgentCredential")

    @property
    def additional_properties(self) -> dict[str, UserAgentCredential]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> UserAgentCredential:
        return self.additional_properties[key]
