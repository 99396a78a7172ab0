from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from upath import UPath

from airflow_provider_wiro.results import TEXT_LIMIT_BYTES, bounded, save_outputs, summary_of


class Result(SimpleNamespace):
    """The part of a run's result that is used, with a `save` that writes what it is told to."""

    def save(self, folder):
        saved = []
        for output in self.outputs:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / output.name
            path.write_bytes(b"data")
            saved.append(
                SimpleNamespace(
                    path=path, size=4, sha256=hashlib.sha256(b"data").hexdigest(), url=output.url, name=output.name
                )
            )
        return tuple(saved)


def result_of(**changes):
    output = SimpleNamespace(name="0.png", content_type="image/png", size=4, url="https://cdn.example/0.png")
    values = {
        "task_id": "7",
        "model": "a/b",
        "status": "task_postprocess_end",
        "outputs": (output,),
        "text": "",
        "thinking": "",
        "cost_usd": Decimal("0.0035"),
        "elapsed_seconds": 6.0,
        "raw": {"socketaccesstoken": "canary"},
    }
    return Result(**{**values, **changes})


def test_summary_is_json_without_tokens():
    summary = summary_of(result_of(), finished_at=10.0, resumed_at=11.5)
    assert json.loads(json.dumps(summary)) == {
        "task_id": "7",
        "model": "a/b",
        "status": "task_postprocess_end",
        "outputs": [{"name": "0.png", "content_type": "image/png", "size": 4, "url": "https://cdn.example/0.png"}],
        "text": "",
        "text_truncated": False,
        "cost_usd": 0.0035,
        "elapsed_seconds": 6.0,
        "finished_at": 10.0,
        "resumed_at": 11.5,
    }


def test_text_and_thinking_are_kept():
    summary = summary_of(result_of(text="the answer", thinking="a\n\nb", cost_usd=None), finished_at=1)
    assert (summary["text"], summary["thinking"], summary["cost_usd"]) == ("the answer", "a\n\nb", None)
    assert summary["resumed_at"] is None


def test_long_text_is_cut_at_a_character_and_says_so():
    summary = summary_of(result_of(text="ü" * TEXT_LIMIT_BYTES, thinking="x" * 2 * TEXT_LIMIT_BYTES), finished_at=1)
    assert summary["text_truncated"] is True
    assert summary["text"] == "ü" * (TEXT_LIMIT_BYTES // 2)
    assert (len(summary["thinking"]), summary["thinking_truncated"]) == (TEXT_LIMIT_BYTES, True)
    assert bounded("aü", 2) == ("a", True)
    assert bounded("aü", 3) == ("aü", False)


def test_half_a_character_does_not_cost_the_result(tmp_path):
    output = SimpleNamespace(name="\ud83d.png", content_type="image/png", size=4, url="https://cdn.example/\ude00")
    result = result_of(text="a\ud83d" + "b" * TEXT_LIMIT_BYTES, thinking="\ude00", outputs=(output,), model="a/\ud83d")
    summary = summary_of(result, finished_at=1)
    assert json.dumps(summary, ensure_ascii=False).encode()
    assert summary["text"].startswith("a\ufffdb")
    assert (summary["thinking"], summary["outputs"][0]["name"]) == ("\ufffd", "\ufffd.png")
    saved = save_outputs(result_of(text=result.text, outputs=()), str(tmp_path), {**summary, "outputs": []})
    assert Path(saved["text_path"]).read_text() == "a\ufffd" + "b" * TEXT_LIMIT_BYTES
    assert bounded("\ud83d\ude00") == ("😀", False)


def test_files_are_saved_below_the_task_id(tmp_path):
    result = result_of()
    summary = save_outputs(result, str(tmp_path / "new"), summary_of(result, finished_at=1))
    path = tmp_path / "new" / "7" / "0.png"
    assert path.read_bytes() == b"data"
    output = summary["outputs"][0]
    assert (output["path"], output["size"]) == (str(path), 4)
    assert output["sha256"] == hashlib.sha256(b"data").hexdigest()
    assert "text_path" not in summary


def test_text_is_saved_whole_when_the_summary_had_to_cut_it(tmp_path):
    answer = "x" * (TEXT_LIMIT_BYTES + 1)
    result = result_of(outputs=(), text=answer, thinking=f"{answer}!")
    summary = save_outputs(result, str(tmp_path), summary_of(result, finished_at=1))
    assert Path(summary["text_path"]).read_text() == answer
    assert summary["text_size"] == len(answer)
    assert summary["text_sha256"] == hashlib.sha256(answer.encode()).hexdigest()
    assert Path(summary["thinking_path"]).read_text() == f"{answer}!"
    assert summary["thinking_size"] == len(answer) + 1


def test_any_storage_takes_files_and_texts():
    answer = "ü" * TEXT_LIMIT_BYTES
    result = result_of(text=answer)
    summary = save_outputs(result, "memory://results/today", summary_of(result, finished_at=1))
    folder = UPath("memory://results/today/7")
    assert (folder / "0.png").read_bytes() == b"data"
    assert UPath(summary["outputs"][0]["path"]) == folder / "0.png"
    assert UPath(summary["text_path"]).read_bytes() == answer.encode()
