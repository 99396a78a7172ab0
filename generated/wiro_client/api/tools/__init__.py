"""The catalogue of AI models, with their parameters and prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.sort_order import SortOrder
    from ...models.tool_detail_response import ToolDetailResponse
    from ...models.tool_explore_response import ToolExploreResponse
    from ...models.tool_list_response import ToolListResponse
    from ...models.tool_sort import ToolSort

__all__ = ["AsyncToolsApi", "ToolsApi"]


class ToolsApi:
    """The catalogue of AI models, with their parameters and prices."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        start: str | int | Unset = UNSET,
        limit: str | int | Unset = UNSET,
        search: str | Unset = UNSET,
        sort: ToolSort | str | str | Unset = UNSET,
        order: SortOrder | str | str | Unset = UNSET,
        categories: Sequence[str] | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        slugowner: str | Unset = UNSET,
        hideworkflows: bool | Unset = UNSET,
        summary: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ToolListResponse:
        """List models.

        Answers one page of the models that the key may use, filtered and sorted. An empty filter means no
        filter.

        Changes nothing: may be repeated.

        Args:
            start: How many rows to skip. The service assumes 0.
            limit: How many rows to answer. The service assumes 20; the vendor's clients ask for at most 100.
            search: Text to look for in model names.
            sort: What to sort by, such as relevance, time or averagepoint.
            order: Direction of the sorting, ASC or DESC.
            categories: Categories that a model must have, such as `image-generation`, `llm`, `text-to-video` or
                `speech-to-text`.
            tags: Tags that a model must have.
            slugowner: Only models of this owner.
            hideworkflows: Leave out workflow models. The documentation recommends true.
            summary: Shorten the rows. The documentation recommends it for listings.
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/List, documented in 001_e96aa5bc1228153b.txt:99-155, 1808-1832, 1999-2005.
        """
        from .list import build_call

        call = build_call(
            start=start,
            limit=limit,
            search=search,
            sort=sort,
            order=order,
            categories=categories,
            tags=tags,
            slugowner=slugowner,
            hideworkflows=hideworkflows,
            summary=summary,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        slugowner: str,
        slugproject: str,
        summary: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ToolDetailResponse:
        """Describe one model with its parameters and prices.

        Answers a list with the one model. `tool[0].parameters` says which parameters a run of it takes,
        `dynamicprice` what a run costs. An unknown model is refused with code 1.

        Changes nothing: may be repeated.

        Args:
            slugowner: Slug of the model's owner, such as `stability-ai`; the clean form is accepted.
            slugproject: Slug of the model, such as `sdxl`; the clean form is accepted.
            summary: Shorten the answer.
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (slug-owner-project-not-exist): no model has these
                slugs; code 1 (tool-not-accessible): the model exists but not for this key.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/Detail, documented in 001_e96aa5bc1228153b.txt:156-207, 220, 246-287, 1391-1445, 2002.
        """
        from .detail import build_call

        call = build_call(
            slugowner=slugowner,
            slugproject=slugproject,
            summary=summary,
        )
        return self._sender.send(call, request_options)

    @keywords
    def explore(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ToolExploreResponse:
        """List featured models by theme.

        Answers the groups of models that the marketplace shows on its front page. The documentation names the
        operation only through the vendor's assistant server; the shape of the answer is what the vendor's
        clients read.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolExploreResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/Explore, documented in 001_e96aa5bc1228153b.txt:1839-1841, 2008.
        """
        from .explore import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncToolsApi:
    """The catalogue of AI models, with their parameters and prices."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        start: str | int | Unset = UNSET,
        limit: str | int | Unset = UNSET,
        search: str | Unset = UNSET,
        sort: ToolSort | str | str | Unset = UNSET,
        order: SortOrder | str | str | Unset = UNSET,
        categories: Sequence[str] | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        slugowner: str | Unset = UNSET,
        hideworkflows: bool | Unset = UNSET,
        summary: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ToolListResponse:
        """List models.

        Answers one page of the models that the key may use, filtered and sorted. An empty filter means no
        filter.

        Changes nothing: may be repeated.

        Args:
            start: How many rows to skip. The service assumes 0.
            limit: How many rows to answer. The service assumes 20; the vendor's clients ask for at most 100.
            search: Text to look for in model names.
            sort: What to sort by, such as relevance, time or averagepoint.
            order: Direction of the sorting, ASC or DESC.
            categories: Categories that a model must have, such as `image-generation`, `llm`, `text-to-video` or
                `speech-to-text`.
            tags: Tags that a model must have.
            slugowner: Only models of this owner.
            hideworkflows: Leave out workflow models. The documentation recommends true.
            summary: Shorten the rows. The documentation recommends it for listings.
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/List, documented in 001_e96aa5bc1228153b.txt:99-155, 1808-1832, 1999-2005.
        """
        from .list import build_call

        call = build_call(
            start=start,
            limit=limit,
            search=search,
            sort=sort,
            order=order,
            categories=categories,
            tags=tags,
            slugowner=slugowner,
            hideworkflows=hideworkflows,
            summary=summary,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        slugowner: str,
        slugproject: str,
        summary: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ToolDetailResponse:
        """Describe one model with its parameters and prices.

        Answers a list with the one model. `tool[0].parameters` says which parameters a run of it takes,
        `dynamicprice` what a run costs. An unknown model is refused with code 1.

        Changes nothing: may be repeated.

        Args:
            slugowner: Slug of the model's owner, such as `stability-ai`; the clean form is accepted.
            slugproject: Slug of the model, such as `sdxl`; the clean form is accepted.
            summary: Shorten the answer.
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (slug-owner-project-not-exist): no model has these
                slugs; code 1 (tool-not-accessible): the model exists but not for this key.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/Detail, documented in 001_e96aa5bc1228153b.txt:156-207, 220, 246-287, 1391-1445, 2002.
        """
        from .detail import build_call

        call = build_call(
            slugowner=slugowner,
            slugproject=slugproject,
            summary=summary,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def explore(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ToolExploreResponse:
        """List featured models by theme.

        Answers the groups of models that the marketplace shows on its front page. The documentation names the
        operation only through the vendor's assistant server; the shape of the answer is what the vendor's
        clients read.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ToolExploreResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Tool/Explore, documented in 001_e96aa5bc1228153b.txt:1839-1841, 2008.
        """
        from .explore import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
