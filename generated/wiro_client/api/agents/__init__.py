"""The public catalogue of agent templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.agent_detail_request_type import AgentDetailRequestType
    from ...models.agent_detail_response import AgentDetailResponse
    from ...models.agent_list_request_order import AgentListRequestOrder
    from ...models.agent_list_request_sort import AgentListRequestSort
    from ...models.agent_list_response import AgentListResponse

__all__ = ["AsyncAgentsApi", "AgentsApi"]


class AgentsApi:
    """The public catalogue of agent templates."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        search: str | Unset = UNSET,
        category: str | Unset = UNSET,
        sort: AgentListRequestSort | str | Unset = UNSET,
        order: AgentListRequestOrder | str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentListResponse:
        """List the agent templates of the catalogue.

        Returns the header of each template and the prices of its tiers; `agents_detail` has the rest. Public:
        no key is needed. `total` counts every match, so the next page starts at `start` + `limit` while that is
        below `total`.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            search: Words to look for in titles and descriptions.
            category: Only templates of this category, such as `productivity` or `social-media`.
            sort: Column to sort by; the service uses `id` when it is absent.
            order: Direction of the sort; the service uses `DESC` when it is absent.
            limit: Rows per page, at most 1000; the service uses 20 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            AgentListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Agent/List, documented in 001_e96aa5bc1228153b.txt:2354-2396.
        """
        from .list import build_call

        call = build_call(
            search=search,
            category=category,
            sort=sort,
            order=order,
            limit=limit,
            start=start,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        guid: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        type_: AgentDetailRequestType | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentDetailResponse:
        """Read one agent template.

        Returns a list with the one template that `guid` or `slug` names; the slug wins when both are given. It
        describes the template: per-agent state such as `_connected` and the credit packs exist on deployed
        agents only. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            guid: Guid of the template. One of `guid` and `slug` is required.
            slug: Slug of the template, such as `instagram-manager`. Wins over `guid`.
            type_: `full` adds `customskills` and `scheduledskills` to the answer, to preview skill keys and
                their texts before a deployment.
            request_options: Timeout, headers and retries of this request.

        Returns:
            AgentDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /Agent/Detail, documented in 001_e96aa5bc1228153b.txt:2396-2506, 4096-4097.
        """
        from .detail import build_call

        call = build_call(
            guid=guid,
            slug=slug,
            type_=type_,
        )
        return self._sender.send(call, request_options)


class AsyncAgentsApi:
    """The public catalogue of agent templates."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        search: str | Unset = UNSET,
        category: str | Unset = UNSET,
        sort: AgentListRequestSort | str | Unset = UNSET,
        order: AgentListRequestOrder | str | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentListResponse:
        """List the agent templates of the catalogue.

        Returns the header of each template and the prices of its tiers; `agents_detail` has the rest. Public:
        no key is needed. `total` counts every match, so the next page starts at `start` + `limit` while that is
        below `total`.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            search: Words to look for in titles and descriptions.
            category: Only templates of this category, such as `productivity` or `social-media`.
            sort: Column to sort by; the service uses `id` when it is absent.
            order: Direction of the sort; the service uses `DESC` when it is absent.
            limit: Rows per page, at most 1000; the service uses 20 when it is absent.
            start: Number of rows to skip; the service uses 0 when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            AgentListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Agent/List, documented in 001_e96aa5bc1228153b.txt:2354-2396.
        """
        from .list import build_call

        call = build_call(
            search=search,
            category=category,
            sort=sort,
            order=order,
            limit=limit,
            start=start,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        guid: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        type_: AgentDetailRequestType | str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentDetailResponse:
        """Read one agent template.

        Returns a list with the one template that `guid` or `slug` names; the slug wins when both are given. It
        describes the template: per-agent state such as `_connected` and the credit packs exist on deployed
        agents only. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            guid: Guid of the template. One of `guid` and `slug` is required.
            slug: Slug of the template, such as `instagram-manager`. Wins over `guid`.
            type_: `full` adds `customskills` and `scheduledskills` to the answer, to preview skill keys and
                their texts before a deployment.
            request_options: Timeout, headers and retries of this request.

        Returns:
            AgentDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /Agent/Detail, documented in 001_e96aa5bc1228153b.txt:2396-2506, 4096-4097.
        """
        from .detail import build_call

        call = build_call(
            guid=guid,
            slug=slug,
            type_=type_,
        )
        return await self._sender.send(call, request_options)
