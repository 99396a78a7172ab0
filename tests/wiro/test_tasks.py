from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import FaultyServer, Reply, Seen
from wiro import AsyncWiro, Wiro
from wiro.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = {"modelslugowner": "o", "modelslugproject": "m"}
ROWS: list[Any] = [
    {"id": "9", "socketaccesstoken": "canary", "status": "task_start", **MODEL},
    {"id": 8, "status": "task_cancel", "modelslugowner": "o", "modelslugproject": "m-2"},
    {"status": "task_end", **MODEL},
    {"id": "7", "status": None, **MODEL},
    {"id": "6"},
]


def answer(seen: Seen) -> Reply:
    start = int(seen.json()["start"])
    return Reply(body={"result": True, "total": "5", "tasklist": ROWS[start : start + 2]})


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer(answer) as running:
        yield running


def test_runs_are_listed_as_handles(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        runs = list(wiro.tasks.list(page_size=2))
    assert [(run.task_id, run.model, run.status) for run in runs] == [
        ("9", "o/m", "task_start"),
        ("8", "o/m-2", "task_cancel"),
        ("7", "o/m", None),
        ("6", "", None),
    ]
    assert [run.token for run in runs] == ["canary", None, None, None]
    assert "canary" not in repr(runs)
    assert server.requests[0].json() == {"sort": "id", "order": "DESC", "start": "0", "limit": "2"}


def test_runs_of_one_model(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        assert [run.task_id for run in wiro.tasks.list("o/m", page_size=2)] == ["9", "7"]
        assert server.requests[0].json()["modelName"] == "m"
        with pytest.raises(InvalidArgumentError, match="owner/model"):
            wiro.tasks.list("m")


async def test_the_same_in_coroutines(server: FaultyServer) -> None:
    async with AsyncWiro("key", base_url=server.url) as wiro:
        assert [run.task_id async for run in wiro.tasks.list("o/m", page_size=2)] == ["9", "7"]
