"""Files that go into a run: each is uploaded once for a client, and the run gets its address.

    wiro.run("google/nano-banana-pro", {"prompt": "at night", "inputImage": [Path("lake.png"), result.outputs[0]]})

Accepted are `pathlib.Path`, bytes, open binary files, `wiro.File`, images of Pillow, saved files, and for what Wiro has
already: http(s) addresses and outputs of earlier runs.
"""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from wiro._file_values import ACCEPTED_FILES, address_of, entries_of, is_local_file
from wiro._local_files import LocalFile, OpenFiles, UnreadableFileError
from wiro._steps import Blocking, Joined
from wiro.errors import InvalidArgumentError, InvalidParametersError, InvalidResponseError
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiro._parameters import Parameter
    from wiro._steps import Steps
    from wiro_client.models.file_upload_response import FileUploadResponse

__all__ = ["Uploads", "with_addresses", "with_parts"]

#: How long an address is used again. The service keeps files "for a limited time", which is not documented.
_LIFETIME_SECONDS: Final = 3600.0
_MOST_REMEMBERED: Final = 1000

_Addresses: TypeAlias = tuple[str, ...]
#: Hash of the content, ending of the name, folder.
_Key: TypeAlias = tuple[str, str, str | None]


class _AbandonedError(Exception):
    """The caller who was uploading this gave up; the next one does it."""


@frozen
class _Remembered:
    """An upload that is done or under way, until when it counts, and the process that did it."""

    addresses: Future[_Addresses]
    expires: float
    process: int


class Uploads:
    """Uploads of one client, by content. Threads and event loops may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[_Key, _Remembered] = OrderedDict()

    def address_steps(self, value: object, folder_id: str | None = None) -> Steps[str]:
        """Upload one file, unless that was done; see `Wiro.upload`.

        Raises:
            InvalidArgumentError: It is no file, or cannot be read; nothing was sent.
        """
        if not is_local_file(value):
            raise InvalidArgumentError(
                f"file is a {type(value).__name__}; accepted: {ACCEPTED_FILES}.", parameter="file"
            )
        with OpenFiles() as files:
            try:
                local: LocalFile = yield Blocking(lambda: files.read(value, "file"))
            except UnreadableFileError as error:
                raise InvalidArgumentError(f"file {error}.", parameter="file") from error
            addresses = yield from self.addresses_steps(local, folder_id)
        return addresses[0]

    def addresses_steps(self, file: LocalFile, folder_id: str | None = None) -> Steps[_Addresses]:
        """Upload a file, unless the same content was or is being uploaded. It is sent once, even if the answer is lost.

        Args:
            file: The file.
            folder_id: Folder to store it in; None is the account's own.

        Returns:
            Its address; the addresses of the files in it if it is an archive.
        """
        from wiro_client.api.files import upload

        # The ending decides how the service takes it, so equal bytes under another one are another file.
        key = (file.sha256, PurePath(file.name).suffix.lower(), folder_id)
        while True:
            addresses, mine = self._claim(key)
            if not mine:
                try:
                    found: _Addresses = yield Joined(addresses)
                except _AbandonedError:
                    continue
                return found
            with self._abandoned_on_error(key, addresses):
                answer = yield upload.build_call(
                    file=file.to_part(), folderid=UNSET if folder_id is None else folder_id
                )
                found = _addresses_of(answer)
                addresses.set_result(found)
            return found

    def forget(self, parameters: object) -> None:
        """Forget the addresses in the parameters of a run whose files were deleted: they are uploaded again.

        Args:
            parameters: As Task/Detail tells them: an object or JSON text.
        """
        # JSON text may escape its slashes. An address that another one begins with is only uploaded once more.
        text = str(parameters).replace("\\/", "/")
        with self._lock:
            for key, known in list(self._known.items()):
                if known.addresses.done() and any(address in text for address in known.addresses.result()):
                    del self._known[key]

    def _claim(self, key: _Key) -> tuple[Future[_Addresses], bool]:
        """Return the upload of this content, and whether it is for the caller to do."""
        with self._lock:
            known = self._known.get(key)
            # After a fork the threads that were uploading are gone, and would be waited for without end.
            if known and known.process == os.getpid() and time.monotonic() < known.expires:
                self._known.move_to_end(key)
                return known.addresses, False
            mine: Future[_Addresses] = Future()
            self._known[key] = _Remembered(mine, time.monotonic() + _LIFETIME_SECONDS, os.getpid())
            self._known.move_to_end(key)
            while len(self._known) > _MOST_REMEMBERED:
                self._known.popitem(last=False)
            return mine, True

    @contextmanager
    def _abandoned_on_error(self, key: _Key, addresses: Future[_Addresses]) -> Iterator[None]:
        try:
            yield
        except BaseException:
            with self._lock:
                known = self._known.get(key)
                if known is not None and known.addresses is addresses:
                    del self._known[key]
            addresses.set_exception(_AbandonedError())
            raise


def with_addresses(
    uploads: Uploads, files: OpenFiles, parameters: Sequence[Parameter], params: Mapping[str, Any]
) -> Steps[dict[str, Any]]:
    """Upload the local files of a run and return its parameters with addresses instead.

    Args:
        uploads: Uploads of the client.
        files: Where they are opened.
        parameters: What the model takes; may be empty.
        params: Parameters of the run.

    Raises:
        InvalidParametersError: Names every file that cannot be read; nothing was uploaded.
    """
    local = yield Blocking(lambda: _read_all(files, params))
    known = {parameter.id: parameter for parameter in parameters}
    result = dict(params)
    for key, value in params.items():
        parameter = known.get(key)
        # An address in a string is documented as it is, except where files and addresses share a list.
        combined = parameter is not None and parameter.type == "combinefileinput"
        if not combined and not any(_is_file(entry) for entry in entries_of(value)):
            continue
        addresses: list[str] = []
        for entry in entries_of(value):
            if id(entry) in local:
                addresses += yield from uploads.addresses_steps(local[id(entry)])
            else:
                addresses.append(address_of(entry) or entry)
        url_key = f"{key}Url"
        if url_key in known and parameter is not None and not combined:
            given = [text for text in (params.get(url_key),) if isinstance(text, str) and text.strip()]
            result[key], result[url_key] = "", ",".join([*given, *addresses])
        elif addresses:
            result[key] = addresses
    return result


def with_parts(files: OpenFiles, parameters: Sequence[Parameter], params: Mapping[str, Any]) -> Steps[dict[str, Any]]:
    """Return the parameters of a run for a multipart form, with local files as parts.

    Documented: addresses go beside the files of a combined parameter; for the other kinds they go into `{id}Url`, and
    both fields are sent, one of them empty.

    Args:
        files: Where local files are opened.
        parameters: What the model takes; may be empty.
        params: Parameters of the run.

    Raises:
        InvalidParametersError: Names every file that cannot be read.
    """
    local = yield Blocking(lambda: _read_all(files, params))
    result = {
        key: [
            local[id(entry)].to_part() if id(entry) in local else address_of(entry) or entry
            for entry in entries_of(value)
        ]
        if any(_is_file(entry) for entry in entries_of(value))
        else value
        for key, value in params.items()
    }
    for parameter in parameters:
        if parameter.type not in ("fileinput", "multifileinput") or not any(key in params for key in parameter.keys):
            continue
        entries = [entry for key in parameter.keys for entry in entries_of(result.get(key))]
        addresses = [entry for entry in entries if isinstance(entry, str)]
        result[parameter.id] = [entry for entry in entries if not isinstance(entry, str)] or ""
        result[f"{parameter.id}Url"] = ",".join(addresses)
    return result


def _read_all(files: OpenFiles, params: Mapping[str, Any]) -> dict[int, LocalFile]:
    """Read every local file, by the identity of the value that stands for it."""
    found: dict[int, LocalFile] = {}
    violations = []
    for key, value in params.items():
        for entry in entries_of(value):
            if not is_local_file(entry) or id(entry) in found:
                continue
            try:
                found[id(entry)] = files.read(entry, key)
            except UnreadableFileError as error:
                violations.append(f"params.{key} {error}")
    if violations:
        raise InvalidParametersError(f"{'; '.join(violations)}.", violations)
    return found


def _is_file(entry: object) -> bool:
    return not isinstance(entry, str) and (is_local_file(entry) or address_of(entry) is not None)


def _addresses_of(answer: FileUploadResponse) -> _Addresses:
    addresses = tuple(row.url for row in answer.list_ or () if isinstance(row.url, str) and row.url)
    if not addresses:
        raise InvalidResponseError(
            "files_upload: the file was accepted, but the answer does not say where it is", operation="files_upload"
        )
    return addresses
