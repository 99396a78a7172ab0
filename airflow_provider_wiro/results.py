"""What a finished run looks like in XCom and in a trigger's event: small, JSON, free of tokens."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from airflow_provider_wiro.storage import storage_path

if TYPE_CHECKING:
    from airflow_provider_wiro.storage import StoragePath
    from wiro.messages import MessageResult
    from wiro.runs import RunResult

__all__ = ["TEXT_LIMIT_BYTES", "bounded", "save_outputs", "save_texts", "summary_of", "well_formed"]

#: Longest text kept, in bytes of UTF-8. XCom lies in Airflow's database and is read whole by every page that shows it.
TEXT_LIMIT_BYTES = 64 * 1024
#: Names of the files that take the texts of a summary which had to be cut.
_TEXT_FILES: Final = {"text": "answer.txt", "thinking": "thinking.txt"}


def summary_of(result: RunResult, *, finished_at: float, resumed_at: float | None = None) -> dict[str, Any]:
    """Describe a result.

    Args:
        result: The result of a run.
        finished_at: When the model was seen to finish, seconds since the epoch.
        resumed_at: When the deferred task went on, seconds since the epoch; None if it never deferred.

    Returns:
        `task_id`, `model`, `status`, `outputs` (each with `name`, `content_type`, `size`, `url`), `text` (the answer of
        a language model, bounded; `text_truncated` tells), `thinking` and `thinking_truncated` (likewise, only if
        there is any), `cost_usd`, `elapsed_seconds`, `finished_at`, `resumed_at`.
    """
    text, text_truncated = bounded(result.text)
    thinking, thinking_truncated = bounded(result.thinking)
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
        summary.update(thinking=thinking, thinking_truncated=thinking_truncated)
    described: dict[str, Any] = well_formed(summary)
    return described


def save_outputs(result: RunResult, output_path: str, summary: dict[str, Any]) -> dict[str, Any]:
    """Save a result's files, and its texts that the summary had to cut.

    They go to `<output_path>/<task id>/`: runs of mapped tasks call their files the same.

    Args:
        result: The result of a run.
        output_path: Address of a folder, see `airflow_provider_wiro.storage`.
        summary: What `summary_of` returned.

    Returns:
        The summary, with `path`, `size` and `sha256` on each saved output, and what `save_texts` returns.
    """
    folder = storage_path(output_path) / result.task_id
    outputs = []
    for output, file in zip(summary["outputs"], result.save(folder), strict=True):
        outputs.append({**output, "path": str(file.path), "size": file.size, "sha256": file.sha256})
    return {**summary, "outputs": outputs, **save_texts(result, folder, summary)}


def save_texts(result: RunResult | MessageResult, folder: StoragePath, summary: dict[str, Any]) -> dict[str, Any]:
    """Save the texts that are too long for XCom: `answer.txt` and `thinking.txt`.

    Args:
        result: A result with all of them.
        folder: Created if it is missing and there is something to save.
        summary: Says which of them it had to cut.

    Returns:
        `text_path`, `text_size` in bytes and `text_sha256` if the text was saved, `thinking_path` and so on likewise.
    """
    saved: dict[str, Any] = {}
    for name, file_name in _TEXT_FILES.items():
        if summary.get(f"{name}_truncated"):
            content = _utf8(getattr(result, name))
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / file_name
            path.write_bytes(content)
            saved[f"{name}_path"], saved[f"{name}_size"] = str(path), len(content)
            saved[f"{name}_sha256"] = hashlib.sha256(content).hexdigest()
    return saved


def bounded(text: str, limit: int = TEXT_LIMIT_BYTES) -> tuple[str, bool]:
    """Return a text of at most so many bytes of UTF-8, and whether it was cut."""
    encoded = _utf8(text)
    return encoded[:limit].decode(errors="ignore"), len(encoded) > limit


def well_formed(value: Any) -> Any:
    """Return a JSON value whose texts all have a form in UTF-8, which XCom and events are stored in.

    A service that counts in UTF-16, as JavaScript does, may cut a text in the middle of a character: half of it becomes
    a replacement character.
    """
    if isinstance(value, str):
        return _utf8(value).decode()
    if isinstance(value, Mapping):
        return {well_formed(name): well_formed(entry) for name, entry in value.items()}
    return [well_formed(entry) for entry in value] if isinstance(value, (list, tuple)) else value


def _utf8(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
