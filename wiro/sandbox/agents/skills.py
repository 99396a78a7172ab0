"""The skills that agents can switch on, what they cost and what they need.

Names and credentials are the documented ones. Prices are those of the documented quotes where there is one.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

__all__ = ["SKILLS", "Skill", "find_skill"]


@frozen(kw_only=True)
class Skill:
    """A registry skill.

    Args:
        name: Registry name with its prefix.
        credential: Key of the credential that it needs, None without one.
        price_usd: What it adds to the price of 30 days.
        credits: What it adds to the credits of 30 days.
        action_costs: Credits of each kind of action; an agent pays the highest of its skills.
        depends_on: Skills that are switched on with it.
        conflicts_with: Skills that cannot be on at the same time.
        user_invocable: False for skills that only other skills call, which are the platform's own.
    """

    name: str
    title: str
    description: str
    credential: str | None = None
    price_usd: Decimal = Decimal(5)
    credits: int = 500
    action_costs: Mapping[str, int] = field(factory=dict)
    depends_on: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    user_invocable: bool = True


def _skill(name: str, credential: str | None, title: str, **options: Any) -> Skill:
    return Skill(name=name, title=title, description=f"{title}.", credential=credential, **options)


def _free(name: str, credential: str | None, title: str, **options: Any) -> Skill:
    return _skill(name, credential, title, price_usd=Decimal(0), credits=0, **options)


_CREATES = {"create": 60}

SKILLS: Mapping[str, Skill] = MappingProxyType(
    {
        skill.name: skill
        for skill in (
            _skill(
                "int-instagram-post",
                "instagram",
                "Instagram Post",
                price_usd=Decimal("5.5"),
                credits=200,
                action_costs={"message": 6, "create": 58, "modify": 29, "regenerate": 58},
            ),
            _skill("int-facebookpage-post", "facebook-pages", "Facebook Page Post", action_costs=_CREATES),
            _skill("int-linkedin-post", "linkedin", "LinkedIn Post", action_costs=_CREATES),
            _skill("int-twitterx-post", "twitter", "X Post", action_costs=_CREATES),
            _skill("int-tiktok-post", "tiktok", "TikTok Post", action_costs=_CREATES),
            _skill("int-youtube-manage", "youtube", "YouTube"),
            _skill("int-metaads-manage", "meta-ads", "Meta Ads", depends_on=("int-wiro-generator",)),
            _skill("int-googleads-manage", "google-ads", "Google Ads", depends_on=("int-wiro-generator",)),
            _skill("int-merchant-center", "google-merchant-center", "Merchant Center"),
            _skill("int-ga4-analytics", "ga4", "Google Analytics"),
            _skill("int-hubspot-crm", "hubspot", "HubSpot"),
            _skill("int-mailchimp-email", "mailchimp", "Mailchimp"),
            _skill("int-google-drive", "google-drive", "Google Drive"),
            _skill("int-gmail-check", "gmail", "Gmail", price_usd=Decimal(4), credits=400),
            _skill("int-firebase-push", "firebase", "Firebase Push"),
            _skill("int-wordpress-post", "wordpress", "WordPress Post", action_costs=_CREATES),
            # The documentation names no two skills that exclude each other: these two are the sandbox's example.
            _skill("int-brevo-email", "brevo", "Brevo", conflicts_with=("int-sendgrid-email",)),
            _skill("int-sendgrid-email", "sendgrid", "SendGrid", conflicts_with=("int-brevo-email",)),
            _skill("int-appstore-reviews", "apple-appstore", "App Store Reviews"),
            _skill("int-appstore-metadata", "apple-appstore", "App Store Metadata"),
            _skill("int-appstore-events", "apple-appstore", "App Store Events", depends_on=("int-appstore-metadata",)),
            _skill("int-googleplay-reviews", "google-play", "Google Play Reviews"),
            _skill("int-googleplay-metadata", "google-play", "Google Play Metadata"),
            _skill("int-googleplay-events", "google-play", "Google Play Events"),
            _skill("int-apollo-sales", "apollo", "Apollo"),
            _skill("int-lemlist-outreach", "lemlist", "Lemlist"),
            _free("int-wiro-generator", "wiro", "Wiro Generator (platform-managed)", user_invocable=False),
            _free("int-calendarific", "calendarific", "Calendarific (platform-managed)", user_invocable=False),
            _free("util-html-strip", None, "HTML Strip"),
            _free("website", "var-website", "Websites"),
        )
    }
)


def find_skill(name: str) -> Skill | None:
    """Return a registry skill by its name."""
    return SKILLS.get(name)
