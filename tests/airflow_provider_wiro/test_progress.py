from __future__ import annotations

import asyncio
from contextvars import ContextVar

import pytest

from airflow_provider_wiro.progress import PROGRESS_SECONDS, ProgressLines


class Log:
    def __init__(self):
        self.lines = []
        self.now = 100.0
        self.progress = ProgressLines(self.say, "Wiro task 7", clock=lambda: self.now)

    def say(self, text, *values):
        self.lines.append(text % values)

    def output(self, **message):
        self.progress({"type": "task_output", "message": {"type": "progressGenerate", **message}})


@pytest.fixture
def log():
    return Log()


def test_each_stage_is_told_once_and_at_once(log):
    for kind in ("task_accept", "task_assign", "task_start", "task_start", "task_accept", "task_postprocess_start"):
        log.progress({"type": kind})
    assert log.lines == [
        "Wiro task 7: accepted.",
        "Wiro task 7: assigned to a worker.",
        "Wiro task 7: running.",
        "Wiro task 7: saving its outputs.",
    ]


def test_percentage_and_steps_are_told(log):
    log.output(task="Generate", percentage="40", stepCurrent="4", stepTotal="10", remainingTime="3s", speed="1.2")
    assert log.lines == ["Wiro task 7: generate, 40 %, step 4 of 10, 3s left."]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"raw": "one two  three"}, "3 words so far"),
        ({"raw": "a b", "wordCount": 2, "isThinking": True}, "thinking, 2 words so far"),
        ({"percentage": 7}, "7 %"),
    ],
)
def test_words_so_far_are_told(log, message, words):
    log.output(**message)
    assert log.lines == [f"Wiro task 7: {words}."]


def test_many_frames_make_few_lines(log):
    for step in range(2000):
        log.now = 100.0 + step * 0.01
        log.output(raw="word " * step, percentage=str(step / 20))
    assert 20 / PROGRESS_SECONDS <= len(log.lines) <= 20 / PROGRESS_SECONDS + 1


def test_agents_are_told_of_too(log):
    log.progress({"type": "agent_start"})
    log.progress({"type": "agent_output", "message": {"wordCount": 12}})
    assert log.lines == ["Wiro task 7: working.", "Wiro task 7: 12 words so far."]


@pytest.mark.parametrize(
    "frame",
    [
        {},
        {"type": None},
        {"type": ["task_start"]},
        {"type": "task_error", "message": "a warning"},
        {"type": "task_output"},
        {"type": "task_output", "message": "text"},
        {"type": "task_output", "message": {"percentage": "soon", "stepCurrent": None, "stepTotal": "nan", "raw": 3}},
        {"type": "task_output", "message": {"percentage": float("inf"), "wordCount": True, "task": "  "}},
        {"type": "task_of_the_future"},
    ],
)
def test_whatever_says_nothing_makes_no_line_and_raises_nothing(log, frame):
    log.progress(frame)
    assert log.lines == []


async def test_line_goes_to_the_log_of_whoever_waits():
    whose = ContextVar("whose", default="nobody")
    lines = []
    whose.set("the waiter")
    progress = ProgressLines(lambda *_: lines.append(whose.get()), "Wiro task 7")

    async def socket_of_somebody_else():
        whose.set("somebody else")
        progress({"type": "task_start"})

    await asyncio.create_task(socket_of_somebody_else())
    assert lines == ["the waiter"]
