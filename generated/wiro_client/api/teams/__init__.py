"""Teams with a wallet, spending limits and model access of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.team_create_response import TeamCreateResponse
    from ...models.team_remove_response import TeamRemoveResponse
    from ...models.team_spending_summary_response import TeamSpendingSummaryResponse
    from ...models.team_transfer_agent_response import TeamTransferAgentResponse
    from ...models.team_transfer_credit_response import TeamTransferCreditResponse
    from ...models.team_transfer_project_response import TeamTransferProjectResponse
    from ...models.team_update_request_modelaccess import TeamUpdateRequestModelaccess
    from ...models.team_update_response import TeamUpdateResponse

__all__ = ["AsyncTeamsApi", "TeamsApi"]


class TeamsApi:
    """Teams with a wallet, spending limits and model access of their own."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def create(
        self,
        *,
        organizationguid: str,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> TeamCreateResponse:
        """Create a team in an organization.

        Only the owner of the organization can do it. The team starts with an empty wallet (0.00 USD) and the
        caller as admin. Repeating the request creates another team. Newer servers answer with a list.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            organizationguid: Guid of the organization.
            name: Name of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Create, documented in 001_e96aa5bc1228153b.txt:11231-11238,
        Wiro-Docs/markdown/organizations-managing-teams.md:28.
        """
        from .create import build_call

        call = build_call(
            organizationguid=organizationguid,
            name=name,
        )
        return self._sender.send(call, request_options)

    @keywords
    def update(
        self,
        *,
        teamguid: str,
        name: str | Unset = UNSET,
        spendlimit: float | None | Unset = UNSET,
        modelaccess: TeamUpdateRequestModelaccess | str | Unset = UNSET,
        allowedmodelids: Sequence[int | str] | Unset = UNSET,
        blockedmodelids: Sequence[int | str] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamUpdateResponse:
        """Change the settings of a team.

        Changes what is sent and leaves the rest. Team admins and the organization's owner can do it. The model
        access mode is enforced when a run is submitted with a key of a team project; it hides nothing in the
        catalogue. When the team has spent 80 % of its limit its admins are told by e-mail, and at the limit
        every run is refused.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            teamguid: Guid of the team.
            name: New name of the team.
            spendlimit: Most USD that the whole team may spend; 0 or null removes the limit.
            modelaccess: Which models the team may run: every one, only those in `allowedmodelids`, or every one
                except those in `blockedmodelids`. One mode at a time; `all`, the mode of a new team, lifts
                every restriction.
            allowedmodelids: Numeric ids of the models that may be run in the mode `allowlist`, as numbers or as
                the strings of the catalogue.
            blockedmodelids: Numeric ids of the models that may not be run in the mode `blocklist`, as numbers
                or as the strings of the catalogue.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamUpdateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Update, documented in 001_e96aa5bc1228153b.txt:11293-11333,
        Wiro-Docs/markdown/organizations-billing.md:34, Wiro-Docs/llms.txt:544.
        """
        from .update import build_call

        call = build_call(
            teamguid=teamguid,
            name=name,
            spendlimit=spendlimit,
            modelaccess=modelaccess,
            allowedmodelids=allowedmodelids,
            blockedmodelids=blockedmodelids,
        )
        return self._sender.send(call, request_options)

    @keywords
    def spending_summary(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamSpendingSummaryResponse:
        """Read what a team and its caller have spent.

        Returns the spending of the whole team and of the caller in USD, split into playground and API, and the
        limits of both. Every member can read it.

        Changes nothing: may be repeated.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamSpendingSummaryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/SpendingSummary, documented in 001_e96aa5bc1228153b.txt:11334-11349,
        Wiro-Docs/markdown/organizations-billing.md:120.
        """
        from .spending_summary import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def transfer_agent(
        self,
        *,
        useragentguid: str,
        targetteamguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferAgentResponse:
        """Move a deployed agent to another workspace.

        Moves the agent from a personal workspace to a team, back, or between teams, with its subscription and
        its purchased credits. The agent restarts in the new workspace, whose wallet pays from then on. Needs
        admin rights on both sides.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferAgentResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferAgent, documented in 001_e96aa5bc1228153b.txt:11264-11271, 11187-11193,
        Wiro-Docs/markdown/organizations-managing-teams.md:216.
        """
        from .transfer_agent import build_call

        call = build_call(
            useragentguid=useragentguid,
            targetteamguid=targetteamguid,
            userAgentGuid=userAgentGuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def transfer_project(
        self,
        *,
        projectapikey: str,
        targetteamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferProjectResponse:
        """Move a project to another workspace.

        Runs of the project are billed to the wallet of the new workspace from then on. Agents reach projects of
        their own workspace only, so agents that used the project may stop working. Needs admin rights on both
        sides.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            projectapikey: API key of the project to move.
            targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferProjectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferProject, documented in 001_e96aa5bc1228153b.txt:11272-11280, 11187-11193,
        Wiro-Docs/markdown/organizations-managing-teams.md:231.
        """
        from .transfer_project import build_call

        call = build_call(
            projectapikey=projectapikey,
            targetteamguid=targetteamguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def transfer_credit(
        self,
        *,
        amount: float,
        sourceteamguid: str | Unset = UNSET,
        targetteamguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferCreditResponse:
        """Move money between wallets.

        Moves USD between the personal wallet and team wallets that the caller controls (owner of the
        organization or team admin on both sides). Tracked coupons leave first, model-specific ones before
        universal ones, then untracked gifts, store revenue and deposits; each part arrives as a deposit of its
        own and keeps its expiry date. Expired deposits stay. Both wallets get a line in their history. A
        smaller source wallet can start an automatic payment or make the renewal of agent subscriptions fail.
        Repeating the request moves the amount again.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            amount: USD to move.
            sourceteamguid: Guid of the team that pays; absent or the empty string is the personal wallet.
            targetteamguid: Guid of the team that receives; absent or the empty string is the personal wallet.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferCreditResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferCredit, documented in 001_e96aa5bc1228153b.txt:11350-11385,
        Wiro-Docs/markdown/organizations-billing.md:156.
        """
        from .transfer_credit import build_call

        call = build_call(
            amount=amount,
            sourceteamguid=sourceteamguid,
            targetteamguid=targetteamguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def remove(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamRemoveResponse:
        """Remove a team.

        Only the owner of the organization can do it. Described by an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:151,
        001_e96aa5bc1228153b.txt:11202.
        """
        from .remove import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return self._sender.send(call, request_options)


class AsyncTeamsApi:
    """Teams with a wallet, spending limits and model access of their own."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def create(
        self,
        *,
        organizationguid: str,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> TeamCreateResponse:
        """Create a team in an organization.

        Only the owner of the organization can do it. The team starts with an empty wallet (0.00 USD) and the
        caller as admin. Repeating the request creates another team. Newer servers answer with a list.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            organizationguid: Guid of the organization.
            name: Name of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Create, documented in 001_e96aa5bc1228153b.txt:11231-11238,
        Wiro-Docs/markdown/organizations-managing-teams.md:28.
        """
        from .create import build_call

        call = build_call(
            organizationguid=organizationguid,
            name=name,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def update(
        self,
        *,
        teamguid: str,
        name: str | Unset = UNSET,
        spendlimit: float | None | Unset = UNSET,
        modelaccess: TeamUpdateRequestModelaccess | str | Unset = UNSET,
        allowedmodelids: Sequence[int | str] | Unset = UNSET,
        blockedmodelids: Sequence[int | str] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamUpdateResponse:
        """Change the settings of a team.

        Changes what is sent and leaves the rest. Team admins and the organization's owner can do it. The model
        access mode is enforced when a run is submitted with a key of a team project; it hides nothing in the
        catalogue. When the team has spent 80 % of its limit its admins are told by e-mail, and at the limit
        every run is refused.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            teamguid: Guid of the team.
            name: New name of the team.
            spendlimit: Most USD that the whole team may spend; 0 or null removes the limit.
            modelaccess: Which models the team may run: every one, only those in `allowedmodelids`, or every one
                except those in `blockedmodelids`. One mode at a time; `all`, the mode of a new team, lifts
                every restriction.
            allowedmodelids: Numeric ids of the models that may be run in the mode `allowlist`, as numbers or as
                the strings of the catalogue.
            blockedmodelids: Numeric ids of the models that may not be run in the mode `blocklist`, as numbers
                or as the strings of the catalogue.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamUpdateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Update, documented in 001_e96aa5bc1228153b.txt:11293-11333,
        Wiro-Docs/markdown/organizations-billing.md:34, Wiro-Docs/llms.txt:544.
        """
        from .update import build_call

        call = build_call(
            teamguid=teamguid,
            name=name,
            spendlimit=spendlimit,
            modelaccess=modelaccess,
            allowedmodelids=allowedmodelids,
            blockedmodelids=blockedmodelids,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def spending_summary(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamSpendingSummaryResponse:
        """Read what a team and its caller have spent.

        Returns the spending of the whole team and of the caller in USD, split into playground and API, and the
        limits of both. Every member can read it.

        Changes nothing: may be repeated.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamSpendingSummaryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/SpendingSummary, documented in 001_e96aa5bc1228153b.txt:11334-11349,
        Wiro-Docs/markdown/organizations-billing.md:120.
        """
        from .spending_summary import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def transfer_agent(
        self,
        *,
        useragentguid: str,
        targetteamguid: str,
        userAgentGuid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferAgentResponse:
        """Move a deployed agent to another workspace.

        Moves the agent from a personal workspace to a team, back, or between teams, with its subscription and
        its purchased credits. The agent restarts in the new workspace, whose wallet pays from then on. Needs
        admin rights on both sides.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the deployed agent. Older name: ``userAgentGuid``.
            targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferAgentResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferAgent, documented in 001_e96aa5bc1228153b.txt:11264-11271, 11187-11193,
        Wiro-Docs/markdown/organizations-managing-teams.md:216.
        """
        from .transfer_agent import build_call

        call = build_call(
            useragentguid=useragentguid,
            targetteamguid=targetteamguid,
            userAgentGuid=userAgentGuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def transfer_project(
        self,
        *,
        projectapikey: str,
        targetteamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferProjectResponse:
        """Move a project to another workspace.

        Runs of the project are billed to the wallet of the new workspace from then on. Agents reach projects of
        their own workspace only, so agents that used the project may stop working. Needs admin rights on both
        sides.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            projectapikey: API key of the project to move.
            targetteamguid: Guid of the team to move to; the empty string is the personal workspace.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferProjectResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferProject, documented in 001_e96aa5bc1228153b.txt:11272-11280, 11187-11193,
        Wiro-Docs/markdown/organizations-managing-teams.md:231.
        """
        from .transfer_project import build_call

        call = build_call(
            projectapikey=projectapikey,
            targetteamguid=targetteamguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def transfer_credit(
        self,
        *,
        amount: float,
        sourceteamguid: str | Unset = UNSET,
        targetteamguid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamTransferCreditResponse:
        """Move money between wallets.

        Moves USD between the personal wallet and team wallets that the caller controls (owner of the
        organization or team admin on both sides). Tracked coupons leave first, model-specific ones before
        universal ones, then untracked gifts, store revenue and deposits; each part arrives as a deposit of its
        own and keeps its expiry date. Expired deposits stay. Both wallets get a line in their history. A
        smaller source wallet can start an automatic payment or make the renewal of agent subscriptions fail.
        Repeating the request moves the amount again.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            amount: USD to move.
            sourceteamguid: Guid of the team that pays; absent or the empty string is the personal wallet.
            targetteamguid: Guid of the team that receives; absent or the empty string is the personal wallet.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamTransferCreditResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/TransferCredit, documented in 001_e96aa5bc1228153b.txt:11350-11385,
        Wiro-Docs/markdown/organizations-billing.md:156.
        """
        from .transfer_credit import build_call

        call = build_call(
            amount=amount,
            sourceteamguid=sourceteamguid,
            targetteamguid=targetteamguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def remove(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamRemoveResponse:
        """Remove a team.

        Only the owner of the organization can do it. Described by an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:151,
        001_e96aa5bc1228153b.txt:11202.
        """
        from .remove import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return await self._sender.send(call, request_options)
