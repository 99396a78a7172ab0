import socket
import struct
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.sandbox import Sandbox

DETAIL = "/Task/Detail"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/Task/Nothing"),
        ("GET", DETAIL),
        ("POST", "/Run/sandbox"),
        ("POST", "/Run/sandbox/image/more"),
        ("POST", "/Run//image"),
        ("POST", ""),
    ],
)
def test_unknown_address_is_404_with_the_documented_message(client: SandboxClient, method: str, path: str) -> None:
    response = client.http.request(method, path)
    assert response.status_code == 404
    assert response.json() == {"result": False, "errors": [{"code": 0, "message": "Error parsing url."}]}


def test_success_has_the_envelope(client: SandboxClient) -> None:
    answer = client.run("sandbox/language", prompt="a")
    assert list(answer) == ["result", "errors", "taskid", "socketaccesstoken"]
    assert (answer["result"], answer["errors"]) == (True, [])
    assert len(answer["socketaccesstoken"]) == 30


@pytest.mark.parametrize("path", [DETAIL, "/Run/sandbox/image", "/Tool/List"])
def test_wrong_key_is_401_before_anything_else(client: SandboxClient, path: str) -> None:
    refused = client.error(path, headers={"x-api-key": "other"})
    assert refused == (401, 0, "Project authorization is not founded.")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"text"',
        b"\xff",
        b"[" * 100_000,
        b'{"taskid": NaN}',
        b'{"taskid": -Infinity}',
        b'{"taskid": "\\ud800"}',
        b'{"\\uDfFf": 1}',
    ],
)
def test_body_that_is_no_object(client: SandboxClient, body: bytes) -> None:
    response = client.http.post(DETAIL, content=body, headers={"content-type": "application/json"})
    assert response.status_code == 200
    assert response.json()["errors"] == [{"code": 0, "message": "Request parameters are invalid."}]


def test_empty_body_is_an_empty_object(client: SandboxClient) -> None:
    response = client.http.post(DETAIL)
    assert response.json()["errors"] == [{"code": 0, "message": "taskid or socketaccesstoken is required"}]


def test_body_that_the_bundle_forbids_is_refused_and_recorded(client: SandboxClient) -> None:
    task_id = client.run("sandbox/queued")["taskid"]
    assert client.error(DETAIL, {"taskid": task_id, "taskld": "1"}) == (200, 0, "Request parameters are invalid.")
    (violation,) = client.sandbox.books.violations
    assert (violation.direction, violation.where) == ("request", "tasks_detail")
    assert "taskld" in violation.problem


def test_run_that_the_bundle_forbids_has_no_effect(client: SandboxClient) -> None:
    body = {"prompt": "a", "callbackUrl": 5}
    assert client.error("/Run/sandbox/image", body) == (200, 0, "Request parameters are invalid.")
    assert client.sandbox.books.submissions == []


def test_body_that_cannot_be_used_is_refused_without_validation_too() -> None:
    deployment = {"custom": True, "title": "a", "useprepaid": True}
    with Sandbox(validate=False) as sandbox:
        client = SandboxClient(sandbox)
        guid = client.post("/UserAgent/Deploy", deployment)["useragents"][0]["guid"]
        paid = sandbox.books.payments[:]
        bodies: list[tuple[str, dict[str, Any]]] = [
            ("/UserAgent/Deploy", deployment | {"skills": None}),
            ("/UserAgent/Deploy", deployment | {"credentials": "a"}),
            ("/UserAgent/Deploy", deployment | {"customskills": [{}]}),
            ("/UserAgent/Pin", {"useragentguid": guid}),
            ("/UserAgent/Update", {"guid": guid, "categories": None}),
            ("/UserAgent/Logs", {"useragentguid": guid, "lines": "all"}),
        ]
        for path, body in bodies:
            assert client.error(path, body) == (200, 0, "Request parameters are invalid."), (path, body)
        assert sandbox.books.payments == paid
        assert [violation.direction for violation in sandbox.books.violations] == ["request"] * len(bodies)


def test_oversized_bodies_are_refused_while_they_arrive() -> None:
    with Sandbox(max_json_bytes=1000, max_body_bytes=5000) as sandbox:
        client = SandboxClient(sandbox)
        assert client.error(DETAIL, {"taskid": "1" * 1000})[0] == 413
        response = client.http.post("/Run/sandbox/image-edit", files={"inputImage": b"1" * 5000}, data={"prompt": "a"})
        assert response.status_code == 413
        assert sandbox.books.submissions == []


def test_answer_that_the_bundle_forbids_is_a_failure(client: SandboxClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiro.sandbox.task_operations.task_row", lambda *_: {"status": 5})
    task_id = client.run("sandbox/queued")["taskid"]
    response = client.http.post(DETAIL, json={"taskid": task_id})
    assert response.status_code == 500
    assert "violates the bundle" in response.json()["errors"][0]["message"]
    (violation,) = client.sandbox.books.violations
    assert (violation.direction, violation.where) == ("response", "tasks_detail 200")
    client.sandbox.books.violations.clear()


def test_mistake_in_the_sandbox_is_visible(
    client: SandboxClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("wiro.sandbox.task_operations.task_row", broken)
    task_id = client.run("sandbox/queued")["taskid"]
    assert client.http.post(DETAIL, json={"taskid": task_id}).status_code == 500
    assert client.sandbox.books.violations[0].problem == "ZeroDivisionError: no such luck"
    assert "tasks_detail failed in the sandbox" in caplog.text
    client.sandbox.books.violations.clear()


def test_books_list_each_request(client: SandboxClient) -> None:
    client.error(DETAIL, {"taskid": "1"})
    client.run("sandbox/queued")
    wait_until(lambda: len(client.sandbox.books.requests) == 2)
    detail, run = client.sandbox.books.requests
    assert (detail.operation, detail.status, detail.result, detail.fault) == ("tasks_detail", 200, False, None)
    assert (run.operation, run.status, run.result) == ("runs_create", 200, True)
    assert detail.at <= run.at
    assert client.sandbox.books.counts == {"tasks_detail": 1, "runs_create": 1}
    assert client.sandbox.books.refusals == {"1": 1}


def test_client_that_leaves_amid_its_body_does_no_harm(client: SandboxClient) -> None:
    host, port = client.sandbox.base_url.removeprefix("http://").removesuffix("/v1").split(":")
    with socket.create_connection((host, int(port))) as peer:
        peer.sendall(
            b"POST /v1/Run/sandbox/image HTTP/1.1\r\nHost: x\r\nx-api-key: sandbox-key\r\n"
            b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        )
        wait_until(lambda: client.sandbox.books.counts["runs_create"] == 1)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert client.run("sandbox/queued")["result"] is True
    assert len(client.sandbox.books.submissions) == 1
