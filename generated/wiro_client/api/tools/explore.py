"""``tools_explore``: POST /Tool/Explore."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.tool_explore_response import ToolExploreResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tools_explore"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[ToolExploreResponse]:
    """Return the call of ``tools_explore``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        ToolExploreResponse._adopt,
        body="json",
    )
