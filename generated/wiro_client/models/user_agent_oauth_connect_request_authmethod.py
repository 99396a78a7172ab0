from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentOauthConnectRequestAuthmethod"]


class UserAgentOauthConnectRequestAuthmethod(OpenStrEnum):
    """UserAgentOauthConnectRequestAuthmethod."""

    WIRO = "wiro"
    OWN = "own"
