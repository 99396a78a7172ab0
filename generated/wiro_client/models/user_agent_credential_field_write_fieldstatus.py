from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentCredentialFieldWriteFieldstatus"]


class UserAgentCredentialFieldWriteFieldstatus(OpenStrEnum):
    """UserAgentCredentialFieldWriteFieldstatus."""

    USER = "user"
    PLATFORM = "platform"
    OAUTH_APP = "oauth_app"
    OAUTH_PICKER = "oauth_picker"
    COMPUTED = "computed"
    CONTROL = "control"
