"""``tools_detail``: POST /Tool/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.tool_detail_response import ToolDetailResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tools_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "slugowner",
        "slugowner",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "slugproject",
        "slugproject",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "summary",
        "summary",
        "body",
        BOOLEAN,
    ),
)


@keywords
def build_call(
    *,
    slugowner: str,
    slugproject: str,
    summary: bool | Unset = UNSET,
) -> Call[ToolDetailResponse]:
    """Return the call of ``tools_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "slugowner": slugowner,
            "slugproject": slugproject,
            "summary": summary,
        },
        ToolDetailResponse._adopt,
        body="json",
    )
