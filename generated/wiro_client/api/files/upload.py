"""``files_upload``: POST /File/Upload."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.file_upload_response import FileUploadResponse
from ...operations import OPERATIONS
from ...shapes import BINARY, TEXT
from ...types import UNSET, File, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["files_upload"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "file",
        "file",
        "body",
        BINARY,
        required=True,
    ),
    Parameter(
        "folderid",
        "folderid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    file: File,
    folderid: str | Unset = UNSET,
) -> Call[FileUploadResponse]:
    """Return the call of ``files_upload``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "file": file,
            "folderid": folderid,
        },
        FileUploadResponse._adopt,
        body="form",
    )
