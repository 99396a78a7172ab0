from __future__ import annotations

import asyncio
import io
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import call, config_for
from tests.support.http_server import Drop, FaultyServer, Reply, refused_url, wait_for
from tests.support.transports import FACES, Face
from tests.support.vectors import vectors
from wiro import transport as transport_module
from wiro.errors import (
    AmbiguousRequestError,
    ApiError,
    AuthenticationError,
    InvalidArgumentError,
    InvalidRequestError,
    InvalidResponseError,
    RateLimitError,
    RequestTimeoutError,
    ServerError,
    TransportError,
)
from wiro.transport import AsyncTransport, SyncTransport
from wiro_client.calls import FormPart
from wiro_client.types import UNSET, File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiro.config import Config


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture(params=FACES)
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[[Config], Face]]:
    faces: list[Face] = []

    def open_face(config: Config) -> Face:
        faces.append(FACES[request.param](config).__enter__())
        return faces[-1]

    yield open_face
    for face in faces:
        face.__exit__()


Connect = "Callable[[Config], Face]"


def test_a_request_arrives_as_built(server: FaultyServer, connect: Connect) -> None:
    answer = connect(config_for(server.url)).send(call(json={"taskid": "ü", "n": 1}))
    assert answer == {"result": True, "errors": []}
    (seen,) = server.requests
    assert (seen.method, seen.path) == ("POST", "/v1/Task/Detail")
    assert seen.body == '{"taskid":"ü","n":1}'.encode()
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["x-api-key"] == "test-api-key"
    assert seen.headers["user-agent"].startswith("wiro-python/")
    assert not {"x-nonce", "x-signature", "authorization", "teamguid", "cookie"} & set(seen.headers)


REQUESTS = [
    vector
    for prefix in ("endpoint.", "run.")
    for vector in vectors(prefix)
    if vector["method"] == "POST" and "->" not in vector["path"]
]


@pytest.mark.parametrize("vector", REQUESTS, ids=lambda vector: vector["name"])
def test_requests_are_those_of_the_public_clients(
    server: FaultyServer, connect: Connect, vector: dict[str, Any]
) -> None:
    server.default = Reply(body=vector.get("response_body") or {})
    path = re.sub(r"\{\w+\}", "some-slug", vector["path"])
    try:
        connect(config_for(server.url)).send(call(path=path, json=vector["request_body"]))
    except ApiError:
        assert (vector.get("response_body") or {}).get("result") is False
    (seen,) = server.requests
    assert seen.path == "/v1" + path
    assert seen.json() == vector["request_body"]
    for name, value in vector["headers_checked"].items():
        assert seen.headers[name.lower()] == value


ENVELOPES = {
    "ApiResult(code=E1)": ApiError,
    "Authentication": AuthenticationError,
    "Validation": InvalidRequestError,
    "UnknownApi": ServerError,
    "UnknownApi non-object": InvalidResponseError,
    "UnknownApi invalid JSON (body not in message)": InvalidResponseError,
    "UnknownApi (body not in message)": ServerError,
}


@pytest.mark.parametrize(
    "vector", vectors("envelope"), ids=lambda vector: f"{vector['name']} {vector['response_body']}"
)
def test_answers_are_understood_as_the_public_clients_do(
    server: FaultyServer, connect: Connect, vector: dict[str, Any]
) -> None:
    body = vector["response_body"]
    content = body.encode() if isinstance(body, str) else body
    server.default = Reply(vector["response_status"], content)
    face, options = connect(config_for(server.url)), {"max_retries": 0}
    expected = vector["expect"]
    if expected.get("error") == "{} success":
        assert face.send(call(), options) == {}
        return
    with pytest.raises(ENVELOPES.get(expected.get("error"), ServerError)) as caught:
        face.send(call(), options)
    assert "secret-token" not in str(caught.value)
    if "message" in expected:
        assert (caught.value.message, str(caught.value.code)) == (expected["message"], expected["code"])


def test_every_attempt_is_signed_anew(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    server.script(Reply(503), Reply(502))
    connect(config_for(server.url, api_secret="secret")).send(call())
    nonces = [int(seen.headers["x-nonce"]) for seen in server.requests]
    assert len(nonces) == 3
    assert nonces == sorted(set(nonces))
    assert len({seen.headers["x-signature"] for seen in server.requests}) == 3


def test_a_hundred_parallel_calls_never_share_a_nonce(server: FaultyServer) -> None:
    with SyncTransport(config_for(server.url, api_secret="secret")) as shared, ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: shared.send(call()), range(100)))
    assert len({seen.headers["x-nonce"] for seen in server.requests}) == 100


@pytest.mark.parametrize("auth", ["none", "runtime"])
def test_public_operations_get_no_credentials(server: FaultyServer, connect: Connect, auth: Any) -> None:
    connect(config_for(server.url, team_guid="team")).send(call(auth=auth))
    assert not {"x-api-key", "authorization", "teamguid"} & set(server.requests[0].headers)


def test_bearer_and_team(server: FaultyServer, connect: Connect) -> None:
    face = connect(config_for(server.url, auth="bearer", team_guid="team-1"))
    face.send(call())
    face.send(call(headers={"teamGUID": "team-2"}))
    assert [seen.headers["authorization"] for seen in server.requests] == ["Bearer test-api-key"] * 2
    assert [seen.headers["teamguid"] for seen in server.requests] == ["team-1", "team-2"]


def test_headers_of_one_call(server: FaultyServer, connect: Connect) -> None:
    face = connect(config_for(server.url))
    face.send(call(), {"headers": {"X-Trace": "7", "user-agent": "mine"}})
    assert (server.requests[0].headers["x-trace"], server.requests[0].headers["user-agent"]) == ("7", "mine")
    for headers in ({"X-Bad": "a\r\nx-api-key: b"}, {"X-Bad": "ü"}, {"bad name": "x"}, {"": "x"}, {"X-Bad": 1}):
        with pytest.raises(InvalidArgumentError, match="header"):
            face.send(call(), {"headers": headers})
    assert len(server.requests) == 1


def test_what_is_not_json_is_named_and_not_sent(server: FaultyServer, connect: Connect) -> None:
    face = connect(config_for(server.url))
    for value, mention in [
        ({"a": {"b": [1, {2}]}}, r"a\.b\[1\] is a set"),
        ({"a": float("nan")}, "a is nan"),
        ({"a": "\ud800"}, "a is no valid text"),
    ]:
        with pytest.raises(InvalidArgumentError, match=mention):
            face.send(call("charge", json=value))
    assert not server.requests


def test_options_are_checked(server: FaultyServer, connect: Connect) -> None:
    face = connect(config_for(server.url))
    for options in ({"timeout": 0}, {"timeout": "1"}, {"max_retries": -1}, {"max_retries": True}):
        with pytest.raises(ValueError, match=next(iter(options))):
            face.send(call(), options)
    assert not server.requests
    assert face.send(call(), {"timeout": None}) == {"result": True, "errors": []}


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the pauses of the policy short; what the server asks for stays as long as it says."""
    from wiro.retry import RetryPolicy

    monkeypatch.setattr(RetryPolicy, "delay", lambda self, index, jitter=1.0: 0.01)


def test_a_read_survives_every_kind_of_fault(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    face = connect(config_for(server.url))
    for fault in (
        Drop("before_request"),
        Drop("during_body"),
        Drop("after_body"),
        Reply(send_only=3),
        *(Reply(status) for status in (408, 429, 500, 502, 503, 504)),
    ):
        server.script(fault, fault)
        assert face.send(call())["result"] is True


def test_retries_end_with_the_last_error(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    face = connect(config_for(server.url))
    server.default = Reply(503, b"<html>bad gateway, canary</html>")
    with pytest.raises(ServerError) as caught:
        face.send(call())
    assert (caught.value.status_code, len(server.requests)) == (503, 3)
    assert "canary" not in str(caught.value)
    with pytest.raises(ServerError):
        face.send(call(), {"max_retries": 0})
    assert len(server.requests) == 4
    server.default = Drop("after_body")
    with pytest.raises(TransportError, match=r"test_read got no answer \(tried 3 times\)") as lost:
        face.send(call())
    assert (lost.value.operation, lost.value.attempts, lost.value.retryable) == ("test_read", 3, True)
    assert lost.value.__cause__ is not None


def test_nobody_listens(connect: Connect, quick_retries: None) -> None:
    for effect in ("read", "charge"):
        with pytest.raises(TransportError, match=rf"test_{effect} could not be sent \(tried 3 times\)"):
            connect(config_for(refused_url())).send(call(effect))


def test_an_unknown_host_is_no_ambiguous_end(connect: Connect, quick_retries: None) -> None:
    with pytest.raises(TransportError, match="could not be sent"):
        connect(config_for("http://no-such-host.invalid/v1")).send(call("charge"))


def test_a_connection_that_is_never_accepted_times_out_unsent(connect: Connect, quick_retries: None) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        crowd = [socket.socket() for _ in range(8)]
        for waiting in crowd:  # fill the queue of connections: the next handshake is not answered
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        face = connect(config_for(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", timeout=0.2))
        with pytest.raises(RequestTimeoutError, match="could not be sent"):
            face.send(call("charge"), {"max_retries": 1})
        for waiting in crowd:
            waiting.close()


def test_a_full_pool_is_no_ambiguous_end(server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_module, "_LIMITS", transport_module.httpx.Limits(max_connections=1))
    server.script(Reply(pause=1))
    with SyncTransport(config_for(server.url)) as shared, ThreadPoolExecutor(1) as pool:
        first = pool.submit(shared.send, call())
        wait_for(lambda: server.requests)
        with pytest.raises(RequestTimeoutError, match="could not be sent"):
            shared.send(call("charge"), {"timeout": 0.1, "max_retries": 0})
        assert first.result()["result"] is True
    assert len(server.requests) == 1


def test_retry_after_is_waited_for(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    server.script(Reply(429, headers={"Retry-After": "0.4"}))
    started = time.monotonic()
    connect(config_for(server.url)).send(call("charge"))
    assert 0.4 <= time.monotonic() - started < 2
    assert len(server.requests) == 2


def test_a_long_retry_after_is_left_to_the_caller(server: FaultyServer, connect: Connect) -> None:
    server.default = Reply(429, headers={"Retry-After": "3600"})
    with pytest.raises(RateLimitError) as caught:
        connect(config_for(server.url)).send(call())
    assert (caught.value.retry_after, len(server.requests)) == (3600, 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("effect", ["read", "create", "charge"])
def test_redirects_are_never_followed(server: FaultyServer, connect: Connect, status: int, effect: Any) -> None:
    server.default = Reply(status, headers={"Location": server.url + "/elsewhere"})
    ambiguous = status in (302, 303) and effect != "read"
    with pytest.raises(AmbiguousRequestError if ambiguous else ApiError):
        connect(config_for(server.url)).send(call(effect))
    assert len(server.requests) == 1


def test_silence_ends(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    server.default = Reply(pause=30)
    face = connect(config_for(server.url, timeout=0.6))
    with pytest.raises(RequestTimeoutError):
        face.send(call(), {"max_retries": 1})
    assert len(server.requests) == 2
    with pytest.raises(AmbiguousRequestError):
        face.send(call("charge"))
    assert len(server.requests) == 3


def test_an_answer_that_drips_ends(server: FaultyServer, connect: Connect) -> None:
    """Each byte comes in time; all together they would take half a minute."""
    server.default = Reply(body=b" " * 300, drip=0.1)
    started = time.monotonic()
    with pytest.raises(RequestTimeoutError, match=r"longer than 0\.4 s"):
        connect(config_for(server.url, timeout=0.4)).send(call(), {"max_retries": 0})
    assert time.monotonic() - started < 5


def test_an_endless_answer_ends(server: FaultyServer, connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiro._answer_body.MAX_ANSWER_BYTES", 1000)
    server.default = Reply(body=b" " * 100_000)
    with pytest.raises(TransportError, match="larger than 1000 bytes"):
        connect(config_for(server.url)).send(call(), {"max_retries": 0})


def test_an_ambiguous_request_says_what_to_do(server: FaultyServer, connect: Connect) -> None:
    server.default = Drop("after_body")
    with pytest.raises(AmbiguousRequestError) as caught:
        connect(config_for(server.url)).send(call("charge"))
    assert (caught.value.operation, caught.value.status_code) == ("test_charge", None)
    assert "may have been accepted" in str(caught.value)
    assert "before you send it again" in str(caught.value)
    assert isinstance(caught.value.__cause__, TransportError)


def test_garbage_after_a_success_is_ambiguous_for_money_only(server: FaultyServer, connect: Connect) -> None:
    server.default = Reply(200, b"<html>")
    face = connect(config_for(server.url))
    with pytest.raises(InvalidResponseError):
        face.send(call())
    with pytest.raises(AmbiguousRequestError) as caught:
        face.send(call("charge"))
    assert caught.value.status_code == 200
    assert len(server.requests) == 2


class Pipe(io.RawIOBase):
    """A source that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


def upload(payload: Any, effect: Any = "read") -> Any:
    parts = [FormPart("prompt", "a fox"), FormPart("inputImage", File(payload, "fox.png", "image/png"))]
    return call(effect, path="/Run/o/m", json=UNSET, form=parts)


CONTENT = bytes(range(256)) * 1000


@pytest.mark.parametrize("kind", [bytes, io.BytesIO, Pipe])
def test_files_arrive_byte_for_byte(server: FaultyServer, connect: Connect, kind: Any) -> None:
    connect(config_for(server.url)).send(upload(kind(CONTENT)))
    (seen,) = server.requests
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert CONTENT in seen.body
    chunked = kind is Pipe
    assert ("transfer-encoding" in seen.headers, "content-length" in seen.headers) == (chunked, not chunked)


def test_files_are_rewound_for_a_resend(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    server.script(Reply(503), Drop("after_body"))
    stream = io.BytesIO(b"skip" + CONTENT)
    stream.seek(4)
    connect(config_for(server.url)).send(upload(stream))
    assert len(server.requests) == 3
    assert len({seen.body for seen in server.requests}) == 1


def test_what_cannot_be_rewound_is_not_resent(server: FaultyServer, connect: Connect, quick_retries: None) -> None:
    server.default = Reply(503)
    with pytest.raises(ServerError):
        connect(config_for(server.url)).send(upload(Pipe(CONTENT)))
    assert len(server.requests) == 1


def test_connections_are_reused(server: FaultyServer, connect: Connect) -> None:
    face = connect(config_for(server.url))
    for _ in range(5):
        face.send(call())
    assert server.connections == 1


def test_a_closed_client_says_so_and_claims_nothing_was_sent(server: FaultyServer) -> None:
    closed = SyncTransport(config_for(server.url))
    closed.close()
    with pytest.raises(RuntimeError, match="closed") as caught:
        closed.send(call("charge"))
    assert not getattr(caught.value, "__notes__", None)


async def test_a_closed_asynchronous_client_says_so(server: FaultyServer) -> None:
    closed = AsyncTransport(config_for(server.url))
    await closed.aclose()
    with pytest.raises(RuntimeError, match="closed"):
        await closed.send(call())


def test_one_ssl_context_serves_all(server: FaultyServer) -> None:
    first, second = SyncTransport(config_for(server.url)), SyncTransport(config_for(server.url))
    first.send(call())
    context = transport_module._shared_ssl_context()
    second.send(call())
    assert transport_module._shared_ssl_context() is context
    assert context.check_hostname
    first.close()
    second.close()


def test_an_asynchronous_transport_lives_in_many_loops(server: FaultyServer) -> None:
    shared = AsyncTransport(config_for(server.url))
    for _ in range(3):
        assert asyncio.run(shared.send(call()))["result"] is True
    assert len(transport_module._connections) == 1  # those of finished loops are let go of


async def test_asynchronous_transports_of_a_loop_share_connections(server: FaultyServer) -> None:
    first, second = AsyncTransport(config_for(server.url)), AsyncTransport(config_for(server.url))
    for transport in (first, second, first):
        await transport.send(call())
    assert server.connections == 1
    await first.aclose()
    assert (first.connected, second.connected) == (False, True)
    await second.send(call())
    assert server.connections == 1
    with pytest.raises(RuntimeError, match="closed"):
        await first.send(call())
    await second.aclose()
    assert not second.connected


async def test_asynchronous_transports_share_no_credentials_and_no_cookies(server: FaultyServer) -> None:
    server.default = Reply(headers={"Set-Cookie": "session=first; Path=/"})
    async with (
        AsyncTransport(config_for(server.url)) as first,
        AsyncTransport(config_for(server.url, api_key="other")) as second,
    ):
        await first.send(call())
        await second.send(call())
    mine, other = (request.headers for request in server.requests[-2:])
    assert mine["x-api-key"] != other["x-api-key"] == "other"
    assert "cookie" not in other


async def test_cancelling_a_paid_request_leaves_a_note(server: FaultyServer) -> None:
    server.default = Reply(pause=30)
    async with AsyncTransport(config_for(server.url)) as transport:
        for effect, noted in (("charge", True), ("read", False)):
            arrived = len(server.requests)
            task = asyncio.create_task(transport.send(call(effect)))
            await asyncio.to_thread(wait_for, lambda before=arrived: len(server.requests) > before)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            notes = getattr(caught.value, "__notes__", [])
            assert any("may have been accepted" in note for note in notes) is noted


def test_control_c_in_a_paid_request_leaves_a_note(server: FaultyServer) -> None:
    server.default = Reply(pause=30)
    script = f"""
    from tests.support.calls import call, config_for
    from wiro.transport import SyncTransport
    try:
        SyncTransport(config_for({server.url!r})).send(call("charge"))
    except KeyboardInterrupt as error:
        print(error.__notes__)
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True)
    wait_for(lambda: server.requests, 20)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=20)
    assert "test_charge was interrupted" in output
    assert "may have been accepted" in output


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_gets_connections_of_its_own(server: FaultyServer) -> None:
    with SyncTransport(config_for(server.url)) as shared:
        shared.send(call())
        child = os.fork()
        if child == 0:
            try:
                shared.send(call())
            except BaseException:
                os._exit(1)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        shared.send(call())
    assert (len(server.requests), server.connections) == (3, 2)


def test_secrets_reach_no_log(server: FaultyServer, connect: Connect, quick_retries: None, caplog: Any) -> None:
    server.script(Reply(503), Drop("after_body"))
    config = config_for(server.url, api_key="canary-key", api_secret="canary-secret")
    with caplog.at_level(logging.DEBUG):
        connect(config).send(call(json={"tasktoken": "canary-token"}))
    text = caplog.text + repr([vars(record) for record in caplog.records])
    assert "canary" not in text
    sent = {seen.headers[name] for seen in server.requests for name in ("x-nonce", "x-signature")}
    assert not any(value in text for value in sent)
    events = [record.__dict__["wiro"] for record in caplog.records if record.name == "wiro.transport"]
    assert [(event["attempt"], event.get("status")) for event in events] == [(1, 503), (2, None), (3, 200)]
    assert [event.get("resend_in_seconds") for event in events] == [0.01, 0.01, None]
    assert all(event["operation"] == "test_read" and event["elapsed_ms"] >= 0 for event in events)


def test_downloads_stream(server: FaultyServer, connect: Connect) -> None:
    server.default = Reply(200, CONTENT, {"Content-Type": "image/png"})
    content, download = connect(config_for(server.url)).fetch(server.url + "/files/fox.png")
    assert content == CONTENT
    assert (download.size, download.content_type) == (len(CONTENT), "image/png")
    assert server.requests[0].method == "GET"


def test_parallel_threads_share_a_transport(server: FaultyServer) -> None:
    ready = threading.Barrier(10)
    with SyncTransport(config_for(server.url)) as shared:

        def send(number: int) -> Any:
            ready.wait()
            return shared.send(call(json={"n": number}))

        with ThreadPoolExecutor(10) as pool:
            assert len(list(pool.map(send, range(10)))) == 10
    assert sorted(seen.json()["n"] for seen in server.requests) == list(range(10))


def test_answers_may_be_compressed(server: FaultyServer, connect: Connect) -> None:
    import gzip

    server.default = Reply(body=gzip.compress(b'{"result": true, "n": 1}'), headers={"Content-Encoding": "gzip"})
    assert connect(config_for(server.url)).send(call()) == {"result": True, "n": 1}
    server.default = Reply(body=b"not gzip", headers={"Content-Encoding": "gzip"})
    with pytest.raises(AmbiguousRequestError):
        connect(config_for(server.url)).send(call("charge"))
