"""The newer shape of a language model's text: one list of segments instead of two arrays."""

from collections.abc import Mapping
from typing import Any

__all__ = ["newer_outputs", "newer_text"]


def newer_text(text: Mapping[str, Any], prompt: str) -> dict[str, Any]:
    """Return a progress object or an output's content with `segments`, `finishreason` and `usage`.

    Args:
        text: The documented shape, with `thinking` and `answer`.
        prompt: What was asked, for the number of input tokens; the sandbox counts words as tokens.
    """
    turns = range(max(len(text["thinking"]), len(text["answer"])))
    # thinking[i] was written before answer[i].
    segments = [
        {"type": kind, "text": text[kind][turn]}
        for turn in turns
        for kind in ("thinking", "answer")
        if turn < len(text[kind])
    ]
    read = len(prompt.split())
    written = sum(len(segment["text"].split()) for segment in segments)
    return {
        **{key: value for key, value in text.items() if key not in ("thinking", "answer")},
        "segments": segments,
        "finishreason": "stop",
        "usage": {"input_tokens": read, "output_tokens": written, "total_tokens": read + written},
    }


def newer_outputs(outputs: list[dict[str, Any]], prompt: str) -> list[dict[str, Any]]:
    """Return a task's outputs with the content of language models in the newer shape."""
    return [
        {**output, "content": newer_text(output["content"], prompt)} if "content" in output else output
        for output in outputs
    ]
