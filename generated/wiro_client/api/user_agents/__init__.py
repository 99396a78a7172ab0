"""Deployed agents, their settings, skills, billing, credits and logs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.sort_order import SortOrder
    from ...models.user_agent_cancel_subscription_response import UserAgentCancelSubscriptionResponse
    from ...models.user_agent_cover_response import UserAgentCoverResponse
    from ...models.user_agent_create_extra_credit_checkout_request_pack import (
        UserAgentCreateExtraCreditCheckoutRequestPack,
    )
    from ...models.user_agent_create_extra_credit_checkout_response import UserAgentCreateExtraCreditCheckoutResponse
    from ...models.user_agent_create_subscription_checkout_response import UserAgentCreateSubscriptionCheckoutResponse
    from ...models.user_agent_credential_field_history_response import UserAgentCredentialFieldHistoryResponse
    from ...models.user_agent_credential_field_write import UserAgentCredentialFieldWrite
    from ...models.user_agent_credential_upsert_response import UserAgentCredentialUpsertResponse
    from ...models.user_agent_credit_sync_response import UserAgentCreditSyncResponse
    from ...models.user_agent_custom_skill_delete_response import UserAgentCustomSkillDeleteResponse
    from ...models.user_agent_custom_skill_history_response import UserAgentCustomSkillHistoryResponse
    from ...models.user_agent_custom_skill_rename_response import UserAgentCustomSkillRenameResponse
    from ...models.user_agent_custom_skill_revert_request_source import UserAgentCustomSkillRevertRequestSource
    from ...models.user_agent_custom_skill_revert_response import UserAgentCustomSkillRevertResponse
    from ...models.user_agent_custom_skill_upsert_response import UserAgentCustomSkillUpsertResponse
    from ...models.user_agent_deploy_response import UserAgentDeployResponse
    from ...models.user_agent_detail_response import UserAgentDetailResponse
    from ...models.user_agent_inline_credentials import UserAgentInlineCredentials
    from ...models.user_agent_inline_custom_skill import UserAgentInlineCustomSkill
    from ...models.user_agent_legacy_configuration import UserAgentLegacyConfiguration
    from ...models.user_agent_logs_delete_response import UserAgentLogsDeleteResponse
    from ...models.user_agent_logs_file_response import UserAgentLogsFileResponse
    from ...models.user_agent_logs_list_response import UserAgentLogsListResponse
    from ...models.user_agent_logs_response import UserAgentLogsResponse
    from ...models.user_agent_my_agents_request_sort import UserAgentMyAgentsRequestSort
    from ...models.user_agent_my_agents_response import UserAgentMyAgentsResponse
    from ...models.user_agent_pin_response import UserAgentPinResponse
    from ...models.user_agent_pinned_agents_response import UserAgentPinnedAgentsResponse
    from ...models.user_agent_pinned_unread_response import UserAgentPinnedUnreadResponse
    from ...models.user_agent_pricing_preview_response import UserAgentPricingPreviewResponse
    from ...models.user_agent_renew_subscription_response import UserAgentRenewSubscriptionResponse
    from ...models.user_agent_skill_switches import UserAgentSkillSwitches
    from ...models.user_agent_skills_apply_response import UserAgentSkillsApplyResponse
    from ...models.user_agent_start_response import UserAgentStartResponse
    from ...models.user_agent_stop_response import UserAgentStopResponse
    from ...models.user_agent_tier import UserAgentTier
    from ...models.user_agent_transaction_insert_request_action import UserAgentTransactionInsertRequestAction
    from ...models.user_agent_transaction_insert_request_type import UserAgentTransactionInsertRequestType
    from ...models.user_agent_transaction_insert_response import UserAgentTransactionInsertResponse
    from ...models.user_agent_transaction_list_response import UserAgentTransactionListResponse
    from ...models.user_agent_update_response import UserAgentUpdateResponse
    from ...models.user_agent_upgrade_plan_request_plan import UserAgentUpgradePlanRequestPlan
    from ...models.user_agent_upgrade_plan_response import UserAgentUpgradePlanResponse
    from ...models.user_agent_upgrade_tier_request_target_tier import UserAgentUpgradeTierRequestTargetTier
    from ...models.user_agent_upgrade_tier_response import UserAgentUpgradeTierResponse

__all__ = ["AsyncUserAgentsApi", "UserAgentsApi"]


class UserAgentsApi:
    """Deployed agents, their settings, skills, billing, credits and logs."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def create_subscription_checkout(
        self,
        *,
        useragentguid: str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreateSubscriptionCheckoutResponse:
        """Subscribe an agent that has no active subscription.

        Charges the wallet with the price of a period, opens the subscription and queues the agent to start.
        Refused while a subscription is active.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance.
            useprepaid: Must be true; the price is taken from the prepaid wallet.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            tier: Tier to subscribe to; the service keeps the present one when it is absent. Older name:
                ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreateSubscriptionCheckoutResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Subscription already active for this useragent. Cancel or
                modify the existing subscription instead; Insufficient wallet balance. Required: $X.XX,
                Available: $Y.YY; code 0 (This agent belongs to a team. Switch to the team context to access
                it); code 0 (This agent is personal. Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreateSubscriptionCheckout, documented in 001_e96aa5bc1228153b.txt:3633-3648, 4119-4121,
        11436-11446.
        """
        from .create_subscription_checkout import build_call

        call = build_call(
            useragentguid=useragentguid,
            useprepaid=useprepaid,
            team_guid=team_guid,
            tier=tier,
            plan=plan,
        )
        return self._sender.send(call, request_options)

    @keywords
    def cancel_subscription(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCancelSubscriptionResponse:
        """Let the subscription of an agent end with the paid period.

        Sets `pendingdowngrade` to `cancel`; the subscription stays active and the agent keeps running until the
        period ends, nothing is refunded. `user_agents_renew_subscription` takes it back without a charge until
        then. Afterwards the subscription is expired and the agent stopped.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCancelSubscriptionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: No active subscription found for this agent; Stripe
                subscriptions must be cancelled via Stripe portal; User agent not found; code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CancelSubscription, documented in 001_e96aa5bc1228153b.txt:3791-3816, 11436-11446.
        """
        from .cancel_subscription import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def upgrade_tier(
        self,
        *,
        guid: str,
        target_tier: UserAgentUpgradeTierRequestTargetTier | str,
        team_guid: str | Unset = UNSET,
        plan: UserAgentUpgradeTierRequestTargetTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpgradeTierResponse:
        """Move an agent from Starter to Pro.

        Charges the wallet with the price difference for the remaining days, ((Pro - Starter) / days of the
        period) x days left, never below 0 USD. Extra and used credits are kept, and the agent restarts. There
        is no way back but to cancel and deploy again.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            guid: Guid of the instance.
            target_tier: Always `pro`; going back to `starter` is refused. Older name: ``plan``.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpgradeTierResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: targetTier must be 'starter' or 'pro'; Downgrading to
                Starter is not supported. /UserAgent/UpgradeTier is upgrade-only (Starter → Pro); Already on
                {tier} tier; No active subscription — use /UserAgent/CreateSubscriptionCheckout to subscribe at
                the chosen tier; Failed to compute target-tier pricing; Insufficient wallet balance for
                proration. Required: $X.XX, available: $Y.YY; code 0 (This agent belongs to a team. Switch to
                the team context to access it); code 0 (This agent is personal. Switch to your personal context
                to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/UpgradeTier, documented in 001_e96aa5bc1228153b.txt:3817-3853, 4122-4128, 11436-11446.
        """
        from .upgrade_tier import build_call

        call = build_call(
            guid=guid,
            target_tier=target_tier,
            team_guid=team_guid,
            plan=plan,
        )
        return self._sender.send(call, request_options)

    @keywords
    def upgrade_plan(
        self,
        *,
        guid: str,
        plan: UserAgentUpgradePlanRequestPlan | str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpgradePlanResponse:
        """Move an agent from Starter to Pro, in the older form.

        Superseded by `user_agents_upgrade_tier`, and probably no longer served. Charges the wallet with the
        price difference for the remaining days.

        Costs money each time it arrives: never send it twice for one purpose. Only older documentation
        describes this operation. Deprecated.

        Args:
            guid: Guid of the instance.
            plan: Always `pro`.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpgradePlanResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Cannot downgrade from Pro to Starter. Cancel your
                subscription instead.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/UpgradePlan, documented in 002_358d763218da1f44.txt:1, 004_b882a9aae0260bc0.txt:1.
        """
        from .upgrade_plan import build_call

        call = build_call(
            guid=guid,
            plan=plan,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def renew_subscription(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentRenewSubscriptionResponse:
        """Take a cancellation back, or pay for another period.

        The state decides. An active subscription that was cancelled goes on without a charge (`undo-cancel`).
        An expired one is charged with the price last agreed, its used credits return to 0 and extra credits are
        kept (`renewed`). Pages disagree whether a stopped agent is then queued or stays stopped; read its
        status and start it if it is 0.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentRenewSubscriptionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Subscription is already active; No expired subscription
                found to renew; Stripe subscriptions must be managed via Stripe portal; Stripe subscriptions
                must be renewed via Stripe checkout; Renewal pricing must be greater than $0. Add at least one
                paid skill or set agent base price; Insufficient wallet balance. Required: $X.XX, Available:
                $Y.YY; Wallet deduction failed:; Renewal pricing not available; code 0 (This agent belongs to a
                team. Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/RenewSubscription, documented in 001_e96aa5bc1228153b.txt:3854-3941, 4136-4148,
        11436-11446.
        """
        from .renew_subscription import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def create_extra_credit_checkout(
        self,
        *,
        useragentguid: str,
        pack: UserAgentCreateExtraCreditCheckoutRequestPack | str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        useragentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreateExtraCreditCheckoutResponse:
        """Buy a pack of extra credits for a Pro agent.

        Charges the wallet with the price of the pack and adds its credits at once; they expire after six
        months. Prices and sizes are in `agent.extracreditpacks` of `user_agents_detail`.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance. Older name: ``useragentGuid``.
            pack: `packkey` of the pack. Older services called them `package1`, `package2` and `package3`.
            useprepaid: Must be true; the price is taken from the prepaid wallet.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreateExtraCreditCheckoutResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Pack key required; Could not retrieve wallet balance;
                Insufficient wallet balance. Required: $X.XX, Available: $Y.YY; Extra credits are available only
                for Pro plan subscribers. Please upgrade your plan; Invalid pack. Choose package1, package2, or
                package3; Active subscription required to purchase extra credits; Extra credit pack not
                available for this agent; code 0 (This agent belongs to a team. Switch to the team context to
                access it); code 0 (This agent is personal. Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreateExtraCreditCheckout, documented in 001_e96aa5bc1228153b.txt:3761-3790, 4149-4152,
        11436-11446.
        """
        from .create_extra_credit_checkout import build_call

        call = build_call(
            useragentguid=useragentguid,
            pack=pack,
            useprepaid=useprepaid,
            team_guid=team_guid,
            useragentGuid=useragentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def start(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentStartResponse:
        """Start a stopped or failed agent.

        Queues the agent (status 2) until a worker takes it; poll `user_agents_detail` until the status is 4.
        Valid from status 0 and 5, with an active subscription, complete credentials and credits left. A
        repeated start is refused with "already queued" or "already running", which means that the first one
        arrived.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentStartResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent is already running; Agent is already queued to
                start; Agent is currently stopping, please wait; Agent setup is not complete. Please fill in
                your credentials before starting; No credits available. Please renew your subscription or
                purchase extra credits; Active subscription required to start agent. Please renew your
                subscription; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Start, documented in 001_e96aa5bc1228153b.txt:3649-3666, 4090-4091, 4102-4115.
        """
        from .start import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def stop(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentStopResponse:
        """Stop an agent.

        A queued agent is stopped at once; one that starts or runs moves to status 1 and shuts down gracefully.
        The subscription and its price go on.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentStopResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent is already stopped; Agent is in error state, use
                Start to retry; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Stop, documented in 001_e96aa5bc1228153b.txt:3666-3677, 4108-4113.
        """
        from .stop import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def pin(
        self,
        *,
        useragentguid: str,
        pinned: bool,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinResponse:
        """Put an agent on the pinned list or take it off.

        Changes the list only; the agent is not restarted.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            pinned: True to pin, false to unpin.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Pin, documented in 001_e96aa5bc1228153b.txt:3677-3685.
        """
        from .pin import build_call

        call = build_call(
            useragentguid=useragentguid,
            pinned=pinned,
        )
        return self._sender.send(call, request_options)

    @keywords
    def pinned_agents(
        self,
        *,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinnedAgentsResponse:
        """List the pinned agents.

        Rows as in `user_agents_my_agents`. The workspace comes from the key or from the team header.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinnedAgentsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PinnedAgents, documented in 001_e96aa5bc1228153b.txt:3685-3750.
        """
        from .pinned_agents import build_call

        call = build_call(
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def pinned_unread(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinnedUnreadResponse:
        """Read the newest message of each pinned agent.

        Compare each guid with the last one that was shown to decide on an unread badge.

        Changes nothing: may be repeated.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinnedUnreadResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PinnedUnread, documented in 001_e96aa5bc1228153b.txt:3750-3761.
        """
        from .pinned_unread import build_call

        call = build_call()
        return self._sender.send(call, request_options)

    @keywords
    def credential_upsert(
        self,
        *,
        useragentguid: str,
        fields: Sequence[UserAgentCredentialFieldWrite | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> UserAgentCredentialUpsertResponse:
        """Write credential fields of an agent.

        Writes the given fields, of one or several credentials, and leaves all others as they are. A row that is
        not acceptable (unknown or reserved field, a `fieldstatus` that the caller may not write) is skipped and
        reported in `errors`, while `result` may still be true: look at both. An agent that starts or runs is
        restarted; one in status 6 becomes 0 once nothing required is missing. The answer is documented in two
        forms, with `applied` or with `useragents`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            fields: The fields to write, of any number of credentials.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCredentialUpsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: agent-fieldstatus-not-allowed-for-role.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CredentialUpsert, documented in 001_e96aa5bc1228153b.txt:3267-3306, 5590-5862,
        6040-6056, 6205-6216, 7915-7941.
        """
        from .credential_upsert import build_call

        call = build_call(
            useragentguid=useragentguid,
            fields=fields,
        )
        return self._sender.send(call, request_options)

    @keywords
    def credential_field_history(
        self,
        *,
        useragentguid: str,
        credentialkey: str,
        startdate: int | Unset = UNSET,
        enddate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCredentialFieldHistoryResponse:
        """Read who changed which field of a credential, and when.

        OAuth tokens never appear and secrets of OAuth apps read `[REDACTED]`. The platform's own credentials
        (`wiro`, `calendarific`, `sys-openai`) have no entries.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            credentialkey: Key of the credential.
            startdate: Only entries from this moment on, Unix seconds (UTC).
            enddate: Only entries up to this moment, Unix seconds (UTC).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCredentialFieldHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CredentialFieldHistory, documented in 001_e96aa5bc1228153b.txt:3455-3516, 5494-5553.
        """
        from .credential_field_history import build_call

        call = build_call(
            useragentguid=useragentguid,
            credentialkey=credentialkey,
            startdate=startdate,
            enddate=enddate,
        )
        return self._sender.send(call, request_options)

    @keywords
    def custom_skill_upsert(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        value: str | Unset = UNSET,
        interval: str | None | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        description: str | Unset = UNSET,
        usercreated: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillUpsertResponse:
        """Write a custom skill of an agent.

        Writes one strategy text or one schedule. What a kind of skill does not take is dropped without an
        error; a preset strategy takes `value`, a schedule that came with a registry skill takes `interval` and
        `enabled`, one of your own takes everything. Fields that are left out stay as they are. A running agent
        is restarted.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill, such as `content-tone` or `cron-content-scanner`, with or without the
                newer `cs-` prefix. The service puts `cron-` before the key of a new schedule.
            value: Strategy text or instructions. Dropped for a schedule that came with a registry skill.
            interval: Cron expression, UTC; an empty string or null clears it. Schedules only.
            enabled: Whether the schedule runs. Schedules only.
            description: What the skill is for. Skills of your own only.
            usercreated: True makes a new schedule of your own.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillUpsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: skill-not-found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillUpsert, documented in 001_e96aa5bc1228153b.txt:3307-3335, 6259-6260,
        6506-6736, 6849-6873, 9815-9821.
        """
        from .custom_skill_upsert import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            value=value,
            interval=interval,
            enabled=enabled,
            description=description,
            usercreated=usercreated,
        )
        return self._sender.send(call, request_options)

    @keywords
    def custom_skill_rename(
        self,
        *,
        useragentguid: str,
        oldskillkey: str,
        newskillkey: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillRenameResponse:
        """Rename a custom skill that a user made.

        Moves the skill with its whole history to another key, and optionally changes its description in the
        same write. A schedule stays a schedule and a strategy a strategy. A running agent is restarted. Sending
        it again after it worked is refused, because the old key is gone.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            useragentguid: Guid of the instance.
            oldskillkey: Present key, such as `cs-my-strategy` or `cs-cron-daily-summary`.
            newskillkey: New key; a bare one gets the prefix of the old key.
            description: New description; an empty string clears it, leaving it out keeps it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillRenameResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: agent-customskill-rename-preset-forbidden;
                agent-customskill-rename-flavour-mismatch; agent-customskill-rename-collision;
                agent-customskill-rename-same-key; agent-customskill-not-found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillRename, documented in 001_e96aa5bc1228153b.txt:3336-3375, 6747-6756.
        """
        from .custom_skill_rename import build_call

        call = build_call(
            useragentguid=useragentguid,
            oldskillkey=oldskillkey,
            newskillkey=newskillkey,
            description=description,
        )
        return self._sender.send(call, request_options)

    @keywords
    def custom_skill_delete(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillDeleteResponse:
        """Delete a schedule that a user made.

        Has no effect on preset strategies and on schedules that came with a registry skill.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the schedule (`cron-*` or `cs-cron-*`).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillDelete, documented in 001_e96aa5bc1228153b.txt:3376-3385, 6737-6746.
        """
        from .custom_skill_delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
        )
        return self._sender.send(call, request_options)

    @keywords
    def custom_skill_history(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        startdate: int | Unset = UNSET,
        enddate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillHistoryResponse:
        """Read the versions of a custom skill.

        One entry a write, with the values before and after it and the account that made it, and the template's
        default.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill with its prefix, such as `cs-content-tone`.
            startdate: Only entries from this moment on, Unix seconds (UTC).
            enddate: Only entries up to this moment, Unix seconds (UTC).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillHistory, documented in 001_e96aa5bc1228153b.txt:3386-3436.
        """
        from .custom_skill_history import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            startdate=startdate,
            enddate=enddate,
        )
        return self._sender.send(call, request_options)

    @keywords
    def custom_skill_revert(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        source: UserAgentCustomSkillRevertRequestSource | str,
        versionguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillRevertResponse:
        """Set a custom skill back to its preset or to an earlier version.

        A running agent is restarted unless nothing changed.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill with its prefix.
            source: `preset` for the template's default, `history` for the version in `versionguid`.
            versionguid: Guid of an entry of `user_agents_custom_skill_history`; required with `history`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillRevertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillRevert, documented in 001_e96aa5bc1228153b.txt:3437-3454.
        """
        from .custom_skill_revert import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            source=source,
            versionguid=versionguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def deploy(
        self,
        *,
        title: str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        agentguid: str | Unset = UNSET,
        custom: bool | Unset = UNSET,
        description: str | Unset = UNSET,
        cover: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        pinned: bool | Unset = UNSET,
        credentials: UserAgentInlineCredentials | Mapping[str, Any] | Unset = UNSET,
        skills: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
        customskills: Sequence[UserAgentInlineCustomSkill | Mapping[str, Any]] | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentDeployResponse:
        """Deploy an agent from a template or as a custom build.

        Charges the wallet with the price of the tier, opens a subscription of 30 days and creates the instance,
        all at once and every time it is sent. Answers with the composed instance, without its subscription. Its
        status is 6 while a required credential is missing, otherwise 0 (other pages and newer services say 2 or
        4), so any status is possible: start the agent only from 0 or 5. Inline credentials, skills and custom
        skills are meant to be applied in the same call, but pages disagree whether credentials are, so check
        `setuprequired` in the answer. Needs a caller who may act for the team when the team header is set.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            title: Display name of the instance.
            useprepaid: Must be true. The price is taken from the prepaid wallet; false is the website's card
                checkout.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            agentguid: Guid of the catalogue template. Required unless `custom` is true.
            custom: True builds an agent without a template. Excludes `agentguid`.
            description: Free text; for a custom build what the agent does.
            cover: URL of a cover image. Custom builds only; a template brings its own.
            tier: Tier to pay for; the service uses `starter` when it is absent. Older documents call it `plan`.
                Older name: ``plan``.
            pinned: Whether the agent joins the pinned list; the service uses true when it is absent.
            credentials: Credential values to write at once, as `{key: {field: value}}`; flat fields only.
            skills: Registry skill names with true or false. They are the first set of a custom build, and are
                laid over a template's.
            customskills: Strategies and schedules to write at once.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentDeployResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found; Agent not found or inactive;
                Subscription price must be greater than $0. Add at least one paid skill or set agent base price;
                Insufficient wallet balance. Required: $X.XX, Available: $Y.YY; Valid plan required when using
                prepaid (starter or pro); Pricing not available for this plan; code 0 (This agent belongs to a
                team. Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Deploy, documented in 001_e96aa5bc1228153b.txt:2520-2708, 7095-7233, 7289-7352,
        4098-4101, 11436-11446.
        """
        from .deploy import build_call

        call = build_call(
            title=title,
            useprepaid=useprepaid,
            team_guid=team_guid,
            agentguid=agentguid,
            custom=custom,
            description=description,
            cover=cover,
            tier=tier,
            pinned=pinned,
            credentials=credentials,
            skills=skills,
            customskills=customskills,
            plan=plan,
        )
        return self._sender.send(call, request_options)

    @keywords
    def transaction_list(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentTransactionListResponse:
        """List the credit movements of an agent.

        Newest first, with the balance now and the total number of rows. Entries are never changed or removed.
        For the owner and the members of the agent's team.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            limit: Rows per page, at most 500; the service uses 50 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentTransactionListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragentguid is required; useragent-access-denied;
                transactions-list-failed.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/TransactionList, documented in 001_e96aa5bc1228153b.txt:3942-4063, 7371-7565, 7595-7603.
        """
        from .transaction_list import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
            limit=limit,
            start=start,
        )
        return self._sender.send(call, request_options)

    @keywords
    def transaction_insert(
        self,
        *,
        useragentguid: str,
        uuid: str,
        type_: UserAgentTransactionInsertRequestType | str,
        amount: float,
        action: UserAgentTransactionInsertRequestAction | str | Unset = UNSET,
        guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentTransactionInsertResponse:
        """Report credits that the agent runtime used.

        For the runtime inside the agent's container, which the pair of instance and owner identifies; API
        clients do not call it. With `guid` the same event is booked once however often it is sent, without it
        every time.

        Costs money each time it arrives: never send it twice for one purpose. Called by the runtime of an
        agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            type_: Always `deduct`.
            amount: Credits, as a positive cost or a negative change.
            action: What used the credits.
            guid: Identifies the event, so that repeating it books nothing.
            sessionkey: Session that used the credits.
            messageguid: Message that used the credits.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentTransactionInsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Only deduct transactions can be inserted from agents;
                Invalid credentials; useragentguid is required.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/TransactionInsert, documented in 001_e96aa5bc1228153b.txt:7566-7589, 7597-7602,
        4089-4090.
        """
        from .transaction_insert import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            type_=type_,
            amount=amount,
            action=action,
            guid=guid,
            sessionkey=sessionkey,
            messageguid=messageguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def credit_sync(
        self,
        *,
        useragentguid: str,
        uuid: str,
        usedcredits: float,
        creditperiod: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreditSyncResponse:
        """Report the credit counter of the agent runtime.

        For the runtime inside the agent's container. Within a billing period the service keeps the larger of
        its own counter and the reported one; for another period it refuses and tells the period and counter it
        has. Only described in words, so the parameter names beside `creditperiod` are inferred from the text
        and from `user_agents_transaction_insert`.

        May be repeated: doing it twice is the same as doing it once. The documentation mentions this operation
        without describing it. Called by the runtime of an agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            usedcredits: Credits used in this period so far; the counter never falls.
            creditperiod: Billing period as YYYY-MM.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreditSyncResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: period mismatch (expected X, got Y); Invalid credentials;
                useragentguid is required.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreditSync, documented in 001_e96aa5bc1228153b.txt:7590-7603, 4089-4090.
        """
        from .credit_sync import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            usedcredits=usedcredits,
            creditperiod=creditperiod,
        )
        return self._sender.send(call, request_options)

    @keywords
    def logs(
        self,
        *,
        useragentguid: str,
        date: str | Unset = UNSET,
        lines: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsResponse:
        """Read the last events of a day.

        The documented sample is newest first, the day's file oldest first, so find the newest event by `ts`.
        The service caches an answer for 30 seconds per agent, date and number of lines; asking more often gives
        nothing new.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD; the service uses today (UTC) when it is absent.
            lines: Number of events, at most 5000; the service uses 200 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Logs, documented in 001_e96aa5bc1228153b.txt:7604-7735, 7805-7824.
        """
        from .logs import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
            lines=lines,
        )
        return self._sender.send(call, request_options)

    @keywords
    def logs_list(
        self,
        *,
        useragentguid: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsListResponse:
        """List the days that have a log file.

        Days older than 180 days are gone.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsList, documented in 001_e96aa5bc1228153b.txt:7735-7748, 7825-7829, 7835-7841.
        """
        from .logs_list import build_call

        call = build_call(
            useragentguid=useragentguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def logs_file(
        self,
        *,
        useragentguid: str,
        date: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsFileResponse:
        """Read all events of a day.

        At most about 50,000 events a file; older ones of the same day cannot be read then.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsFileResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsFile, documented in 001_e96aa5bc1228153b.txt:7748-7791, 7830-7834.
        """
        from .logs_file import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
        )
        return self._sender.send(call, request_options)

    @keywords
    def logs_delete(
        self,
        *,
        useragentguid: str,
        date: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsDeleteResponse:
        """Delete the log file of a day.

        Deleting a day that has no file succeeds too.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsDelete, documented in 001_e96aa5bc1228153b.txt:7792-7805.
        """
        from .logs_delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
        )
        return self._sender.send(call, request_options)

    @keywords
    def skills_apply(
        self,
        *,
        useragentguid: str,
        skills: UserAgentSkillSwitches | Mapping[str, Any],
        idempotency_key: str,
        team_guid: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentSkillsApplyResponse:
        """Switch registry skills on and off and pay the difference.

        Sets all given skills, and the tier if one is given, as one change; if the payment fails nothing
        changes. The wallet is charged (or credited) once with the price difference for the rest of the period,
        and a running agent restarts once. Only for custom builds. It is the one operation with an idempotency
        key; the same key again gives the stored answer and changes nothing, so use a new key for every new
        intention and after code 108. A batch that changes nothing may be answered with `noOp` alone.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance, a custom build.
            skills: Registry skill names with true (on) or false (off); the others stay as they are.
            idempotency_key: A text that is unique for this intention, such as a UUID.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            tier: Tier to change to in the same step. Going from Pro to Starter is refused. Older name:
                ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentSkillsApplyResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 100 (skillsapply-template-only); code 100 (Skill
                changes are only available for custom-built agents); code 101 (skillsapply-deps-violation); code
                102 (skillsapply-conflict); code 103 (skillsapply-insufficient-wallet); code 103 (Insufficient
                wallet balance for proration. Required: $X.XX, available: $Y.YY); code 104
                (skillsapply-in-progress); code 105 (skillsapply-tier-downgrade); code 106
                (skillsapply-subscription-inactive); code 108 (skillsapply-db-tx-failed); code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/SkillsApply, documented in 001_e96aa5bc1228153b.txt:3517-3585, 6785-6813, 7235-7287,
        4117-4124, 11436-11446.
        """
        from .skills_apply import build_call

        call = build_call(
            useragentguid=useragentguid,
            skills=skills,
            idempotency_key=idempotency_key,
            team_guid=team_guid,
            tier=tier,
            plan=plan,
        )
        return self._sender.send(call, request_options)

    @keywords
    def pricing_preview(
        self,
        *,
        draft: bool | Unset = UNSET,
        skills: Sequence[str] | Unset = UNSET,
        useragentguid: str | Unset = UNSET,
        skill_overrides: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPricingPreviewResponse:
        """Quote the price of a set of skills.

        Changes nothing and costs nothing. With `draft` and `skills` it prices an agent that does not exist yet,
        with `useragentguid` and `skillOverrides` a change to one that does. Take the totals as they come; they
        follow no formula over the parts.

        Changes nothing: may be repeated.

        Args:
            draft: True prices `skills` without an instance. Otherwise `useragentguid` is required.
            skills: Registry names of the skills to price; with `draft` only.
            useragentguid: Guid of the instance to price a change for.
            skill_overrides: Registry skill names with true or false, laid over the present ones; with
                `useragentguid` only.
            tier: Tier to price. The answer has both tiers anyway. Older name: ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPricingPreviewResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PricingPreview, documented in 001_e96aa5bc1228153b.txt:3586-3632, 7117-7148.
        """
        from .pricing_preview import build_call

        call = build_call(
            draft=draft,
            skills=skills,
            useragentguid=useragentguid,
            skill_overrides=skill_overrides,
            tier=tier,
            plan=plan,
        )
        return self._sender.send(call, request_options)

    @keywords
    def my_agents(
        self,
        *,
        team_guid: str | Unset = UNSET,
        sort: UserAgentMyAgentsRequestSort | str | Unset = UNSET,
        order: SortOrder | str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        category: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMyAgentsResponse:
        """List the deployed agents of the workspace.

        Returns one row an instance with its scalars, template and subscription; `user_agents_detail` has the
        credentials, skills and costs. There is no total: when a page is full, ask for the next one.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sort: Column to sort by; the service uses `id` when it is absent.
            order: Direction of the sort; the service uses `DESC` when it is absent.
            limit: Rows per page, at most 1000; the service uses 20 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            category: Only agents of this category.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMyAgentsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/MyAgents, documented in 001_e96aa5bc1228153b.txt:2709-2785.
        """
        from .my_agents import build_call

        call = build_call(
            team_guid=team_guid,
            sort=sort,
            order=order,
            limit=limit,
            start=start,
            category=category,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentDetailResponse:
        """Read one deployed agent.

        Returns a list with the one instance, fully composed: credentials with their fields, skills, schedules,
        credits, costs and subscription.

        Changes nothing: may be repeated.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Detail, documented in 001_e96aa5bc1228153b.txt:2785-3134, 6267-6268, 6465-6503,
        6815-6847, 4097-4098.
        """
        from .detail import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def update(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        title: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        categories: Sequence[str] | Unset = UNSET,
        cover: str | None | Unset = UNSET,
        configuration: UserAgentLegacyConfiguration | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpdateResponse:
        """Change title, description, categories or cover URL of an agent.

        Only the given fields change. An agent that starts or runs (status 3 or 4) is stopped and queued again.
        The answer has the scalars and the template; read `user_agents_detail` for the rest. Credentials and
        skills have operations of their own.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            title: New display name.
            description: New description; an empty string or null clears it.
            categories: New categories, at least one.
            cover: URL of a new cover; an empty string or null removes it. `user_agents_cover` uploads a file.
            configuration: Older way to write credentials and skills; a current service ignores it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpdateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Categories cannot be empty; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Update, documented in 001_e96aa5bc1228153b.txt:3135-3211, 4129-4130.
        """
        from .update import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
            title=title,
            description=description,
            categories=categories,
            cover=cover,
            configuration=configuration,
        )
        return self._sender.send(call, request_options)

    @keywords
    def cover(
        self,
        *,
        useragentguid: str,
        image: File,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCoverResponse:
        """Upload a cover image for an agent.

        Replaces the cover; the service stores the image as WebP. To set an image that already has a URL, use
        `user_agents_update`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            image: JPEG, PNG, GIF or WebP file of at most about 10 MB.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCoverResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Cover, documented in 001_e96aa5bc1228153b.txt:3211-3267.
        """
        from .cover import build_call

        call = build_call(
            useragentguid=useragentguid,
            image=image,
        )
        return self._sender.send(call, request_options)


class AsyncUserAgentsApi:
    """Deployed agents, their settings, skills, billing, credits and logs."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def create_subscription_checkout(
        self,
        *,
        useragentguid: str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreateSubscriptionCheckoutResponse:
        """Subscribe an agent that has no active subscription.

        Charges the wallet with the price of a period, opens the subscription and queues the agent to start.
        Refused while a subscription is active.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance.
            useprepaid: Must be true; the price is taken from the prepaid wallet.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            tier: Tier to subscribe to; the service keeps the present one when it is absent. Older name:
                ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreateSubscriptionCheckoutResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Subscription already active for this useragent. Cancel or
                modify the existing subscription instead; Insufficient wallet balance. Required: $X.XX,
                Available: $Y.YY; code 0 (This agent belongs to a team. Switch to the team context to access
                it); code 0 (This agent is personal. Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreateSubscriptionCheckout, documented in 001_e96aa5bc1228153b.txt:3633-3648, 4119-4121,
        11436-11446.
        """
        from .create_subscription_checkout import build_call

        call = build_call(
            useragentguid=useragentguid,
            useprepaid=useprepaid,
            team_guid=team_guid,
            tier=tier,
            plan=plan,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def cancel_subscription(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCancelSubscriptionResponse:
        """Let the subscription of an agent end with the paid period.

        Sets `pendingdowngrade` to `cancel`; the subscription stays active and the agent keeps running until the
        period ends, nothing is refunded. `user_agents_renew_subscription` takes it back without a charge until
        then. Afterwards the subscription is expired and the agent stopped.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCancelSubscriptionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: No active subscription found for this agent; Stripe
                subscriptions must be cancelled via Stripe portal; User agent not found; code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CancelSubscription, documented in 001_e96aa5bc1228153b.txt:3791-3816, 11436-11446.
        """
        from .cancel_subscription import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def upgrade_tier(
        self,
        *,
        guid: str,
        target_tier: UserAgentUpgradeTierRequestTargetTier | str,
        team_guid: str | Unset = UNSET,
        plan: UserAgentUpgradeTierRequestTargetTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpgradeTierResponse:
        """Move an agent from Starter to Pro.

        Charges the wallet with the price difference for the remaining days, ((Pro - Starter) / days of the
        period) x days left, never below 0 USD. Extra and used credits are kept, and the agent restarts. There
        is no way back but to cancel and deploy again.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            guid: Guid of the instance.
            target_tier: Always `pro`; going back to `starter` is refused. Older name: ``plan``.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpgradeTierResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: targetTier must be 'starter' or 'pro'; Downgrading to
                Starter is not supported. /UserAgent/UpgradeTier is upgrade-only (Starter → Pro); Already on
                {tier} tier; No active subscription — use /UserAgent/CreateSubscriptionCheckout to subscribe at
                the chosen tier; Failed to compute target-tier pricing; Insufficient wallet balance for
                proration. Required: $X.XX, available: $Y.YY; code 0 (This agent belongs to a team. Switch to
                the team context to access it); code 0 (This agent is personal. Switch to your personal context
                to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/UpgradeTier, documented in 001_e96aa5bc1228153b.txt:3817-3853, 4122-4128, 11436-11446.
        """
        from .upgrade_tier import build_call

        call = build_call(
            guid=guid,
            target_tier=target_tier,
            team_guid=team_guid,
            plan=plan,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def upgrade_plan(
        self,
        *,
        guid: str,
        plan: UserAgentUpgradePlanRequestPlan | str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpgradePlanResponse:
        """Move an agent from Starter to Pro, in the older form.

        Superseded by `user_agents_upgrade_tier`, and probably no longer served. Charges the wallet with the
        price difference for the remaining days.

        Costs money each time it arrives: never send it twice for one purpose. Only older documentation
        describes this operation. Deprecated.

        Args:
            guid: Guid of the instance.
            plan: Always `pro`.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpgradePlanResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Cannot downgrade from Pro to Starter. Cancel your
                subscription instead.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/UpgradePlan, documented in 002_358d763218da1f44.txt:1, 004_b882a9aae0260bc0.txt:1.
        """
        from .upgrade_plan import build_call

        call = build_call(
            guid=guid,
            plan=plan,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def renew_subscription(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentRenewSubscriptionResponse:
        """Take a cancellation back, or pay for another period.

        The state decides. An active subscription that was cancelled goes on without a charge (`undo-cancel`).
        An expired one is charged with the price last agreed, its used credits return to 0 and extra credits are
        kept (`renewed`). Pages disagree whether a stopped agent is then queued or stays stopped; read its
        status and start it if it is 0.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentRenewSubscriptionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Subscription is already active; No expired subscription
                found to renew; Stripe subscriptions must be managed via Stripe portal; Stripe subscriptions
                must be renewed via Stripe checkout; Renewal pricing must be greater than $0. Add at least one
                paid skill or set agent base price; Insufficient wallet balance. Required: $X.XX, Available:
                $Y.YY; Wallet deduction failed:; Renewal pricing not available; code 0 (This agent belongs to a
                team. Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/RenewSubscription, documented in 001_e96aa5bc1228153b.txt:3854-3941, 4136-4148,
        11436-11446.
        """
        from .renew_subscription import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def create_extra_credit_checkout(
        self,
        *,
        useragentguid: str,
        pack: UserAgentCreateExtraCreditCheckoutRequestPack | str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        useragentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreateExtraCreditCheckoutResponse:
        """Buy a pack of extra credits for a Pro agent.

        Charges the wallet with the price of the pack and adds its credits at once; they expire after six
        months. Prices and sizes are in `agent.extracreditpacks` of `user_agents_detail`.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance. Older name: ``useragentGuid``.
            pack: `packkey` of the pack. Older services called them `package1`, `package2` and `package3`.
            useprepaid: Must be true; the price is taken from the prepaid wallet.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreateExtraCreditCheckoutResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Pack key required; Could not retrieve wallet balance;
                Insufficient wallet balance. Required: $X.XX, Available: $Y.YY; Extra credits are available only
                for Pro plan subscribers. Please upgrade your plan; Invalid pack. Choose package1, package2, or
                package3; Active subscription required to purchase extra credits; Extra credit pack not
                available for this agent; code 0 (This agent belongs to a team. Switch to the team context to
                access it); code 0 (This agent is personal. Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreateExtraCreditCheckout, documented in 001_e96aa5bc1228153b.txt:3761-3790, 4149-4152,
        11436-11446.
        """
        from .create_extra_credit_checkout import build_call

        call = build_call(
            useragentguid=useragentguid,
            pack=pack,
            useprepaid=useprepaid,
            team_guid=team_guid,
            useragentGuid=useragentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def start(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentStartResponse:
        """Start a stopped or failed agent.

        Queues the agent (status 2) until a worker takes it; poll `user_agents_detail` until the status is 4.
        Valid from status 0 and 5, with an active subscription, complete credentials and credits left. A
        repeated start is refused with "already queued" or "already running", which means that the first one
        arrived.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentStartResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent is already running; Agent is already queued to
                start; Agent is currently stopping, please wait; Agent setup is not complete. Please fill in
                your credentials before starting; No credits available. Please renew your subscription or
                purchase extra credits; Active subscription required to start agent. Please renew your
                subscription; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Start, documented in 001_e96aa5bc1228153b.txt:3649-3666, 4090-4091, 4102-4115.
        """
        from .start import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def stop(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentStopResponse:
        """Stop an agent.

        A queued agent is stopped at once; one that starts or runs moves to status 1 and shuts down gracefully.
        The subscription and its price go on.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentStopResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent is already stopped; Agent is in error state, use
                Start to retry; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Stop, documented in 001_e96aa5bc1228153b.txt:3666-3677, 4108-4113.
        """
        from .stop import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def pin(
        self,
        *,
        useragentguid: str,
        pinned: bool,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinResponse:
        """Put an agent on the pinned list or take it off.

        Changes the list only; the agent is not restarted.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            pinned: True to pin, false to unpin.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Pin, documented in 001_e96aa5bc1228153b.txt:3677-3685.
        """
        from .pin import build_call

        call = build_call(
            useragentguid=useragentguid,
            pinned=pinned,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def pinned_agents(
        self,
        *,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinnedAgentsResponse:
        """List the pinned agents.

        Rows as in `user_agents_my_agents`. The workspace comes from the key or from the team header.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinnedAgentsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PinnedAgents, documented in 001_e96aa5bc1228153b.txt:3685-3750.
        """
        from .pinned_agents import build_call

        call = build_call(
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def pinned_unread(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPinnedUnreadResponse:
        """Read the newest message of each pinned agent.

        Compare each guid with the last one that was shown to decide on an unread badge.

        Changes nothing: may be repeated.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPinnedUnreadResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PinnedUnread, documented in 001_e96aa5bc1228153b.txt:3750-3761.
        """
        from .pinned_unread import build_call

        call = build_call()
        return await self._sender.send(call, request_options)

    @keywords
    async def credential_upsert(
        self,
        *,
        useragentguid: str,
        fields: Sequence[UserAgentCredentialFieldWrite | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> UserAgentCredentialUpsertResponse:
        """Write credential fields of an agent.

        Writes the given fields, of one or several credentials, and leaves all others as they are. A row that is
        not acceptable (unknown or reserved field, a `fieldstatus` that the caller may not write) is skipped and
        reported in `errors`, while `result` may still be true: look at both. An agent that starts or runs is
        restarted; one in status 6 becomes 0 once nothing required is missing. The answer is documented in two
        forms, with `applied` or with `useragents`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            fields: The fields to write, of any number of credentials.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCredentialUpsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: agent-fieldstatus-not-allowed-for-role.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CredentialUpsert, documented in 001_e96aa5bc1228153b.txt:3267-3306, 5590-5862,
        6040-6056, 6205-6216, 7915-7941.
        """
        from .credential_upsert import build_call

        call = build_call(
            useragentguid=useragentguid,
            fields=fields,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def credential_field_history(
        self,
        *,
        useragentguid: str,
        credentialkey: str,
        startdate: int | Unset = UNSET,
        enddate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCredentialFieldHistoryResponse:
        """Read who changed which field of a credential, and when.

        OAuth tokens never appear and secrets of OAuth apps read `[REDACTED]`. The platform's own credentials
        (`wiro`, `calendarific`, `sys-openai`) have no entries.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            credentialkey: Key of the credential.
            startdate: Only entries from this moment on, Unix seconds (UTC).
            enddate: Only entries up to this moment, Unix seconds (UTC).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCredentialFieldHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CredentialFieldHistory, documented in 001_e96aa5bc1228153b.txt:3455-3516, 5494-5553.
        """
        from .credential_field_history import build_call

        call = build_call(
            useragentguid=useragentguid,
            credentialkey=credentialkey,
            startdate=startdate,
            enddate=enddate,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def custom_skill_upsert(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        value: str | Unset = UNSET,
        interval: str | None | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        description: str | Unset = UNSET,
        usercreated: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillUpsertResponse:
        """Write a custom skill of an agent.

        Writes one strategy text or one schedule. What a kind of skill does not take is dropped without an
        error; a preset strategy takes `value`, a schedule that came with a registry skill takes `interval` and
        `enabled`, one of your own takes everything. Fields that are left out stay as they are. A running agent
        is restarted.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill, such as `content-tone` or `cron-content-scanner`, with or without the
                newer `cs-` prefix. The service puts `cron-` before the key of a new schedule.
            value: Strategy text or instructions. Dropped for a schedule that came with a registry skill.
            interval: Cron expression, UTC; an empty string or null clears it. Schedules only.
            enabled: Whether the schedule runs. Schedules only.
            description: What the skill is for. Skills of your own only.
            usercreated: True makes a new schedule of your own.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillUpsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: skill-not-found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillUpsert, documented in 001_e96aa5bc1228153b.txt:3307-3335, 6259-6260,
        6506-6736, 6849-6873, 9815-9821.
        """
        from .custom_skill_upsert import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            value=value,
            interval=interval,
            enabled=enabled,
            description=description,
            usercreated=usercreated,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def custom_skill_rename(
        self,
        *,
        useragentguid: str,
        oldskillkey: str,
        newskillkey: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillRenameResponse:
        """Rename a custom skill that a user made.

        Moves the skill with its whole history to another key, and optionally changes its description in the
        same write. A schedule stays a schedule and a strategy a strategy. A running agent is restarted. Sending
        it again after it worked is refused, because the old key is gone.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            useragentguid: Guid of the instance.
            oldskillkey: Present key, such as `cs-my-strategy` or `cs-cron-daily-summary`.
            newskillkey: New key; a bare one gets the prefix of the old key.
            description: New description; an empty string clears it, leaving it out keeps it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillRenameResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: agent-customskill-rename-preset-forbidden;
                agent-customskill-rename-flavour-mismatch; agent-customskill-rename-collision;
                agent-customskill-rename-same-key; agent-customskill-not-found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillRename, documented in 001_e96aa5bc1228153b.txt:3336-3375, 6747-6756.
        """
        from .custom_skill_rename import build_call

        call = build_call(
            useragentguid=useragentguid,
            oldskillkey=oldskillkey,
            newskillkey=newskillkey,
            description=description,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def custom_skill_delete(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillDeleteResponse:
        """Delete a schedule that a user made.

        Has no effect on preset strategies and on schedules that came with a registry skill.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the schedule (`cron-*` or `cs-cron-*`).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillDelete, documented in 001_e96aa5bc1228153b.txt:3376-3385, 6737-6746.
        """
        from .custom_skill_delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def custom_skill_history(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        startdate: int | Unset = UNSET,
        enddate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillHistoryResponse:
        """Read the versions of a custom skill.

        One entry a write, with the values before and after it and the account that made it, and the template's
        default.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill with its prefix, such as `cs-content-tone`.
            startdate: Only entries from this moment on, Unix seconds (UTC).
            enddate: Only entries up to this moment, Unix seconds (UTC).
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillHistory, documented in 001_e96aa5bc1228153b.txt:3386-3436.
        """
        from .custom_skill_history import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            startdate=startdate,
            enddate=enddate,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def custom_skill_revert(
        self,
        *,
        useragentguid: str,
        skillkey: str,
        source: UserAgentCustomSkillRevertRequestSource | str,
        versionguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCustomSkillRevertResponse:
        """Set a custom skill back to its preset or to an earlier version.

        A running agent is restarted unless nothing changed.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            skillkey: Key of the skill with its prefix.
            source: `preset` for the template's default, `history` for the version in `versionguid`.
            versionguid: Guid of an entry of `user_agents_custom_skill_history`; required with `history`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCustomSkillRevertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CustomSkillRevert, documented in 001_e96aa5bc1228153b.txt:3437-3454.
        """
        from .custom_skill_revert import build_call

        call = build_call(
            useragentguid=useragentguid,
            skillkey=skillkey,
            source=source,
            versionguid=versionguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def deploy(
        self,
        *,
        title: str,
        useprepaid: bool,
        team_guid: str | Unset = UNSET,
        agentguid: str | Unset = UNSET,
        custom: bool | Unset = UNSET,
        description: str | Unset = UNSET,
        cover: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        pinned: bool | Unset = UNSET,
        credentials: UserAgentInlineCredentials | Mapping[str, Any] | Unset = UNSET,
        skills: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
        customskills: Sequence[UserAgentInlineCustomSkill | Mapping[str, Any]] | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentDeployResponse:
        """Deploy an agent from a template or as a custom build.

        Charges the wallet with the price of the tier, opens a subscription of 30 days and creates the instance,
        all at once and every time it is sent. Answers with the composed instance, without its subscription. Its
        status is 6 while a required credential is missing, otherwise 0 (other pages and newer services say 2 or
        4), so any status is possible: start the agent only from 0 or 5. Inline credentials, skills and custom
        skills are meant to be applied in the same call, but pages disagree whether credentials are, so check
        `setuprequired` in the answer. Needs a caller who may act for the team when the team header is set.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            title: Display name of the instance.
            useprepaid: Must be true. The price is taken from the prepaid wallet; false is the website's card
                checkout.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            agentguid: Guid of the catalogue template. Required unless `custom` is true.
            custom: True builds an agent without a template. Excludes `agentguid`.
            description: Free text; for a custom build what the agent does.
            cover: URL of a cover image. Custom builds only; a template brings its own.
            tier: Tier to pay for; the service uses `starter` when it is absent. Older documents call it `plan`.
                Older name: ``plan``.
            pinned: Whether the agent joins the pinned list; the service uses true when it is absent.
            credentials: Credential values to write at once, as `{key: {field: value}}`; flat fields only.
            skills: Registry skill names with true or false. They are the first set of a custom build, and are
                laid over a template's.
            customskills: Strategies and schedules to write at once.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentDeployResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found; Agent not found or inactive;
                Subscription price must be greater than $0. Add at least one paid skill or set agent base price;
                Insufficient wallet balance. Required: $X.XX, Available: $Y.YY; Valid plan required when using
                prepaid (starter or pro); Pricing not available for this plan; code 0 (This agent belongs to a
                team. Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Deploy, documented in 001_e96aa5bc1228153b.txt:2520-2708, 7095-7233, 7289-7352,
        4098-4101, 11436-11446.
        """
        from .deploy import build_call

        call = build_call(
            title=title,
            useprepaid=useprepaid,
            team_guid=team_guid,
            agentguid=agentguid,
            custom=custom,
            description=description,
            cover=cover,
            tier=tier,
            pinned=pinned,
            credentials=credentials,
            skills=skills,
            customskills=customskills,
            plan=plan,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def transaction_list(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentTransactionListResponse:
        """List the credit movements of an agent.

        Newest first, with the balance now and the total number of rows. Entries are never changed or removed.
        For the owner and the members of the agent's team.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            limit: Rows per page, at most 500; the service uses 50 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentTransactionListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragentguid is required; useragent-access-denied;
                transactions-list-failed.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/TransactionList, documented in 001_e96aa5bc1228153b.txt:3942-4063, 7371-7565, 7595-7603.
        """
        from .transaction_list import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
            limit=limit,
            start=start,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def transaction_insert(
        self,
        *,
        useragentguid: str,
        uuid: str,
        type_: UserAgentTransactionInsertRequestType | str,
        amount: float,
        action: UserAgentTransactionInsertRequestAction | str | Unset = UNSET,
        guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentTransactionInsertResponse:
        """Report credits that the agent runtime used.

        For the runtime inside the agent's container, which the pair of instance and owner identifies; API
        clients do not call it. With `guid` the same event is booked once however often it is sent, without it
        every time.

        Costs money each time it arrives: never send it twice for one purpose. Called by the runtime of an
        agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            type_: Always `deduct`.
            amount: Credits, as a positive cost or a negative change.
            action: What used the credits.
            guid: Identifies the event, so that repeating it books nothing.
            sessionkey: Session that used the credits.
            messageguid: Message that used the credits.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentTransactionInsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Only deduct transactions can be inserted from agents;
                Invalid credentials; useragentguid is required.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/TransactionInsert, documented in 001_e96aa5bc1228153b.txt:7566-7589, 7597-7602,
        4089-4090.
        """
        from .transaction_insert import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            type_=type_,
            amount=amount,
            action=action,
            guid=guid,
            sessionkey=sessionkey,
            messageguid=messageguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def credit_sync(
        self,
        *,
        useragentguid: str,
        uuid: str,
        usedcredits: float,
        creditperiod: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCreditSyncResponse:
        """Report the credit counter of the agent runtime.

        For the runtime inside the agent's container. Within a billing period the service keeps the larger of
        its own counter and the reported one; for another period it refuses and tells the period and counter it
        has. Only described in words, so the parameter names beside `creditperiod` are inferred from the text
        and from `user_agents_transaction_insert`.

        May be repeated: doing it twice is the same as doing it once. The documentation mentions this operation
        without describing it. Called by the runtime of an agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            usedcredits: Credits used in this period so far; the counter never falls.
            creditperiod: Billing period as YYYY-MM.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCreditSyncResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: period mismatch (expected X, got Y); Invalid credentials;
                useragentguid is required.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/CreditSync, documented in 001_e96aa5bc1228153b.txt:7590-7603, 4089-4090.
        """
        from .credit_sync import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            usedcredits=usedcredits,
            creditperiod=creditperiod,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def logs(
        self,
        *,
        useragentguid: str,
        date: str | Unset = UNSET,
        lines: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsResponse:
        """Read the last events of a day.

        The documented sample is newest first, the day's file oldest first, so find the newest event by `ts`.
        The service caches an answer for 30 seconds per agent, date and number of lines; asking more often gives
        nothing new.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD; the service uses today (UTC) when it is absent.
            lines: Number of events, at most 5000; the service uses 200 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Logs, documented in 001_e96aa5bc1228153b.txt:7604-7735, 7805-7824.
        """
        from .logs import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
            lines=lines,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def logs_list(
        self,
        *,
        useragentguid: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsListResponse:
        """List the days that have a log file.

        Days older than 180 days are gone.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsList, documented in 001_e96aa5bc1228153b.txt:7735-7748, 7825-7829, 7835-7841.
        """
        from .logs_list import build_call

        call = build_call(
            useragentguid=useragentguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def logs_file(
        self,
        *,
        useragentguid: str,
        date: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsFileResponse:
        """Read all events of a day.

        At most about 50,000 events a file; older ones of the same day cannot be read then.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsFileResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsFile, documented in 001_e96aa5bc1228153b.txt:7748-7791, 7830-7834.
        """
        from .logs_file import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def logs_delete(
        self,
        *,
        useragentguid: str,
        date: str,
        request_options: RequestOptions | None = None,
    ) -> UserAgentLogsDeleteResponse:
        """Delete the log file of a day.

        Deleting a day that has no file succeeds too.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            date: Day as YYYY-MM-DD.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentLogsDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: useragent-access-denied.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/LogsDelete, documented in 001_e96aa5bc1228153b.txt:7792-7805.
        """
        from .logs_delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            date=date,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def skills_apply(
        self,
        *,
        useragentguid: str,
        skills: UserAgentSkillSwitches | Mapping[str, Any],
        idempotency_key: str,
        team_guid: str | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentSkillsApplyResponse:
        """Switch registry skills on and off and pay the difference.

        Sets all given skills, and the tier if one is given, as one change; if the payment fails nothing
        changes. The wallet is charged (or credited) once with the price difference for the rest of the period,
        and a running agent restarts once. Only for custom builds. It is the one operation with an idempotency
        key; the same key again gives the stored answer and changes nothing, so use a new key for every new
        intention and after code 108. A batch that changes nothing may be answered with `noOp` alone.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance, a custom build.
            skills: Registry skill names with true (on) or false (off); the others stay as they are.
            idempotency_key: A text that is unique for this intention, such as a UUID.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            tier: Tier to change to in the same step. Going from Pro to Starter is refused. Older name:
                ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentSkillsApplyResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 100 (skillsapply-template-only); code 100 (Skill
                changes are only available for custom-built agents); code 101 (skillsapply-deps-violation); code
                102 (skillsapply-conflict); code 103 (skillsapply-insufficient-wallet); code 103 (Insufficient
                wallet balance for proration. Required: $X.XX, available: $Y.YY); code 104
                (skillsapply-in-progress); code 105 (skillsapply-tier-downgrade); code 106
                (skillsapply-subscription-inactive); code 108 (skillsapply-db-tx-failed); code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/SkillsApply, documented in 001_e96aa5bc1228153b.txt:3517-3585, 6785-6813, 7235-7287,
        4117-4124, 11436-11446.
        """
        from .skills_apply import build_call

        call = build_call(
            useragentguid=useragentguid,
            skills=skills,
            idempotency_key=idempotency_key,
            team_guid=team_guid,
            tier=tier,
            plan=plan,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def pricing_preview(
        self,
        *,
        draft: bool | Unset = UNSET,
        skills: Sequence[str] | Unset = UNSET,
        useragentguid: str | Unset = UNSET,
        skill_overrides: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
        tier: UserAgentTier | str | Unset = UNSET,
        plan: UserAgentTier | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentPricingPreviewResponse:
        """Quote the price of a set of skills.

        Changes nothing and costs nothing. With `draft` and `skills` it prices an agent that does not exist yet,
        with `useragentguid` and `skillOverrides` a change to one that does. Take the totals as they come; they
        follow no formula over the parts.

        Changes nothing: may be repeated.

        Args:
            draft: True prices `skills` without an instance. Otherwise `useragentguid` is required.
            skills: Registry names of the skills to price; with `draft` only.
            useragentguid: Guid of the instance to price a change for.
            skill_overrides: Registry skill names with true or false, laid over the present ones; with
                `useragentguid` only.
            tier: Tier to price. The answer has both tiers anyway. Older name: ``plan``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentPricingPreviewResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/PricingPreview, documented in 001_e96aa5bc1228153b.txt:3586-3632, 7117-7148.
        """
        from .pricing_preview import build_call

        call = build_call(
            draft=draft,
            skills=skills,
            useragentguid=useragentguid,
            skill_overrides=skill_overrides,
            tier=tier,
            plan=plan,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def my_agents(
        self,
        *,
        team_guid: str | Unset = UNSET,
        sort: UserAgentMyAgentsRequestSort | str | Unset = UNSET,
        order: SortOrder | str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        category: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMyAgentsResponse:
        """List the deployed agents of the workspace.

        Returns one row an instance with its scalars, template and subscription; `user_agents_detail` has the
        credentials, skills and costs. There is no total: when a page is full, ask for the next one.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sort: Column to sort by; the service uses `id` when it is absent.
            order: Direction of the sort; the service uses `DESC` when it is absent.
            limit: Rows per page, at most 1000; the service uses 20 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            category: Only agents of this category.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMyAgentsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/MyAgents, documented in 001_e96aa5bc1228153b.txt:2709-2785.
        """
        from .my_agents import build_call

        call = build_call(
            team_guid=team_guid,
            sort=sort,
            order=order,
            limit=limit,
            start=start,
            category=category,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentDetailResponse:
        """Read one deployed agent.

        Returns a list with the one instance, fully composed: credentials with their fields, skills, schedules,
        credits, costs and subscription.

        Changes nothing: may be repeated.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Detail, documented in 001_e96aa5bc1228153b.txt:2785-3134, 6267-6268, 6465-6503,
        6815-6847, 4097-4098.
        """
        from .detail import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def update(
        self,
        *,
        guid: str,
        team_guid: str | Unset = UNSET,
        title: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        categories: Sequence[str] | Unset = UNSET,
        cover: str | None | Unset = UNSET,
        configuration: UserAgentLegacyConfiguration | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentUpdateResponse:
        """Change title, description, categories or cover URL of an agent.

        Only the given fields change. An agent that starts or runs (status 3 or 4) is stopped and queued again.
        The answer has the scalars and the template; read `user_agents_detail` for the rest. Credentials and
        skills have operations of their own.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            guid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            title: New display name.
            description: New description; an empty string or null clears it.
            categories: New categories, at least one.
            cover: URL of a new cover; an empty string or null removes it. `user_agents_cover` uploads a file.
            configuration: Older way to write credentials and skills; a current service ignores it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentUpdateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Categories cannot be empty; User agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Update, documented in 001_e96aa5bc1228153b.txt:3135-3211, 4129-4130.
        """
        from .update import build_call

        call = build_call(
            guid=guid,
            team_guid=team_guid,
            title=title,
            description=description,
            categories=categories,
            cover=cover,
            configuration=configuration,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def cover(
        self,
        *,
        useragentguid: str,
        image: File,
        request_options: RequestOptions | None = None,
    ) -> UserAgentCoverResponse:
        """Upload a cover image for an agent.

        Replaces the cover; the service stores the image as WebP. To set an image that already has a URL, use
        `user_agents_update`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            image: JPEG, PNG, GIF or WebP file of at most about 10 MB.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentCoverResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Cover, documented in 001_e96aa5bc1228153b.txt:3211-3267.
        """
        from .cover import build_call

        call = build_call(
            useragentguid=useragentguid,
            image=image,
        )
        return await self._sender.send(call, request_options)
