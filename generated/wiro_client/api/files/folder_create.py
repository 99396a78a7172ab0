"""``files_folder_create``: POST /File/FolderCreate."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.file_folder_create_response import FileFolderCreateResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["files_folder_create"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "name",
        "name",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "parentid",
        "parentid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    name: str,
    parentid: str | Unset = UNSET,
) -> Call[FileFolderCreateResponse]:
    """Return the call of ``files_folder_create``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "name": name,
            "parentid": parentid,
        },
        FileFolderCreateResponse._adopt,
        body="json",
    )
