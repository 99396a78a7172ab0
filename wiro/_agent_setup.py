"""Setting an agent up: the accounts that it is connected to, its skills and schedules."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from wiro._facades import Facade, blocking
from wiro.errors import AmbiguousRequestError, InvalidArgumentError
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro_client.api import AsyncApi
    from wiro_client.calls import RequestOptions
    from wiro_client.models import (
        UserAgentCustomSkillHistoryResponse,
        UserAgentCustomSkillRevertResponse,
        UserAgentOauthTokenRefreshResponse,
        UserAgentPricingPreviewResponse,
        UserAgentSkillsApplyResponse,
    )

__all__ = ["AgentLink", "AsyncOAuth", "AsyncSkills", "OAuth", "Skills"]


@frozen
class AgentLink:
    """How the parts of a handle reach its agent.

    Attributes:
        api: Generated resources.
        guid: Guid of the agent.
        options: Options of its requests, such as the header of a team.
    """

    api: AsyncApi
    guid: str
    options: RequestOptions | None = None


@frozen
class _Provider:
    """How one provider's operations are called."""

    prefix: str
    select: str = ""
    id_parameter: str = ""
    name_parameter: str = ""


#: By the names that credentials have, and others that the documentation uses for them.
_PROVIDERS: Final = {
    "twitter": _Provider("x"),
    "tiktok": _Provider("tiktok"),
    "instagram": _Provider("ig"),
    "facebook-pages": _Provider("fb", "fb_set_page", "pageid", "pagename"),
    "linkedin": _Provider("li"),
    "google-ads": _Provider("gads", "gads_set_customer_id", "customerid", "customerdescriptivename"),
    "youtube": _Provider("yt", "yt_set_channel", "channelid", "channeltitle"),
    "ga4": _Provider("ga4", "ga4_set_property", "propertyid", "propertydisplayname"),
    "google-merchant-center": _Provider("mc", "mc_set_merchant_id", "merchantid", "accountname"),
    "meta-ads": _Provider("metaads", "metaads_set_ad_account", "adaccountid", "adaccountname"),
    "hubspot": _Provider("hubspot"),
    "mailchimp": _Provider("mailchimp"),
}
_OTHER_NAMES: Final = {
    "x": "twitter",
    "twitterx": "twitter",
    "facebook": "facebook-pages",
    "googleads": "google-ads",
    "merchant-center": "google-merchant-center",
    "metaads": "meta-ads",
}


class AsyncOAuth:
    """The accounts that an agent is connected to: ``agent.oauth``. Providers are named as their credentials are."""

    def __init__(self, link: AgentLink) -> None:
        self._link = link

    async def connect(self, provider: str, redirect_url: str, *, own_app: bool = False) -> str:
        """Begin to connect an account.

        Args:
            provider: Such as ``"twitter"``, ``"google-ads"`` or ``"meta-ads"``.
            redirect_url: Where the browser comes back to: HTTPS, or HTTP on localhost. It gets the outcome as query
                parameters, with the pages or accounts among which one has to be selected where the provider has any.
            own_app: Use the app whose id and secret are in the agent's credentials instead of Wiro's.

        Returns:
            Address of the consent page, for the browser of whoever owns the account; valid for 15 minutes.

        Raises:
            InvalidArgumentError: There is no such provider.
            ApiError: The provider is not set up for this agent, or the redirect is not acceptable.
        """
        method = getattr(self._link.api.user_agent_oauth, f"{_provider(provider).prefix}_connect")
        own = {"authmethod": "own"} if own_app else {}
        answer = await method(
            useragentguid=self._link.guid, redirecturl=redirect_url, **own, request_options=self._link.options
        )
        return str(answer.to_dict().get("authorizeUrl") or "")

    async def status(self, provider: str) -> dict[str, Any]:
        """Return the state of a connection: ``connected``, the account under the provider's own names, dates.

        Raises:
            InvalidArgumentError: There is no such provider.
        """
        method = getattr(self._link.api.user_agent_oauth, f"{_provider(provider).prefix}_status")
        return await self._sent(method)

    async def disconnect(self, provider: str) -> None:
        """Disconnect an account; an agent that runs restarts.

        Raises:
            InvalidArgumentError: There is no such provider.
        """
        await self._sent(getattr(self._link.api.user_agent_oauth, f"{_provider(provider).prefix}_disconnect"))

    async def select(self, provider: str, id: str, name: str | None = None) -> dict[str, Any]:
        """Choose the page, channel, property or account that the agent uses; an agent that runs restarts.

        Args:
            provider: One of ``facebook-pages`` (where it is needed, within 15 minutes of the consent), ``google-ads``,
                ``youtube``, ``ga4``, ``google-merchant-center`` and ``meta-ads``.
            id: As the redirect listed it.
            name: As the redirect listed it.

        Raises:
            InvalidArgumentError: There is no such provider, or nothing to choose.
            ApiError: Too late, or it is not in the list.
        """
        known = _provider(provider)
        if not known.select:
            raise InvalidArgumentError(f"there is nothing to choose for {provider!r}.", parameter="provider")
        chosen = {known.id_parameter: id} | ({known.name_parameter: name} if name is not None else {})
        return await self._sent(getattr(self._link.api.user_agent_oauth, known.select), **chosen)

    async def refresh_token(self, provider: str) -> UserAgentOauthTokenRefreshResponse:
        """Let the service renew the access token of a connection; running agents do that by themselves.

        Raises:
            ApiError: The provider has none that could be renewed.
        """
        return await self._link.api.user_agent_oauth.token_refresh(
            useragentguid=self._link.guid,
            provider=_OTHER_NAMES.get(provider, provider),
            request_options=self._link.options,
        )

    async def google_drive_folders(self, service_account: str | None = None) -> dict[str, Any]:
        """List the folders that a Google service account can see.

        Args:
            service_account: Its key file in base64; None for the one in the agent's credentials.
        """
        method = self._link.api.user_agent_oauth.google_drive_list_folders
        return await self._sent(method, serviceaccountjsonbase64=UNSET if service_account is None else service_account)

    async def _sent(self, method: Any, **arguments: Any) -> dict[str, Any]:
        answer = await method(useragentguid=self._link.guid, **arguments, request_options=self._link.options)
        document: dict[str, Any] = answer.to_dict()
        return {key: value for key, value in document.items() if key not in ("result", "errors")}


class AsyncSkills:
    """What an agent can do and when: ``agent.skills``. An agent that runs restarts after each change."""

    def __init__(self, link: AgentLink) -> None:
        self._link = link

    async def apply(
        self, switches: Mapping[str, bool], *, tier: str | None = None, idempotency_key: str | None = None
    ) -> UserAgentSkillsApplyResponse:
        """Switch registry skills of a custom build on and off, and pay or get back the difference. It is sent once.

        Args:
            switches: Skill names, such as ``{"int-gmail-check": True}``.
            tier: Tier to change to at once.
            idempotency_key: Key of this change; None makes one. Repeating a change with its key does not pay again.

        Raises:
            SkillsApplyError: Refused; ``body`` may list ``deps`` or ``conflicts``.
            AmbiguousRequestError: It may have been done; a note has the key with which to repeat it safely.
        """
        key = idempotency_key or str(uuid.uuid4())
        try:
            return await self._link.api.user_agents.skills_apply(
                useragentguid=self._link.guid,
                skills=switches,
                idempotency_key=key,
                tier=UNSET if tier is None else tier,
                request_options=self._link.options,
            )
        except AmbiguousRequestError as error:
            error.add_note(f"Repeat it with idempotency_key={key!r}: the service then answers without paying twice.")
            raise

    async def pricing_preview(
        self, switches: Mapping[str, bool], *, tier: str | None = None
    ) -> UserAgentPricingPreviewResponse:
        """Quote what a period of the agent would cost after a change of its skills. Costs nothing.

        Args:
            switches: As in `apply`.
            tier: Tier of the totals; None for the present one.
        """
        return await self._link.api.user_agents.pricing_preview(
            useragentguid=self._link.guid,
            skill_overrides=switches,
            tier=UNSET if tier is None else tier,
            request_options=self._link.options,
        )

    async def write(
        self,
        key: str,
        value: str | None = None,
        *,
        description: str | None = None,
        enabled: bool | None = None,
        create: bool = False,
    ) -> None:
        """Write a strategy text, such as ``content-tone``.

        Args:
            key: Key of the custom skill.
            value: The instructions.
            description: What it is for.
            enabled: Whether it counts.
            create: Make a new one.

        Raises:
            ApiError: There is no such skill, or the field cannot be written.
        """
        await self._upsert(key, value=value, description=description, enabled=enabled, create=create)

    async def schedule(
        self,
        key: str,
        interval: str | None = None,
        *,
        value: str | None = None,
        description: str | None = None,
        enabled: bool | None = None,
        create: bool = False,
    ) -> None:
        """Change or make a scheduled task, such as ``cron-content-scanner``.

        Args:
            key: Key of the schedule; the service puts ``cron-`` in front of new ones.
            interval: Cron expression, UTC, such as ``"0 9 * * *"``.
            value: What to do; only of those that were made by a user.
            description: What it is for.
            enabled: Whether it runs.
            create: Make a new one.

        Raises:
            ApiError: There is no such schedule, or the field cannot be written.
        """
        await self._upsert(key, value=value, interval=interval, description=description, enabled=enabled, create=create)

    async def rename(self, key: str, new_key: str, description: str | None = None) -> str:
        """Rename a custom skill or schedule that a user made; returns the key that it has now."""
        answer = await self._link.api.user_agents.custom_skill_rename(
            useragentguid=self._link.guid,
            oldskillkey=key,
            newskillkey=new_key,
            description=UNSET if description is None else description,
            request_options=self._link.options,
        )
        return str(answer.to_dict().get("newskillkey") or new_key)

    async def delete(self, key: str) -> None:
        """Delete a custom skill or schedule."""
        await self._link.api.user_agents.custom_skill_delete(
            useragentguid=self._link.guid, skillkey=key, request_options=self._link.options
        )

    async def history(self, key: str) -> UserAgentCustomSkillHistoryResponse:
        """Return the versions of a custom skill, and its preset."""
        return await self._link.api.user_agents.custom_skill_history(
            useragentguid=self._link.guid, skillkey=key, request_options=self._link.options
        )

    async def revert(self, key: str, version_guid: str | None = None) -> UserAgentCustomSkillRevertResponse:
        """Go back to a version of a custom skill, or to its preset if none is named."""
        return await self._link.api.user_agents.custom_skill_revert(
            useragentguid=self._link.guid,
            skillkey=key,
            source="preset" if version_guid is None else "history",
            versionguid=UNSET if version_guid is None else version_guid,
            request_options=self._link.options,
        )

    async def _upsert(self, key: str, *, create: bool, **fields: str | bool | None) -> None:
        given: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
        if create:
            given["usercreated"] = True
        await self._link.api.user_agents.custom_skill_upsert(
            useragentguid=self._link.guid, skillkey=key, **given, request_options=self._link.options
        )


class OAuth(Facade[AsyncOAuth]):
    """The accounts that an agent is connected to: ``agent.oauth``; see `AsyncOAuth`."""

    connect = blocking(AsyncOAuth.connect)
    status = blocking(AsyncOAuth.status)
    disconnect = blocking(AsyncOAuth.disconnect)
    select = blocking(AsyncOAuth.select)
    refresh_token = blocking(AsyncOAuth.refresh_token)
    google_drive_folders = blocking(AsyncOAuth.google_drive_folders)


class Skills(Facade[AsyncSkills]):
    """What an agent can do and when: ``agent.skills``; see `AsyncSkills`."""

    apply = blocking(AsyncSkills.apply)
    pricing_preview = blocking(AsyncSkills.pricing_preview)
    write = blocking(AsyncSkills.write)
    schedule = blocking(AsyncSkills.schedule)
    rename = blocking(AsyncSkills.rename)
    delete = blocking(AsyncSkills.delete)
    history = blocking(AsyncSkills.history)
    revert = blocking(AsyncSkills.revert)


def _provider(name: str) -> _Provider:
    known = _PROVIDERS.get(_OTHER_NAMES.get(name, name))
    if known is None:
        raise InvalidArgumentError(
            f"there is no provider {name!r}; accepted: {', '.join(_PROVIDERS)}.", parameter="provider"
        )
    return known
