from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.command import invoke
from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.runs import Run

if TYPE_CHECKING:
    import pytest

    from wiro.sandbox import Sandbox


def _submit(sandbox: Sandbox, model: str, **parameters: object) -> str:
    return str(SandboxClient(sandbox).run(model, **parameters)["taskid"])


def test_list(wiro_sandbox: Sandbox) -> None:
    first, second = _submit(wiro_sandbox, "sandbox/queued"), _submit(wiro_sandbox, "sandbox/image", prompt="x")
    listed = invoke(wiro_sandbox, "tasks", "list", "--json").document["tasks"]
    assert [(task["task_id"], task["model"]) for task in listed] == [
        (second, "sandbox/image"),
        (first, "sandbox/queued"),
    ]
    assert set(listed[0]) == {"task_id", "model", "status"}
    filtered = invoke(wiro_sandbox, "tasks", "list", "--model", "sandbox/queued", "--limit", "1")
    assert filtered.out == f"{first}\ttask_queue\tsandbox/queued\n"


def test_show_has_the_shape_of_a_run_and_no_token(wiro_sandbox: Sandbox) -> None:
    run = invoke(wiro_sandbox, "run", "sandbox/language", "-p", "prompt=x", "--json").document
    shown = invoke(wiro_sandbox, "tasks", "show", run["task_id"], "--json")
    assert shown.document == run
    assert "token" not in shown.out
    assert "status: task_postprocess_end\n" in invoke(wiro_sandbox, "tasks", "show", run["task_id"]).out


def test_wait_and_save(wiro_sandbox: Sandbox, tmp_path: object) -> None:
    task_id = _submit(wiro_sandbox, "sandbox/image", prompt="x", seconds=5)
    result = invoke(wiro_sandbox, "tasks", "wait", task_id, "--save", str(tmp_path))
    assert (result.status, result.out) == (0, f"{tmp_path}/0.png\n")
    assert invoke(wiro_sandbox, "tasks", "wait", task_id, "--json").document["cost_usd"] == "0.03"
    queued = _submit(wiro_sandbox, "sandbox/queued")
    assert invoke(wiro_sandbox, "tasks", "wait", queued, "--timeout", "0.2").status == 5


def test_ctrl_c_leaves_the_run_of_another_process_alone(wiro_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_run: Run, _timeout: float | None = None) -> None:
        raise KeyboardInterrupt

    task_id = _submit(wiro_sandbox, "sandbox/queued")
    monkeypatch.setattr(Run, "events", interrupted)
    result = invoke(wiro_sandbox, "tasks", "wait", task_id, "--json")
    assert result.status == 130
    assert result.document["error"]["task_id"] == task_id
    assert f"run {task_id} goes on and is billed" in result.err
    assert wiro_sandbox.books.submission(task_id).status == "task_queue"


def test_cancel_and_kill(wiro_sandbox: Sandbox) -> None:
    queued = _submit(wiro_sandbox, "sandbox/queued")
    cancelled = invoke(wiro_sandbox, "tasks", "cancel", queued, "--json")
    assert cancelled.document == {"task_id": queued, "action": "cancelled"}
    assert invoke(wiro_sandbox, "tasks", "wait", queued).status == 1
    running = _submit(wiro_sandbox, "sandbox/image", prompt="x", seconds=5000)
    # Only a worker can kill it.
    wait_until(lambda: wiro_sandbox.books.submission(running).status == "task_start")
    assert invoke(wiro_sandbox, "tasks", "kill", running).err == f"run {running} is killed\n"
    assert [stop.taskid for stop in (*wiro_sandbox.books.cancels, *wiro_sandbox.books.kills)] == [queued, running]
    wait_until(lambda: wiro_sandbox.books.submission(running).status == "task_cancel")
    for command in ("cancel", "kill"):
        assert invoke(wiro_sandbox, "tasks", command, running).status == 4
        assert "(exit status 4)" in " ".join(invoke(None, "tasks", command, "--help").out.split())


def test_cancel_whose_first_answer_is_lost(wiro_sandbox: Sandbox) -> None:
    queued = _submit(wiro_sandbox, "sandbox/queued")
    wiro_sandbox.faults.add(operation="tasks_cancel", kind="drop_after_accept")
    cancelled = invoke(wiro_sandbox, "tasks", "cancel", queued)
    assert (cancelled.status, cancelled.err) == (0, f"run {queued} is cancelled\n")


def test_delete(wiro_sandbox: Sandbox) -> None:
    run = invoke(wiro_sandbox, "run", "sandbox/image", "-p", "prompt=x", "-p", "seconds=5", "--json").document
    assert run["outputs"]
    result = invoke(wiro_sandbox, "tasks", "delete", run["task_id"])
    assert (result.status, result.err) == (0, f"files of run {run['task_id']} are deleted\n")
    assert invoke(wiro_sandbox, "tasks", "show", run["task_id"], "--json").document["outputs"] == []
    running = _submit(wiro_sandbox, "sandbox/queued")
    assert invoke(wiro_sandbox, "tasks", "delete", running).status in (3, 4)


def test_no_such_task(wiro_sandbox: Sandbox) -> None:
    for command in ("show", "cancel", "kill"):
        assert invoke(wiro_sandbox, "tasks", command, "999999").status in (3, 4)
    assert invoke(wiro_sandbox, "tasks", "show", "999999", "--json").document["error"]["exit_status"] == 4
