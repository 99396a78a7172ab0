import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.sandbox_client import SandboxClient, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator


class Receiver(HTTPServer):
    received: list[tuple[str, dict[str, Any], dict[str, str]]]
    status = 200


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.received.append((self.path, body, {key.lower(): value for key, value in self.headers.items()}))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def receiver() -> "Iterator[Receiver]":
    server = Receiver(("127.0.0.1", 0), _Handler)
    server.received = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def url(receiver: Receiver) -> str:
    return f"http://127.0.0.1:{receiver.server_port}/hook"


@pytest.mark.parametrize("model", ["image", "failing"])
def test_result_is_posted_when_the_task_completes(client: SandboxClient, receiver: Receiver, model: str) -> None:
    task_id = client.run(f"sandbox/{model}", prompt="a", seconds=0, callbackUrl=url(receiver))["taskid"]
    wait_until(lambda: client.sandbox.books.webhooks != [])
    ((path, body, headers),) = receiver.received
    assert (path, body) == ("/hook", client.detail(task_id))
    assert body["status"] == "task_postprocess_end"
    assert headers["content-type"] == "application/json"
    assert not {"authorization", "x-api-key"} & set(headers)
    (attempt,) = client.sandbox.books.webhooks
    assert (attempt.taskid, attempt.url, attempt.status) == (task_id, url(receiver), 200)


def test_no_post_for_a_cancelled_task(client: SandboxClient, receiver: Receiver) -> None:
    task_id = client.run("sandbox/queued", callbackUrl=url(receiver))["taskid"]
    client.post("/Task/Cancel", {"taskid": task_id})
    client.wait(client.run("sandbox/image", prompt="a", seconds=0, callbackUrl=url(receiver))["taskid"])
    wait_until(lambda: client.sandbox.books.webhooks != [])
    assert len(receiver.received) == 1


def test_refusing_receiver_is_recorded_and_not_asked_again(client: SandboxClient, receiver: Receiver) -> None:
    receiver.status = 500
    client.run("sandbox/image", prompt="a", seconds=0, callbackUrl=url(receiver))
    wait_until(lambda: client.sandbox.books.webhooks != [])
    assert client.sandbox.books.webhooks[0].status == 500
    assert len(receiver.received) == 1


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "no address", "ftp://127.0.0.1/", "http://\x00/", "http://[/"]
)
def test_unreachable_receiver_harms_nothing(client: SandboxClient, address: str) -> None:
    task_id = client.run("sandbox/image", prompt="a", seconds=0, callbackUrl=address)["taskid"]
    wait_until(lambda: client.sandbox.books.webhooks != [])
    assert client.sandbox.books.webhooks[0].status is None
    assert client.detail(task_id)["pexit"] == "0"


def test_payload_that_the_bundle_forbids_is_a_failure_and_not_sent(
    client: SandboxClient, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wiro.sandbox.runner.task_row", lambda *_: {"status": 5})
    client.run("sandbox/image", prompt="a", seconds=0, callbackUrl=url(receiver))
    wait_until(lambda: client.sandbox.books.violations != [])
    (violation,) = client.sandbox.books.violations
    assert violation.where == "TaskWebhook"
    assert receiver.received == []
    client.sandbox.books.violations.clear()
