"""API projects, which hold keys, billing settings and usage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.project_list_response import ProjectListResponse
    from ...models.project_usage_summary_response import ProjectUsageSummaryResponse

__all__ = ["AsyncProjectsApi", "ProjectsApi"]


class ProjectsApi:
    """API projects, which hold keys, billing settings and usage."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectListResponse:
        """List API projects.

        Answers the projects in the workspace of the key, personal ones or those of the team. Neither parameters
        nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ProjectListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Project/List, documented in 001_e96aa5bc1228153b.txt:11411-11415.
        """
        from .list import build_call

        call = build_call()
        return self._sender.send(call, request_options)

    @keywords
    def usage_summary(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectUsageSummaryResponse:
        """Read the usage of projects.

        Answers what the projects in the workspace of the key used. Neither parameters nor answer are
        documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ProjectUsageSummaryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Project/UsageSummary, documented in Wiro-Docs/markdown/organizations-api-access.md:40,
        Wiro-Docs/markdown/organizations-billing.md:154.
        """
        from .usage_summary import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncProjectsApi:
    """API projects, which hold keys, billing settings and usage."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectListResponse:
        """List API projects.

        Answers the projects in the workspace of the key, personal ones or those of the team. Neither parameters
        nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ProjectListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Project/List, documented in 001_e96aa5bc1228153b.txt:11411-11415.
        """
        from .list import build_call

        call = build_call()
        return await self._sender.send(call, request_options)

    @keywords
    async def usage_summary(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectUsageSummaryResponse:
        """Read the usage of projects.

        Answers what the projects in the workspace of the key used. Neither parameters nor answer are
        documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            ProjectUsageSummaryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Project/UsageSummary, documented in Wiro-Docs/markdown/organizations-api-access.md:40,
        Wiro-Docs/markdown/organizations-billing.md:154.
        """
        from .usage_summary import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
