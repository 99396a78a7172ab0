"""The account behind the API key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.user_avatar_response import UserAvatarResponse
    from ...models.user_detail_response import UserDetailResponse

__all__ = ["AsyncUsersApi", "UsersApi"]


class UsersApi:
    """The account behind the API key."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def detail(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> UserDetailResponse:
        """Read the account.

        Answers the account behind the key. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /User/Detail, documented in 001_e96aa5bc1228153b.txt:4297.
        """
        from .detail import build_call

        call = build_call()
        return self._sender.send(call, request_options)

    @keywords
    def avatar(
        self,
        *,
        image: File,
        request_options: RequestOptions | None = None,
    ) -> UserAvatarResponse:
        """Replace the picture of the account.

        Uploads a new picture. The documentation only says that UserAgent/Cover works the same way, so the part
        and its limits are taken from there.

        May be repeated: doing it twice is the same as doing it once. The documentation mentions this operation
        without describing it.

        Args:
            image: The picture, as jpg, png, gif, jpeg or webp, at most about 10 MB.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAvatarResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /User/Avatar, documented in 001_e96aa5bc1228153b.txt:3212.
        """
        from .avatar import build_call

        call = build_call(
            image=image,
        )
        return self._sender.send(call, request_options)


class AsyncUsersApi:
    """The account behind the API key."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def detail(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> UserDetailResponse:
        """Read the account.

        Answers the account behind the key. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /User/Detail, documented in 001_e96aa5bc1228153b.txt:4297.
        """
        from .detail import build_call

        call = build_call()
        return await self._sender.send(call, request_options)

    @keywords
    async def avatar(
        self,
        *,
        image: File,
        request_options: RequestOptions | None = None,
    ) -> UserAvatarResponse:
        """Replace the picture of the account.

        Uploads a new picture. The documentation only says that UserAgent/Cover works the same way, so the part
        and its limits are taken from there.

        May be repeated: doing it twice is the same as doing it once. The documentation mentions this operation
        without describing it.

        Args:
            image: The picture, as jpg, png, gif, jpeg or webp, at most about 10 MB.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAvatarResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /User/Avatar, documented in 001_e96aa5bc1228153b.txt:3212.
        """
        from .avatar import build_call

        call = build_call(
            image=image,
        )
        return await self._sender.send(call, request_options)
