"""The nine templates of the catalogue, with the documented skills, credentials, strategies and schedules.

Prices of all are those of the one template that the documentation prices.
"""

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

__all__ = ["AGENT_BASE", "TEMPLATES", "TIER_MULTIPLIER", "AgentTemplate", "Preset", "TierPrice", "find_template"]

#: Factor from Starter to Pro where no tiers are published.
TIER_MULTIPLIER = 3


@frozen
class TierPrice:
    """What 30 days of a tier cost in USD, and the credits in them."""

    price_usd: Decimal
    credits: int


#: What every custom build costs before any skill: 9 USD and 1,000 credits.
AGENT_BASE = TierPrice(Decimal(9), 1000)


@frozen(kw_only=True)
class Preset:
    """A custom skill that a template brings: a strategy text, or a schedule if it has an interval."""

    key: str
    description: str
    value: str = ""
    interval: str | None = None
    enabled: bool = True


@frozen(kw_only=True)
class AgentTemplate:
    """A template of the catalogue.

    Args:
        guid: What a deployment names.
        slug: Name for addresses.
        skills: Skills that are on.
        credentials: Keys of credentials; the value tells whether the agent runs without it.
        presets: Its strategy and schedules.
    """

    guid: str
    slug: str
    title: str
    headline: str
    description: str
    categories: tuple[str, ...]
    skills: tuple[str, ...]
    credentials: Mapping[str, bool]
    presets: tuple[Preset, ...]
    starter: TierPrice = AGENT_BASE
    pro: TierPrice = TierPrice(Decimal(29), 5000)
    tier_multiplier: int = TIER_MULTIPLIER

    @property
    def cover(self) -> str:
        """Address of the cover image."""
        return f"https://cdn.wiro.ai/uploads/agents/{self.slug}-cover.webp"

    @property
    def icon(self) -> str:
        """Address of the icon."""
        return f"https://cdn.wiro.ai/uploads/agents/{self.slug}-icon.webp"


def find_template(guid_or_slug: str) -> AgentTemplate | None:
    """Return a template of the catalogue."""
    return _BY_NAME.get(guid_or_slug)


def _schedule(key: str, description: str, interval: str, *, enabled: bool = True) -> Preset:
    return Preset(key=f"cs-cron-{key}", description=description, interval=interval, enabled=enabled)


def _strategy(key: str, description: str, heading: str) -> Preset:
    return Preset(key=f"cs-{key}", description=description, value=f"## {heading}\nTone: friendly\n")


_GENERATOR = "int-wiro-generator"
_TEN = "0 10 * * *"
_NINE = "0 9 * * *"
_DRIVE = _schedule("drive-scanner", "Google Drive asset scanning", _TEN, enabled=False)

TEMPLATES: tuple[AgentTemplate, ...] = (
    AgentTemplate(
        guid="a1b2c3d4-e5f6-7890-abcd-ef1234567890",
        slug="social-manager",
        title="Social Manager",
        headline="Automate your social presence with AI",
        description="Create, schedule, and publish social media content.",
        categories=("social-media", "marketing"),
        skills=("int-twitterx-post", "int-instagram-post", "int-facebookpage-post", "int-linkedin-post", _GENERATOR),
        credentials={"twitter": False, "instagram": True, "facebook-pages": True, "tiktok": True, "linkedin": True,
                     "gmail": True, "google-drive": True},
        presets=(
            _strategy("content-tone", "Brand voice, hashtags and posting style per platform", "Brand Voice"),
            _schedule("content-scanner", "Content discovery and draft generation", "0 */4 * * *"),
            _schedule("gmail-checker", "Check inbox for content requests", "*/30 * * * *", enabled=False),
            _DRIVE,
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0001-4b0c-9c0e-5a6d7e8f9001",
        slug="blog-content-editor",
        title="Blog Content Editor",
        headline="Research, write and publish your blog",
        description="Write and publish blog posts: WordPress draft and publish workflow.",
        categories=("content", "marketing"),
        skills=("int-wordpress-post", "int-gmail-check", "website", _GENERATOR),
        credentials={"wordpress": False, "gmail": True, "var-website": True},
        presets=(
            _strategy("content-strategy", "Writing style, topics, research rules and blog types", "Writing Style"),
            _schedule("blog-scanner", "Discover blog topics and write content", _NINE),
            _schedule("gmail-checker", "Check inbox for blog topic requests", "*/30 * * * *"),
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0002-4b0c-9c0e-5a6d7e8f9002",
        slug="google-ads-manager",
        title="Google Ads Manager",
        headline="Run your Google Ads with an AI analyst",
        description="Create and optimize Google Ads campaigns, daily performance reports.",
        categories=("advertising", "marketing"),
        skills=("int-googleads-manage", "int-calendarific", _GENERATOR),
        credentials={"google-ads": False, "calendarific": True, "google-drive": True},
        presets=(
            _strategy("ad-strategy", "Target audience, budget goals, KPI thresholds", "Target Audience"),
            _schedule("performance-reporter", "Daily performance report", _NINE),
            _schedule("competitor-scanner", "Weekly competitor analysis", "0 10 * * 1"),
            _schedule("holiday-ad-planner", "Scan holidays, suggest ad campaigns", "0 10 * * 3"),
            _DRIVE,
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0003-4b0c-9c0e-5a6d7e8f9003",
        slug="meta-ads-manager",
        title="Meta Ads Manager",
        headline="Run your Meta campaigns with an AI analyst",
        description="Manage Facebook and Instagram ad campaigns, audience analysis.",
        categories=("advertising", "marketing"),
        skills=("int-metaads-manage", "int-calendarific", _GENERATOR),
        credentials={"meta-ads": False, "calendarific": True, "google-drive": True},
        presets=(
            _strategy("ad-strategy", "Target audience, budget goals, creative preferences", "Target Audience"),
            _schedule("performance-reporter", "Daily performance report", _NINE),
            _schedule("audience-scanner", "Weekly audience analysis", "0 10 * * 1"),
            _schedule("holiday-ad-planner", "Scan holidays, suggest campaigns", "0 10 * * 3"),
            _DRIVE,
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0004-4b0c-9c0e-5a6d7e8f9004",
        slug="newsletter-manager",
        title="Newsletter Manager",
        headline="Newsletters that write themselves",
        description="Design and send email newsletters to subscriber lists.",
        categories=("email", "marketing"),
        skills=("int-brevo-email", _GENERATOR),
        credentials={"brevo": False, "sendgrid": True, "mailchimp": True, "hubspot": True, "newsletter": True},
        presets=(
            _strategy("newsletter-strategy", "Topics, tone, audience, frequency, branding", "Topics"),
            _schedule("newsletter-sender", "Create and send scheduled newsletters", "0 9 * * 1"),
            _schedule("subscriber-scanner", "Daily subscriber list health check", _TEN),
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0005-4b0c-9c0e-5a6d7e8f9005",
        slug="lead-generation-manager",
        title="Lead Generation Manager",
        headline="Find and enrich leads",
        description="Find and enrich leads, run multi-channel outreach, analyze replies.",
        categories=("sales",),
        skills=("int-apollo-sales", "int-lemlist-outreach"),
        credentials={"apollo": False, "lemlist": True, "hubspot": True},
        presets=(
            _strategy("lead-strategy", "Ideal customers, outreach tone, scoring rules", "Our Business"),
            _schedule("prospect-scanner", "Weekly prospect search and scoring", "0 10 * * 1"),
            _schedule("outreach-reporter", "Daily outreach performance report", _NINE),
            _schedule("reply-handler", "Check replies, analyze sentiment", "0 */4 * * *"),
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0006-4b0c-9c0e-5a6d7e8f9006",
        slug="app-review-support",
        title="App Review Support",
        headline="Answer every store review",
        description="Monitor app store reviews, draft responses in operator's tone.",
        categories=("mobile", "support"),
        skills=("int-appstore-reviews", "int-googleplay-reviews"),
        credentials={"apple-appstore": False, "google-play": True, "apple-appstore-apps": True,
                     "google-play-apps": True},
        presets=(
            _strategy("review-preferences", "Response tone, support channels, custom rules", "Response Tone"),
            _schedule("review-scanner", "Scan stores for new reviews", "0 */2 * * *"),
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0007-4b0c-9c0e-5a6d7e8f9007",
        slug="app-event-manager",
        title="App Event Manager",
        headline="In-app events for every holiday",
        description="Scan global holidays, suggest and create App Store in-app events.",
        categories=("mobile",),
        skills=("int-appstore-events", "int-appstore-metadata", "int-calendarific", _GENERATOR),
        credentials={"apple-appstore": False, "calendarific": True, "apple-appstore-apps": True},
        presets=(
            _strategy("event-preferences", "Event regions, holiday priorities, style", "Target Regions"),
            _schedule("app-event-scanner", "Scan holidays, suggest App Store events", "0 9 * * 1"),
        ),
    ),
    AgentTemplate(
        guid="4d1f2b60-0008-4b0c-9c0e-5a6d7e8f9008",
        slug="push-notification-manager",
        title="Push Notification Manager",
        headline="Push notifications in every locale",
        description="Craft locale- and timezone-aware push notifications, queue dispatch.",
        categories=("mobile", "marketing"),
        skills=("int-firebase-push", "int-calendarific", _GENERATOR),
        credentials={"firebase": False, "calendarific": True},
        presets=(
            _strategy("push-preferences", "Push notification style, language and targeting preferences", "Push Tone"),
            _schedule("push-scanner", "Scan holidays and craft push notification suggestions", _NINE),
            _schedule("push-dispatcher", "Send queued push notifications on schedule", "0 * * * *"),
        ),
    ),
)  # fmt: skip

_BY_NAME = {name: template for template in TEMPLATES for name in (template.guid, template.slug)}
