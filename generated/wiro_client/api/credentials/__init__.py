"""The public registry of credentials that skills need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.credentials_detail_response import CredentialsDetailResponse
    from ...models.credentials_list_request_credential_mode import CredentialsListRequestCredentialMode
    from ...models.credentials_list_response import CredentialsListResponse

__all__ = ["AsyncCredentialsApi", "CredentialsApi"]


class CredentialsApi:
    """The public registry of credentials that skills need."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        credential_mode: CredentialsListRequestCredentialMode | str | Unset = UNSET,
        wiro_connect_pending: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CredentialsListResponse:
        """List the credentials of the registry.

        Returns every credential that the filters leave, with the fields to ask a user for, which is enough to
        draw a form before an agent is deployed. Not paged. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            credential_mode: Only credentials that work this way; `sa` is a service account.
            wiro_connect_pending: Only credentials whose shared Wiro app is (true) or is not (false) still to
                come.
            request_options: Timeout, headers and retries of this request.

        Returns:
            CredentialsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Credentials/List, documented in 001_e96aa5bc1228153b.txt:5336-5421.
        """
        from .list import build_call

        call = build_call(
            credential_mode=credential_mode,
            wiro_connect_pending=wiro_connect_pending,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        key: str,
        request_options: RequestOptions | None = None,
    ) -> CredentialsDetailResponse:
        """Read one credential of the registry.

        Returns the same entry as a row of `credentials_list`. An unknown key is refused with code 404 in the
        body. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            key: Key of the credential, such as `instagram`, `google-ads`, `sys-telegram` or `var-website`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            CredentialsDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (Credential not found: <key>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Credentials/Detail, documented in 001_e96aa5bc1228153b.txt:5422-5492.
        """
        from .detail import build_call

        call = build_call(
            key=key,
        )
        return self._sender.send(call, request_options)


class AsyncCredentialsApi:
    """The public registry of credentials that skills need."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        credential_mode: CredentialsListRequestCredentialMode | str | Unset = UNSET,
        wiro_connect_pending: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CredentialsListResponse:
        """List the credentials of the registry.

        Returns every credential that the filters leave, with the fields to ask a user for, which is enough to
        draw a form before an agent is deployed. Not paged. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            credential_mode: Only credentials that work this way; `sa` is a service account.
            wiro_connect_pending: Only credentials whose shared Wiro app is (true) or is not (false) still to
                come.
            request_options: Timeout, headers and retries of this request.

        Returns:
            CredentialsListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Credentials/List, documented in 001_e96aa5bc1228153b.txt:5336-5421.
        """
        from .list import build_call

        call = build_call(
            credential_mode=credential_mode,
            wiro_connect_pending=wiro_connect_pending,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        key: str,
        request_options: RequestOptions | None = None,
    ) -> CredentialsDetailResponse:
        """Read one credential of the registry.

        Returns the same entry as a row of `credentials_list`. An unknown key is refused with code 404 in the
        body. Public: no key is needed.

        Changes nothing: may be repeated. Needs no API key.

        Args:
            key: Key of the credential, such as `instagram`, `google-ads`, `sys-telegram` or `var-website`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            CredentialsDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 404 (Credential not found: <key>).
            InvalidResponseError: The answer is not a JSON object.

        POST /Credentials/Detail, documented in 001_e96aa5bc1228153b.txt:5422-5492.
        """
        from .detail import build_call

        call = build_call(
            key=key,
        )
        return await self._sender.send(call, request_options)
