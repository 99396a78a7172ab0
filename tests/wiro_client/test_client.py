"""The stand-alone senders against a real server."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
from typing import Any

import httpx
import pytest

from tests.support.http_server import Drop, FaultyServer, Reply, refused_url
from wiro_client import Api, AsyncApi, AsyncClient, Client, File
from wiro_client.errors import ApiError, ConnectionFailedError, InvalidResponseError


class Sync:
    """The blocking client, and what every test does with one."""

    def __init__(self, url: str, **arguments: Any) -> None:
        self.client = Client(url, **arguments)
        self.api = Api(self.client)

    def detail(self, **arguments: Any) -> Any:
        return self.api.tasks.detail(taskid="1", **arguments)

    def run(self, body: dict[str, Any]) -> Any:
        return self.api.runs.create(owner_slug="o", model_slug="m", body=body)

    def close(self) -> None:
        self.client.close()


class Async:
    """The same with the client for coroutines."""

    def __init__(self, url: str, **arguments: Any) -> None:
        self.runner = asyncio.Runner()
        self.client = AsyncClient(url, **arguments)
        self.api = AsyncApi(self.client)

    def detail(self, **arguments: Any) -> Any:
        return self.runner.run(self.api.tasks.detail(taskid="1", **arguments))

    def run(self, body: dict[str, Any]) -> Any:
        return self.runner.run(self.api.runs.create(owner_slug="o", model_slug="m", body=body))

    def close(self) -> None:
        self.runner.run(self.client.aclose())
        self.runner.close()


@pytest.fixture
def server():
    with FaultyServer() as running:
        yield running


@pytest.fixture(params=[Sync, Async])
def face(request: pytest.FixtureRequest, server: FaultyServer):
    made = request.param(server.url + "/", headers={"x-api-key": "canary"})
    yield made
    made.close()


def test_a_call_and_its_answer(face: Any, server: FaultyServer) -> None:
    server.script(Reply(body={"result": True, "tasklist": [{"id": 7}]}))
    assert face.detail().tasklist[0].id == "7"
    (seen,) = server.requests
    assert (seen.method, seen.path) == ("POST", "/v1/Task/Detail")
    assert seen.json() == {"taskid": "1"}
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["x-api-key"] == "canary"


def test_request_options(face: Any, server: FaultyServer) -> None:
    face.detail(request_options={"headers": {"X-Extra": "1"}, "timeout": 5.0})
    assert server.requests[0].headers["x-extra"] == "1"
    server.script(Reply(pause=5.0))
    with pytest.raises(ConnectionFailedError, match="tasks_detail: ReadTimeout"):
        face.detail(request_options={"timeout": 0.05})


@pytest.mark.parametrize("payload", [b"\r\n--+++--\r\n" * 3, bytes(range(256)) * 1000])
@pytest.mark.parametrize("open_file", [False, True])
def test_files_arrive_byte_for_byte(face: Any, server: FaultyServer, payload: bytes, open_file: bool) -> None:
    face.run({"prompt": "x", "image": File(io.BytesIO(payload) if open_file else payload, "a.png")})
    seen = server.requests[0]
    boundary = seen.headers["content-type"].partition("boundary=")[2].encode()
    pieces = seen.body.split(b"--" + boundary)
    assert len(pieces) == 4
    assert pieces[2].partition(b"\r\n\r\n")[2].removesuffix(b"\r\n") == payload
    assert int(seen.headers["content-length"]) == len(seen.body)


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(body={"result": False, "errors": [{"code": 1, "message": "m"}]}), ApiError),
        (Reply(status=520, body=b"<html>"), ApiError),
        (Reply(status=302, headers={"Location": "/elsewhere"}), ApiError),
        (Reply(body=b"<html>"), InvalidResponseError),
        (Reply(body=gzip.compress(b"{}")[:-10], headers={"Content-Encoding": "gzip"}), InvalidResponseError),
        (Reply(body=b"not gzip", headers={"Content-Encoding": "gzip"}), InvalidResponseError),
        (Reply(send_only=5), ConnectionFailedError),
        (Drop("before_request"), ConnectionFailedError),
        (Drop("after_body"), ConnectionFailedError),
    ],
)
def test_everything_that_goes_wrong_is_a_documented_error(
    face: Any, server: FaultyServer, reply: Any, error: type[Exception]
) -> None:
    server.script(reply)
    with pytest.raises(error) as caught:
        face.detail()
    assert caught.value.operation == "tasks_detail"  # type: ignore[attr-defined]
    assert len(server.requests) <= 1


def test_nobody_listens() -> None:
    with Client(refused_url()) as client, pytest.raises(ConnectionFailedError) as caught:
        Api(client).tasks.detail(taskid="1")
    assert isinstance(caught.value.__cause__, httpx.ConnectError)


def test_repr_hides_headers(face: Any) -> None:
    assert "canary" not in repr(face.client)
    assert "base_url='http://127.0.0.1" in repr(face.client)


def test_the_default_timeout_is_finite() -> None:
    with Client() as client:
        assert client.timeout == 60.0
        assert client.base_url == "https://api.wiro.ai/v1"


async def test_a_given_http_client_is_not_closed(server: FaultyServer) -> None:
    with httpx.Client() as http_client:
        with Client(server.url, http_client=http_client) as client:
            Api(client).tasks.detail(taskid="1")
        assert not http_client.is_closed
    async with httpx.AsyncClient() as async_http_client:
        async with AsyncClient(server.url, http_client=async_http_client) as async_client:
            await AsyncApi(async_client).tasks.detail(taskid="1")
        assert not async_http_client.is_closed
    assert [json.loads(seen.body) for seen in server.requests] == [{"taskid": "1"}] * 2
