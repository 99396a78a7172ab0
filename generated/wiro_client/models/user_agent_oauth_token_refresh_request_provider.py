from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentOauthTokenRefreshRequestProvider"]


class UserAgentOauthTokenRefreshRequestProvider(OpenStrEnum):
    """UserAgentOauthTokenRefreshRequestProvider."""

    TWITTER = "twitter"
    TIKTOK = "tiktok"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    LINKEDIN = "linkedin"
    GOOGLEADS = "googleads"
    METAADS = "metaads"
    HUBSPOT = "hubspot"
    FACEBOOK_PAGES = "facebook-pages"
    GOOGLE_ADS = "google-ads"
    META_ADS = "meta-ads"
