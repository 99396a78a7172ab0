"""What a finished run looks like in XCom and in a trigger's event: small, JSON, free of tokens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wiro.runs import RunResult

__all__ = ["TEXT_LIMIT_BYTES", "bounded", "save_outputs", "summary_of"]

#: Longest text kept, in bytes of UTF-8. XCom lies in Airflow's database and is read whole by every page that shows it.
TEXT_LIMIT_BYTES = 64 * 1024
_ANSWER_FILE = "answer.txt"


def summary_of(result: RunResult, *, finished_at: float, resumed_at: float | None = None) -> dict[str, Any]:
    """Describe a result.

    Args:
        result: The result of a run.
        finished_at: When the model was seen to finish, seconds since the epoch.
        resumed_at: When the deferred task went on, seconds since the epoch; None if it never deferred.

    Returns:
        `task_id`, `model`, `status`, `outputs` (each with `name`, `content_type`, `size`, `url`), `text` (the answer of
        a language model, bounded; `text_truncated` tells), `thinking` (bounded likewise, only if there is any),
        `cost_usd`, `elapsed_seconds`, `finished_at`, `resumed_at`.
    """
    text, text_truncated = bounded(result.text)
    thinking, _ = bounded(result.thinking)
    summary: dict[str, Any] = {
        "task_id": result.task_id,
        "model": result.model,
        "status": result.status,
        "outputs": [
            {"name": output.name, "content_type": output.content_type, "size": output.size, "url": output.url}
            for output in result.outputs
        ],
        "text": text,
        "text_truncated": text_truncated,
        "cost_usd": None if result.cost_usd is None else float(result.cost_usd),
        "elapsed_seconds": result.elapsed_seconds,
        "finished_at": finished_at,
        "resumed_at": resumed_at,
    }
    if thinking:
        summary["thinking"] = thinking
    return summary


def save_outputs(result: RunResult, output_path: str, summary: dict[str, Any]) -> dict[str, Any]:
    """Save a result's files, and its text if the summary had to cut it.

    They go to `<output_path>/<task id>/`: runs of mapped tasks call their files the same.

    Args:
        result: The result of a run.
        output_path: Local folder, created if it is missing.
        summary: What `summary_of` returned.

    Returns:
        The summary, with `path` and `sha256` on each saved output and `text_path` if the text was saved.
    """
    folder = Path(output_path).expanduser() / result.task_id
    folder.mkdir(parents=True, exist_ok=True)
    saved = {file.url: file for file in result.save(folder)}
    outputs = []
    for output in summary["outputs"]:
        file = saved.get(output["url"])
        extra = {} if file is None else {"path": str(file.path), "sha256": file.sha256, "size": file.size}
        outputs.append({**output, **extra})
    complete = {**summary, "outputs": outputs}
    if summary["text_truncated"]:
        path = folder / _ANSWER_FILE
        path.write_text(result.text, encoding="utf-8")
        complete["text_path"] = str(path)
    return complete


def bounded(text: str, limit: int = TEXT_LIMIT_BYTES) -> tuple[str, bool]:
    """Return a text of at most so many bytes of UTF-8, and whether it was cut."""
    encoded = text.encode()
    if len(encoded) <= limit:
        return text, False
    return encoded[:limit].decode(errors="ignore"), True
