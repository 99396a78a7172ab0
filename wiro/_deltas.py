"""Turning cumulative output into pieces.

A language model sends its whole text so far with every frame. `DeltaReader` remembers what it has passed on, and says
what came on top: thinking and answer apart, by stretches as the model made them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from wiro.protocol import AudioFrame

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Iterator, Mapping

__all__ = ["Delta", "DeltaReader", "message_deltas", "task_deltas"]


@frozen(slots=True)
class Delta:
    """What a language model said since the last piece.

    Attributes:
        kind: ``thinking`` or ``answer``.
        text: The new text.
        part: Which stretch of this kind it belongs to, from 0; a model may think and answer in turns.
        replaces: False if `text` continues the stretch; True if the model revised it and this is all of it now.
    """

    kind: Literal["thinking", "answer"]
    text: str
    part: int = 0
    replaces: bool = False


class DeltaReader:
    """Remembers what was passed on of one output."""

    def __init__(self) -> None:
        self._known: dict[tuple[Literal["thinking", "answer"], int], str] = {}

    def feed(self, content: object) -> Iterator[Delta]:
        """Take the output so far, and yield what is new.

        Args:
            content: A progress object or the content of an output, with ``segments`` or ``thinking`` and ``answer``.
        """
        for kind, part, text in _stretches(content):
            known = self._known.get((kind, part), "")
            if text == known:
                continue
            # Late frames are shorter than what is known and say nothing new.
            if known.startswith(text):
                continue
            self._known[kind, part] = text
            if text.startswith(known):
                yield Delta(kind, text[len(known) :], part)
            else:
                yield Delta(kind, text, part, replaces=True)


async def task_deltas(frames: AsyncIterable[Mapping[str, Any] | AudioFrame]) -> AsyncGenerator[Delta, None]:
    """Turn the frames of a run into pieces; the last frame brings what was not streamed."""
    reader = DeltaReader()
    contents: list[Any]
    async for frame in frames:
        if isinstance(frame, AudioFrame):
            continue
        kind, message = frame.get("type"), frame.get("message")
        if kind in ("task_output", "task_output_full"):
            contents = [message]
        elif kind == "task_postprocess_end" and isinstance(message, list):
            contents = [item.get("content") for item in message if isinstance(item, dict)]
        else:
            continue
        for content in contents:
            # Bare text is a line of a log here.
            for delta in reader.feed(_with_answer(content) if isinstance(content, dict) else None):
                yield delta


async def message_deltas(frames: AsyncIterable[Mapping[str, Any] | AudioFrame]) -> AsyncGenerator[Delta, None]:
    """Turn the frames of a message to an agent into pieces; its last frame brings what was not streamed."""
    reader = DeltaReader()
    async for frame in frames:
        if not isinstance(frame, AudioFrame) and frame.get("type") in ("agent_output", "agent_end"):
            for delta in reader.feed(_with_answer(frame.get("message"))):
                yield delta


def _with_answer(message: object) -> object:
    """Give a progress object an answer where it has only the raw text, or is no object but the text itself."""
    if isinstance(message, dict):
        raw = message.get("raw")
        bare = not any(message.get(key) for key in ("segments", "answer", "thinking", "isThinking"))
        return {"answer": [raw]} if bare and isinstance(raw, str) else message
    return {"answer": [message]} if isinstance(message, str) else message


def _stretches(content: object) -> Iterator[tuple[Literal["thinking", "answer"], int, str]]:
    if not isinstance(content, dict):
        return
    segments = content.get("segments")
    if isinstance(segments, list):
        # Where they are, they say everything that the older arrays do, and in order.
        counts: dict[str, int] = {}
        for segment in segments:
            kind = segment.get("type") if isinstance(segment, dict) else None
            if kind == "thinking" or kind == "answer":
                part = counts.get(kind, 0)
                counts[kind] = part + 1
                if isinstance(segment.get("text"), str):
                    yield kind, part, segment["text"]
        return
    thinking, answers = _texts(content.get("thinking")), _texts(content.get("answer"))
    for part in range(max(len(thinking), len(answers))):
        if part < len(thinking):
            yield "thinking", part, thinking[part]
        if part < len(answers):
            yield "answer", part, answers[part]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item if isinstance(item, str) else "" for item in value] if isinstance(value, list) else []
