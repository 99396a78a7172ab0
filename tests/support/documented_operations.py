"""What the bundle documents about operations: examples of requests, keys of answers, and texts of refusals."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def bundle() -> dict[str, Any]:
    """Return the generated OpenAPI document."""
    spec = importlib.util.find_spec("wiro_client")
    assert spec is not None
    assert spec.origin is not None
    document: dict[str, Any] = json.loads((Path(spec.origin).parent / "openapi.json").read_text(encoding="utf-8"))
    return document


@cache
def operations() -> dict[str, dict[str, Any]]:
    """Return every operation by its id, with `path` and `method`."""
    return {
        operation["operationId"]: {**operation, "path": path, "method": method}
        for path, item in bundle()["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


def request_examples(*prefixes: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the documented JSON requests of operations whose id starts with a prefix: id, name and body of each."""
    return [
        (operation_id, name, example["value"])
        for operation_id, operation in operations().items()
        if operation_id.startswith(prefixes)
        for name, example in _content(operation.get("requestBody", {})).get("examples", {}).items()
    ]


def answer_examples(operation_id: str, *, newer: bool = False) -> list[dict[str, Any]]:
    """Return the documented successful answers of an operation.

    Args:
        operation_id: The operation.
        newer: Whether to return those of newer documentation instead.
    """
    examples = _content(operations()[operation_id]["responses"]["200"]).get("examples", {})
    return [
        example["value"]
        for name, example in examples.items()
        if name.startswith("newer.") is newer and example["value"]["result"] is True
    ]


def documented_messages(operation_id: str) -> set[str]:
    """Return the texts of an operation's own refusals."""
    return {error["message"] for error in operations()[operation_id]["x-wiro-documented-errors"]}


def _content(part: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = part.get("content", {}).get("application/json", {})
    return content
