"""Connecting a deployed agent to third-party accounts through OAuth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.user_agent_oauth_connect_request_authmethod import UserAgentOauthConnectRequestAuthmethod
    from ...models.user_agent_oauth_connect_response import UserAgentOauthConnectResponse
    from ...models.user_agent_oauth_disconnect_response import UserAgentOauthDisconnectResponse
    from ...models.user_agent_oauth_fb_set_page_response import UserAgentOauthFbSetPageResponse
    from ...models.user_agent_oauth_ga_4_set_property_response import UserAgentOauthGa4SetPropertyResponse
    from ...models.user_agent_oauth_ga_4_status_response import UserAgentOauthGa4StatusResponse
    from ...models.user_agent_oauth_gads_set_customer_id_response import UserAgentOauthGadsSetCustomerIdResponse
    from ...models.user_agent_oauth_gads_status_response import UserAgentOauthGadsStatusResponse
    from ...models.user_agent_oauth_google_drive_list_folders_response import (
        UserAgentOauthGoogleDriveListFoldersResponse,
    )
    from ...models.user_agent_oauth_li_status_response import UserAgentOauthLiStatusResponse
    from ...models.user_agent_oauth_mc_set_merchant_id_response import UserAgentOauthMcSetMerchantIdResponse
    from ...models.user_agent_oauth_mc_status_response import UserAgentOauthMcStatusResponse
    from ...models.user_agent_oauth_metaads_set_ad_account_response import UserAgentOauthMetaadsSetAdAccountResponse
    from ...models.user_agent_oauth_metaads_status_response import UserAgentOauthMetaadsStatusResponse
    from ...models.user_agent_oauth_status_response import UserAgentOauthStatusResponse
    from ...models.user_agent_oauth_token_refresh_request_provider import UserAgentOauthTokenRefreshRequestProvider
    from ...models.user_agent_oauth_token_refresh_response import UserAgentOauthTokenRefreshResponse
    from ...models.user_agent_oauth_yt_set_channel_response import UserAgentOauthYtSetChannelResponse
    from ...models.user_agent_oauth_yt_status_response import UserAgentOauthYtStatusResponse

__all__ = ["AsyncUserAgentOauthApi", "UserAgentOauthApi"]


class UserAgentOauthApi:
    """Connecting a deployed agent to third-party accounts through OAuth."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def token_refresh(
        self,
        *,
        useragentguid: str,
        provider: UserAgentOauthTokenRefreshRequestProvider | str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthTokenRefreshResponse:
        """Refresh the tokens of a connected account now.

        Exchanges the stored token for a new one, returns it and restarts a running agent, every time it is
        sent. Running agents refresh on their own (HubSpot every 20 minutes, Google every 45, X every 90, the
        others daily), so this is for tests and for repairs. Mailchimp tokens do not expire and are refused;
        YouTube, Google Analytics and Merchant Center are not among the documented providers.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            provider: Which account. Pages of the documentation disagree about the names: the ones without a
                hyphen are those of its working examples, the ones with a hyphen those of its overview. Try the
                other one when the service answers `Invalid provider`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthTokenRefreshResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Invalid provider.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TokenRefresh, documented in 001_e96aa5bc1228153b.txt:6136-6152, 8089-8105,
        8365-8374, 8583-8592, 8784-8793, 8976-8985, 9145-9153, 9351-9359, 9801-9810, 9970-9971.
        """
        from .token_refresh import build_call

        call = build_call(
            useragentguid=useragentguid,
            provider=provider,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def fb_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Facebook page.

        Returns the address of Facebook's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthFbRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`appid` and `appsecret` under the credential key `facebook-pages`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/FBCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBConnect, documented in 001_e96aa5bc1228153b.txt:8326-8335, 8231-8246, 5981-6066.
        """
        from .fb_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def fb_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a Facebook page is connected.

        Stays not connected until `fb_set_page` has chosen a page. The page token lives about 60 days and is
        renewed with itself, so there is no refresh token. `username` is the name of the page.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBStatus, documented in 001_e96aa5bc1228153b.txt:8357-8358, 8303-8318, 8249,
        6067-6122.
        """
        from .fb_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def fb_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Facebook page.

        Deletes the stored tokens. Nothing is revoked at Facebook. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBDisconnect, documented in 001_e96aa5bc1228153b.txt:8359-8364, 6123-6135.
        """
        from .fb_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def fb_set_page(
        self,
        *,
        useragentguid: str,
        pageid: str,
        pagename: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        pageId: str | Unset = UNSET,
        pageName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthFbSetPageResponse:
        """Choose the Facebook page that the agent works with.

        Required after every consent, within 15 minutes, and only with a page of the list that came with the
        redirect; later the flow has to start again with `fb_connect`. Stores the token of that page and
        restarts a running agent. The documentation shows the answer with and without the page.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            pageid: Id of the page, from `fb_pages`. Older name: ``pageId``.
            pagename: Name to store; the name of the page when absent. Older name: ``pageName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthFbSetPageResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: No pending Facebook connection. Please reconnect via
                FBConnect; Selected pageid not found in pending pages list.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBSetPage, documented in 001_e96aa5bc1228153b.txt:8346-8356, 6188-6204, 8278-8302.
        """
        from .fb_set_page import build_call

        call = build_call(
            useragentguid=useragentguid,
            pageid=pageid,
            pagename=pagename,
            userAgentGuid=userAgentGuid,
            pageId=pageId,
            pageName=pageName,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ga4_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Google Analytics property.

        Returns the address of Google Analytics's consent page; send the user's browser there within 15 minutes.
        After the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthGa4Redirect`. Both ways are available: the shared Wiro app, and an app of yours, whose
        fields (`clientid` and `clientsecret` under the credential key `ga4`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/GA4Callback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Connect, documented in 001_e96aa5bc1228153b.txt:9525-9532, 9557-9566, 5981-6066.
        """
        from .ga4_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ga4_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGa4StatusResponse:
        """Tell whether a Google Analytics property is connected.

        The property is in `propertyid` and `propertydisplayname` (`propertyname` in an overview); there is no
        `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGa4StatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Status, documented in 001_e96aa5bc1228153b.txt:9575-9580, 6116-6118, 6067-6122.
        """
        from .ga4_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ga4_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Google Analytics property.

        Deletes the stored tokens and the chosen property; the credential itself stays and can be connected
        again. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Disconnect, documented in 001_e96aa5bc1228153b.txt:9569-9574, 6123-6135.
        """
        from .ga4_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ga4_set_property(
        self,
        *,
        useragentguid: str,
        propertyid: str,
        propertydisplayname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGa4SetPropertyResponse:
        """Choose the Google Analytics property that the agent works with.

        Required after the consent when there are several properties. The documentation shows the request only.
        Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            propertyid: Id of the property, from `ga4_properties`.
            propertydisplayname: Name to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGa4SetPropertyResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4SetProperty, documented in 001_e96aa5bc1228153b.txt:9533-9541, 9567-9568.
        """
        from .ga4_set_property import build_call

        call = build_call(
            useragentguid=useragentguid,
            propertyid=propertyid,
            propertydisplayname=propertydisplayname,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def gads_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting Google Ads.

        Returns the address of Google Ads's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthGadsRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid`,
        `clientsecret`, `developertoken` and `managercustomerid` under the credential key `google-ads`) and
        `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/GAdsCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsConnect, documented in 001_e96aa5bc1228153b.txt:9328-9336, 9205, 9260,
        5981-6066.
        """
        from .gads_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def gads_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGadsStatusResponse:
        """Tell whether Google Ads is connected.

        The access token lives an hour and is refreshed every 45 minutes by a running agent; the refresh token
        has no date. The account is in `customerid`; there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGadsStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsStatus, documented in 001_e96aa5bc1228153b.txt:9347-9348, 9306-9322, 6107-6109,
        6067-6122.
        """
        from .gads_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def gads_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect Google Ads.

        Deletes the stored tokens. Nothing is revoked at Google. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsDisconnect, documented in 001_e96aa5bc1228153b.txt:9349-9350, 6123-6135.
        """
        from .gads_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def gads_set_customer_id(
        self,
        *,
        useragentguid: str,
        customerid: str,
        customerdescriptivename: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        customerId: str | Unset = UNSET,
        customerDescriptiveName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGadsSetCustomerIdResponse:
        """Choose the Google Ads customer that the agent works with.

        Required after the consent. Everything but digits is dropped from the id, so 123-456-7890 and 1234567890
        are the same. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            customerid: Google Ads customer id, with or without dashes. Older name: ``customerId``.
            customerdescriptivename: Label to show beside the id; only the id is shown when absent. Older name:
                ``customerDescriptiveName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGadsSetCustomerIdResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsSetCustomerId, documented in 001_e96aa5bc1228153b.txt:9339-9346, 6154-6171,
        9290-9305.
        """
        from .gads_set_customer_id import build_call

        call = build_call(
            useragentguid=useragentguid,
            customerid=customerid,
            customerdescriptivename=customerdescriptivename,
            userAgentGuid=userAgentGuid,
            customerId=customerId,
            customerDescriptiveName=customerDescriptiveName,
        )
        return self._sender.send(call, request_options)

    @keywords
    def google_drive_list_folders(
        self,
        *,
        useragentguid: str,
        serviceaccountjsonbase64: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGoogleDriveListFoldersResponse:
        """List the Drive folders that a service account can see.

        Returns the folders that were shared with the service account (as editor or content manager), to choose
        from before they are written to the credential `google-drive` with `user_agents_credential_upsert`.
        Nothing is stored. The documented answer has no `errors`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            serviceaccountjsonbase64: The service account's JSON key in Base64, to look before storing it; the
                stored one is used when absent. A secret.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGoogleDriveListFoldersResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GoogleDriveListFolders, documented in 001_e96aa5bc1228153b.txt:10077-10105.
        """
        from .google_drive_list_folders import build_call

        call = build_call(
            useragentguid=useragentguid,
            serviceaccountjsonbase64=serviceaccountjsonbase64,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def hubspot_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a HubSpot portal.

        Returns the address of HubSpot's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthHubspotRedirect`. Both ways are available: the shared Wiro app, and an app of yours,
        whose fields (`clientid` and `clientsecret` under the credential key `hubspot`) and `authmethod` `own`
        were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/HubSpotCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotConnect, documented in 001_e96aa5bc1228153b.txt:9786-9794, 9747, 5981-6066.
        """
        from .hubspot_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def hubspot_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a HubSpot portal is connected.

        The access token lives about 30 minutes and is refreshed every 20 minutes by a running agent. `username`
        is the portal id; the name of the portal comes with the redirect only.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotStatus, documented in 001_e96aa5bc1228153b.txt:9797-9798, 9766-9780,
        6067-6122.
        """
        from .hubspot_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def hubspot_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a HubSpot portal.

        Deletes the stored tokens. Nothing is revoked at HubSpot. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotDisconnect, documented in 001_e96aa5bc1228153b.txt:9799-9800, 6123-6135.
        """
        from .hubspot_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ig_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting an Instagram account.

        Returns the address of Instagram's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthIgRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`appid` and `appsecret` under the credential key `instagram`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/IGCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGConnect, documented in 001_e96aa5bc1228153b.txt:8560-8568, 8511, 5981-6066.
        """
        from .ig_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ig_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether an Instagram account is connected.

        The access token lives about 60 days and is renewed with itself, so there is no refresh token.
        `username` is the handle without @.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGStatus, documented in 001_e96aa5bc1228153b.txt:8579-8580, 8539, 6067-6122.
        """
        from .ig_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def ig_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect an Instagram account.

        Deletes the stored tokens. Nothing is revoked at Instagram. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGDisconnect, documented in 001_e96aa5bc1228153b.txt:8581-8582, 6123-6135.
        """
        from .ig_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def li_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a LinkedIn page.

        Returns the address of LinkedIn's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthLiRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`clientid`, `clientsecret` and `organizationid` under the credential key `linkedin`) and
        `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/LICallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIConnect, documented in 001_e96aa5bc1228153b.txt:8769-8777, 8721, 5981-6066.
        """
        from .li_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def li_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthLiStatusResponse:
        """Tell whether a LinkedIn page is connected.

        The access token lives about 60 days and the refresh token about a year. The name is in `linkedinname`;
        there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthLiStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIStatus, documented in 001_e96aa5bc1228153b.txt:8780-8781, 8748, 6067-6122.
        """
        from .li_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def li_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a LinkedIn page.

        Deletes the stored tokens. Nothing is revoked at LinkedIn. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIDisconnect, documented in 001_e96aa5bc1228153b.txt:8782-8783, 6123-6135.
        """
        from .li_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mailchimp_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Mailchimp account.

        Returns the address of Mailchimp's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMailchimpRedirect`. Both ways are available: the shared Wiro app, and an app of yours,
        whose fields (`clientid` and `clientsecret` under the credential key `mailchimp`) and `authmethod` `own`
        were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MailchimpCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpConnect, documented in 001_e96aa5bc1228153b.txt:9953-9961, 9898,
        5981-6066.
        """
        from .mailchimp_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mailchimp_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a Mailchimp account is connected.

        Not connected does not mean not usable: an agent that was given an API key instead of the OAuth consent
        works and still answers false. Tokens of Mailchimp do not expire, so there are no dates of expiry.
        `username` is the name of the account.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpStatus, documented in 001_e96aa5bc1228153b.txt:9964-9967, 9918, 6067-6122.
        """
        from .mailchimp_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mailchimp_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Mailchimp account.

        Deletes the stored tokens. Nothing is revoked at Mailchimp. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpDisconnect, documented in 001_e96aa5bc1228153b.txt:9968-9969, 6123-6135.
        """
        from .mailchimp_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mc_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Merchant Center account.

        Returns the address of Merchant Center's consent page; send the user's browser there within 15 minutes.
        After the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMcRedirect`. Both ways are available: the shared Wiro app, and an app of yours, whose
        fields (`clientid` and `clientsecret` under the credential key `google-merchant-center`; its Google
        Cloud project must be registered with the primary merchant account once) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MCCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCConnect, documented in 001_e96aa5bc1228153b.txt:9622-9629, 9653-9671, 5981-6066.
        """
        from .mc_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mc_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMcStatusResponse:
        """Tell whether a Merchant Center account is connected.

        The account is in `merchantid`; there is no `username`. The documentation shows the request only.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMcStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCStatus, documented in 001_e96aa5bc1228153b.txt:9677-9681, 6110-6112, 6067-6122.
        """
        from .mc_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mc_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Merchant Center account.

        Deletes the stored tokens and the chosen account. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCDisconnect, documented in 001_e96aa5bc1228153b.txt:9672-9676, 6123-6135.
        """
        from .mc_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def mc_set_merchant_id(
        self,
        *,
        useragentguid: str,
        merchantid: str,
        accountname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMcSetMerchantIdResponse:
        """Choose the merchant account that the agent works with.

        Required after the consent. The documentation shows the request only. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            merchantid: Id of the account, from `mc_accounts`.
            accountname: Name to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMcSetMerchantIdResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCSetMerchantId, documented in 001_e96aa5bc1228153b.txt:9630-9638.
        """
        from .mc_set_merchant_id import build_call

        call = build_call(
            useragentguid=useragentguid,
            merchantid=merchantid,
            accountname=accountname,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def metaads_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting Meta Ads.

        Returns the address of Meta Ads's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMetaadsRedirect`. The shared Wiro app is not available yet, so `authmethod` `own` is
        needed, with an app of yours, whose fields (`appid` and `appsecret` under the credential key `meta-ads`)
        and `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MetaAdsCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; Meta Ads credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsConnect, documented in 001_e96aa5bc1228153b.txt:8033-8042, 7944, 5981-6066.
        """
        from .metaads_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def metaads_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMetaadsStatusResponse:
        """Tell whether Meta Ads is connected.

        Connected means that the consent succeeded: whether an ad account is chosen is told by `setuprequired`
        of the agent. The token lives about 60 days and is renewed with itself, so there is no refresh token.
        `username` is the name of the ad account, empty when none was stored; an overview has `adaccountid` and
        `adaccountname` instead.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMetaadsStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsStatus, documented in 001_e96aa5bc1228153b.txt:8063-8081, 8001-8018,
        8142-8145, 6119-6122, 6067-6122.
        """
        from .metaads_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def metaads_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect Meta Ads.

        Deletes the stored tokens. Nothing is revoked at Meta. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsDisconnect, documented in 001_e96aa5bc1228153b.txt:8082-8088, 6123-6135.
        """
        from .metaads_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def metaads_set_ad_account(
        self,
        *,
        useragentguid: str,
        adaccountid: str,
        adaccountname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        adAccountId: str | Unset = UNSET,
        adAccountName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMetaadsSetAdAccountResponse:
        """Choose the Meta ad account that the agent works with.

        Required after the consent. A leading `act_` is dropped from the id. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            adaccountid: Id of the ad account, with or without `act_`. Older name: ``adAccountId``.
            adaccountname: Name to show for it, also as the `username` of the status. Older name:
                ``adAccountName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMetaadsSetAdAccountResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsSetAdAccount, documented in 001_e96aa5bc1228153b.txt:8053-8062, 6172-6187,
        7984-8000.
        """
        from .metaads_set_ad_account import build_call

        call = build_call(
            useragentguid=useragentguid,
            adaccountid=adaccountid,
            adaccountname=adaccountname,
            userAgentGuid=userAgentGuid,
            adAccountId=adAccountId,
            adAccountName=adAccountName,
        )
        return self._sender.send(call, request_options)

    @keywords
    def tiktok_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a TikTok account.

        Returns the address of TikTok's consent page; send the user's browser there within 15 minutes. After the
        consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthTiktokRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientkey` (not
        `clientid`) and `clientsecret` under the credential key `tiktok`) and `authmethod` `own` were written
        with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/TikTokCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokConnect, documented in 001_e96aa5bc1228153b.txt:9130-9138, 9088, 5981-6066.
        """
        from .tiktok_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def tiktok_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a TikTok account is connected.

        The access token lives about a day and the refresh token about a year. `username` is the display name,
        not the handle.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokStatus, documented in 001_e96aa5bc1228153b.txt:9141-9142, 9107, 6067-6122.
        """
        from .tiktok_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def tiktok_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a TikTok account.

        Revokes the token at TikTok, then deletes it. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokDisconnect, documented in 001_e96aa5bc1228153b.txt:9143-9144, 6123-6135.
        """
        from .tiktok_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def x_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting an X account.

        Returns the address of X's consent page; send the user's browser there within 15 minutes. After the
        consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthXRedirect`. Both
        ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid` and
        `clientsecret` under the credential key `twitter`) and `authmethod` `own` were written with
        `user_agents_credential_upsert` and which knows https://api.wiro.ai/v1/UserAgentOAuth/XCallback as its
        redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XConnect, documented in 001_e96aa5bc1228153b.txt:8961-8969, 8862, 8912, 5981-6066.
        """
        from .x_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def x_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether an X account is connected.

        The access token lives about 2 hours and the refresh token about 180 days; a running agent refreshes
        every 90 minutes. `username` is the handle.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XStatus, documented in 001_e96aa5bc1228153b.txt:8972-8973, 8938, 6067-6122.
        """
        from .x_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def x_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect an X account.

        Revokes the token at X, then deletes it. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XDisconnect, documented in 001_e96aa5bc1228153b.txt:8974-8975, 6123-6135.
        """
        from .x_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def yt_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a YouTube channel.

        Returns the address of YouTube's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthYtRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid` and
        `clientsecret` under the credential key `youtube`) and `authmethod` `own` were written with
        `user_agents_credential_upsert` and which knows https://api.wiro.ai/v1/UserAgentOAuth/YTCallback as its
        redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTConnect, documented in 001_e96aa5bc1228153b.txt:9426-9433, 9457-9465, 5981-6066.
        """
        from .yt_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def yt_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthYtStatusResponse:
        """Tell whether a YouTube channel is connected.

        The channel is in `channelid` and `channeltitle` (`channelname` in an overview); there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthYtStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTStatus, documented in 001_e96aa5bc1228153b.txt:9471-9476, 6113-6115, 6067-6122.
        """
        from .yt_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def yt_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a YouTube channel.

        Deletes the stored tokens and the chosen channel. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTDisconnect, documented in 001_e96aa5bc1228153b.txt:9466-9470, 6123-6135.
        """
        from .yt_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def yt_set_channel(
        self,
        *,
        useragentguid: str,
        channelid: str,
        channeltitle: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthYtSetChannelResponse:
        """Choose the YouTube channel that the agent works with.

        Required after the consent. The documentation shows the request only. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            channelid: Id of the channel, from `yt_channels`.
            channeltitle: Title to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthYtSetChannelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTSetChannel, documented in 001_e96aa5bc1228153b.txt:9434-9442.
        """
        from .yt_set_channel import build_call

        call = build_call(
            useragentguid=useragentguid,
            channelid=channelid,
            channeltitle=channeltitle,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)


class AsyncUserAgentOauthApi:
    """Connecting a deployed agent to third-party accounts through OAuth."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def token_refresh(
        self,
        *,
        useragentguid: str,
        provider: UserAgentOauthTokenRefreshRequestProvider | str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthTokenRefreshResponse:
        """Refresh the tokens of a connected account now.

        Exchanges the stored token for a new one, returns it and restarts a running agent, every time it is
        sent. Running agents refresh on their own (HubSpot every 20 minutes, Google every 45, X every 90, the
        others daily), so this is for tests and for repairs. Mailchimp tokens do not expire and are refused;
        YouTube, Google Analytics and Merchant Center are not among the documented providers.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            provider: Which account. Pages of the documentation disagree about the names: the ones without a
                hyphen are those of its working examples, the ones with a hyphen those of its overview. Try the
                other one when the service answers `Invalid provider`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthTokenRefreshResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Invalid provider.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TokenRefresh, documented in 001_e96aa5bc1228153b.txt:6136-6152, 8089-8105,
        8365-8374, 8583-8592, 8784-8793, 8976-8985, 9145-9153, 9351-9359, 9801-9810, 9970-9971.
        """
        from .token_refresh import build_call

        call = build_call(
            useragentguid=useragentguid,
            provider=provider,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def fb_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Facebook page.

        Returns the address of Facebook's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthFbRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`appid` and `appsecret` under the credential key `facebook-pages`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/FBCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBConnect, documented in 001_e96aa5bc1228153b.txt:8326-8335, 8231-8246, 5981-6066.
        """
        from .fb_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def fb_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a Facebook page is connected.

        Stays not connected until `fb_set_page` has chosen a page. The page token lives about 60 days and is
        renewed with itself, so there is no refresh token. `username` is the name of the page.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBStatus, documented in 001_e96aa5bc1228153b.txt:8357-8358, 8303-8318, 8249,
        6067-6122.
        """
        from .fb_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def fb_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Facebook page.

        Deletes the stored tokens. Nothing is revoked at Facebook. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBDisconnect, documented in 001_e96aa5bc1228153b.txt:8359-8364, 6123-6135.
        """
        from .fb_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def fb_set_page(
        self,
        *,
        useragentguid: str,
        pageid: str,
        pagename: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        pageId: str | Unset = UNSET,
        pageName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthFbSetPageResponse:
        """Choose the Facebook page that the agent works with.

        Required after every consent, within 15 minutes, and only with a page of the list that came with the
        redirect; later the flow has to start again with `fb_connect`. Stores the token of that page and
        restarts a running agent. The documentation shows the answer with and without the page.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            pageid: Id of the page, from `fb_pages`. Older name: ``pageId``.
            pagename: Name to store; the name of the page when absent. Older name: ``pageName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthFbSetPageResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: No pending Facebook connection. Please reconnect via
                FBConnect; Selected pageid not found in pending pages list.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/FBSetPage, documented in 001_e96aa5bc1228153b.txt:8346-8356, 6188-6204, 8278-8302.
        """
        from .fb_set_page import build_call

        call = build_call(
            useragentguid=useragentguid,
            pageid=pageid,
            pagename=pagename,
            userAgentGuid=userAgentGuid,
            pageId=pageId,
            pageName=pageName,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ga4_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Google Analytics property.

        Returns the address of Google Analytics's consent page; send the user's browser there within 15 minutes.
        After the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthGa4Redirect`. Both ways are available: the shared Wiro app, and an app of yours, whose
        fields (`clientid` and `clientsecret` under the credential key `ga4`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/GA4Callback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Connect, documented in 001_e96aa5bc1228153b.txt:9525-9532, 9557-9566, 5981-6066.
        """
        from .ga4_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ga4_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGa4StatusResponse:
        """Tell whether a Google Analytics property is connected.

        The property is in `propertyid` and `propertydisplayname` (`propertyname` in an overview); there is no
        `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGa4StatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Status, documented in 001_e96aa5bc1228153b.txt:9575-9580, 6116-6118, 6067-6122.
        """
        from .ga4_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ga4_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Google Analytics property.

        Deletes the stored tokens and the chosen property; the credential itself stays and can be connected
        again. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4Disconnect, documented in 001_e96aa5bc1228153b.txt:9569-9574, 6123-6135.
        """
        from .ga4_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ga4_set_property(
        self,
        *,
        useragentguid: str,
        propertyid: str,
        propertydisplayname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGa4SetPropertyResponse:
        """Choose the Google Analytics property that the agent works with.

        Required after the consent when there are several properties. The documentation shows the request only.
        Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            propertyid: Id of the property, from `ga4_properties`.
            propertydisplayname: Name to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGa4SetPropertyResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GA4SetProperty, documented in 001_e96aa5bc1228153b.txt:9533-9541, 9567-9568.
        """
        from .ga4_set_property import build_call

        call = build_call(
            useragentguid=useragentguid,
            propertyid=propertyid,
            propertydisplayname=propertydisplayname,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def gads_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting Google Ads.

        Returns the address of Google Ads's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthGadsRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid`,
        `clientsecret`, `developertoken` and `managercustomerid` under the credential key `google-ads`) and
        `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/GAdsCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsConnect, documented in 001_e96aa5bc1228153b.txt:9328-9336, 9205, 9260,
        5981-6066.
        """
        from .gads_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def gads_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGadsStatusResponse:
        """Tell whether Google Ads is connected.

        The access token lives an hour and is refreshed every 45 minutes by a running agent; the refresh token
        has no date. The account is in `customerid`; there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGadsStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsStatus, documented in 001_e96aa5bc1228153b.txt:9347-9348, 9306-9322, 6107-6109,
        6067-6122.
        """
        from .gads_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def gads_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect Google Ads.

        Deletes the stored tokens. Nothing is revoked at Google. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsDisconnect, documented in 001_e96aa5bc1228153b.txt:9349-9350, 6123-6135.
        """
        from .gads_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def gads_set_customer_id(
        self,
        *,
        useragentguid: str,
        customerid: str,
        customerdescriptivename: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        customerId: str | Unset = UNSET,
        customerDescriptiveName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGadsSetCustomerIdResponse:
        """Choose the Google Ads customer that the agent works with.

        Required after the consent. Everything but digits is dropped from the id, so 123-456-7890 and 1234567890
        are the same. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            customerid: Google Ads customer id, with or without dashes. Older name: ``customerId``.
            customerdescriptivename: Label to show beside the id; only the id is shown when absent. Older name:
                ``customerDescriptiveName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGadsSetCustomerIdResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GAdsSetCustomerId, documented in 001_e96aa5bc1228153b.txt:9339-9346, 6154-6171,
        9290-9305.
        """
        from .gads_set_customer_id import build_call

        call = build_call(
            useragentguid=useragentguid,
            customerid=customerid,
            customerdescriptivename=customerdescriptivename,
            userAgentGuid=userAgentGuid,
            customerId=customerId,
            customerDescriptiveName=customerDescriptiveName,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def google_drive_list_folders(
        self,
        *,
        useragentguid: str,
        serviceaccountjsonbase64: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthGoogleDriveListFoldersResponse:
        """List the Drive folders that a service account can see.

        Returns the folders that were shared with the service account (as editor or content manager), to choose
        from before they are written to the credential `google-drive` with `user_agents_credential_upsert`.
        Nothing is stored. The documented answer has no `errors`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            serviceaccountjsonbase64: The service account's JSON key in Base64, to look before storing it; the
                stored one is used when absent. A secret.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthGoogleDriveListFoldersResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/GoogleDriveListFolders, documented in 001_e96aa5bc1228153b.txt:10077-10105.
        """
        from .google_drive_list_folders import build_call

        call = build_call(
            useragentguid=useragentguid,
            serviceaccountjsonbase64=serviceaccountjsonbase64,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def hubspot_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a HubSpot portal.

        Returns the address of HubSpot's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthHubspotRedirect`. Both ways are available: the shared Wiro app, and an app of yours,
        whose fields (`clientid` and `clientsecret` under the credential key `hubspot`) and `authmethod` `own`
        were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/HubSpotCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotConnect, documented in 001_e96aa5bc1228153b.txt:9786-9794, 9747, 5981-6066.
        """
        from .hubspot_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def hubspot_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a HubSpot portal is connected.

        The access token lives about 30 minutes and is refreshed every 20 minutes by a running agent. `username`
        is the portal id; the name of the portal comes with the redirect only.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotStatus, documented in 001_e96aa5bc1228153b.txt:9797-9798, 9766-9780,
        6067-6122.
        """
        from .hubspot_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def hubspot_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a HubSpot portal.

        Deletes the stored tokens. Nothing is revoked at HubSpot. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/HubSpotDisconnect, documented in 001_e96aa5bc1228153b.txt:9799-9800, 6123-6135.
        """
        from .hubspot_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ig_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting an Instagram account.

        Returns the address of Instagram's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthIgRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`appid` and `appsecret` under the credential key `instagram`) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/IGCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGConnect, documented in 001_e96aa5bc1228153b.txt:8560-8568, 8511, 5981-6066.
        """
        from .ig_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ig_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether an Instagram account is connected.

        The access token lives about 60 days and is renewed with itself, so there is no refresh token.
        `username` is the handle without @.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGStatus, documented in 001_e96aa5bc1228153b.txt:8579-8580, 8539, 6067-6122.
        """
        from .ig_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def ig_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect an Instagram account.

        Deletes the stored tokens. Nothing is revoked at Instagram. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/IGDisconnect, documented in 001_e96aa5bc1228153b.txt:8581-8582, 6123-6135.
        """
        from .ig_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def li_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a LinkedIn page.

        Returns the address of LinkedIn's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthLiRedirect`.
        The shared Wiro app is not available yet, so `authmethod` `own` is needed, with an app of yours, whose
        fields (`clientid`, `clientsecret` and `organizationid` under the credential key `linkedin`) and
        `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/LICallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIConnect, documented in 001_e96aa5bc1228153b.txt:8769-8777, 8721, 5981-6066.
        """
        from .li_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def li_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthLiStatusResponse:
        """Tell whether a LinkedIn page is connected.

        The access token lives about 60 days and the refresh token about a year. The name is in `linkedinname`;
        there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthLiStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIStatus, documented in 001_e96aa5bc1228153b.txt:8780-8781, 8748, 6067-6122.
        """
        from .li_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def li_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a LinkedIn page.

        Deletes the stored tokens. Nothing is revoked at LinkedIn. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/LIDisconnect, documented in 001_e96aa5bc1228153b.txt:8782-8783, 6123-6135.
        """
        from .li_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mailchimp_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Mailchimp account.

        Returns the address of Mailchimp's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMailchimpRedirect`. Both ways are available: the shared Wiro app, and an app of yours,
        whose fields (`clientid` and `clientsecret` under the credential key `mailchimp`) and `authmethod` `own`
        were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MailchimpCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpConnect, documented in 001_e96aa5bc1228153b.txt:9953-9961, 9898,
        5981-6066.
        """
        from .mailchimp_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mailchimp_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a Mailchimp account is connected.

        Not connected does not mean not usable: an agent that was given an API key instead of the OAuth consent
        works and still answers false. Tokens of Mailchimp do not expire, so there are no dates of expiry.
        `username` is the name of the account.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpStatus, documented in 001_e96aa5bc1228153b.txt:9964-9967, 9918, 6067-6122.
        """
        from .mailchimp_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mailchimp_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Mailchimp account.

        Deletes the stored tokens. Nothing is revoked at Mailchimp. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MailchimpDisconnect, documented in 001_e96aa5bc1228153b.txt:9968-9969, 6123-6135.
        """
        from .mailchimp_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mc_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a Merchant Center account.

        Returns the address of Merchant Center's consent page; send the user's browser there within 15 minutes.
        After the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMcRedirect`. Both ways are available: the shared Wiro app, and an app of yours, whose
        fields (`clientid` and `clientsecret` under the credential key `google-merchant-center`; its Google
        Cloud project must be registered with the primary merchant account once) and `authmethod` `own` were
        written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MCCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCConnect, documented in 001_e96aa5bc1228153b.txt:9622-9629, 9653-9671, 5981-6066.
        """
        from .mc_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mc_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMcStatusResponse:
        """Tell whether a Merchant Center account is connected.

        The account is in `merchantid`; there is no `username`. The documentation shows the request only.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMcStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCStatus, documented in 001_e96aa5bc1228153b.txt:9677-9681, 6110-6112, 6067-6122.
        """
        from .mc_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mc_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a Merchant Center account.

        Deletes the stored tokens and the chosen account. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCDisconnect, documented in 001_e96aa5bc1228153b.txt:9672-9676, 6123-6135.
        """
        from .mc_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def mc_set_merchant_id(
        self,
        *,
        useragentguid: str,
        merchantid: str,
        accountname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMcSetMerchantIdResponse:
        """Choose the merchant account that the agent works with.

        Required after the consent. The documentation shows the request only. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            merchantid: Id of the account, from `mc_accounts`.
            accountname: Name to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMcSetMerchantIdResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MCSetMerchantId, documented in 001_e96aa5bc1228153b.txt:9630-9638.
        """
        from .mc_set_merchant_id import build_call

        call = build_call(
            useragentguid=useragentguid,
            merchantid=merchantid,
            accountname=accountname,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def metaads_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting Meta Ads.

        Returns the address of Meta Ads's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of
        `UserAgentOauthMetaadsRedirect`. The shared Wiro app is not available yet, so `authmethod` `own` is
        needed, with an app of yours, whose fields (`appid` and `appsecret` under the credential key `meta-ads`)
        and `authmethod` `own` were written with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/MetaAdsCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; Meta Ads credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsConnect, documented in 001_e96aa5bc1228153b.txt:8033-8042, 7944, 5981-6066.
        """
        from .metaads_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def metaads_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMetaadsStatusResponse:
        """Tell whether Meta Ads is connected.

        Connected means that the consent succeeded: whether an ad account is chosen is told by `setuprequired`
        of the agent. The token lives about 60 days and is renewed with itself, so there is no refresh token.
        `username` is the name of the ad account, empty when none was stored; an overview has `adaccountid` and
        `adaccountname` instead.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMetaadsStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsStatus, documented in 001_e96aa5bc1228153b.txt:8063-8081, 8001-8018,
        8142-8145, 6119-6122, 6067-6122.
        """
        from .metaads_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def metaads_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect Meta Ads.

        Deletes the stored tokens. Nothing is revoked at Meta. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsDisconnect, documented in 001_e96aa5bc1228153b.txt:8082-8088, 6123-6135.
        """
        from .metaads_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def metaads_set_ad_account(
        self,
        *,
        useragentguid: str,
        adaccountid: str,
        adaccountname: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        adAccountId: str | Unset = UNSET,
        adAccountName: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthMetaadsSetAdAccountResponse:
        """Choose the Meta ad account that the agent works with.

        Required after the consent. A leading `act_` is dropped from the id. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            adaccountid: Id of the ad account, with or without `act_`. Older name: ``adAccountId``.
            adaccountname: Name to show for it, also as the `username` of the status. Older name:
                ``adAccountName``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthMetaadsSetAdAccountResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/MetaAdsSetAdAccount, documented in 001_e96aa5bc1228153b.txt:8053-8062, 6172-6187,
        7984-8000.
        """
        from .metaads_set_ad_account import build_call

        call = build_call(
            useragentguid=useragentguid,
            adaccountid=adaccountid,
            adaccountname=adaccountname,
            userAgentGuid=userAgentGuid,
            adAccountId=adAccountId,
            adAccountName=adAccountName,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def tiktok_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a TikTok account.

        Returns the address of TikTok's consent page; send the user's browser there within 15 minutes. After the
        consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthTiktokRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientkey` (not
        `clientid`) and `clientsecret` under the credential key `tiktok`) and `authmethod` `own` were written
        with `user_agents_credential_upsert` and which knows
        https://api.wiro.ai/v1/UserAgentOAuth/TikTokCallback as its redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokConnect, documented in 001_e96aa5bc1228153b.txt:9130-9138, 9088, 5981-6066.
        """
        from .tiktok_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def tiktok_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether a TikTok account is connected.

        The access token lives about a day and the refresh token about a year. `username` is the display name,
        not the handle.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokStatus, documented in 001_e96aa5bc1228153b.txt:9141-9142, 9107, 6067-6122.
        """
        from .tiktok_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def tiktok_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a TikTok account.

        Revokes the token at TikTok, then deletes it. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/TikTokDisconnect, documented in 001_e96aa5bc1228153b.txt:9143-9144, 6123-6135.
        """
        from .tiktok_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def x_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting an X account.

        Returns the address of X's consent page; send the user's browser there within 15 minutes. After the
        consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthXRedirect`. Both
        ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid` and
        `clientsecret` under the credential key `twitter`) and `authmethod` `own` were written with
        `user_agents_credential_upsert` and which knows https://api.wiro.ai/v1/UserAgentOAuth/XCallback as its
        redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XConnect, documented in 001_e96aa5bc1228153b.txt:8961-8969, 8862, 8912, 5981-6066.
        """
        from .x_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def x_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthStatusResponse:
        """Tell whether an X account is connected.

        The access token lives about 2 hours and the refresh token about 180 days; a running agent refreshes
        every 90 minutes. `username` is the handle.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XStatus, documented in 001_e96aa5bc1228153b.txt:8972-8973, 8938, 6067-6122.
        """
        from .x_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def x_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect an X account.

        Revokes the token at X, then deletes it. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/XDisconnect, documented in 001_e96aa5bc1228153b.txt:8974-8975, 6123-6135.
        """
        from .x_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def yt_connect(
        self,
        *,
        useragentguid: str,
        redirecturl: str,
        authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        redirectUrl: str | Unset = UNSET,
        authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthConnectResponse:
        """Start connecting a YouTube channel.

        Returns the address of YouTube's consent page; send the user's browser there within 15 minutes. After
        the consent the browser comes back to `redirecturl` with the parameters of `UserAgentOauthYtRedirect`.
        Both ways are available: the shared Wiro app, and an app of yours, whose fields (`clientid` and
        `clientsecret` under the credential key `youtube`) and `authmethod` `own` were written with
        `user_agents_credential_upsert` and which knows https://api.wiro.ai/v1/UserAgentOAuth/YTCallback as its
        redirect address.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
                http://127.0.0.1 during development. Gets the result as query parameters, never a token. Older
                name: ``redirectUrl``.
            authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when
                it is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's
                name on the consent page, own ones yours. Older name: ``authMethod``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthConnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Missing useragentguid; Missing redirecturl; Invalid
                redirect URL; User agent not found or unauthorized; <Provider> credentials not configured.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTConnect, documented in 001_e96aa5bc1228153b.txt:9426-9433, 9457-9465, 5981-6066.
        """
        from .yt_connect import build_call

        call = build_call(
            useragentguid=useragentguid,
            redirecturl=redirecturl,
            authmethod=authmethod,
            userAgentGuid=userAgentGuid,
            redirectUrl=redirectUrl,
            authMethod=authMethod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def yt_status(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthYtStatusResponse:
        """Tell whether a YouTube channel is connected.

        The channel is in `channelid` and `channeltitle` (`channelname` in an overview); there is no `username`.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthYtStatusResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTStatus, documented in 001_e96aa5bc1228153b.txt:9471-9476, 6113-6115, 6067-6122.
        """
        from .yt_status import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def yt_disconnect(
        self,
        *,
        useragentguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthDisconnectResponse:
        """Disconnect a YouTube channel.

        Deletes the stored tokens and the chosen channel. A running agent restarts.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthDisconnectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTDisconnect, documented in 001_e96aa5bc1228153b.txt:9466-9470, 6123-6135.
        """
        from .yt_disconnect import build_call

        call = build_call(
            useragentguid=useragentguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def yt_set_channel(
        self,
        *,
        useragentguid: str,
        channelid: str,
        channeltitle: str | Unset = UNSET,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentOauthYtSetChannelResponse:
        """Choose the YouTube channel that the agent works with.

        Required after the consent. The documentation shows the request only. Restarts a running agent.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            channelid: Id of the channel, from `yt_channels`.
            channeltitle: Title to show for it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentOauthYtSetChannelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgentOAuth/YTSetChannel, documented in 001_e96aa5bc1228153b.txt:9434-9442.
        """
        from .yt_set_channel import build_call

        call = build_call(
            useragentguid=useragentguid,
            channelid=channelid,
            channeltitle=channeltitle,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)
