import json
import time

import httpx
import pytest

from tests.support.sandbox_client import SandboxClient, wait_until

RUN = "/Run/sandbox/queued"


def test_drop_before_accepting_leaves_nothing(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="drop_before_accept", operation="runs_create")
    with pytest.raises(httpx.TransportError):
        client.http.post(RUN, json={})
    assert client.sandbox.books.submissions == []
    assert client.sandbox.books.counts["runs_create"] == 1
    assert client.run("sandbox/queued")["result"] is True


def test_drop_after_accepting_leaves_a_run_that_nobody_was_told_of(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="drop_after_accept", operation="runs_create")
    with pytest.raises(httpx.TransportError):
        client.http.post(RUN, json={})
    (submission,) = client.sandbox.books.submissions
    listed = client.post("/Task/List", {"modelName": "queued"})["tasklist"]
    assert [row["id"] for row in listed] == [submission.taskid]
    wait_until(lambda: len(client.sandbox.books.requests) == 2)
    assert client.sandbox.books.requests[0].fault == "drop_after_accept"


@pytest.mark.parametrize(("retry_after", "header"), [(None, None), (2, "2"), ("Wed, 21 Oct 2015 07:28:00 GMT",) * 2])
def test_status_with_and_without_retry_after(
    client: SandboxClient, retry_after: str | int | None, header: str | None
) -> None:
    client.sandbox.faults.add(kind="status", operation="runs_create", status=429, retry_after=retry_after)
    response = client.http.post(RUN, json={})
    assert (response.status_code, response.headers.get("retry-after")) == (429, header)
    assert client.sandbox.books.submissions == []


def test_gateway_error_after_accepting(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="status", status=502, accepted=True)
    assert client.http.post(RUN, json={}).status_code == 502
    assert len(client.sandbox.books.submissions) == 1


@pytest.mark.parametrize(("accepted", "submissions"), [(False, 0), (True, 1)])
def test_garbage_is_no_json(client: SandboxClient, accepted: bool, submissions: int) -> None:
    client.sandbox.faults.add(kind="garbage", accepted=accepted)
    response = client.http.post(RUN, json={})
    assert response.status_code == 200
    assert response.text.startswith("<html>")
    assert len(client.sandbox.books.submissions) == submissions


def test_garbage_may_be_a_refusal_that_the_sandbox_cannot_give(client: SandboxClient) -> None:
    refusal = {"result": False, "errors": [{"code": 0, "message": "Agent not found or inactive"}]}
    client.sandbox.faults.add(kind="garbage", operation="user_agents_deploy", body=json.dumps(refusal))
    assert client.error("/UserAgent/Deploy") == (200, 0, "Agent not found or inactive")


def test_delay_holds_one_request_up_and_no_other(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="delay", operation="tasks_list", seconds=0.3)
    task_id = client.run("sandbox/queued")["taskid"]
    started = time.monotonic()
    assert client.post("/Task/List")["total"] == "1"
    assert time.monotonic() - started >= 0.3
    started = time.monotonic()
    client.detail(task_id)
    assert time.monotonic() - started < 0.3


def test_download_may_break_off_amid_the_body(client: SandboxClient) -> None:
    row = client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    url = row["outputs"][0]["url"]
    client.sandbox.faults.add(kind="cut_body", operation="files_download")
    with client.http.stream("GET", url) as response:
        assert response.headers["content-length"] == row["outputs"][0]["size"]
        with pytest.raises(httpx.TransportError):
            response.read()
        assert response.num_bytes_downloaded == int(row["outputs"][0]["size"]) // 2
    assert len(client.http.get(url).content) == int(row["outputs"][0]["size"])
    assert client.sandbox.books.faults == {"cut_body": 1}


@pytest.mark.parametrize("chosen_by", ["taskid", "socketaccesstoken"])
@pytest.mark.parametrize("named_by", ["taskid", "socketaccesstoken"])
@pytest.mark.parametrize("accepted", [False, True])
def test_fault_may_hit_one_task_only(client: SandboxClient, chosen_by: str, named_by: str, accepted: bool) -> None:
    hit, spared = client.run("sandbox/queued"), client.run("sandbox/queued")
    client.sandbox.faults.add(kind="status", accepted=accepted, task_id=hit[chosen_by], times=None)
    assert client.http.post("/Task/Cancel", json={named_by: spared[named_by]}).json()["result"] is True
    assert client.post("/Task/List")["total"] == "2"
    assert client.http.post("/Task/Cancel", json={named_by: hit[named_by]}).status_code == 503
    assert client.http.post("/Task/Cancel", content=b"no json").status_code == 200
    client.sandbox.faults.clear()
    assert client.detail(hit["taskid"])["status"] == ("task_cancel" if accepted else "task_queue")
