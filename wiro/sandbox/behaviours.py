"""What the models do: plans of what they write while they run, and how they end.

Every plan is derived from the run's parameters, so a test can tell one run's output from another's.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from wiro.sandbox.catalogue import Outcome, OutputFile, Plan, RunInput, Step
from wiro.sandbox.images import draw_png

__all__ = [
    "hash_of_inputs",
    "number",
    "plan_failing",
    "plan_image",
    "plan_language",
    "plan_queued",
    "plan_unstartable",
    "progress",
    "stream_text",
]

_PROGRESS_STEPS = 10
_MAX_SNAPSHOTS = 40
_DEFAULT_STDERR = (
    "UserWarning: Some weights were not initialized\n"
    "Traceback (most recent call last):\n"
    '  File "run.py", line 12, in <module>\n'
    "RuntimeError: the model cannot process this prompt"
)


def number(run: RunInput, name: str, default: float) -> float:
    """Read a numeric parameter, which may be a number or its text."""
    value = run.parameters.get(name)
    return default if value in (None, "") else float(str(value))


def hash_of_inputs(run: RunInput) -> str:
    """Return 16 digits that tell the contents of a run's files from others."""
    hashes = [file.sha256 for files in run.files.values() for file in files]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()[:16]


def plan_image(run: RunInput) -> Plan:
    """Draw a PNG that shows the prompt, and report progress in ten steps."""
    seconds = number(run, "seconds", 20)
    width, height = int(number(run, "width", 512)), int(number(run, "height", 512))
    prompt = str(run.parameters.get("prompt", ""))
    identity = f"{run.task_id} input {hash_of_inputs(run)}" if run.files else run.task_id

    def finish() -> Outcome:
        content = draw_png(prompt, identity, width, height)
        log = "\n".join(f"{step * 100 // _PROGRESS_STEPS}%" for step in range(_PROGRESS_STEPS + 1))
        return Outcome(
            stdout=f"{log}\nDone.",
            files=(OutputFile("0.png", "image/png", content),),
            pixels=width * height,
        )

    return Plan(seconds=seconds, steps=progress(seconds), finish=finish)


def plan_language(run: RunInput) -> Plan:
    """Think and answer twice."""
    prompt = str(run.parameters.get("prompt", ""))
    thinking = [
        f"The question has {len(prompt.split())} words: {prompt}",
        "The first part is answered; the second should say where it comes from.",
    ]
    answer = [f"You asked: {prompt}", f"This answer was made by the sandbox for task {run.task_id}."]
    return stream_text(number(run, "seconds", 2), prompt, thinking, answer)


def stream_text(
    seconds: float, prompt: str, thinking: list[str], answer: list[str], *, audio_seconds: float = 0.0
) -> Plan:
    """Write a text in cumulative snapshots of whole arrays.

    Args:
        seconds: Run time of the model.
        prompt: What was asked.
        thinking: Parts of the reasoning, as many as there are answers or none.
        answer: Parts of the answer.
        audio_seconds: Length of the sound that was read, for prices that depend on it.
    """
    snapshots = list(_snapshots(thinking, answer))

    def steps() -> Iterator[Step]:
        for position, (thought, said, is_thinking) in enumerate(snapshots, 1):
            at = seconds * position / (len(snapshots) + 1)
            yield Step(at, "task_output", _language_progress(thought, said, is_thinking, at))

    def finish() -> Outcome:
        raw = _merge(thinking, answer)
        text = "\n".join([*thinking, *answer])
        return Outcome(
            stdout=raw,
            text=text,
            content={"prompt": prompt, "raw": raw, "thinking": thinking, "answer": answer},
            tokens=len(prompt.split()) + len(text.split()),
            audio_seconds=audio_seconds,
        )

    return Plan(seconds=seconds, steps=steps(), finish=finish)


def plan_failing(run: RunInput) -> Plan:
    """Write to stderr and end with an exit code other than 0."""
    seconds = number(run, "seconds", 1)
    stderr = str(run.parameters.get("stderr") or _DEFAULT_STDERR)
    exit_code = int(number(run, "exitCode", 1))

    def steps() -> Iterator[Step]:
        yield Step(0, "task_output", "Loading the model.")
        lines = stderr.splitlines()
        for position, line in enumerate(lines, 1):
            yield Step(seconds * position / (len(lines) + 1), "task_error", line)

    def finish() -> Outcome:
        return Outcome(exit_code=exit_code, stdout="Loading the model.", stderr=stderr)

    return Plan(seconds=seconds, steps=steps(), finish=finish)


def plan_queued(_run: RunInput) -> Plan:
    """Stay in the queue until somebody cancels the run."""
    return Plan(stays_queued=True)


def plan_unstartable(run: RunInput) -> Plan:
    """Fail before execution: Task/Detail says `task_error`, and nothing follows unless the run recovers."""
    recovers_after = number(run, "recoversAfter", 0)
    picture = plan_image(run)
    return Plan(
        seconds=picture.seconds,
        steps=picture.steps,
        finish=picture.finish,
        fails_to_start="No worker could load the model.",
        recovers_after=recovers_after or None,
    )


def progress(seconds: float) -> Iterator[Step]:
    """Report ten steps of progress, all values as text."""
    for step in range(1, _PROGRESS_STEPS + 1):
        at = seconds * step / (_PROGRESS_STEPS + 1)
        message = {
            "type": "progressGenerate",
            "task": "Generate",
            "percentage": str(step * 100 // _PROGRESS_STEPS),
            "stepCurrent": str(step),
            "stepTotal": str(_PROGRESS_STEPS),
            "speed": f"{_PROGRESS_STEPS / seconds if seconds else 0:.1f}",
            "speedType": "it/s",
            "elapsedTime": _duration(at),
            "remainingTime": _duration(seconds - at),
        }
        yield Step(at, "task_output", message)


def _snapshots(thoughts: list[str], answers: list[str]) -> Iterator[tuple[list[str], list[str], bool]]:
    """Yield growing copies of both arrays: thinking[i] is complete before answer[i] begins."""
    total = sum(len(text.split()) for text in [*thoughts, *answers])
    stride = max(1, total // _MAX_SNAPSHOTS)
    for turn in range(len(answers)):
        if thoughts:
            for partial in _growing(thoughts[turn], stride):
                yield [*thoughts[:turn], partial], answers[:turn], True
        for partial in _growing(answers[turn], stride):
            yield thoughts[: turn + 1], [*answers[:turn], partial], False


def _growing(text: str, stride: int) -> Iterator[str]:
    """Yield longer and longer beginnings of a text, cut where words end, so that its own blanks survive."""
    ends = _word_ends(text)
    for count in range(stride, len(ends), stride):
        yield text[: ends[count - 1]]
    yield text


def _word_ends(text: str) -> list[int]:
    ends, position = [], 0
    for word in text.split():
        position = text.index(word, position) + len(word)
        ends.append(position)
    return ends


def _language_progress(thinking: list[str], answer: list[str], is_thinking: bool, at: float) -> dict[str, Any]:
    words = sum(len(text.split()) for text in [*thinking, *answer])
    return {
        "type": "progressGenerate",
        "task": "Generate",
        "speed": f"{words / at if at else 0:.1f}",
        "speedType": "words/s",
        "raw": _merge(thinking, answer),
        "thinking": thinking,
        "answer": answer,
        "isThinking": is_thinking,
        "elapsedTime": _duration(at),
    }


def _merge(thinking: list[str], answer: list[str]) -> str:
    merged = ""
    for turn in range(max(len(thinking), len(answer))):
        if turn < len(thinking):
            is_open = turn == len(thinking) - 1 and len(answer) < len(thinking)
            merged += f"<think>{thinking[turn]}" + ("" if is_open else "</think>")
        if turn < len(answer):
            merged += answer[turn]
    return merged


def _duration(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole}s" if whole < 60 else f"{whole // 60}m {whole % 60}s"
