from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .google_drive_folder import GoogleDriveFolder

__all__ = ["UserAgentOauthGoogleDriveListFoldersResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGoogleDriveListFoldersResponse(Model):
    """Answer of ``user_agent_oauth_google_drive_list_folders``: List the Drive folders that a service account can
    see.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        service_account_email: Address that folders have to be shared with.
        folders: The folders.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    service_account_email: str | Unset = UNSET
    folders: list[GoogleDriveFolder] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "service_account_email": Field("serviceAccountEmail", TEXT),
        "folders": Field("folders", ListOf(Nested("GoogleDriveFolder"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("serviceAccountEmail", absent)
            if type(value) is str or value is UNSET:
                self.service_account_email = value
            value = get("folders", absent)
            if value is UNSET:
                self.folders = value
