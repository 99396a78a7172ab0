from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthFbSetPageRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthFbSetPageRequest(Model):
    """Body of ``user_agent_oauth_fb_set_page``: Choose the Facebook page that the agent works with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        pageid: Id of the page, from `fb_pages`.
        pagename: Name to store; the name of the page when absent.
    """

    useragentguid: str
    pageid: str
    pagename: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "pageid": Field("pageid", TEXT, required=True, aliases=("pageId",)),
        "pagename": Field("pagename", TEXT, aliases=("pageName",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("pageid", absent)
            if type(value) is str or value is UNSET:
                self.pageid = value
            value = get("pagename", absent)
            if type(value) is str or value is UNSET:
                self.pagename = value

    _closed: ClassVar[bool] = True
