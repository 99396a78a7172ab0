"""What a finished run produced, read from its Task/Detail row.

Rows are read leniently: numbers are usually strings, any field may be missing, and the text of a language model comes
as ``thinking[]`` and ``answer[]`` or, from newer servers, as ``segments[]``.
"""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar, overload

from attrs import field, frozen

from wiro import portal
from wiro.downloads import OpenDownload, SavedFile, read_output, save_outputs
from wiro.errors import DownloadError, RunCancelledError, RunFailedError
from wiro.lifecycle import stderr_of
from wiro.protocol import frame_task_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike
    from pathlib import Path

    from wiro.lifecycle import TaskOutcome

__all__ = ["Output", "RunResult", "Segment", "model_of", "raise_unless_succeeded", "result_from_outcome"]


class _AnyPath(Protocol):
    """A path object of any file system."""

    def __truediv__(self, name: str, /) -> Self: ...


_Folder = TypeVar("_Folder", bound=_AnyPath)

#: ``contenttype`` of an output that is a text in the answer itself and not a file.
_TEXT_OUTPUT = "raw"
#: Characters of stderr in the message of an error; the whole is in its ``stderr``.
_STDERR_IN_MESSAGE = 500


@frozen(slots=True)
class Output:
    """One file that a model made.

    Attributes:
        name: File name as the server gives it, such as ``0.png``; may be empty.
        content_type: Media type, such as ``image/png``; may be empty.
        size: Size in bytes; None if the server does not say.
        url: Where it can be fetched, for a limited time.
    """

    name: str
    content_type: str
    size: int | None
    url: str
    _open_download: OpenDownload | None = field(default=None, repr=False, eq=False)

    @overload
    def save(self, folder: _Folder, *, name: str | None = None, overwrite: bool = False) -> SavedFile[_Folder]: ...

    @overload
    def save(
        self, folder: str | PathLike[str], *, name: str | None = None, overwrite: bool = False
    ) -> SavedFile[Path]: ...

    def save(self, folder: Any, *, name: str | None = None, overwrite: bool = False) -> SavedFile[Any]:
        """Save this file into a folder. In coroutines use `asave`.

        Args:
            folder: As in `RunResult.save`.
            name: Call it so instead of what the server calls it.
            overwrite: As in `RunResult.save`.

        Raises:
            InvalidArgumentError: ``folder`` is none, or is the address of a file system as a string.
            DownloadError: The file could not be fetched whole.
            OSError: The folder cannot be written. Other file systems may raise errors of their own.
        """
        return portal.run(self.asave, folder, name=name, overwrite=overwrite)

    @overload
    async def asave(
        self, folder: _Folder, *, name: str | None = None, overwrite: bool = False
    ) -> SavedFile[_Folder]: ...

    @overload
    async def asave(
        self, folder: str | PathLike[str], *, name: str | None = None, overwrite: bool = False
    ) -> SavedFile[Path]: ...

    async def asave(self, folder: Any, *, name: str | None = None, overwrite: bool = False) -> SavedFile[Any]:
        """Save this file into a folder; see `save`."""
        (saved,) = await save_outputs([self], folder, _opener(self), name=name, overwrite=overwrite)
        return saved

    def read(self) -> bytes:
        """Return the bytes of this file; large ones are better saved. In coroutines use `aread`.

        Raises:
            DownloadError: The file could not be fetched whole.
        """
        return portal.run(self.aread)

    async def aread(self) -> bytes:
        """Return the bytes of this file; see `read`."""
        return await read_output(self, _opener(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # Results travel inside errors, between processes; connections cannot.
        return Output, (self.name, self.content_type, self.size, self.url)


@frozen(slots=True)
class Segment:
    """One stretch of a language model's output.

    Attributes:
        type_: ``thinking`` or ``answer``; newer servers also send ``function_call``, ``custom_tool_call`` and more.
        text: Its text; empty for calls.
        document: The whole segment as sent, where the server sent one.
    """

    type_: str
    text: str
    document: dict[str, Any] = field(factory=dict, repr=False)


@frozen(slots=True, kw_only=True)
class RunResult:
    """The result of a run that has ended.

    Attributes:
        task_id: Id of the task.
        model: ``owner/model``; empty if the server does not say.
        status: Terminal status: ``task_postprocess_end`` or ``task_cancel``; ``task_error`` if it never recovered.
        exit_code: Exit code of the model; None if it reported none.
        outputs: The files that the model made.
        text: Text of a language model for readers: its answer, or all of its output if the server does not split it.
        thinking: What it thought, stretches separated by an empty line.
        answer: What it answered, stretches separated by an empty line.
        segments: Thinking, answers and tool calls in their order.
        cost_usd: What was billed, in USD; None if not known.
        elapsed_seconds: Run time, in seconds; None if not known.
        stderr: What the model wrote to its error output, as far as known.
        raw: The Task/Detail row as sent.
    """

    task_id: str
    model: str
    status: str
    exit_code: int | None
    outputs: tuple[Output, ...] = ()
    text: str = ""
    thinking: str = ""
    answer: str = ""
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    cost_usd: Decimal | None = None
    elapsed_seconds: float | None = None
    stderr: str = ""
    # The row holds the socket token.
    raw: dict[str, Any] = field(factory=dict, repr=False)

    @overload
    def save(self, folder: _Folder, *, overwrite: bool = False) -> tuple[SavedFile[_Folder], ...]: ...

    @overload
    def save(self, folder: str | PathLike[str], *, overwrite: bool = False) -> tuple[SavedFile[Path], ...]: ...

    def save(self, folder: Any, *, overwrite: bool = False) -> tuple[SavedFile[Any], ...]:
        """Save every output file into a folder. In coroutines use `asave`.

        Files are streamed to a temporary file, with the rest asked for again when the connection breaks; a final name
        never holds half a file. Names that the server chose cannot leave the folder; equal names get a number. Saving
        again finds what is there already.

        Args:
            folder: Created if it is missing: a string or `os.PathLike` for a local folder, or a path object of another
                file system (`upath.UPath`, Airflow's `ObjectStoragePath`, cloudpathlib).
            overwrite: Replace files that have these names already. Otherwise they stay, and the new ones get a number,
                unless both are equal.

        Returns:
            One entry for each output, in their order.

        Raises:
            InvalidArgumentError: ``folder`` is none, or is the address of a file system as a string.
            DownloadError: A file could not be fetched whole.
            OSError: The folder cannot be written. Other file systems may raise errors of their own.
        """
        return portal.run(self.asave, folder, overwrite=overwrite)

    @overload
    async def asave(self, folder: _Folder, *, overwrite: bool = False) -> tuple[SavedFile[_Folder], ...]: ...

    @overload
    async def asave(self, folder: str | PathLike[str], *, overwrite: bool = False) -> tuple[SavedFile[Path], ...]: ...

    async def asave(self, folder: Any, *, overwrite: bool = False) -> tuple[SavedFile[Any], ...]:
        """Save every output file into a folder; see `save`."""
        if not self.outputs:
            return ()
        return await save_outputs(self.outputs, folder, _opener(*self.outputs), overwrite=overwrite)


def result_from_outcome(
    outcome: TaskOutcome,
    *,
    row: Mapping[str, Any] | None = None,
    task_id: str = "",
    model: str = "",
    open_download: OpenDownload | None = None,
) -> RunResult:
    """Build the result of a run.

    Args:
        outcome: How the task ended.
        row: Task/Detail row to read; None for the one in the outcome.
        task_id: Id to use where the row has none.
        model: Model to use where the row names none.
        open_download: Opens an output's URL; what `RunResult.save` and `Output.save` fetch with.
    """
    row = outcome.detail if row is None else row
    items = _items(row)
    segments = tuple(_segments(items))
    thinking, answer = _joined(segments, "thinking"), _joined(segments, "answer")
    raw_text = "\n\n".join(filter(None, (_text(content.get("raw")) for content in _contents(items))))
    succeeded = outcome.kind == "succeeded"
    return RunResult(
        task_id=frame_task_id(row) or task_id,
        model=model_of(row) or model,
        status=outcome.status,
        exit_code=outcome.exit_code,
        outputs=tuple(_outputs(items, open_download)),
        text=answer or raw_text,
        thinking=thinking,
        answer=answer,
        segments=segments,
        cost_usd=_decimal(row.get("totalcost")),
        elapsed_seconds=_seconds(row.get("elapsedseconds")),
        # Older servers have one log for both streams; on success it holds the output, which is no error.
        stderr=stderr_of(row) or outcome.stderr or ("" if succeeded else _text(row.get("debugoutput"))),
        raw=dict(row),
    )


def raise_unless_succeeded(outcome: TaskOutcome, result: RunResult) -> None:
    """Raise the error of a run that did not succeed.

    Raises:
        RunFailedError: The model failed.
        RunCancelledError: The run was cancelled or killed.
    """
    if outcome.kind == "succeeded":
        return
    name = f"Run {result.task_id} of {result.model}" if result.model else f"Run {result.task_id}"
    if outcome.kind == "cancelled":
        raise RunCancelledError(f"{name} was cancelled or killed.", task_id=result.task_id, result=result)
    stderr = result.stderr.strip()
    # The end of it: that is where programs say why they gave up.
    detail = f" stderr: {stderr[-_STDERR_IN_MESSAGE:]}" if stderr else ""
    raise RunFailedError(
        f"{name} failed. {outcome.message}{detail}",
        task_id=result.task_id,
        exit_code=outcome.exit_code,
        stderr=result.stderr,
        result=result,
    )


def model_of(row: Mapping[str, Any]) -> str:
    """The model of a Task/Detail row as ``owner/model``; empty if it names none."""
    owner, name = _text(row.get("modelslugowner")), _text(row.get("modelslugproject"))
    return f"{owner}/{name}" if owner and name else ""


def _opener(*outputs: Output) -> OpenDownload:
    found = outputs[0]._open_download
    if found is None:
        raise DownloadError("This result has crossed processes and lost its client: attach to the run to save it.")
    return found


def _items(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    items = row.get("outputs")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _contents(items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        content = item.get("content")
        if isinstance(content, dict):
            yield content


def _outputs(items: Iterable[dict[str, Any]], open_download: OpenDownload | None) -> Iterator[Output]:
    for item in items:
        url = _text(item.get("url"))
        content_type = _text(item.get("contenttype"))
        if url and content_type != _TEXT_OUTPUT:
            yield Output(_text(item.get("name")), content_type, _size(item.get("size")), url, open_download)


def _segments(items: Iterable[dict[str, Any]]) -> Iterator[Segment]:
    for content in _contents(items):
        sent = content.get("segments")
        if isinstance(sent, list):
            # Where they are, they say everything that the older arrays do, and in order.
            for one in sent:
                if isinstance(one, dict):
                    yield Segment(_text(one.get("type")), _text(one.get("text")), one)
            continue
        thinking, answers = _texts(content.get("thinking")), _texts(content.get("answer"))
        for index in range(max(len(thinking), len(answers))):
            for kind, texts in (("thinking", thinking), ("answer", answers)):
                if index < len(texts) and texts[index]:
                    yield Segment(kind, texts[index])


def _joined(segments: Iterable[Segment], kind: str) -> str:
    return "\n\n".join(segment.text for segment in segments if segment.type_ == kind and segment.text)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(item) for item in value if item is not None] if isinstance(value, list) else []


def _size(value: object) -> int | None:
    number = _decimal(value)
    return int(number) if number is not None and number == number.to_integral_value() and number >= 0 else None


def _seconds(value: object) -> float | None:
    number = _decimal(value)
    return float(number) if number is not None else None


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(str(value).strip())
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() and math.isfinite(float(number)) else None
