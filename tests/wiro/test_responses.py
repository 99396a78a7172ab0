from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import Drop, FaultyServer, Reply
from wiro import AsyncWiro, RawResponse, Wiro, record_responses
from wiro.errors import NotFoundError, TransportError
from wiro.retry import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = Reply(body={"result": True, "tasklist": []}, headers={"X-Request-Id": "r-1"})


@pytest.fixture(autouse=True)
def _quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RetryPolicy, "delay", lambda self, index, jitter=1.0: 0.01)


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer(GOOD) as running:
        yield running


@pytest.fixture
def wiro(server: FaultyServer) -> Iterator[Wiro]:
    with Wiro("test-key", base_url=server.url, timeout=5) as client:
        yield client


def test_an_answer_as_it_came(wiro: Wiro, server: FaultyServer) -> None:
    with record_responses() as responses:
        answer = wiro.api.tasks.detail(taskid="1")
    (response,) = responses
    assert answer.tasklist == []
    assert type(response) is RawResponse
    assert type(response.headers) is dict
    assert (response.operation, response.method, response.status_code) == ("tasks_detail", "POST", 200)
    assert response.url == f"{server.url}/Task/Detail"
    assert response.headers["x-request-id"] == "r-1"
    assert response.json() == {"result": True, "tasklist": []}
    assert response.text.encode() == response.content
    assert 0 < response.elapsed_seconds < 5
    assert response.attempt == 1
    assert "r-1" not in repr(response)
    assert "tasklist" not in repr(response)


def test_nothing_is_kept_before_and_after(wiro: Wiro) -> None:
    wiro.api.tasks.detail(taskid="1")
    with record_responses() as responses:
        pass
    wiro.api.tasks.detail(taskid="1")
    assert responses == []


def test_refusals_and_repeated_attempts(wiro: Wiro, server: FaultyServer) -> None:
    refusal = Reply(404, body={"result": False, "errors": [{"code": 1, "message": "There is no task yet"}]})
    server.script(Reply(503, body=b"<html>"), Drop("after_body"), refusal)
    with record_responses() as responses, pytest.raises(NotFoundError):
        wiro.api.tasks.detail(taskid="1")
    assert [(response.status_code, response.attempt) for response in responses] == [(503, 1), (404, 3)]
    assert responses[0].text == "<html>"


def test_no_answer_is_none(wiro: Wiro, server: FaultyServer) -> None:
    server.default = Drop("after_body")
    with record_responses() as responses, pytest.raises(TransportError):
        wiro.api.tasks.detail(taskid="1")
    assert responses == []


def test_high_level_calls(wiro: Wiro, server: FaultyServer) -> None:
    """What runs on the background loop is kept too, and blocks within blocks each keep their own."""
    server.script(Reply(body={"result": True, "tool": [{"slugowner": "o", "slugproject": "m"}]}))
    with record_responses() as outer:
        wiro.models.get("o/m")
        with record_responses() as inner, pytest.raises(NotFoundError):
            wiro.result("1")
    assert [response.operation for response in outer] == ["tools_detail", "tasks_detail"]
    assert [response.operation for response in inner] == ["tasks_detail"]


def test_other_threads_are_none_of_its_business(wiro: Wiro) -> None:
    def call() -> None:
        wiro.api.tasks.detail(taskid="1")

    with record_responses() as responses:
        other = threading.Thread(target=call)
        other.start()
        other.join()
    assert responses == []


async def test_coroutines(server: FaultyServer) -> None:
    async with AsyncWiro("test-key", base_url=server.url) as wiro:

        async def recorded(count: int) -> list[RawResponse]:
            with record_responses() as responses:
                for _ in range(count):
                    await wiro.api.tasks.detail(taskid="1")
            return responses

        found: list[Any] = await asyncio.gather(recorded(1), recorded(3))
    assert [len(responses) for responses in found] == [1, 3]


async def test_background_tasks_that_live_on_keep_nothing(server: FaultyServer) -> None:
    async with AsyncWiro("test-key", base_url=server.url) as wiro:
        ended = asyncio.Event()

        async def later() -> None:
            await ended.wait()
            await wiro.api.tasks.detail(taskid="1")

        with record_responses() as responses:
            task = asyncio.create_task(later())
            await asyncio.sleep(0)
        ended.set()
        await task
    assert responses == []
