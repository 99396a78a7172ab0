"""The twelve providers: how each names things, whose app asks, what it grants and what is left to choose afterwards."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import field, frozen

__all__ = ["PROVIDERS", "Choice", "Provider", "find_refreshable", "provider_by_prefix"]

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


@frozen(kw_only=True)
class Choice:
    """What a person chooses among after the consent, and the operation that stores it.

    Args:
        parameter: Query parameter of the redirect with the list.
        rows: The list. The sandbox's accounts are the same for every agent.
        row_id: Key of the id in a row.
        row_name: Key of the name in a row.
        operation: The end of the operation's path, such as `SetPage`.
        operation_id: The end of its id in the bundle, such as `set_page`.
        id_parameter: Parameter with the id.
        name_parameter: Parameter with the name.
        aliases: Other documented names of the two, and what they stand for.
        id_field: Field of the credential that keeps the id.
        name_field: Field of the credential that keeps the name.
        clean: What the service makes of an id.
        answers: Whether the answer repeats id and name.
        from_list: Whether only what was listed can be chosen, and only for 15 minutes.
        needed: Whether the account counts as connected only with a choice.
    """

    parameter: str
    rows: tuple[Mapping[str, str], ...]
    row_id: str
    row_name: str
    operation: str
    operation_id: str
    id_parameter: str
    name_parameter: str
    aliases: Mapping[str, str] = field(factory=dict)
    id_field: str
    name_field: str
    clean: Callable[[str], str] = str
    answers: bool = False
    from_list: bool = False
    needed: bool = True


@frozen(kw_only=True)
class Provider:
    """One provider.

    Args:
        prefix: Beginning of its operations, `X` in `XConnect`.
        operation_prefix: The same in ids of the bundle, `x` in `user_agent_oauth_x_connect`.
        parameter: Beginning of the redirect's parameters, `x` in `x_connected`.
        name: Name for people and messages.
        credential: Key of the credential.
        app_fields: Fields of an app of one's own.
        has_shared_app: Whether Wiro's app is available; without it only one's own works.
        scope: What the app asks for.
        account: Fields of the credential that a consent fills.
        redirect: Further parameters of the redirect, by the field that each repeats.
        status: Fields of the status, by the field of the credential that each shows.
        access_seconds: Life of an access token, None if it does not expire.
        refresh_seconds: Life of a refresh token, None if no date is known.
        has_refresh_token: Whether there is a refresh token.
        refresh_names: Its names for TokenRefresh, none where that is not documented.
        uses_pkce: Whether the consent carries a code challenge.
        choice: What is left to choose.
        failures: Errors of the callback that only this provider has.
    """

    prefix: str
    operation_prefix: str
    parameter: str
    name: str
    credential: str
    app_fields: tuple[str, ...]
    has_shared_app: bool
    scope: str
    account: Mapping[str, str] = field(factory=dict)
    redirect: Mapping[str, str] = field(factory=dict)
    status: Mapping[str, str] = field(factory=dict)
    access_seconds: int | None = None
    refresh_seconds: int | None = None
    has_refresh_token: bool = True
    refresh_names: tuple[str, ...] = ()
    uses_pkce: bool = False
    choice: Choice | None = None
    failures: tuple[str, ...] = ()

    @property
    def callback_id(self) -> str:
        """Operation id of the callback, which browsers call and clients do not."""
        return f"user_agent_oauth_{self.operation_prefix}_callback"


def provider_by_prefix(prefix: str) -> Provider | None:
    """Return a provider by the beginning of its operations."""
    return PROVIDERS.get(prefix)


def find_refreshable(name: str) -> Provider | None:
    """Return a provider by one of its names for TokenRefresh."""
    return next((provider for provider in PROVIDERS.values() if name in provider.refresh_names), None)


def _without_act(account_id: str) -> str:
    return account_id.removeprefix("act_")


def _digits(customer_id: str) -> str:
    return re.sub(r"[^0-9]", "", customer_id)


_CLIENT = ("clientid", "clientsecret")
_META_APP = ("appid", "appsecret")

_ALL = (
    Provider(
        prefix="X",
        operation_prefix="x",
        parameter="x",
        name="X",
        credential="twitter",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="tweet.read tweet.write users.read offline.access",
        account={"username": "jane_doe"},
        redirect={"x_username": "username"},
        status={"username": "username"},
        access_seconds=2 * _HOUR,
        refresh_seconds=180 * _DAY,
        refresh_names=("twitter",),
        uses_pkce=True,
    ),
    Provider(
        prefix="TikTok",
        operation_prefix="tiktok",
        parameter="tiktok",
        name="TikTok",
        credential="tiktok",
        app_fields=("clientkey", "clientsecret"),
        has_shared_app=True,
        scope="user.info.basic,video.publish",
        account={"username": "Creator Display Name"},
        redirect={"tiktok_username": "username"},
        status={"username": "username"},
        access_seconds=_DAY,
        refresh_seconds=365 * _DAY,
        refresh_names=("tiktok",),
    ),
    Provider(
        prefix="IG",
        operation_prefix="ig",
        parameter="ig",
        name="Instagram",
        credential="instagram",
        app_fields=_META_APP,
        has_shared_app=False,
        scope="instagram_business_basic,instagram_business_content_publish,instagram_business_manage_messages",
        account={"igusername": "my_brand"},
        redirect={"ig_username": "igusername"},
        status={"username": "igusername"},
        access_seconds=60 * _DAY,
        has_refresh_token=False,
        refresh_names=("instagram",),
    ),
    Provider(
        prefix="FB",
        operation_prefix="fb",
        parameter="fb",
        name="Facebook",
        credential="facebook-pages",
        app_fields=_META_APP,
        has_shared_app=False,
        scope="pages_show_list,pages_manage_posts,pages_read_engagement,pages_read_user_content,pages_manage_metadata",
        status={"username": "fbpagename"},
        access_seconds=60 * _DAY,
        has_refresh_token=False,
        refresh_names=("facebook-pages", "facebook"),
        choice=Choice(
            parameter="fb_pages",
            rows=({"id": "123", "name": "Page A"}, {"id": "456", "name": "Page B"}),
            row_id="id",
            row_name="name",
            operation="SetPage",
            operation_id="set_page",
            id_parameter="pageid",
            name_parameter="pagename",
            aliases={"pageId": "pageid", "pageName": "pagename"},
            id_field="pageid",
            name_field="fbpagename",
            answers=True,
            from_list=True,
        ),
        failures=("no_pages",),
    ),
    Provider(
        prefix="LI",
        operation_prefix="li",
        parameter="li",
        name="LinkedIn",
        credential="linkedin",
        app_fields=(*_CLIENT, "organizationid"),
        has_shared_app=False,
        scope="openid profile w_organization_social r_organization_social",
        account={"linkedinname": "Jane Doe"},
        redirect={"li_name": "linkedinname"},
        status={"linkedinname": "linkedinname"},
        access_seconds=60 * _DAY,
        refresh_seconds=365 * _DAY,
        refresh_names=("linkedin",),
    ),
    Provider(
        prefix="GAds",
        operation_prefix="gads",
        parameter="gads",
        name="Google Ads",
        credential="google-ads",
        app_fields=(*_CLIENT, "developertoken", "managercustomerid"),
        has_shared_app=True,
        scope="https://www.googleapis.com/auth/adwords",
        status={"customerid": "customerid", "customerdescriptivename": "customerdescriptivename"},
        access_seconds=_HOUR,
        refresh_names=("google-ads", "googleads"),
        choice=Choice(
            parameter="gads_accounts",
            rows=(
                {"id": "1234567890", "name": "My Client", "status": "ENABLED"},
                {"id": "9876543210", "name": "Another Client", "status": "ENABLED"},
            ),
            row_id="id",
            row_name="name",
            operation="SetCustomerId",
            operation_id="set_customer_id",
            id_parameter="customerid",
            name_parameter="customerdescriptivename",
            aliases={"customerId": "customerid", "customerDescriptiveName": "customerdescriptivename"},
            id_field="customerid",
            name_field="customerdescriptivename",
            clean=_digits,
            answers=True,
        ),
        failures=("template_not_found",),
    ),
    Provider(
        prefix="YT",
        operation_prefix="yt",
        parameter="yt",
        name="YouTube",
        credential="youtube",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="https://www.googleapis.com/auth/youtube",
        status={"channelid": "channelid", "channeltitle": "channeltitle"},
        access_seconds=_HOUR,
        choice=Choice(
            parameter="yt_channels",
            rows=({"channelid": "UC-sandbox", "channeltitle": "My Channel"},),
            row_id="channelid",
            row_name="channeltitle",
            operation="SetChannel",
            operation_id="set_channel",
            id_parameter="channelid",
            name_parameter="channeltitle",
            id_field="channelid",
            name_field="channeltitle",
        ),
    ),
    Provider(
        prefix="GA4",
        operation_prefix="ga4",
        parameter="ga4",
        name="Google Analytics",
        credential="ga4",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="https://www.googleapis.com/auth/analytics.readonly",
        status={"propertyid": "propertyid", "propertydisplayname": "propertydisplayname"},
        access_seconds=_HOUR,
        choice=Choice(
            parameter="ga4_properties",
            rows=(
                {"propertyid": "123456789", "propertydisplayname": "MyApp — Production", "accountname": "MyApp"},
                {"propertyid": "987654321", "propertydisplayname": "MyApp — Staging", "accountname": "MyApp"},
            ),
            row_id="propertyid",
            row_name="propertydisplayname",
            operation="SetProperty",
            operation_id="set_property",
            id_parameter="propertyid",
            name_parameter="propertydisplayname",
            id_field="propertyid",
            name_field="propertydisplayname",
        ),
    ),
    Provider(
        prefix="MC",
        operation_prefix="mc",
        parameter="mc",
        name="Merchant Center",
        credential="google-merchant-center",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="https://www.googleapis.com/auth/content",
        status={"merchantid": "merchantid"},
        access_seconds=_HOUR,
        choice=Choice(
            parameter="mc_accounts",
            rows=({"merchantid": "5769377374", "accountname": "Acme Store"},),
            row_id="merchantid",
            row_name="accountname",
            operation="SetMerchantId",
            operation_id="set_merchant_id",
            id_parameter="merchantid",
            name_parameter="accountname",
            id_field="merchantid",
            name_field="accountname",
        ),
    ),
    Provider(
        prefix="MetaAds",
        operation_prefix="metaads",
        parameter="metaads",
        name="Meta Ads",
        credential="meta-ads",
        app_fields=_META_APP,
        has_shared_app=False,
        scope="ads_management,ads_read,business_management,pages_show_list,pages_read_engagement",
        account={"pageid": "123"},
        status={"username": "adaccountname"},
        access_seconds=60 * _DAY,
        has_refresh_token=False,
        refresh_names=("meta-ads", "metaads"),
        choice=Choice(
            parameter="metaads_accounts",
            rows=({"id": "123456789", "name": "My Ad Account"}, {"id": "987654321", "name": "Second Account"}),
            row_id="id",
            row_name="name",
            operation="SetAdAccount",
            operation_id="set_ad_account",
            id_parameter="adaccountid",
            name_parameter="adaccountname",
            aliases={"adAccountId": "adaccountid", "adAccountName": "adaccountname"},
            id_field="adaccountid",
            name_field="adaccountname",
            clean=_without_act,
            needed=False,
        ),
    ),
    Provider(
        prefix="HubSpot",
        operation_prefix="hubspot",
        parameter="hubspot",
        name="HubSpot",
        credential="hubspot",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="crm.objects.contacts.read crm.objects.contacts.write",
        account={"portalid": "12345678", "portalname": "Acme Corp"},
        redirect={"hubspot_portal": "portalid", "hubspot_name": "portalname"},
        status={"username": "portalid"},
        access_seconds=30 * _MINUTE,
        refresh_names=("hubspot",),
    ),
    Provider(
        prefix="Mailchimp",
        operation_prefix="mailchimp",
        parameter="mailchimp",
        name="Mailchimp",
        credential="mailchimp",
        app_fields=_CLIENT,
        has_shared_app=True,
        scope="",
        account={"accountname": "Your Company"},
        redirect={"mailchimp_account": "accountname"},
        status={"username": "accountname"},
        has_refresh_token=False,
    ),
)

#: The providers by the beginning of their operations.
PROVIDERS: Mapping[str, Provider] = MappingProxyType({provider.prefix: provider for provider in _ALL})
