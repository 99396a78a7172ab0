from typing import Any

import pytest

from wiro.sandbox.behaviours import (
    number,
    plan_failing,
    plan_image,
    plan_language,
    plan_queued,
    plan_unstartable,
)
from wiro.sandbox.catalogue import InputFile, RunInput


def run(files: dict[str, tuple[InputFile, ...]] | None = None, **parameters: Any) -> RunInput:
    return RunInput(task_id="7", parameters=parameters, files=files or {})


@pytest.mark.parametrize(("value", "expected"), [(None, 5.0), ("", 5.0), ("2.5", 2.5), (3, 3.0), (0, 0.0)])
def test_number_reads_numbers_and_texts(value: Any, expected: float) -> None:
    assert number(run(n=value), "n", 5.0) == expected


def test_image_reports_ten_steps_within_its_time() -> None:
    plan = plan_image(run(prompt="a"))
    steps = list(plan.steps)
    assert plan.seconds == 20
    assert [step.message["percentage"] for step in steps] == [str(10 * step) for step in range(1, 11)]
    assert all(isinstance(value, str) for step in steps for value in step.message.values())
    assert sorted(step.at for step in steps) == [step.at for step in steps]
    assert steps[-1].at < plan.seconds
    first = steps[0].message
    assert (first["stepCurrent"], first["stepTotal"], first["elapsedTime"], first["speedType"]) == (
        "1",
        "10",
        "1s",
        "it/s",
    )


def test_image_is_one_png_of_the_wanted_size() -> None:
    outcome = plan_image(run(prompt="a", width="64", height=128, seconds=0)).finish()
    (file,) = outcome.files
    assert (file.name, file.content_type, file.content[:8]) == ("0.png", "image/png", b"\x89PNG\r\n\x1a\n")
    assert (outcome.exit_code, outcome.pixels) == (0, 64 * 128)


def test_image_depends_on_the_content_of_its_inputs() -> None:
    pictures = set()
    for digest in ("1", "2", "3"):
        files = {"inputImage": (InputFile(name="a", url="https://example.com/a", sha256=digest),)}
        pictures.add(plan_image(run(files, prompt="a", width=64, height=64)).finish().files[0].content)
    assert len(pictures) == 3


def test_language_streams_growing_snapshots_up_to_the_result() -> None:
    plan = plan_language(run(prompt="why  so\nmany?", seconds=10))
    steps = [step.message for step in plan.steps]
    outcome = plan.finish()
    assert outcome.content is not None
    previous: dict[str, list[str]] = {"thinking": [], "answer": []}
    for message in steps:
        for kind in ("thinking", "answer"):
            assert len(message[kind]) >= len(previous[kind])
            for old, new in zip(previous[kind], message[kind], strict=False):
                assert new.startswith(old)
        assert message["isThinking"] is (len(message["thinking"]) > len(message["answer"]))
        previous = message
    assert previous["thinking"] == outcome.content["thinking"]
    assert previous["answer"] == outcome.content["answer"]
    assert previous["raw"] == outcome.content["raw"] == outcome.stdout
    assert (len(previous["thinking"]), len(previous["answer"])) == (2, 2)
    assert steps[0]["isThinking"] is True


def test_language_answers_its_prompt_and_merges_its_text() -> None:
    outcome = plan_language(run(prompt="why?")).finish()
    assert outcome.content is not None
    assert outcome.content["prompt"] == "why?"
    assert "why?" in outcome.content["answer"][0]
    assert "task 7" in outcome.content["answer"][1]
    assert outcome.text == "\n".join([*outcome.content["thinking"], *outcome.content["answer"]])
    assert outcome.content["raw"].count("<think>") == outcome.content["raw"].count("</think>") == 2
    assert outcome.tokens > 10


def test_language_with_a_long_prompt_stays_within_its_snapshots() -> None:
    assert len(list(plan_language(run(prompt="word " * 10_000)).steps)) < 60


def test_failing_writes_each_line_of_stderr_and_ends_badly() -> None:
    plan = plan_failing(run(prompt="a", stderr="first\nsecond", exitCode="3"))
    assert [(step.type, step.message) for step in plan.steps] == [
        ("task_output", "Loading the model."),
        ("task_error", "first"),
        ("task_error", "second"),
    ]
    outcome = plan.finish()
    assert (outcome.exit_code, outcome.stderr, outcome.files) == (3, "first\nsecond", ())


def test_failing_has_a_traceback_of_its_own() -> None:
    outcome = plan_failing(run(prompt="a")).finish()
    assert outcome.exit_code == 1
    assert "RuntimeError: the model cannot process this prompt" in outcome.stderr


def test_queued_never_starts() -> None:
    assert plan_queued(run()).stays_queued is True


@pytest.mark.parametrize(("value", "expected"), [(None, None), (0, None), ("30", 30.0)])
def test_unstartable_recovers_only_when_asked_to(value: Any, expected: float | None) -> None:
    plan = plan_unstartable(run(prompt="a", recoversAfter=value))
    assert plan.recovers_after == expected
    assert plan.fails_to_start
