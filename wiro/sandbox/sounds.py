"""Sounds: tones that come from a text, as raw PCM and as WAV files that say where they come from."""

from __future__ import annotations

import array
import hashlib
import io
import math
import struct
import sys
import wave

__all__ = ["SAMPLE_RATE", "chord", "is_silent", "seconds_of_wav", "tones", "wav"]

# What the service speaks and hears: 16-bit mono, little-endian.
SAMPLE_RATE = 24_000

_AMPLITUDE = 8_000
_BYTES_PER_SAMPLE = 2
_LOWEST_HERTZ = 220


def tones(text: str, seconds: float) -> bytes:
    """Return PCM with one tone a word, its pitch from the word's hash.

    Args:
        text: What is spoken.
        seconds: Length of the sound.
    """
    words = text.split() or [text]
    total = int(seconds * SAMPLE_RATE)
    samples = array.array("h")
    for position, word in enumerate(words):
        length = total * (position + 1) // len(words) - len(samples)
        pitch = _LOWEST_HERTZ + hashlib.sha256(word.encode()).digest()[0] * 2
        samples.extend(_tone([pitch], length))
    return _little_endian(samples)


def chord(text: str, seconds: float) -> bytes:
    """Return PCM with three tones at once, their pitches from the text's hash."""
    digest = hashlib.sha256(text.encode()).digest()
    pitches = [_LOWEST_HERTZ + digest[index] * (index + 1) for index in range(3)]
    return _little_endian(_tone(pitches, int(seconds * SAMPLE_RATE)))


def wav(pcm: bytes, comment: str) -> bytes:
    """Wrap PCM in a WAV file whose `ICMT` chunk carries a comment."""
    text = comment.encode() + b"\0"
    text += b"\0" * (len(text) % 2)
    information = b"INFOICMT" + struct.pack("<I", len(text)) + text
    layout = struct.pack("<HHIIHH", 1, 1, SAMPLE_RATE, SAMPLE_RATE * _BYTES_PER_SAMPLE, _BYTES_PER_SAMPLE, 16)
    chunks = b"".join(
        name + struct.pack("<I", len(content)) + content
        for name, content in ((b"fmt ", layout), (b"LIST", information), (b"data", pcm))
    )
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def seconds_of_wav(content: bytes) -> float | None:
    """Return the length of a WAV file in seconds, None for anything else."""
    try:
        with wave.open(io.BytesIO(content)) as file:
            return float(file.getnframes() / file.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return None


def is_silent(pcm: bytes) -> bool:
    """Tell whether PCM holds nothing but zeros."""
    return not any(pcm)


def _tone(pitches: list[int], length: int) -> array.array[int]:
    # One period of whole hertz lasts a second, so longer sounds repeat it instead of computing each sample.
    period = min(length, SAMPLE_RATE)
    step = 2 * math.pi / SAMPLE_RATE
    scale = _AMPLITUDE / len(pitches)
    second = array.array(
        "h",
        (int(scale * sum(math.sin(step * pitch * index) for pitch in pitches)) for index in range(period)),
    )
    whole = second * (length // SAMPLE_RATE) if period == SAMPLE_RATE else array.array("h")
    return whole + second[: length - len(whole)]


def _little_endian(samples: array.array[int]) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
