from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import FaultyServer, Reply, Seen
from wiro import AsyncWiro, Wiro
from wiro.errors import InvalidArgumentError, ServerError
from wiro.pagination import _ROWS, aiterate, iterate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUNDLE = Path(__file__).parents[2] / "generated" / "wiro_client" / "openapi.json"


class Lists:
    """A service of paged lists.

    Attributes:
        rows: All rows, in order.
        cap: Largest page.
        total: What it says about their number; None says nothing.
        hasmore: Whether conversations say that there is more.
    """

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = [{"id": str(number), "guid": f"g{number}"} for number in range(7)]
        self.cap = 3
        self.total: Any = "7"
        self.says_more = True
        self.before_page: Callable[[int], None] = lambda start: None

    def __call__(self, seen: Seen) -> Reply:
        asked = seen.json()
        if seen.path.endswith("/History"):
            return self.history(asked)
        start = int(asked.get("start", 0))
        self.before_page(start)
        page = self.rows[start : start + min(self.cap, int(asked["limit"]))]
        name = {"/v1/Task/List": "tasklist", "/v1/Tool/List": "tool", "/v1/UserAgent/MyAgents": "useragents"}.get(
            seen.path, "agents"
        )
        body = {"result": True, name: page}
        return Reply(body=body if self.total is None else {**body, "total": self.total})

    def history(self, asked: dict[str, Any]) -> Reply:
        guids = [row["guid"] for row in self.rows]
        start = guids.index(asked["before"]) + 1 if "before" in asked else 0
        end = start + min(self.cap, asked["limit"])
        data: dict[str, Any] = {"messages": self.rows[start:end]}
        if self.says_more:
            data["hasmore"] = end < len(self.rows)
        return Reply(body={"result": True, "data": data})


@pytest.fixture
def lists() -> Lists:
    return Lists()


@pytest.fixture
def server(lists: Lists) -> Iterator[FaultyServer]:
    with FaultyServer(lists) as running:
        yield running


@pytest.fixture
def wiro(server: FaultyServer) -> Iterator[Wiro]:
    with Wiro("key", base_url=server.url, timeout=5, max_retries=0) as opened:
        yield opened


def ids(rows: Any) -> list[str]:
    return [row.to_dict()["id"] for row in rows]


ALL = [str(number) for number in range(7)]


def test_pages_are_asked_for_as_they_are_needed(wiro: Wiro, server: FaultyServer) -> None:
    rows = iterate(wiro.api.tasks.list, page_size=3, model_name="sdxl", request_options={"timeout": 3})
    assert not server.requests
    assert next(rows).id == "0"
    assert len(server.requests) == 1
    assert ids(rows) == ALL[1:]
    assert [seen.json() for seen in server.requests] == [
        {"start": start, "limit": "3", "modelName": "sdxl"} for start in ("0", "3", "6")
    ]


@pytest.mark.parametrize(
    ("total", "requests"),
    [
        ("7", 3),  # 3 + 3 + 1, as announced
        (7, 3),
        (None, 3),  # the last page is shorter than those before
        ("many", 3),
        ("2", 3),  # nonsense does not lose rows
        ("100", 4),  # rows that this key may not see: ended by an empty page
    ],
)
def test_offsets_end(wiro: Wiro, lists: Lists, server: FaultyServer, total: Any, requests: int) -> None:
    lists.total = total
    assert ids(iterate(wiro.api.tasks.list, page_size=3)) == ALL
    assert len(server.requests) == requests


def test_a_first_page_that_the_server_cut_is_not_the_last(wiro: Wiro, lists: Lists) -> None:
    lists.total = None
    assert ids(iterate(wiro.api.agents.list)) == ALL


def test_full_pages_without_a_total_end_with_an_empty_one(wiro: Wiro, lists: Lists, server: FaultyServer) -> None:
    lists.total, lists.rows = None, lists.rows[:6]
    assert ids(iterate(wiro.api.user_agents.my_agents, page_size=3)) == ALL[:6]
    assert len(server.requests) == 3


def test_no_rows(wiro: Wiro, lists: Lists, server: FaultyServer) -> None:
    lists.rows, lists.total = [], "0"
    assert ids(iterate(wiro.api.tools.list)) == []
    assert len(server.requests) == 1


def test_beginning_later(wiro: Wiro) -> None:
    assert ids(iterate(wiro.api.tasks.list, start="5", page_size=3)) == ["5", "6"]
    messages = iterate(wiro.api.user_agent_messages.history, useragentguid="u", before="g4")
    assert [message.guid for message in messages] == ["g5", "g6"]


def test_rows_that_moved_down_come_once(wiro: Wiro, lists: Lists) -> None:
    def insert(start: int) -> None:
        if start == 3:
            lists.rows.insert(0, {"id": "new"})

    lists.total, lists.before_page = None, insert
    assert ids(iterate(wiro.api.tasks.list, page_size=3)) == ALL


@pytest.mark.parametrize("row", [{"id": "1"}, {"debugoutput": "no id"}])
def test_a_server_that_does_not_page_ends_the_iteration(
    wiro: Wiro, lists: Lists, server: FaultyServer, row: dict[str, Any]
) -> None:
    server.default = Reply(body={"result": True, "tasklist": [row]})
    assert len(list(iterate(wiro.api.tasks.list))) == 1
    assert len(server.requests) == 2


@pytest.mark.parametrize(("says_more", "requests"), [(True, 3), (False, 4)])
def test_cursors(wiro: Wiro, lists: Lists, server: FaultyServer, says_more: bool, requests: int) -> None:
    lists.says_more = says_more
    messages = iterate(wiro.api.user_agent_messages.history, page_size=3, useragentguid="u")
    assert [message.guid for message in messages] == [row["guid"] for row in lists.rows]
    assert [seen.json().get("before") for seen in server.requests] == [None, "g2", "g5", "g6"][:requests]


@pytest.mark.parametrize("data", [None, {}, {"messages": None}, {"messages": ["x", None]}])
def test_odd_answers_are_the_end(wiro: Wiro, server: FaultyServer, data: Any) -> None:
    server.default = Reply(body={"result": True, "data": data})
    assert list(iterate(wiro.api.user_agent_messages.history, useragentguid="u")) == []


def test_errors_come_where_the_page_is_needed(wiro: Wiro, server: FaultyServer) -> None:
    server.script(server.default, Reply(500))
    rows = iterate(wiro.api.tasks.list, page_size=3)
    assert [next(rows).id for _ in range(3)] == ["0", "1", "2"]
    with pytest.raises(ServerError):
        next(rows)


async def test_the_same_in_coroutines(server: FaultyServer, lists: Lists) -> None:
    async with AsyncWiro("key", base_url=server.url) as wiro:
        assert [row.id async for row in aiterate(wiro.api.tasks.list, page_size=3)] == ALL
        history = aiterate(wiro.api.user_agent_messages.history, useragentguid="u")
        assert [row.guid async for row in history] == [row["guid"] for row in lists.rows]
        with pytest.raises(InvalidArgumentError, match="does not answer in pages"):
            aiterate(wiro.api.tasks.detail)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [({"page_size": 0}, "page_size"), ({"page_size": True}, "page_size"), ({"limit": 5}, "page_size, not by limit")],
)
def test_bad_arguments(wiro: Wiro, server: FaultyServer, arguments: Any, mention: str) -> None:
    with pytest.raises(InvalidArgumentError, match=mention):
        iterate(wiro.api.tasks.list, **arguments)
    with pytest.raises(InvalidArgumentError, match=r"TasksApi\.detail does not answer in pages"):
        iterate(wiro.api.tasks.detail)  # type: ignore[arg-type]
    assert not server.requests


def test_the_two_are_not_mixed_up(wiro: Wiro, server: FaultyServer) -> None:
    with pytest.raises(InvalidArgumentError, match="use aiterate"):
        iterate(AsyncWiro("key", base_url=server.url).api.tasks.list)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="use iterate"):
        aiterate(wiro.api.tasks.list)  # type: ignore[arg-type]


def test_every_paged_operation_is_known() -> None:
    document = json.loads(BUNDLE.read_text())
    schemas = document["components"]["schemas"]
    paged = set()
    for methods in document["paths"].values():
        for operation in methods.values():
            if "operationId" not in operation:
                continue
            for content in operation.get("requestBody", {}).get("content", {}).values():
                fields = schemas[content["schema"]["$ref"].rpartition("/")[2]].get("properties", {})
                if "limit" in fields and {"start", "before"} & set(fields):
                    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
                    paged.add(answer.rpartition("/")[2])
    assert paged == set(_ROWS)
