"""Folders and uploads, for files that runs refer to by their address."""

import asyncio
import io
import mimetypes
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["FILE_OPERATIONS"]

# The documented types; anything else is refused, in words that are not documented.
_PICTURES = ("jpg", "png", "gif", "jpeg", "webp", "heic")
_VIDEOS = ("mp4", "webm", "mov")
_SOUNDS = ("mp3", "wav", "m4a")
_DOCUMENTS = ("pdf", "csv", "docx", "xlsx", "pptx", "txt", "md", "epub")
_EXTENSIONS = frozenset({*_PICTURES, *_VIDEOS, *_SOUNDS, *_DOCUMENTS, "zip"})
_MAX_ARCHIVE_FILES = 1000


async def _folder_create(world: "World", request: ApiRequest) -> dict[str, Any]:
    name = request.body.get("name")
    if not isinstance(name, str) or not name:
        raise refuse("parameter_required", name="name")
    parent_id = _folder(world, request.body.get("parentid"))
    request.accept()
    return {"list": [world.files.add_folder(name, parent_id).to_dict()]}


async def _upload(world: "World", request: ApiRequest) -> dict[str, Any]:
    upload = request.body.get("file")
    if not isinstance(upload, Upload):
        raise refuse("file_required", name="file")
    parent_id = _folder(world, request.body.get("folderid"))
    request.accept()
    extension = PurePosixPath(upload.name).suffix.lower().removeprefix(".")
    if extension not in _EXTENSIONS:
        raise refuse("invalid_parameters")
    files = [upload]
    if extension == "zip":
        files = await asyncio.to_thread(_unpack, upload.content, world.options.max_body_bytes)
    stored = [
        world.files.add(file.name, file.content_type, file.content, parent_id=parent_id, sha256=file.sha256)
        for file in files
    ]
    return {"list": [world.files.row(file) for file in stored]}


FILE_OPERATIONS: tuple[Operation, ...] = (
    Operation("files_folder_create", "/File/FolderCreate", _folder_create),
    Operation("files_upload", "/File/Upload", _upload),
)


def _folder(world: "World", folder_id: Any) -> str:
    """Return the folder that a request names, the root without a name."""
    if folder_id in (None, ""):
        return world.files.root_id
    if not world.files.has_folder(str(folder_id)):
        raise refuse("invalid_parameters")
    return str(folder_id)


def _unpack(content: bytes, limit: int) -> list[Upload]:
    """Unpack an archive in memory, up to a total size in bytes."""
    files = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > _MAX_ARCHIVE_FILES or sum(member.file_size for member in members) > limit:
                raise refuse("body_too_large")
            for member in members:
                name = PurePosixPath(member.filename).name
                guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
                # The announced size bounds what is read, so an archive that lies about it fails instead of growing.
                files.append(Upload(name, guessed, archive.read(member)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise refuse("invalid_parameters") from None
    return files
