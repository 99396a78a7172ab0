"""The public registry of agent skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.skills_capabilities_response import SkillsCapabilitiesResponse
    from ...models.skills_credential_schema_response import SkillsCredentialSchemaResponse
    from ...models.skills_detail_response import SkillsDetailResponse
    from ...models.skills_list_request_category import SkillsListRequestCategory
    from ...models.skills_list_response import SkillsListResponse

__all__ = ["AsyncSkillsApi", "SkillsApi"]


class SkillsApi:
    """The public registry of agent skills."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        category: SkillsListRequestCategory | str | Unset = UNSET,
        capability: str | Unset = UNSET,
        user_invocable: bool | Unset = UNSET,
        requires_credentials: bool | Unset = UNSET,
        wiro_connect_pending: bool | Unset = UNSET,
        name_in: Sequence[str] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SkillsListResponse:
        """List the skills of the registry.

        Returns every skill that all given filters match. Names carry a prefix: `int-` for integrations, `util-`
        for helpers without a credential, `cs-cron-` for bundled scheduled tasks; use them as they are
        elsewhere. Not paged. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            category: `int` for skills that talk to another service, `rule` for skills that only add rules.
            capability: Only skills with this capability, one of those that `skills_capabilities` lists.
            user_invocable: Only skills that a user can (true) or cannot (false) call in a chat.
            requires_credentials: Only skills that need (true) or do not need (false) a credential.
            wiro_connect_pending: Only skills whose shared Wiro app is (true) or is not (false) still to come.
            name_in: Only the skills with these registry names.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/List, documented in 001_e96aa5bc1228153b.txt:6276-6327.
        """
        from .list import build_call

        call = build_call(
            category=category,
            capability=capability,
            user_invocable=user_invocable,
            requires_credentials=requires_credentials,
            wiro_connect_pending=wiro_connect_pending,
            name_in=name_in,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> SkillsDetailResponse:
        """Read one skill of the registry.

        Returns the same entry as a row of `skills_list`. An unknown name is refused with code 404 in the body.
        Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            name: Registry name with its prefix, such as `int-instagram-post` or `util-html-strip`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (Skill not found: <name>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/Detail, documented in 001_e96aa5bc1228153b.txt:6328-6369.
        """
        from .detail import build_call

        call = build_call(
            name=name,
        )
        return self._sender.send(call, request_options)

    @keywords
    def credential_schema(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> SkillsCredentialSchemaResponse:
        """Read the credential that a skill needs.

        Returns the registry's credential of a skill, as `credentials_detail` does for its key. A skill without
        a credential and an unknown skill are both refused with code 404 in the body. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            name: Registry name with its prefix, such as `int-instagram-post`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsCredentialSchemaResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (No credential associated with skill: <name>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/CredentialSchema, documented in 001_e96aa5bc1228153b.txt:6370-6415.
        """
        from .credential_schema import build_call

        call = build_call(
            name=name,
        )
        return self._sender.send(call, request_options)

    @keywords
    def capabilities(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> SkillsCapabilitiesResponse:
        """List what skills can be good for.

        Returns the closed vocabulary of capabilities in snake_case. Any of them can be the `capability` filter
        of `skills_list`. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsCapabilitiesResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/Capabilities, documented in 001_e96aa5bc1228153b.txt:6416-6456.
        """
        from .capabilities import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncSkillsApi:
    """The public registry of agent skills."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        category: SkillsListRequestCategory | str | Unset = UNSET,
        capability: str | Unset = UNSET,
        user_invocable: bool | Unset = UNSET,
        requires_credentials: bool | Unset = UNSET,
        wiro_connect_pending: bool | Unset = UNSET,
        name_in: Sequence[str] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SkillsListResponse:
        """List the skills of the registry.

        Returns every skill that all given filters match. Names carry a prefix: `int-` for integrations, `util-`
        for helpers without a credential, `cs-cron-` for bundled scheduled tasks; use them as they are
        elsewhere. Not paged. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            category: `int` for skills that talk to another service, `rule` for skills that only add rules.
            capability: Only skills with this capability, one of those that `skills_capabilities` lists.
            user_invocable: Only skills that a user can (true) or cannot (false) call in a chat.
            requires_credentials: Only skills that need (true) or do not need (false) a credential.
            wiro_connect_pending: Only skills whose shared Wiro app is (true) or is not (false) still to come.
            name_in: Only the skills with these registry names.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/List, documented in 001_e96aa5bc1228153b.txt:6276-6327.
        """
        from .list import build_call

        call = build_call(
            category=category,
            capability=capability,
            user_invocable=user_invocable,
            requires_credentials=requires_credentials,
            wiro_connect_pending=wiro_connect_pending,
            name_in=name_in,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> SkillsDetailResponse:
        """Read one skill of the registry.

        Returns the same entry as a row of `skills_list`. An unknown name is refused with code 404 in the body.
        Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            name: Registry name with its prefix, such as `int-instagram-post` or `util-html-strip`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (Skill not found: <name>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/Detail, documented in 001_e96aa5bc1228153b.txt:6328-6369.
        """
        from .detail import build_call

        call = build_call(
            name=name,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def credential_schema(
        self,
        *,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> SkillsCredentialSchemaResponse:
        """Read the credential that a skill needs.

        Returns the registry's credential of a skill, as `credentials_detail` does for its key. A skill without
        a credential and an unknown skill are both refused with code 404 in the body. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            name: Registry name with its prefix, such as `int-instagram-post`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsCredentialSchemaResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (No credential associated with skill: <name>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/CredentialSchema, documented in 001_e96aa5bc1228153b.txt:6370-6415.
        """
        from .credential_schema import build_call

        call = build_call(
            name=name,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def capabilities(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> SkillsCapabilitiesResponse:
        """List what skills can be good for.

        Returns the closed vocabulary of capabilities in snake_case. Any of them can be the `capability` filter
        of `skills_list`. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            SkillsCapabilitiesResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Skills/Capabilities, documented in 001_e96aa5bc1228153b.txt:6416-6456.
        """
        from .capabilities import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
