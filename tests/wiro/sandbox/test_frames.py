from typing import Any

from tests.wiro.sandbox.test_tasks import make_task
from wiro.sandbox.frames import task_frame
from wiro.sandbox.tasks import Task

TEXT = {"type": "progressGenerate", "raw": "r", "thinking": ["t"], "answer": ["a"], "isThinking": False}


def ended(exit_code: int | None, status: str = "task_postprocess_end") -> Task:
    task = make_task()
    task.exit_code = exit_code
    task.move_to(status)
    return task


def test_documented_frame_is_the_documented_sample() -> None:
    frame = task_frame(make_task(), "task_accept", None, "documented")
    assert frame == {"type": "task_accept", "id": "1", "tasktoken": "token-1", "message": None, "result": True}
    assert list(frame) == ["type", "id", "tasktoken", "message", "result"]


def test_documented_final_frame_has_no_exit_code() -> None:
    frame = task_frame(ended(0), "task_postprocess_end", [], "documented")
    assert set(frame) == {"type", "id", "tasktoken", "message", "result"}


def test_newer_frame_is_the_newer_sample() -> None:
    assert task_frame(make_task(), "task_accept", None, "newer") == {
        "type": "task_accept",
        "id": "1",
        "message": None,
        "result": True,
        "success": None,
        "terminal": False,
        "exitCode": None,
    }


def test_newer_final_frames_tell_the_result() -> None:
    def told(task: Task, frame_type: str) -> list[Any]:
        frame = task_frame(task, frame_type, [], "newer")
        assert "tasktoken" not in frame
        return [frame["success"], frame["terminal"], frame["exitCode"]]

    assert told(ended(0), "task_postprocess_end") == [True, True, 0]
    assert told(ended(3), "task_postprocess_end") == [False, True, 3]
    assert told(ended(None, "task_cancel"), "task_cancel") == [False, True, None]


def test_newer_output_has_segments_and_no_result_yet() -> None:
    frame = task_frame(make_task(), "task_output", TEXT, "newer")
    assert set(frame) == {"type", "id", "message", "result"}
    assert frame["message"] == {
        "type": "progressGenerate",
        "isThinking": False,
        "segments": [{"type": "thinking", "text": "t"}, {"type": "answer", "text": "a"}],
    }


def test_newer_content_keeps_the_raw_text_and_tells_usage() -> None:
    outputs = [{"contenttype": "raw", "content": TEXT}]
    content = task_frame(ended(0), "task_postprocess_end", outputs, "newer")["message"][0]["content"]
    assert (content["raw"], content["finishreason"], content["usage"]["total_tokens"]) == ("r", "stop", 3)


def test_newer_logs_are_empty() -> None:
    for frame_type in ("task_error", "task_output_full", "task_error_full"):
        assert task_frame(make_task(), frame_type, {"raw": "x"}, "newer")["message"] == ""
