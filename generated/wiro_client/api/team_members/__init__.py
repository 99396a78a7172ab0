"""The people of a team, their invitations and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.team_member_accept_response import TeamMemberAcceptResponse
    from ...models.team_member_invite_request_role import TeamMemberInviteRequestRole
    from ...models.team_member_invite_response import TeamMemberInviteResponse
    from ...models.team_member_list_response import TeamMemberListResponse
    from ...models.team_member_remove_response import TeamMemberRemoveResponse
    from ...models.team_member_update_role_request_role import TeamMemberUpdateRoleRequestRole
    from ...models.team_member_update_role_response import TeamMemberUpdateRoleResponse

__all__ = ["AsyncTeamMembersApi", "TeamMembersApi"]


class TeamMembersApi:
    """The people of a team, their invitations and roles."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def invite(
        self,
        *,
        teamguid: str,
        email: str,
        role: TeamMemberInviteRequestRole | str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberInviteResponse:
        """Invite somebody to a team.

        Sends an e-mail with an invitation that is valid for 7 days and can be sent again. Team admins and the
        organization's owner can invite. The membership is `pending` until it is accepted, then `active`, and
        `removed` after a removal or a cancelled invitation. Newer servers answer with a list.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            teamguid: Guid of the team.
            email: E-mail address to invite.
            role: `member` may run models, talk to agents and see the spending; `admin` may also change the
                settings and invite.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberInviteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Invite, documented in 001_e96aa5bc1228153b.txt:11239-11263,
        Wiro-Docs/markdown/organizations-managing-teams.md:51.
        """
        from .invite import build_call

        call = build_call(
            teamguid=teamguid,
            email=email,
            role=role,
        )
        return self._sender.send(call, request_options)

    @keywords
    def accept(
        self,
        *,
        token: str,
        invitetoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberAcceptResponse:
        """Accept an invitation.

        Makes the caller an active member of the team that the token of the invitation belongs to. Described by
        an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            token: Token from the invitation. Older name: ``invitetoken``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberAcceptResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Accept, documented in Wiro-Docs/markdown/organizations-managing-teams.md:82.
        """
        from .accept import build_call

        call = build_call(
            token=token,
            invitetoken=invitetoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def list(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberListResponse:
        """List the members of a team.

        Returns active members and open invitations. An invitation has no user yet but the invited address.
        Described by an older edition of the documentation; newer servers call the list `member` and put the
        person into `user`.

        Changes nothing: may be repeated. Only older documentation describes this operation.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/List, documented in Wiro-Docs/markdown/organizations-managing-teams.md:100, newer.md.
        """
        from .list import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def remove(
        self,
        *,
        teamguid: str,
        useruuid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberRemoveResponse:
        """Remove somebody from a team.

        Team admins and the organization's owner can do it. Described by an older edition of the documentation
        only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            useruuid: Uuid of the member.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:132.
        """
        from .remove import build_call

        call = build_call(
            teamguid=teamguid,
            useruuid=useruuid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def update_role(
        self,
        *,
        teamguid: str,
        useruuid: str,
        role: TeamMemberUpdateRoleRequestRole | str,
        spendlimit: float | None | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberUpdateRoleResponse:
        """Change the role or the spending limit of a member.

        Team admins and the organization's owner can do it. At the limit the runs of this member are refused,
        those of the others are not. Described by an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            useruuid: Uuid of the member.
            role: `member` may run models, talk to agents and see the spending; `admin` may also change the
                settings and invite.
            spendlimit: Most USD that the member may spend in the team; null removes the limit.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberUpdateRoleResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/UpdateRole, documented in Wiro-Docs/markdown/organizations-managing-teams.md:141,
        Wiro-Docs/markdown/organizations-billing.md:34, 001_e96aa5bc1228153b.txt:11293-11298.
        """
        from .update_role import build_call

        call = build_call(
            teamguid=teamguid,
            useruuid=useruuid,
            role=role,
            spendlimit=spendlimit,
        )
        return self._sender.send(call, request_options)


class AsyncTeamMembersApi:
    """The people of a team, their invitations and roles."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def invite(
        self,
        *,
        teamguid: str,
        email: str,
        role: TeamMemberInviteRequestRole | str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberInviteResponse:
        """Invite somebody to a team.

        Sends an e-mail with an invitation that is valid for 7 days and can be sent again. Team admins and the
        organization's owner can invite. The membership is `pending` until it is accepted, then `active`, and
        `removed` after a removal or a cancelled invitation. Newer servers answer with a list.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            teamguid: Guid of the team.
            email: E-mail address to invite.
            role: `member` may run models, talk to agents and see the spending; `admin` may also change the
                settings and invite.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberInviteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Invite, documented in 001_e96aa5bc1228153b.txt:11239-11263,
        Wiro-Docs/markdown/organizations-managing-teams.md:51.
        """
        from .invite import build_call

        call = build_call(
            teamguid=teamguid,
            email=email,
            role=role,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def accept(
        self,
        *,
        token: str,
        invitetoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberAcceptResponse:
        """Accept an invitation.

        Makes the caller an active member of the team that the token of the invitation belongs to. Described by
        an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            token: Token from the invitation. Older name: ``invitetoken``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberAcceptResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Accept, documented in Wiro-Docs/markdown/organizations-managing-teams.md:82.
        """
        from .accept import build_call

        call = build_call(
            token=token,
            invitetoken=invitetoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def list(
        self,
        *,
        teamguid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberListResponse:
        """List the members of a team.

        Returns active members and open invitations. An invitation has no user yet but the invited address.
        Described by an older edition of the documentation; newer servers call the list `member` and put the
        person into `user`.

        Changes nothing: may be repeated. Only older documentation describes this operation.

        Args:
            teamguid: Guid of the team.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/List, documented in Wiro-Docs/markdown/organizations-managing-teams.md:100, newer.md.
        """
        from .list import build_call

        call = build_call(
            teamguid=teamguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def remove(
        self,
        *,
        teamguid: str,
        useruuid: str,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberRemoveResponse:
        """Remove somebody from a team.

        Team admins and the organization's owner can do it. Described by an older edition of the documentation
        only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            useruuid: Uuid of the member.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:132.
        """
        from .remove import build_call

        call = build_call(
            teamguid=teamguid,
            useruuid=useruuid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def update_role(
        self,
        *,
        teamguid: str,
        useruuid: str,
        role: TeamMemberUpdateRoleRequestRole | str,
        spendlimit: float | None | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TeamMemberUpdateRoleResponse:
        """Change the role or the spending limit of a member.

        Team admins and the organization's owner can do it. At the limit the runs of this member are refused,
        those of the others are not. Described by an older edition of the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            teamguid: Guid of the team.
            useruuid: Uuid of the member.
            role: `member` may run models, talk to agents and see the spending; `admin` may also change the
                settings and invite.
            spendlimit: Most USD that the member may spend in the team; null removes the limit.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TeamMemberUpdateRoleResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Team/Member/UpdateRole, documented in Wiro-Docs/markdown/organizations-managing-teams.md:141,
        Wiro-Docs/markdown/organizations-billing.md:34, 001_e96aa5bc1228153b.txt:11293-11298.
        """
        from .update_role import build_call

        call = build_call(
            teamguid=teamguid,
            useruuid=useruuid,
            role=role,
            spendlimit=spendlimit,
        )
        return await self._sender.send(call, request_options)
