from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["CredentialsListRequestCredentialMode"]


class CredentialsListRequestCredentialMode(OpenStrEnum):
    """CredentialsListRequestCredentialMode."""

    OAUTH = "oauth"
    SERVICE_ACCOUNT = "sa"
    API_KEY = "api_key"
    MULTI_API_KEY = "multi_api_key"
    HYBRID = "hybrid"
    IMAP_CREDENTIALS = "imap_credentials"
    JWT_SERVICE_ACCOUNT = "jwt_sa"
    RULE_ONLY = "rule_only"
