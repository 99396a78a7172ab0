import time

import pytest

from tests.support.sandbox_client import SandboxClient, wait_until

NO_TASK = (200, 1, "There is no task yet.")
TASK_PATHS = ["/Task/Detail", "/Task/Cancel", "/Task/Kill", "/Task/InputOutputDelete"]


def test_detail_row_has_the_documented_keys_and_texts(client: SandboxClient) -> None:
    answer = client.run("sandbox/language", prompt="why?", seconds=6)
    row = client.wait(answer["taskid"])
    assert set(row) == {
        "id",
        "socketaccesstoken",
        "parameters",
        "status",
        "pexit",
        "debugoutput",
        "starttime",
        "endtime",
        "elapsedseconds",
        "totalcost",
        "modeldescription",
        "modelslugowner",
        "modelslugproject",
        "outputs",
    }
    assert row["id"] == answer["taskid"]
    assert row["socketaccesstoken"] == answer["socketaccesstoken"]
    assert row["parameters"] == {"prompt": "why?", "seconds": 6}
    assert (row["status"], row["pexit"]) == ("task_postprocess_end", "0")
    # The documented example: six seconds of a model at 0.000585 USD a second.
    assert (row["elapsedseconds"], row["totalcost"]) == ("6.0000", "0.003510000000")
    assert abs(int(row["starttime"]) - time.time()) < 60
    assert int(row["endtime"]) >= int(row["starttime"])
    assert (row["modelslugowner"], row["modelslugproject"]) == ("sandbox", "language")


def test_detail_by_each_name_of_the_token(client: SandboxClient) -> None:
    answer = client.run("sandbox/queued")
    for name in ("tasktoken", "socketaccesstoken"):
        found = client.post("/Task/Detail", {name: answer["socketaccesstoken"]})
        assert (found["total"], found["tasklist"][0]["id"]) == ("1", answer["taskid"])
    assert client.sandbox.books.violations == []


def test_waiting_task_knows_no_result(client: SandboxClient) -> None:
    row = client.detail(client.run("sandbox/queued")["taskid"])
    assert (row["status"], row["pexit"], row["outputs"]) == ("task_queue", None, [])
    assert (row["elapsedseconds"], row["totalcost"]) == ("0.0000", "0")
    assert not {"starttime", "endtime"} & set(row)


@pytest.mark.parametrize("path", TASK_PATHS)
def test_unknown_task(client: SandboxClient, path: str) -> None:
    client.run("sandbox/queued")
    assert client.error(path, {"tasktoken": "unknown"}) == NO_TASK


@pytest.mark.parametrize("path", TASK_PATHS)
def test_task_must_be_named(client: SandboxClient, path: str) -> None:
    assert client.error(path, {}) == (200, 0, "taskid or socketaccesstoken is required")
    assert client.error(path, {"taskid": ""}) == (200, 0, "taskid or socketaccesstoken is required")


@pytest.mark.parametrize("name", ["taskid", "tasktoken"])
def test_queued_task_is_cancelled_by_id_or_by_the_documented_token(client: SandboxClient, name: str) -> None:
    answer = client.run("sandbox/queued")
    reference = {"taskid": answer["taskid"], "tasktoken": answer["socketaccesstoken"]}[name]
    assert client.post("/Task/Cancel", {name: reference}) == {"result": True, "errors": [], "tasklist": []}
    row = client.detail(answer["taskid"])
    assert (row["status"], row["pexit"], row["totalcost"]) == ("task_cancel", None, "0")
    assert [stop.taskid for stop in client.sandbox.books.cancels] == [answer["taskid"]]
    assert client.error("/Task/Cancel", {name: reference}) == (200, 1, "Task is not in a cancellable state.")
    assert len(client.sandbox.books.cancels) == 1


def test_id_decides_which_task_is_cancelled_where_a_token_stands_beside_it(client: SandboxClient) -> None:
    first, second = client.run("sandbox/queued"), client.run("sandbox/queued")
    body = {"taskid": first["taskid"], "tasktoken": second["socketaccesstoken"]}
    assert client.post("/Task/Cancel", body)["result"] is True
    assert [client.detail(task["taskid"])["status"] for task in (first, second)] == ["task_cancel", "task_queue"]
    assert (
        client.error("/Task/Cancel", {"taskid": second["taskid"], "unknown": 1})[2] == "Request parameters are invalid."
    )


@pytest.mark.parametrize("name", ["taskid", "tasktoken", "socketaccesstoken"])
def test_running_task_is_killed_by_any_of_its_names_and_costs_nothing(client: SandboxClient, name: str) -> None:
    answer = client.run("sandbox/image", prompt="a", seconds=3600)
    task_id = answer["taskid"]
    wait_until(lambda: client.sandbox.books.submission(task_id).status == "task_start")
    reference = task_id if name == "taskid" else answer["socketaccesstoken"]
    assert client.error("/Task/Cancel", {"taskid": task_id}) == (200, 1, "Task is not in a cancellable state.")
    assert client.post("/Task/Kill", {name: reference})["result"] is True
    row = client.detail(task_id)
    assert (row["status"], row["pexit"], row["totalcost"], row["outputs"]) == ("task_cancel", None, "0", [])
    assert [stop.taskid for stop in client.sandbox.books.kills] == [task_id]
    assert client.sandbox.books.charges_usd == 0
    assert client.error("/Task/Kill", {name: reference})[1:] == (1, "Task could not be killed: task is not running")


def test_queued_task_cannot_be_killed(client: SandboxClient) -> None:
    answer = client.run("sandbox/queued")
    refused = client.error("/Task/Kill", {"taskid": answer["taskid"]})
    assert refused == (200, 1, "Task could not be killed: task is still queued")
    assert client.detail(answer["taskid"])["status"] == "task_queue"


def test_unknown_model(client: SandboxClient) -> None:
    missing = (200, 1, "slug-owner-project-not-exist")
    assert client.error("/Run/sandbox/nothing", {"prompt": "a"}) == missing
    assert client.error("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "nothing"}) == missing
    assert client.sandbox.books.submissions == []


def test_slugs_are_accepted_in_the_older_spelling(client: SandboxClient) -> None:
    assert client.run("sandbox/Image-Edit", prompt="a", inputImage="https://example.com/a.png")["result"] is True


def test_missing_parameter_is_refused_and_free(client: SandboxClient) -> None:
    assert client.error("/Run/sandbox/image", {}) == (200, 0, "Request parameter [prompt] required")
    assert client.sandbox.books.submissions == []


def test_record_of_a_submission(client: SandboxClient) -> None:
    before = time.time()
    answer = client.run("sandbox/queued", prompt="a", projectid="p1", callbackUrl="http://127.0.0.1:9/")
    (submission,) = client.sandbox.books.submissions
    assert (submission.taskid, submission.model) == (answer["taskid"], "sandbox/queued")
    assert submission.parameters == {"prompt": "a"}
    assert submission.identity == "p1 (key)"
    assert before <= submission.accepted_at <= time.time()
    assert submission.finished_at is None
    client.post("/Task/Cancel", {"taskid": answer["taskid"]})
    assert submission.finished_at is not None


def test_slots_are_given_back_by_every_end(client: SandboxClient) -> None:
    client.sandbox.set_balance("20")
    first = client.run("sandbox/queued")["taskid"]
    second = client.run("sandbox/image", prompt="a", seconds=3600)["taskid"]
    status, code, message = client.error("/Run/sandbox/image", {"prompt": "a"})
    assert (status, code) == (200, 96)
    assert "current balance of $20.00, you can run up to 2 tasks" in message
    client.post("/Task/Cancel", {"taskid": first})
    wait_until(lambda: client.sandbox.books.submission(second).status == "task_start")
    client.post("/Task/Kill", {"taskid": second})
    for _ in range(3):
        client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
        client.wait(client.run("sandbox/failing", prompt="a", seconds=0)["taskid"])


def test_insufficient_balance(client: SandboxClient) -> None:
    client.sandbox.set_balance("0.49")
    assert client.error("/Run/sandbox/image", {"prompt": "a"}) == (200, 97, "Insufficient balance")


def test_task_list_is_newest_first_filtered_and_paged_by_strings(client: SandboxClient) -> None:
    ids = [client.run(f"sandbox/{slug}", prompt="a")["taskid"] for slug in ("queued", "language", "queued")]
    body = {"type": "model", "sort": "id", "order": "DESC", "start": "0", "limit": "20"}
    answer = client.post("/Task/List", body)
    assert answer["total"] == "3"
    assert [row["id"] for row in answer["tasklist"]] == ids[::-1]
    assert [row["id"] for row in client.post("/Task/List", body | {"order": "ASC"})["tasklist"]] == ids
    filtered = client.post("/Task/List", body | {"modelName": "queue", "limit": "1", "start": "1"})
    assert (filtered["total"], [row["id"] for row in filtered["tasklist"]]) == ("2", [ids[0]])
    assert client.post("/Task/List", body | {"modelName": ""})["total"] == "3"
    assert client.post("/Task/List")["total"] == "3"


def test_input_output_delete_removes_files_and_repeats(client: SandboxClient) -> None:
    files = {"inputImage": ("a.png", b"content", "image/png"), "prompt": (None, b"a"), "seconds": (None, b"20")}
    answer = client.http.post("/Run/sandbox/image-edit", files=files).json()
    reference = {"tasktoken": answer["socketaccesstoken"]}
    refused = client.error("/Task/InputOutputDelete", reference)
    assert refused == (200, 1, "Task must be completed or cancelled before deleting files")
    row = client.wait(answer["taskid"])
    addresses = [row["outputs"][0]["url"], row["parameters"]["inputImage"]]
    assert [client.http.get(url).status_code for url in addresses] == [200, 200]
    for _ in range(2):
        assert client.post("/Task/InputOutputDelete", reference) == {"result": True, "errors": []}
    assert [client.http.get(url).status_code for url in addresses] == [404, 404]
    after = client.detail(answer["taskid"])
    assert after["outputs"] == []
    assert after["parameters"] == row["parameters"]


def test_task_stat_counts(client: SandboxClient) -> None:
    client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    client.wait(client.run("sandbox/failing", prompt="a", seconds=0)["taskid"])
    client.run("sandbox/queued")
    assert client.post("/Task/Stat")["stat"] == {"total": 3, "active": 1, "success": 1, "error": 1}


def test_books_tell_who_asked_about_each_task(client: SandboxClient) -> None:
    asked, silent = client.run("sandbox/queued"), client.run("sandbox/queued")
    client.detail(asked["taskid"])
    client.post("/Task/Detail", {"tasktoken": asked["socketaccesstoken"]})
    client.post("/Task/Cancel", {"taskid": asked["taskid"]})
    client.error("/Task/Cancel", {"taskid": asked["taskid"]})
    books = client.sandbox.books
    assert books.submission(asked["taskid"]).requests == {"tasks_detail": 2, "tasks_cancel": 2}
    assert books.submission(silent["taskid"]).requests == {}
    assert books.to_dict()["submissions"][0]["requests"] == {"tasks_detail": 2, "tasks_cancel": 2}
