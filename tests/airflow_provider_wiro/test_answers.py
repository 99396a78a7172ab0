from __future__ import annotations

import hashlib
import json

from airflow_provider_wiro.answers import answer_summary, save_answer
from wiro.messages import MessageResult

_METADATA = {"type": "progressGenerate", "raw": "x" * 99, "answer": ["x"], "wordCount": 7, "speed": "3.5"}


def result_of(text="Hello", **changes):
    return MessageResult(
        **{"message_guid": "m", "status": "agent_end", "text": text, "metadata": _METADATA, "raw": {"a": 1}, **changes}
    )


def summary_of(result):
    return answer_summary(result, agent_guid="a", session="s", credits=10.0, finished_at=1.5)


def test_summary():
    assert summary_of(result_of(thinking="Hm.")) == {
        "message_guid": "m",
        "agent_guid": "a",
        "session": "s",
        "status": "agent_end",
        "text": "Hello",
        "text_truncated": False,
        "thinking": "Hm.",
        "thinking_truncated": False,
        "credits": 10.0,
        "metadata": {"wordCount": 7, "speed": "3.5"},
        "finished_at": 1.5,
        "resumed_at": None,
    }


def test_half_a_character_does_not_cost_the_answer():
    summary = summary_of(result_of("Hi \ud83d", thinking="\ud83d", metadata={"speed\ud83d": "\ude00"}))
    assert json.dumps(summary, ensure_ascii=False).encode()
    assert (summary["text"], summary["metadata"]) == ("Hi \ufffd", {"speed\ufffd": "\ufffd"})


def test_no_thoughts_no_key():
    assert "thinking" not in summary_of(result_of())


def test_summary_is_small_json():
    assert len(json.dumps(summary_of(result_of("x" * 10**6, thinking="y" * 10**6)))) < 140_000


def test_what_fits_is_not_saved(tmp_path):
    summary = summary_of(result_of())
    assert save_answer(result_of(), str(tmp_path), summary) is summary
    assert list(tmp_path.iterdir()) == []


def test_what_was_cut_is_saved(tmp_path):
    long = result_of("ä" * 10**5)
    saved = save_answer(long, f"file://{tmp_path}", summary_of(long))
    content = (tmp_path / "m" / "answer.txt").read_bytes()
    assert content == long.text.encode()
    assert (saved["text_path"], saved["text_size"]) == (str(tmp_path / "m" / "answer.txt"), 200_000)
    assert saved["text_sha256"] == hashlib.sha256(content).hexdigest()
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["answer.txt"]


def test_thinking_that_was_cut_is_saved_too(tmp_path):
    thorough = result_of(thinking="ä" * 10**5)
    summary = summary_of(thorough)
    assert (summary["text_truncated"], summary["thinking_truncated"]) == (False, True)
    saved = save_answer(thorough, str(tmp_path), summary)
    content = (tmp_path / "m" / "thinking.txt").read_bytes()
    assert content == thorough.thinking.encode()
    assert (saved["thinking_path"], saved["thinking_size"]) == (str(tmp_path / "m" / "thinking.txt"), 200_000)
    assert saved["thinking_sha256"] == hashlib.sha256(content).hexdigest()
    assert "text_path" not in saved
