"""What the models of sound, video and space do, and those that read what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiro.sandbox.behaviours import hash_of_inputs, number, progress, stream_text
from wiro.sandbox.catalogue import InputFile, Outcome, OutputFile, Plan, RunInput
from wiro.sandbox.images import draw_png
from wiro.sandbox.shapes import draw_glb
from wiro.sandbox.sounds import SAMPLE_RATE, chord, seconds_of_wav, tones, wav
from wiro.sandbox.videos import draw_mp4

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "plan_image_batch",
    "plan_music",
    "plan_plain_language",
    "plan_shape",
    "plan_speech",
    "plan_transcript",
    "plan_video",
]

_VIDEO_HEIGHTS = {"480p": (160, 90), "720p": (240, 136), "1080p": (320, 180)}
_CHARACTERS_PER_SECOND = 15
_BYTES_PER_SECOND = SAMPLE_RATE * 2


def plan_image_batch(run: RunInput) -> Plan:
    """Draw several PNGs at once."""
    prompt = _text(run, "prompt")
    count, side = int(number(run, "samples", 1)), int(number(run, "side", 256))

    def finish() -> Outcome:
        files = tuple(
            OutputFile(f"{index}.png", "image/png", draw_png(prompt, f"{run.task_id} sample {index}", side, side))
            for index in range(count)
        )
        return Outcome(stdout="Done.", files=files, pixels=side * side)

    return _plan(run, 4, finish)


def plan_video(run: RunInput) -> Plan:
    """Draw a video of the wanted length."""
    width, height = _VIDEO_HEIGHTS[_text(run, "resolution") or "720p"]
    length = number(run, "duration", 5)

    def finish() -> Outcome:
        content = draw_mp4(_text(run, "prompt"), run.task_id, width, height, length)
        return Outcome(stdout="Done.", files=(OutputFile("0.mp4", "video/mp4", content),), video_seconds=length)

    return _plan(run, 30, finish)


def plan_shape(run: RunInput) -> Plan:
    """Make a three-dimensional model from a picture and an optional prompt."""
    identity = f"{run.task_id} input {hash_of_inputs(run)}"

    def finish() -> Outcome:
        content = draw_glb(_text(run, "prompt"), identity)
        return Outcome(stdout="Done.", files=(OutputFile("0.glb", "model/gltf-binary", content),))

    return _plan(run, 15, finish)


def plan_music(run: RunInput) -> Plan:
    """Play a chord of the wanted length."""
    prompt = _text(run, "prompt")
    length = number(run, "duration", 10)

    def finish() -> Outcome:
        content = wav(chord(f"{prompt} {run.task_id}", length), f"{run.task_id}: {prompt}")
        return Outcome(stdout="Done.", files=(OutputFile("0.wav", "audio/wav", content),))

    return _plan(run, 8, finish)


def plan_speech(run: RunInput) -> Plan:
    """Say a text, a tone a word."""
    text = _text(run, "prompt")

    def finish() -> Outcome:
        sound = tones(f"{text} {_text(run, 'voice')}", max(1, len(text) / _CHARACTERS_PER_SECOND))
        content = wav(sound, f"{run.task_id}: {text}")
        return Outcome(stdout="Done.", files=(OutputFile("0.wav", "audio/wav", content),))

    return _plan(run, 3, finish)


def plan_transcript(run: RunInput) -> Plan:
    """Write down what is in a sound: its name, its length and its hash, which nobody can make up."""
    files = [file for files in run.files.values() for file in files]
    length = sum(_length(file) for file in files)
    names = ", ".join(file.name for file in files)
    answer = f"{names}: {length:.2f} seconds of sound, sha256 {hash_of_inputs(run)}."
    return stream_text(number(run, "seconds", 3), names, [], [answer], audio_seconds=length)


def plan_plain_language(run: RunInput) -> Plan:
    """Answer once, without thinking."""
    prompt = _text(run, "prompt")
    answer = f"You asked: {prompt}\nThis answer was made by the sandbox for task {run.task_id}."
    return stream_text(number(run, "seconds", 2), prompt, [], [answer])


def _plan(run: RunInput, default_seconds: float, finish: Callable[[], Outcome]) -> Plan:
    seconds = number(run, "seconds", default_seconds)
    return Plan(seconds=seconds, steps=progress(seconds), finish=finish)


def _text(run: RunInput, name: str) -> str:
    return str(run.parameters.get(name) or "")


def _length(file: InputFile) -> float:
    """Return the length of a sound in seconds; what is no WAV counts as raw audio, an address elsewhere as a second."""
    if file.content is None:
        return 1.0
    return seconds_of_wav(file.content) or len(file.content) / _BYTES_PER_SECOND
