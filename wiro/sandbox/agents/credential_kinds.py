"""The credentials that skills need: their fields, and what must be filled before an agent can start."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

__all__ = ["CREDENTIALS", "CredentialKind", "find_credential"]


@frozen(kw_only=True)
class CredentialKind:
    """A credential of the registry.

    Args:
        key: Its key.
        title: Name for people.
        fields: Names of the fields outside lists that users write, required ones first.
        required: How many of `fields` must be filled.
        lists: Field names by the path of the list that they are in, without positions: `accounts.apps`.
        required_list: Path of a list that needs at least one entry.
        secrets: Fields that a history never shows.
        oauth: Whether a person connects an account; it is complete once that was done.
        platform: Whether the service fills it in; nobody else sees or writes it.
    """

    key: str
    title: str
    fields: tuple[str, ...] = ()
    required: int = 0
    lists: Mapping[str, tuple[str, ...]] = field(factory=dict)
    required_list: str | None = None
    secrets: frozenset[str] = frozenset()
    oauth: bool = False
    platform: bool = False

    def accepts(self, name: str, parent: str | None) -> bool:
        """Tell whether there is such a field, in the list at a path without positions or outside lists."""
        return name in (self.fields if parent is None else self.lists.get(parent, ()))


_OAUTH = ("authmethod", "clientid", "clientsecret")
_META = ("authmethod", "appid", "appsecret")


def _oauth(key: str, title: str, fields: tuple[str, ...]) -> CredentialKind:
    secrets = frozenset({"clientsecret", "appsecret"}) & set(fields)
    return CredentialKind(key=key, title=title, fields=fields, secrets=frozenset(secrets), oauth=True)


def _keys(key: str, title: str, *fields: str, required: int | None = None) -> CredentialKind:
    return CredentialKind(key=key, title=title, fields=fields, required=len(fields) if required is None else required)


_KINDS = (
    _oauth("twitter", "X", _OAUTH),
    _oauth("tiktok", "TikTok", ("authmethod", "clientkey", "clientsecret")),
    _oauth("instagram", "Instagram", (*_META, "igusername")),
    _oauth("facebook-pages", "Facebook Pages", _META),
    _oauth("linkedin", "LinkedIn", (*_OAUTH, "organizationid")),
    _oauth("google-ads", "Google Ads", (*_OAUTH, "developertoken", "managercustomerid", "customerid")),
    _oauth("youtube", "YouTube", _OAUTH),
    _oauth("ga4", "Google Analytics", _OAUTH),
    _oauth("google-merchant-center", "Merchant Center", _OAUTH),
    _oauth("meta-ads", "Meta Ads", (*_META, "adaccountid", "pageid")),
    _oauth("hubspot", "HubSpot", _OAUTH),
    _oauth("mailchimp", "Mailchimp", (*_OAUTH, "apiKey")),
    _keys("sys-telegram", "Telegram Bot", "bottoken", "sessionmode", "allowedusers", required=1),
    _keys("wordpress", "WordPress", "url", "user", "apppassword"),
    _keys("gmail", "Gmail", "account", "apppassword"),
    _keys("brevo", "Brevo", "apiKey"),
    _keys("sendgrid", "SendGrid", "apiKey"),
    _keys("lemlist", "Lemlist", "apiKey"),
    _keys("apollo", "Apollo", "apiKey", "masterapikey", required=1),
    _keys("newsletter", "Newsletter", "testemail", required=0),
    _keys("apple-appstore", "App Store", "keyid", "issuerid", "privatekeybase64", "appids", "supportemail", required=4),
    _keys("google-play", "Google Play", "serviceaccountjsonbase64", "packagenames", "supportemail", required=2),
    CredentialKind(key="apple-appstore-apps", title="App Store Apps", lists={"apps": ("appname", "appid")}),
    CredentialKind(key="google-play-apps", title="Google Play Apps", lists={"apps": ("appname", "packagename")}),
    CredentialKind(
        key="firebase",
        title="Firebase",
        lists={
            "accounts": ("appname", "serviceaccountjsonbase64"),
            "accounts.apps": ("platform", "id"),
            "accounts.topics": ("topickey", "topicdesc"),
        },
        required_list="accounts",
    ),
    CredentialKind(
        key="google-drive",
        title="Google Drive",
        fields=("serviceaccountjsonbase64",),
        required=1,
        lists={"folders": ("id", "name")},
    ),
    CredentialKind(key="var-website", title="Websites", fields=("urls",), lists={"urls": ("websitename", "url")}),
    CredentialKind(key="wiro", title="Wiro", platform=True),
    CredentialKind(key="calendarific", title="Calendarific", platform=True),
    CredentialKind(key="sys-openai", title="OpenAI", platform=True),
)  # fmt: skip

CREDENTIALS: Mapping[str, CredentialKind] = MappingProxyType({kind.key: kind for kind in _KINDS})

# Other names of the same credential on other pages of the documentation.
_CREDENTIAL_ALIASES = {
    "twitterx": "twitter",
    "telegram": "sys-telegram",
    "googledrive": "google-drive",
    "metaads": "meta-ads",
    "facebook": "facebook-pages",
    "googleads": "google-ads",
    "website": "var-website",
}


def find_credential(key: str) -> CredentialKind | None:
    """Return a credential by any documented name of it."""
    return CREDENTIALS.get(_CREDENTIAL_ALIASES.get(key, key))
