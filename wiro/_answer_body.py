"""Collecting the body of an answer within limits of size and time."""

from __future__ import annotations

import time
from typing import Final

__all__ = ["MAX_ANSWER_BYTES", "AnswerBody", "AnswerLimitError"]

MAX_ANSWER_BYTES: Final = 64 * 1024 * 1024


class AnswerLimitError(Exception):
    """An answer that is too large or too slow to be one."""


class AnswerBody:
    """The chunks of a body so far.

    Args:
        seconds: How long the whole body may take.
    """

    def __init__(self, seconds: float) -> None:
        self._chunks: list[bytes] = []
        self._size = 0
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def add(self, chunk: bytes) -> None:
        """Add one more chunk.

        Raises:
            AnswerLimitError: There are too many bytes, or they took too long.
        """
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > MAX_ANSWER_BYTES:
            raise AnswerLimitError(f"the answer is larger than {MAX_ANSWER_BYTES} bytes")
        if time.monotonic() > self._deadline:
            # The read timeout is about silence; a server that drips a byte a minute would never meet it.
            raise AnswerLimitError(f"the answer took longer than {self._seconds:g} s to arrive")

    def content(self) -> bytes:
        """Return the whole body."""
        return b"".join(self._chunks)
