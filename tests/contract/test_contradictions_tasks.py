"""Contradictions about models, runs, tasks and their socket frames (docs/contradictions.md)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.contradictions import kept, schema, sent, sent_body, words
from wiro._run_events import EventBuffer
from wiro.lifecycle import TaskLifecycle, is_terminal_frame
from wiro_client import UNSET, File, InvalidArgumentError, models


def _ended(lifecycle: TaskLifecycle) -> str | None:
    """Return how the task ended, None while it has not."""
    return lifecycle.outcome.kind if lifecycle.outcome else None


def test_001_the_last_frame_has_no_exit_code() -> None:
    lifecycle = TaskLifecycle()
    lifecycle.feed_frame({"type": "task_postprocess_end", "message": [], "result": True}, now=0)
    assert _ended(lifecycle) is None
    assert lifecycle.needs_detail
    lifecycle.feed_detail({"status": "task_postprocess_end", "pexit": "0"}, now=1)
    assert _ended(lifecycle) == "succeeded"

    for pexit in ("1", "", None, "ok"):
        lifecycle = TaskLifecycle()
        lifecycle.feed_detail({"status": "task_postprocess_end", "pexit": pexit}, now=0)
        assert _ended(lifecycle) == "failed"

    lifecycle = TaskLifecycle()
    lifecycle.feed_frame({"type": "task_postprocess_end", "success": True, "exitCode": 0, "terminal": True}, now=0)
    assert _ended(lifecycle) == "succeeded"


def test_005_cancel_takes_the_id() -> None:
    assert sent_body("tasks.cancel", taskid="7") == {"taskid": "7"}
    with pytest.raises((InvalidArgumentError, TypeError), match=r"tasktoken|taskid"):
        sent("tasks.cancel", tasktoken="token")


def test_006_kill_takes_the_token_or_the_id() -> None:
    assert sent_body("tasks.kill", socketaccesstoken="token") == {"socketaccesstoken": "token"}
    assert sent_body("tasks.kill", tasktoken="token") == {"socketaccesstoken": "token"}
    assert sent_body("tasks.kill", taskid="7") == {"taskid": "7"}


def test_007_task_error_is_final_only_in_detail_and_only_after_a_while() -> None:
    lifecycle = TaskLifecycle(error_grace_seconds=120)
    lifecycle.feed_frame({"type": "task_error", "message": "warning"}, now=0)
    assert not lifecycle.needs_detail
    lifecycle.feed_detail({"status": "task_error", "debugerror": "out of memory"}, now=10)
    assert _ended(lifecycle) is None
    assert lifecycle.next_check_at == 130
    lifecycle.feed_detail({"status": "task_error", "debugerror": "out of memory"}, now=131)
    assert _ended(lifecycle) == "failed"
    assert lifecycle.outcome is not None
    assert lifecycle.outcome.stderr == "out of memory"


@pytest.mark.parametrize("body", [{"total": 2}, {"total": "2"}, {}])
def test_013_totals_are_optional_numbers_or_text(body: dict[str, Any]) -> None:
    assert str(kept(models.ToolListResponse, body).total) == str(body.get("total", UNSET))
    assert str(kept(models.TaskDetailResponse, body).total) == str(body.get("total", UNSET))


@pytest.mark.parametrize(
    ("message", "reads"),
    [
        ("line of a log", lambda message: message == "line of a log"),
        (None, lambda message: message is None),
        ({"type": "progressGenerate", "speed": "12.4", "answer": ["a"]}, lambda message: message.answer == ["a"]),
        ({"type": "answer", "speedType": "t/s", "thinking": ["b"]}, lambda message: message.thinking == ["b"]),
        ({"segments": [{"type": "answer", "text": "a"}]}, lambda message: len(message.segments) == 1),
    ],
)
def test_026_model_output_has_many_forms(message: Any, reads: Any) -> None:
    assert reads(kept(models.TaskOutputFrame, {"type": "task_output", "message": message}).message)


def test_042_model_lists_are_paged_with_text() -> None:
    for start, limit in (("0", "20"), (0, 20)):
        assert sent_body("tools.list", start=start, limit=limit) == {"start": "0", "limit": "20"}
    assert sent_body("tools.list", sort="something-new") == {"sort": "something-new"}
    assert sent_body("user_agents.my_agents", start=0, limit=20) == {"start": 0, "limit": 20}


@pytest.mark.parametrize("count", [254, "254"])
def test_043_counters_are_text_or_numbers(count: Any) -> None:
    row = kept(models.Tool, {"marketplace": count, "onlymembers": count, "taskstat": {"successcount": count}})
    assert int(row.marketplace) == int(row.onlymembers) == int(row.taskstat.successcount) == 254


def test_044_dynamic_prices_are_text_or_a_list() -> None:
    prices = [{"inputs": {}, "price": 0.09}]
    listed = kept(models.Tool, {"dynamicprice": prices}).dynamicprice
    as_text = kept(models.Tool, {"dynamicprice": json.dumps(prices)}).dynamicprice
    assert listed[0].price == 0.09
    assert (json.loads(as_text) if isinstance(as_text, str) else [row.to_dict() for row in as_text]) == prices


def test_045_texts_of_models_replace_each_other_and_transcripts_do_not() -> None:
    texts, transcripts = EventBuffer(100), EventBuffer(100)
    for text in ("A", "A lake"):
        texts.put({"type": "task_output", "message": {"type": "progressGenerate", "answer": [text]}})
        transcripts.put({"type": "task_output", "message": f"TRANSCRIPT_USER:{text}"})
    assert (len(texts), len(transcripts)) == (1, 2)
    for frame in ("TaskOutputFrame", "AgentOutputFrame"):
        assert "replaces the one before" in words(schema(frame)["description"])


def test_046_lists_of_files_keep_their_form() -> None:
    urls = ["https://a.example/1.png", "https://a.example/2.png"]
    as_json = sent_body("runs.create", owner_slug="o", model_slug="m", body={"inputImageClothes": urls})
    assert as_json == {"inputImageClothes": urls}
    mixed = {"inputImageClothes": [File(b"1", "1.png"), urls[1]], "inputImageUrl": ",".join(urls)}
    as_form = sent("runs.create", owner_slug="o", model_slug="m", body=mixed)
    assert as_form.form is not None
    assert [part.name for part in as_form.form] == ["inputImageClothes", "inputImageClothes", "inputImageUrl"]
    assert as_form.form[2].value == ",".join(urls)


@pytest.mark.parametrize("extra", [{}, {"total": "1", "errors": []}])
def test_064_task_details_need_only_the_list(extra: dict[str, Any]) -> None:
    answer = kept(models.TaskDetailResponse, {"result": True, "tasklist": [{"status": "task_start"}], **extra})
    assert answer.tasklist[0].status == "task_start"


@pytest.mark.parametrize("word", ["end", "cancel", "error", "task_end", "task_error_full"])
def test_065_other_status_words_end_nothing(word: str) -> None:
    lifecycle = TaskLifecycle()
    lifecycle.feed_frame({"type": word}, now=0)
    lifecycle.feed_detail({"status": word}, now=1)
    assert (lifecycle.outcome, lifecycle.status) == (None, word)
    assert kept(models.Task, {"status": word}).status == word


def test_066_the_end_of_a_stream_is_not_the_end_of_the_task() -> None:
    frame = {"type": "task_stream_end", "tasktoken": "t"}
    assert not is_terminal_frame(frame)
    lifecycle = TaskLifecycle()
    lifecycle.feed_frame(frame, now=0)
    assert (lifecycle.outcome, lifecycle.needs_detail) == (None, False)


def test_067_a_missing_last_frame_is_made_up_for_by_detail() -> None:
    lifecycle = TaskLifecycle()
    lifecycle.feed_frame({"type": "task_cost", "cumulativeCost": "0.5"}, now=0)
    lifecycle.feed_frame({"type": "task_end"}, now=1)
    assert _ended(lifecycle) is None
    lifecycle.feed_detail({"status": "task_postprocess_end", "pexit": "0"}, now=60)
    assert _ended(lifecycle) == "succeeded"


def test_068_realtime_sessions_can_be_interrupted() -> None:
    assert models.TaskSessionInterruptFrame(tasktoken="t").to_dict() == {
        "type": "task_session_interrupt",
        "tasktoken": "t",
    }


def test_076_slugs_are_encoded_and_checked() -> None:
    assert sent("runs.create", owner_slug="wiro", model_slug="Face-Swap", body={}).path == "/Run/wiro/Face-Swap"
    for slug in ("Virtual Try-On", "../x", "", "a/b"):
        with pytest.raises(InvalidArgumentError, match="model_slug"):
            sent("runs.create", owner_slug="wiro", model_slug=slug, body={})
