import pytest

from wiro.lifecycle import TASK_STATUS_ORDER
from wiro.sandbox.books import Submission
from wiro.sandbox.catalogue import RunInput
from wiro.sandbox.models import MODELS
from wiro.sandbox.tasks import Task, TaskStore, task_row


def make_task(task_id: str = "1", model: str = "sandbox/image") -> Task:
    run = RunInput(task_id=task_id, parameters={"prompt": "a"}, files={})
    record = Submission(
        taskid=task_id,
        model=model,
        parameters={"prompt": "a"},
        fingerprint="",
        identity="",
        accepted_at=0.0,
    )
    return Task(
        id=task_id, token=f"token-{task_id}", model=MODELS[model], run=run, plan=MODELS[model].plan(run), record=record
    )


def test_statuses_follow_the_documented_order_and_repeat_only_in_place() -> None:
    task = make_task()
    for status in TASK_STATUS_ORDER[1:-1]:
        task.move_to(status)
        task.move_to(status)
        assert (task.status, task.record.status, task.record.finished_at) == (status, status, None)
    with pytest.raises(RuntimeError, match="cannot move from task_postprocess_start to task_end"):
        task.move_to("task_end")
    task.move_to("task_postprocess_end")
    assert task.is_terminal
    assert task.record.finished_at is not None


@pytest.mark.parametrize("end", ["task_postprocess_end", "task_cancel"])
def test_nothing_follows_an_end(end: str) -> None:
    task = make_task()
    task.move_to(end)
    for status in ("task_output", "task_cancel", "task_error", "task_postprocess_end"):
        with pytest.raises(RuntimeError):
            task.move_to(status)


def test_failure_to_start_may_recover() -> None:
    task = make_task()
    task.move_to("task_error")
    assert not task.is_terminal
    assert not task.is_cancellable
    task.move_to("task_accept")


def test_only_queued_tasks_are_cancellable() -> None:
    task = make_task()
    assert task.is_cancellable
    task.move_to("task_accept")
    assert not task.is_cancellable


def test_store_finds_by_id_before_token() -> None:
    store = TaskStore()
    first, second = make_task("1"), make_task("2")
    store.add(first)
    store.add(second)
    assert store.find("1", None) is first
    assert store.find(None, "token-2") is second
    assert store.find("1", "token-2") is first
    assert store.find("3", "token-2") is None
    assert store.find(None, None) is None
    assert store.newest_first(lambda _: True) == [second, first]


def test_active_tasks_are_counted_until_they_end() -> None:
    store = TaskStore()
    task = make_task()
    store.add(task)
    assert store.active == 1
    store.ended(task)
    store.ended(task)
    assert (store.active, list(store)) == (0, [task])


def test_ids_go_on_after_a_reset_and_tokens_are_secret() -> None:
    store = TaskStore()
    first = store.new_id()
    store.clear()
    assert int(store.new_id()) == int(first) + 1
    tokens = {store.new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) == 30 and token.isalnum() for token in tokens)


def test_row_has_stderr_when_there_is_any_and_always_in_the_newer_dialect() -> None:
    task = make_task()
    assert "debugerror" not in task_row(task, "documented")
    assert task_row(task, "newer")["debugerror"] == ""
    task.stderr += ["first", "second"]
    assert task_row(task, "documented")["debugerror"] == "first\nsecond"
