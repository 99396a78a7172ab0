"""The JSON documents of the command. Scripts depend on their shape: keys are added, never renamed or removed.

No document carries a secret: task tokens open sockets, so only ids are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from wiro.catalog import Model, Parameter
    from wiro.pricing import Quote
    from wiro.runs import RunResult, SavedFile

__all__ = ["model_document", "quote_document", "run_document", "submitted_document", "task_document", "usd"]


def usd(amount: Decimal | None) -> str | None:
    """Return an amount as exact text without exponent; JSON numbers would round it."""
    return None if amount is None else f"{amount.normalize():f}"


def submitted_document(task_id: str, model: str, status: str | None) -> dict[str, Any]:
    """Return a run that was not waited for."""
    return {"task_id": task_id, "model": model, "status": status}


def run_document(result: RunResult, saved: Sequence[SavedFile[Path]] = ()) -> dict[str, Any]:
    """Return a run: what it made, and under `path` and `sha256` where that was saved."""
    outputs: list[dict[str, Any]] = [
        {"name": output.name, "content_type": output.content_type, "size": output.size, "url": output.url}
        for output in result.outputs
    ]
    for output, file in zip(outputs, saved, strict=False):
        output |= {"path": str(file.path), "size": file.size, "sha256": file.sha256}
    return {
        "task_id": result.task_id,
        "model": result.model,
        "status": result.status,
        "exit_code": result.exit_code,
        "outputs": outputs,
        "text": result.text,
        "thinking": result.thinking,
        "cost_usd": usd(result.cost_usd),
        "elapsed_seconds": result.elapsed_seconds,
        "stderr": result.stderr,
    }


def task_document(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a task, finished or not, from its row of Task/Detail or Task/List; the same shape as a run."""
    from wiro._results import result_from_outcome
    from wiro.lifecycle import TaskOutcome, parse_exit_code

    status = row.get("status")
    outcome = TaskOutcome(
        kind="succeeded",
        status=status if isinstance(status, str) else "",
        exit_code=parse_exit_code(row.get("pexit")),
        detail=dict(row),
    )
    return run_document(result_from_outcome(outcome))


def model_document(model: Model, *, parameters: bool) -> dict[str, Any]:
    """Return a model; its parameters only where they are known, which lists do not tell."""
    document: dict[str, Any] = {
        "model": model.name,
        "title": model.title,
        "description": model.description,
        "categories": list(model.categories),
    }
    if parameters:
        document["parameters"] = [_parameter_document(parameter) for parameter in model.parameters]
        document["price"] = quote_document(model.quote())
    return document


def quote_document(quote: Quote) -> dict[str, Any]:
    """Return a price. `usd` is null where it cannot be known before the run."""
    return {"usd": usd(quote.usd), "certainty": quote.certainty, "method": quote.method, "basis": quote.basis}


def _parameter_document(parameter: Parameter) -> dict[str, Any]:
    return {
        "id": parameter.id,
        "type": parameter.type,
        "label": parameter.label,
        "required": parameter.required,
        "default": parameter.default,
        "options": [option.value for option in parameter.options],
        "minimum": parameter.minimum,
        "maximum": parameter.maximum,
        "step": parameter.step,
        "note": parameter.note,
    }
