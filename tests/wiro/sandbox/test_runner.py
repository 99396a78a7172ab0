import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.lifecycle import TASK_STATUS_ORDER, TERMINAL_STATUSES
from wiro.sandbox import Sandbox

ACTIONS = ["run image", "run failing", "run queued", "run unstartable", "cancel", "kill", "delete", "detail", "wait"]


def without_repeats(types: list[str]) -> list[str]:
    return [frame_type for frame_type, _ in itertools.groupby(types)]


def test_frames_come_in_the_documented_order(client: SandboxClient) -> None:
    task_id = client.run("sandbox/image-edit", prompt="a", inputImage="https://example.com/a.png", seconds=1)["taskid"]
    client.wait(task_id)
    frames = without_repeats(client.sandbox.books.submission(task_id).frames)
    assert frames == [status for status in TASK_STATUS_ORDER if status != "task_error_full"]


def test_models_without_files_are_not_preprocessed(client: SandboxClient) -> None:
    task_id = client.run("sandbox/image", prompt="a", seconds=1)["taskid"]
    client.wait(task_id)
    assert not any("preprocess_" in frame for frame in client.sandbox.books.submission(task_id).frames)


def test_failing_model_tells_stderr_and_is_not_charged(client: SandboxClient) -> None:
    task_id = client.run("sandbox/failing", prompt="a", stderr="first\nsecond")["taskid"]
    row = client.wait(task_id)
    assert (row["status"], row["pexit"], row["totalcost"]) == ("task_postprocess_end", "1", "0")
    assert (row["debugoutput"], row["debugerror"], row["outputs"]) == ("Loading the model.", "first\nsecond", [])
    record = client.sandbox.books.submission(task_id)
    assert record.exit_code == 1
    assert record.frames.count("task_error") == 2
    assert record.frames.index("task_error_full") > record.frames.index("task_output_full")
    assert (record.charged_usd, client.sandbox.books.charges_usd) == (0, 0)


def test_success_is_charged_once_and_to_the_cent(client: SandboxClient) -> None:
    client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    client.wait(client.run("sandbox/language", prompt="a", seconds=6)["taskid"])
    assert client.sandbox.books.charges_usd == Decimal("0.033510")
    assert Decimal(client.control("GET", "")["balance"]) == Decimal("299.966490")


def test_output_grows_in_detail_while_the_model_runs(client: SandboxClient) -> None:
    task_id = client.run("sandbox/language", prompt="a", seconds=20)["taskid"]
    wait_until(lambda: client.sandbox.books.submission(task_id).status == "task_output")
    row = client.detail(task_id)
    if row["status"] == "task_output":
        assert row["debugoutput"].startswith("The")
        assert row["outputs"] == []
    done = client.wait(task_id)
    assert done["debugoutput"].endswith(f"for task {task_id}.")


def test_task_that_is_killed_after_its_model_ended_has_no_result(
    client: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    task_id = client.run("sandbox/image", prompt="a", seconds=25)["taskid"]
    record = client.sandbox.books.submission(task_id)
    wait_until(lambda: record.status == "task_output")
    monkeypatch.setattr("wiro.sandbox.runner._STAGE_SECONDS", 3600)
    wait_until(lambda: record.status == "task_output_full")
    assert client.detail(task_id)["pexit"] == "0"
    assert client.post("/Task/Kill", {"taskid": task_id})["result"] is True
    row = client.detail(task_id)
    assert (row["status"], row["pexit"], row["totalcost"]) == ("task_cancel", None, "0")


def test_failure_before_execution_is_a_state_without_a_frame(client: SandboxClient) -> None:
    task_id = client.run("sandbox/unstartable", prompt="a")["taskid"]
    record = client.sandbox.books.submission(task_id)
    wait_until(lambda: record.status == "task_error")
    row = client.detail(task_id)
    assert (row["status"], row["pexit"], row["debugerror"]) == ("task_error", None, "No worker could load the model.")
    assert record.frames == ["task_queue"]
    assert client.error("/Task/Cancel", {"taskid": task_id})[2] == "Task is not in a cancellable state."
    assert client.post("/Task/Kill", {"taskid": task_id})["result"] is True
    assert client.detail(task_id)["status"] == "task_cancel"


def test_failure_before_execution_may_recover(client: SandboxClient) -> None:
    task_id = client.run("sandbox/unstartable", prompt="a", recoversAfter=1, seconds=0)["taskid"]
    row = client.wait(task_id)
    assert row["pexit"] == "0"
    assert "debugerror" not in row
    assert client.sandbox.books.submission(task_id).frames[1] == "task_accept"


def test_mistake_in_a_model_frees_the_slot_and_is_told(client: SandboxClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Decimal:
        raise ZeroDivisionError("no such luck")

    client.sandbox.set_balance("10")
    monkeypatch.setattr("wiro.sandbox.runner.price_of", broken)
    task_id = client.run("sandbox/image", prompt="a", seconds=0)["taskid"]
    wait_until(lambda: client.sandbox.books.violations != [])
    assert "ZeroDivisionError: no such luck" in client.sandbox.books.violations[0].problem
    assert "no such luck" in client.detail(task_id)["debugerror"]
    assert client.post("/Task/Kill", {"taskid": task_id})["result"] is True
    client.sandbox.books.violations.clear()
    assert client.run("sandbox/queued")["result"] is True


@settings(max_examples=12, deadline=None)
@given(actions=st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 3)), min_size=1, max_size=9))
def test_no_sequence_of_calls_leaves_the_documented_states_or_loses_money(
    shared_sandbox: Sandbox, actions: list[tuple[str, int]]
) -> None:
    shared_sandbox.reset()
    client = SandboxClient(shared_sandbox)
    books = shared_sandbox.books
    try:
        for action, which in actions:
            if action.startswith("run "):
                client.run(f"sandbox/{action[4:]}", prompt="a", seconds=which, width=64, height=64)
                continue
            if not books.submissions:
                continue
            task_id = books.submissions[which % len(books.submissions)].taskid
            before = client.detail(task_id)
            if action == "wait" and before["status"] not in ("task_queue", "task_error"):
                client.wait(task_id)
            elif action in ("cancel", "kill"):
                answer = client.post(f"/Task/{action.title()}", {"taskid": task_id})
                if answer["result"]:
                    assert client.detail(task_id)["status"] == "task_cancel"
            elif action == "delete":
                client.post("/Task/InputOutputDelete", {"tasktoken": before["socketaccesstoken"]})
            after = client.detail(task_id)
            if before["status"] in TERMINAL_STATUSES:
                assert (after["status"], after["pexit"], after["totalcost"]) == (
                    before["status"],
                    before["pexit"],
                    before["totalcost"],
                )
            assert after["status"] in (*TASK_STATUS_ORDER, "task_cancel", "task_error")
        told = client.control("GET", "/books")
        assert Decimal(told["wallet_usd"]) == Decimal(300) - Decimal(told["charges_usd"])
        for record in books.submissions:
            ends = [frame for frame in record.frames if frame in TERMINAL_STATUSES]
            assert len(ends) <= 1
            assert record.charged_usd in (0, Decimal("0.03"))
            assert record.charged_usd == 0 or record.model == "sandbox/image"
        assert books.violations == []
    finally:
        client.http.close()
