"""Folders and uploads that model parameters can refer to by URL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.file_folder_create_response import FileFolderCreateResponse
    from ...models.file_upload_response import FileUploadResponse

__all__ = ["AsyncFilesApi", "FilesApi"]


class FilesApi:
    """Folders and uploads that model parameters can refer to by URL."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def folder_create(
        self,
        *,
        name: str,
        parentid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> FileFolderCreateResponse:
        """Create a folder.

        Creates a folder for uploads. Repeating the request may create a second one.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            name: Name of the folder. Letters, digits, hyphen and underscore only.
            parentid: Identifier of the folder to create it in; without it the folder is created at the top.
            request_options: Timeout, headers and retries of this request.

        Returns:
            FileFolderCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /File/FolderCreate, documented in 001_e96aa5bc1228153b.txt:1302-1323.
        """
        from .folder_create import build_call

        call = build_call(
            name=name,
            parentid=parentid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def upload(
        self,
        *,
        file: File,
        folderid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> FileUploadResponse:
        """Upload a file.

        Stores a file and answers its URL, which runs take as input. At most 100 MB. Accepted are pictures (jpg,
        png, gif, jpeg, webp, heic), video (mp4, webm, mov), audio (mp3, wav, m4a), documents (pdf, csv, docx,
        xlsx, pptx, txt, md, epub) and zip archives, which are unpacked. Repeating the request stores a second
        file.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            file: The file, at most 100 MB.
            folderid: Identifier of the folder to store it in; without it the account's default folder.
            request_options: Timeout, headers and retries of this request.

        Returns:
            FileUploadResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /File/Upload, documented in 001_e96aa5bc1228153b.txt:1324-1355, 1889-1894, 2035.
        """
        from .upload import build_call

        call = build_call(
            file=file,
            folderid=folderid,
        )
        return self._sender.send(call, request_options)


class AsyncFilesApi:
    """Folders and uploads that model parameters can refer to by URL."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def folder_create(
        self,
        *,
        name: str,
        parentid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> FileFolderCreateResponse:
        """Create a folder.

        Creates a folder for uploads. Repeating the request may create a second one.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            name: Name of the folder. Letters, digits, hyphen and underscore only.
            parentid: Identifier of the folder to create it in; without it the folder is created at the top.
            request_options: Timeout, headers and retries of this request.

        Returns:
            FileFolderCreateResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /File/FolderCreate, documented in 001_e96aa5bc1228153b.txt:1302-1323.
        """
        from .folder_create import build_call

        call = build_call(
            name=name,
            parentid=parentid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def upload(
        self,
        *,
        file: File,
        folderid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> FileUploadResponse:
        """Upload a file.

        Stores a file and answers its URL, which runs take as input. At most 100 MB. Accepted are pictures (jpg,
        png, gif, jpeg, webp, heic), video (mp4, webm, mov), audio (mp3, wav, m4a), documents (pdf, csv, docx,
        xlsx, pptx, txt, md, epub) and zip archives, which are unpacked. Repeating the request stores a second
        file.

        Not to be repeated blindly: every request that arrives makes something new.

        Args:
            file: The file, at most 100 MB.
            folderid: Identifier of the folder to store it in; without it the account's default folder.
            request_options: Timeout, headers and retries of this request.

        Returns:
            FileUploadResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /File/Upload, documented in 001_e96aa5bc1228153b.txt:1324-1355, 1889-1894, 2035.
        """
        from .upload import build_call

        call = build_call(
            file=file,
            folderid=folderid,
        )
        return await self._sender.send(call, request_options)
