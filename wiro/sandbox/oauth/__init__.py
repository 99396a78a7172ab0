"""Connecting deployed agents to third-party accounts: twelve providers, played by a consent page on this address."""

from wiro.sandbox.oauth.connections import OauthConnections
from wiro.sandbox.oauth.operations import OAUTH_OPERATIONS

__all__ = ["OAUTH_OPERATIONS", "OauthConnections"]
