"""What the sandbox's agents answer: texts that come from the message, so that a test can tell them apart.

A message may begin with a command that makes something else happen:

    /wait 30 text       the answer takes 30 seconds (of the sandbox's time) instead of 2
    /create text        an action that creates something, and costs as much; so do /modify and /regenerate
    /fail reason        the agent fails, for that reason
    /degenerate         the model answers "...", which counts as a failure
"""

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

__all__ = ["OUT_OF_CREDITS", "Answer", "answer_to", "progress"]

#: What an agent says when its credits are used up.
OUT_OF_CREDITS = "[SYSTEM_CREDIT_LIMIT_REACHED]"

_DEFAULT_SECONDS = 2.0
_MAX_SECONDS = 86_400.0
_STEPS = 5
_COMMAND = re.compile(r"/(wait|create|modify|regenerate|fail|degenerate)\b\s*", re.IGNORECASE)
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)\s*")
_DEGENERATE = "..."


@frozen(kw_only=True)
class Answer:
    """What happens with one message.

    Args:
        text: The answer.
        thinking: What the agent thinks first.
        seconds: How long it takes.
        action: What it is charged as.
        failure: Why the agent fails, None if it answers.
        degenerate: Whether the model says nothing useful, which is a failure too.
    """

    text: str
    thinking: str = ""
    seconds: float = _DEFAULT_SECONDS
    action: str = "message"
    failure: str | None = None
    degenerate: bool = False

    def steps(self) -> Iterator[tuple[str, str, bool]]:
        """Yield the thought and the text so far, and whether it still thinks, each step longer than the one before."""
        if self.thinking:
            yield self.thinking, "", True
        words = self.text.split(" ")
        for step in range(1, _STEPS + 1):
            yield self.thinking, " ".join(words[: -(-len(words) * step // _STEPS)]), False


def answer_to(content: str, attachments: int = 0) -> Answer:
    """Decide what an agent answers.

    Args:
        content: The text of the message.
        attachments: How many files came with it.
    """
    action, seconds, rest = "message", _DEFAULT_SECONDS, content
    while (command := _COMMAND.match(rest)) is not None:
        name, rest = command[1].lower(), rest[command.end() :]
        if name == "fail":
            return Answer(text="", failure=rest or "Could not resolve agent endpoint", seconds=seconds)
        if name == "degenerate":
            return Answer(text=_DEGENERATE, degenerate=True, seconds=seconds)
        if name == "wait":
            duration = _SECONDS.match(rest)
            if duration is not None:
                seconds, rest = min(float(duration[1]), _MAX_SECONDS), rest[duration.end() :]
        else:
            action = name
    files = f" It came with {attachments} file{'s' if attachments > 1 else ''}." if attachments else ""
    text = f"This is the answer of the sandbox to your message: {rest}{files}"
    return Answer(text=text, thinking=f"The message has {len(rest.split())} words.", seconds=seconds, action=action)


def progress(thinking: str, text: str, *, is_thinking: bool, elapsed: float) -> dict[str, Any]:
    """Build the object that frames and metadata carry.

    Args:
        thinking: The thought so far.
        text: The answer so far.
        is_thinking: Whether the thought goes on.
        elapsed: Seconds since the start.
    """
    words = len(thinking.split()) + len(text.split())
    marked = f"<think>{thinking}" + ("" if is_thinking else "</think>") if thinking else ""
    return {
        "type": "progressGenerate",
        "task": "Generate",
        "speed": f"{words / elapsed if elapsed else 0:.1f}",
        "speedType": "words/s",
        "elapsedTime": f"{elapsed:.1f}s",
        "tokenCount": -(-words * 4 // 3),
        "wordCount": words,
        "raw": marked + text,
        "thinking": [thinking] if thinking else [],
        "answer": [text] if text else [],
        "isThinking": is_thinking,
    }
