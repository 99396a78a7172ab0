from __future__ import annotations

import json
import re
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit

import httpx
import pytest
from attrs import fields

import wiro.sandbox
from wiro.sandbox import Sandbox
from wiro.sandbox.faults import Fault, FaultKind

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient

_PAGE = Path(wiro.sandbox.__file__).parent / "page"


def test_the_root_leads_to_the_page(client: SandboxClient) -> None:
    origin = client.control_url.removesuffix("/_sandbox")
    response = client.http.get(origin + "/", follow_redirects=True)
    assert response.url.path == "/_sandbox/page/"
    assert response.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]


def test_all_files_of_the_page_are_served_and_nothing_else(client: SandboxClient) -> None:
    for path in _PAGE.iterdir():
        response = client.http.get(f"{client.control_url}/page/{path.name}")
        assert (response.status_code, response.content) == (200, path.read_bytes())
        assert response.headers["x-content-type-options"] == "nosniff"
    for name in ("world.py", "..%2Fworld.py", "%2e%2e/world.py", "..%5Cworld.py", "no.js"):
        assert client.http.get(f"{client.control_url}/page/{name}").status_code in (403, 404), name


def test_the_page_needs_no_network_and_no_script_in_its_markup() -> None:
    for path in _PAGE.iterdir():
        text = path.read_text()
        text = text.replace("http://www.w3.org/2000/svg", "")
        # Placeholders of input fields are no addresses.
        assert re.findall(r"https?://[^…]", text) == [], path.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), (
            path.name
        )
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|style=", (_PAGE / "index.html").read_text())


def test_the_page_has_words_for_every_fault_and_its_settings() -> None:
    text = (_PAGE / "faults.js").read_text()
    for kind in get_args(FaultKind):
        assert f"  {kind}: [" in text
    settings = {attribute.name for attribute in fields(Fault)} - {"kind", "used", "body"}
    for name in settings:
        assert f"    {name}: " in text, name


def test_all_modules_of_the_page_are_small_and_preloaded() -> None:
    markup = (_PAGE / "index.html").read_text()
    for path in _PAGE.glob("*.js"):
        assert len(path.read_text().splitlines()) < 400
        assert f'"{path.name}"' in markup


@pytest.mark.parametrize("require_signature", [False, True])
def test_the_bridge_calls_the_api_with_the_key(require_signature: bool) -> None:
    with Sandbox(time_scale=50, require_signature=require_signature) as sandbox:
        origin = sandbox.base_url.removesuffix("/v1")
        with httpx.Client(base_url=f"{origin}/_sandbox/api", trust_env=False) as http:
            answer = http.post("/Run/sandbox/queued", json={"prompt": "hi"}).json()
            assert answer["result"] is True
            form = {"inputImage": ("a.txt", b"abc", "text/plain"), "prompt": (None, "with a file")}
            assert http.post("/Run/sandbox/image-edit", files=form).json()["result"] is True
            assert http.post("/No/Such", json={}).status_code == 404
        assert [submission.model for submission in sandbox.books.submissions] == [
            "sandbox/queued",
            "sandbox/image-edit",
        ]
        assert sandbox.books.counts["runs_create"] == 2
        assert sandbox.api_secret not in json.dumps(httpx.get(f"{origin}/_sandbox/state", trust_env=False).json())


def test_events_tell_first_everything_and_then_what_changes(client: SandboxClient) -> None:
    with client.http.stream("GET", f"{client.control_url}/events") as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = (json.loads(line[5:]) for line in response.iter_lines() if line.startswith("data:"))
        assert next(lines)["whole"] is True
        task_id = client.run("sandbox/queued")["taskid"]
        changes = next(lines)
        assert [task["id"] for task in changes["tasks"]] == [task_id]
        assert "models" not in changes


def test_a_page_that_does_not_read_slows_nobody_down(client: SandboxClient) -> None:
    address = urlsplit(client.control_url)
    with socket.create_connection((str(address.hostname), int(address.port or 0))) as sleeper:
        sleeper.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sleeper.sendall(b"GET /_sandbox/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.sandbox.reset()
        started = time.monotonic()
        for _ in range(100):
            client.run("sandbox/language", prompt="word " * 2000, seconds=1)
        client.post("/Tool/List")
        assert time.monotonic() - started < 20
        last = client.sandbox.books.submissions[-1]
        client.wait(last.taskid)


def test_an_open_stream_does_not_hold_up_the_end() -> None:
    sandbox = Sandbox(time_scale=50).start()
    with (
        httpx.Client(trust_env=False) as http,
        http.stream("GET", f"{sandbox.base_url[:-3]}/_sandbox/events") as response,
    ):
        assert next(response.iter_lines())
        started = time.monotonic()
        sandbox.stop()
        assert time.monotonic() - started < 3
