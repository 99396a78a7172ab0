"""Organizations, which own teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.organization_create_response import OrganizationCreateResponse
    from ...models.organization_list_response import OrganizationListResponse
    from ...models.organization_remove_response import OrganizationRemoveResponse
    from ...models.organization_restore_response import OrganizationRestoreResponse

__all__ = ["AsyncOrganizationsApi", "OrganizationsApi"]


class OrganizationsApi:
    """Organizations, which own teams."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def create(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationCreateResponse:
        """Create an organization.

        The caller becomes the owner, the only one who can create its teams, remove it or restore it. Repeating
        the request creates another organization. Newer servers answer with a list and create a first team.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            name: Name of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Create, documented in 001_e96aa5bc1228153b.txt:11224-11230, 11204-11209,
        Wiro-Docs/markdown/organizations-managing-teams.md:5.
        """
        from .create import build_call

        call = build_call(
            name=name,
        )
        return self._sender.send(call, request_options)

    @keywords
    def restore(
        self,
        *,
        organizationguid: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationRestoreResponse:
        """Restore a removed organization.

        Only the owner can restore it. The organization, its teams and the members who had accepted become
        active again; the agents and projects that the removal moved stay where they are.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            organizationguid: Guid of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationRestoreResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Restore, documented in 001_e96aa5bc1228153b.txt:11281-11283,
        Wiro-Docs/markdown/organizations-managing-teams.md:175.
        """
        from .restore import build_call

        call = build_call(
            organizationguid=organizationguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def remove(
        self,
        *,
        organizationguid: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationRemoveResponse:
        """Remove an organization.

        Only the owner can remove it. The agents and projects of its teams move to the owner's personal
        workspace, and `organizations_restore` can bring the organization back. Described by an older edition of
        the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            organizationguid: Guid of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:167,
        001_e96aa5bc1228153b.txt:11283.
        """
        from .remove import build_call

        call = build_call(
            organizationguid=organizationguid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> OrganizationListResponse:
        """List the organizations of the caller.

        Returns every organization that the caller owns or works in, with its teams, the caller's role and the
        balance of each team wallet in USD. Described by an older edition of the documentation; newer servers
        use other field names for the same things, and both are here.

        Changes nothing: may be repeated. Only older documentation describes this operation.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/List, documented in Wiro-Docs/markdown/organizations-managing-teams.md:187, newer.md.
        """
        from .list import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncOrganizationsApi:
    """Organizations, which own teams."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def create(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationCreateResponse:
        """Create an organization.

        The caller becomes the owner, the only one who can create its teams, remove it or restore it. Repeating
        the request creates another organization. Newer servers answer with a list and create a first team.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            name: Name of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Create, documented in 001_e96aa5bc1228153b.txt:11224-11230, 11204-11209,
        Wiro-Docs/markdown/organizations-managing-teams.md:5.
        """
        from .create import build_call

        call = build_call(
            name=name,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def restore(
        self,
        *,
        organizationguid: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationRestoreResponse:
        """Restore a removed organization.

        Only the owner can restore it. The organization, its teams and the members who had accepted become
        active again; the agents and projects that the removal moved stay where they are.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            organizationguid: Guid of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationRestoreResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Restore, documented in 001_e96aa5bc1228153b.txt:11281-11283,
        Wiro-Docs/markdown/organizations-managing-teams.md:175.
        """
        from .restore import build_call

        call = build_call(
            organizationguid=organizationguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def remove(
        self,
        *,
        organizationguid: str,
        request_options: RequestOptions | None = None,
    ) -> OrganizationRemoveResponse:
        """Remove an organization.

        Only the owner can remove it. The agents and projects of its teams move to the owner's personal
        workspace, and `organizations_restore` can bring the organization back. Described by an older edition of
        the documentation only.

        May be repeated: doing it twice is the same as doing it once. Only older documentation describes this
        operation.

        Args:
            organizationguid: Guid of the organization.
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationRemoveResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/Remove, documented in Wiro-Docs/markdown/organizations-managing-teams.md:167,
        001_e96aa5bc1228153b.txt:11283.
        """
        from .remove import build_call

        call = build_call(
            organizationguid=organizationguid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> OrganizationListResponse:
        """List the organizations of the caller.

        Returns every organization that the caller owns or works in, with its teams, the caller's role and the
        balance of each team wallet in USD. Described by an older edition of the documentation; newer servers
        use other field names for the same things, and both are here.

        Changes nothing: may be repeated. Only older documentation describes this operation.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            OrganizationListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Organization/List, documented in Wiro-Docs/markdown/organizations-managing-teams.md:187, newer.md.
        """
        from .list import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
