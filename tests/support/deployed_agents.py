"""Agents for tests, deployed as clients do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient

_OAUTH_SKILLS = (
    "int-twitterx-post",
    "int-tiktok-post",
    "int-instagram-post",
    "int-facebookpage-post",
    "int-linkedin-post",
    "int-googleads-manage",
    "int-youtube-manage",
    "int-ga4-analytics",
    "int-merchant-center",
    "int-metaads-manage",
    "int-hubspot-crm",
    "int-mailchimp-email",
    "int-google-drive",
)


def deploy_connectable(client: SandboxClient, **options: Any) -> str:
    """Deploy an agent that has the credentials of every provider, and return its guid."""
    body = {
        "custom": True,
        "title": "Everything",
        "useprepaid": True,
        "tier": "starter",
        "skills": dict.fromkeys(_OAUTH_SKILLS, True),
    }
    answer = client.post("/UserAgent/Deploy", body, **options)
    assert answer["result"] is True, answer
    guid: str = answer["useragents"][0]["guid"]
    return guid


def own_app_fields(credential: str, *names: str) -> list[dict[str, str]]:
    """Return the fields of an app of one's own, as CredentialUpsert takes them."""
    values = {name: f"own-{name}" for name in names} | {"authmethod": "own"}
    return [{"credentialkey": credential, "fieldname": name, "fieldvalue": value} for name, value in values.items()]
