"""``runs_create``: POST /Run/{owner-slug}/{model-slug}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.run_request import RunRequest
from ...models.run_response import RunResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, Nested

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["runs_create"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "owner_slug",
        "owner-slug",
        "path",
        TEXT,
        required=True,
        pattern="^[A-Za-z0-9][A-Za-z0-9._-]*$",
    ),
    Parameter(
        "model_slug",
        "model-slug",
        "path",
        TEXT,
        required=True,
        pattern="^[A-Za-z0-9][A-Za-z0-9._-]*$",
    ),
    Parameter(
        "body",
        "",
        "content",
        Nested("RunRequest"),
        required=True,
    ),
)


@keywords
def build_call(
    *,
    owner_slug: str,
    model_slug: str,
    body: RunRequest | Mapping[str, Any],
    multipart: bool = False,
) -> Call[RunResponse]:
    """Return the call of ``runs_create``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "owner_slug": owner_slug,
            "model_slug": model_slug,
            "body": body,
            "multipart": multipart,
        },
        RunResponse._adopt,
        body="either",
    )
