from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.command import invoke
from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path


_PROMPT = ("-p", "prompt=a lake")


def _submitted(sandbox: Sandbox) -> dict[str, Any]:
    (submission,) = sandbox.books.submissions
    return submission.parameters


def test_a_run_in_json(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    result = invoke(
        wiro_sandbox, "run", "sandbox/image", *_PROMPT, "-p", "seconds=5", "--save", str(tmp_path), "--json"
    )
    assert result.status == 0
    task_id = wiro_sandbox.books.submissions[0].taskid
    content = (tmp_path / "0.png").read_bytes()
    (output,) = result.document["outputs"]
    assert output.pop("url").startswith("http")
    assert result.document | {"outputs": [output]} == {
        "task_id": task_id,
        "model": "sandbox/image",
        "status": "task_postprocess_end",
        "exit_code": 0,
        "outputs": [
            {
                "name": "0.png",
                "content_type": "image/png",
                "size": len(content),
                "path": str(tmp_path / "0.png"),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        ],
        "text": "",
        "thinking": "",
        "cost_usd": "0.03",
        "elapsed_seconds": 5.0,
        "stderr": "",
    }
    assert result.err == f"run {task_id} of sandbox/image\n"
    # Typed by the schema: a number goes over the wire as a number.
    assert _submitted(wiro_sandbox)["seconds"] == 5


def test_a_language_model_answers_on_stdout_and_thinks_on_stderr(wiro_sandbox: Sandbox) -> None:
    _check_answer_and_thoughts(wiro_sandbox)


def test_a_language_model_of_a_newer_server() -> None:
    with Sandbox(time_scale=50, dialect="newer") as sandbox:
        _check_answer_and_thoughts(sandbox)


def _check_answer_and_thoughts(sandbox: Sandbox) -> None:
    result = invoke(sandbox, "run", "sandbox/language", *_PROMPT, "--thinking")
    task_id = sandbox.books.submissions[0].taskid
    assert result.status == 0
    assert result.out == f"You asked: a lake\n\nThis answer was made by the sandbox for task {task_id}.\n"
    assert "The question has 2 words: a lake" in result.err
    quiet = invoke(sandbox, "run", "sandbox/language", *_PROMPT)
    assert "The question has" not in quiet.err


def test_files_are_uploaded(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG picture")
    result = invoke(wiro_sandbox, "run", "sandbox/image-edit", *_PROMPT, "-p", f"inputImage=@{picture}", "--no-wait")
    assert result.status == 0
    assert result.out.strip() == wiro_sandbox.books.submissions[0].taskid
    assert wiro_sandbox.books.counts["files_upload"] == 1


def test_quotes_submit_nothing(wiro_sandbox: Sandbox) -> None:
    document = invoke(wiro_sandbox, "run", "sandbox/video", "-p", "duration=10", "--quote", "--json").document
    assert document == {
        "model": "sandbox/video",
        "usd": "0.26",
        "certainty": "exact",
        "method": "cpr",
        "basis": document["basis"],
    }
    unknown = invoke(wiro_sandbox, "run", "sandbox/language-plain", "--quote")
    assert (unknown.status, unknown.out.partition(":")[0]) == (0, "unknown")
    assert "(estimate)" in invoke(wiro_sandbox, "run", "sandbox/image-batch", "--quote").out
    assert invoke(wiro_sandbox, "run", "sandbox/video", "--quote", "--max-cost", "0.1").status == 3
    assert wiro_sandbox.books.submissions == []


def test_cost_limits(wiro_sandbox: Sandbox) -> None:
    refused = invoke(wiro_sandbox, "run", "sandbox/image", *_PROMPT, "--max-cost", "0.01", "--json")
    assert refused.status == 3
    assert refused.document["error"]["type"] == "CostLimitError"
    assert "--max-cost is 0.01" in refused.err
    assert "--allow-estimate" in invoke(wiro_sandbox, "run", "sandbox/image-batch", *_PROMPT, "--max-cost", "1").err
    assert wiro_sandbox.books.submissions == []
    allowed = ("--max-cost", "1", "--allow-estimate", "--no-wait")
    assert invoke(wiro_sandbox, "run", "sandbox/image-batch", *_PROMPT, *allowed).status == 0


def test_a_failed_run_has_its_document_and_status_1(wiro_sandbox: Sandbox) -> None:
    result = invoke(wiro_sandbox, "run", "sandbox/failing", *_PROMPT, "-p", "exitCode=7", "--json")
    assert result.status == 1
    assert result.document["exit_code"] == 7
    assert result.document["stderr"].endswith("cannot process this prompt")
    error = result.document["error"]
    assert (error["type"], error["exit_status"], error["exit_code"]) == ("RunFailedError", 1, 7)
    assert len(result.err.splitlines()) == 2
    assert "RuntimeError: the model cannot process this prompt" in result.err


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (("sandbox/image",), 2, "params.prompt (Prompt) is required"),
        (("sandbox/image", *_PROMPT, "-p", "width=wide"), 2, "accepted: a number from 64 to 2048"),
        (("image", *_PROMPT), 2, "accepted: 'owner/model'"),
        (("sandbox/image", "-p", "prompt"), 2, "write key=value"),
        (("sandbox/image", "--timeout", "soon"), 2, "accepted: seconds above 0"),
        (("sandbox/image", "--no-wait", "--timeout", "1"), 2, "cannot go together"),
        ((), 2, "Missing argument 'OWNER/MODEL'"),
        (("sandbox/nothing", *_PROMPT), 4, "there is no model 'sandbox/nothing'"),
        (("sandbox/queued", "--timeout", "0.2"), 5, "wiro tasks wait"),
    ],
)
def test_errors_are_one_line_and_a_status(
    wiro_sandbox: Sandbox, arguments: tuple[str, ...], status: int, text: str
) -> None:
    result = invoke(wiro_sandbox, "run", *arguments, "--json")
    assert result.status == status
    line = result.err.splitlines()[-1]
    assert line.startswith("wiro: ")
    assert text in line
    assert result.document["error"]["exit_status"] == status
    assert result.document["error"]["message"] == line.removeprefix("wiro: ")


def test_refused_and_ambiguous_and_unreachable(wiro_sandbox: Sandbox) -> None:
    run = ("run", "sandbox/image", *_PROMPT, "--no-wait")
    wiro_sandbox.faults.add(kind="drop_after_accept", operation="runs_create")
    ambiguous = invoke(wiro_sandbox, *run)
    assert ambiguous.status == 6
    assert "`wiro tasks list`" in ambiguous.err
    assert len(wiro_sandbox.books.submissions) == 1
    wiro_sandbox.set_balance("0")
    assert invoke(wiro_sandbox, *run).status == 3
    assert invoke(wiro_sandbox, *run, "--base-url", "http://127.0.0.1:9/v1").status == 7


def test_what_cannot_be_saved_names_the_place(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("")
    result = invoke(
        wiro_sandbox, "run", "sandbox/image", *_PROMPT, "-p", "seconds=1", "--save", str(occupied / "sub"), "--json"
    )
    assert result.status == 7
    assert str(occupied) in result.err
    # The run was paid: what it made is told, and how to come by the files.
    (submission,) = wiro_sandbox.books.submissions
    assert f"`wiro tasks wait {submission.taskid} --save` fetches its files" in result.err
    assert result.document["outputs"][0]["url"]
    assert result.document["error"]["exit_status"] == 7


def test_without_validation_nothing_is_looked_up(wiro_sandbox: Sandbox) -> None:
    params = json.dumps({"prompt": "x", "seconds": 1})
    result = invoke(wiro_sandbox, "run", "sandbox/image", "--params", params, "--no-validate", "--no-wait", "--json")
    assert result.document == {
        "task_id": wiro_sandbox.books.submissions[0].taskid,
        "model": "sandbox/image",
        "status": None,
    }
    assert wiro_sandbox.books.counts["tools_detail"] == 0


def test_probable_mistakes_are_warned_of_on_one_line(wiro_sandbox: Sandbox) -> None:
    result = invoke(wiro_sandbox, "run", "sandbox/image", *_PROMPT, "-p", "widht=64", "--no-wait")
    assert result.status == 0
    assert "wiro: warning: sandbox/image: params.widht is not among" in result.err
    assert "did you mean 'width'?" in result.err
    assert len(result.err.splitlines()) == 2


def test_waiting_for_a_slot(wiro_sandbox: Sandbox) -> None:
    wiro_sandbox.set_balance("10")
    first = SandboxClient(wiro_sandbox).run("sandbox/image", prompt="first", seconds=100)["taskid"]
    run = ("run", "sandbox/image", "-p", "prompt=second", "-p", "seconds=5", "--json")
    refused = invoke(wiro_sandbox, *run)
    assert refused.status == 3
    assert refused.document["error"]["type"] == "ConcurrencyLimitError"
    assert invoke(wiro_sandbox, *run, "--slot-timeout", "60s").status == 0
    assert wiro_sandbox.books.submissions[0].taskid == first
    assert len(wiro_sandbox.books.submissions) == 2
