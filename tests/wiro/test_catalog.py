from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.catalog import model
from tests.support.http_server import FaultyServer, Reply, Seen
from tests.support.vectors import vectors
from wiro import AsyncWiro, Wiro
from wiro.catalog import check_parameters, model_from_rows, model_not_found, parse_model_name
from wiro.errors import InvalidArgumentError, InvalidParametersError, ModelNotFoundError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("vector", vectors("slug.valid"), ids=lambda vector: vector["request_body"])
def test_model_names(vector: dict[str, Any]) -> None:
    name = vector["request_body"]
    if vector["expect"]["valid"]:
        assert "/".join(parse_model_name(name)) == name
    else:
        with pytest.raises(InvalidArgumentError, match="owner/model"):
            parse_model_name(name)


@pytest.mark.parametrize("name", ["", "/", "a/", "/b", "a/b\n", "a/../b", "ö/b", "a/b?x", None, 3, ["a", "b"]])
def test_what_is_no_model_name(name: Any) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        parse_model_name(name)
    assert caught.value.parameter == "model"


@pytest.mark.parametrize(
    "groups",
    [None, "", "not json", "3", [], {}, 7, [None, 3, {}], [{"items": None}], [{"items": [3, {}, {"id": " "}]}]],
)
def test_odd_schemas_are_no_obstacle(groups: Any) -> None:
    assert model(groups).parameters == ()
    check_parameters(model(groups), {"anything": 1})


def test_the_documented_row() -> None:
    row = {
        "id": "1611",
        "title": "Virtual Try-on",
        "slugowner": "wiro",
        "slugproject": "Virtual Try-On",
        "cleanslugowner": "wiro",
        "cleanslugproject": "virtual-try-on",
        "description": "Integrate the Wiro Virtual Try-On API...",
        "categories": ["tool", 7, True],
        "parameters": None,
        "dynamicprice": '[{"inputs":{},"price":0.09,"priceMethod":"cpr"}]',
    }
    found = model_from_rows("wiro/asked", [row])
    assert (found.owner, found.slug, found.name) == ("wiro", "virtual-try-on", "wiro/virtual-try-on")
    assert (found.title, found.categories) == ("Virtual Try-on", ("tool", "7", "true"))
    assert found.raw is row
    assert "dynamicprice" not in repr(found)


def test_without_slugs_the_name_asked_for_stays() -> None:
    assert model_from_rows("o/m", [{"title": "T", "slugproject": "not a slug"}]).name == "o/m"


@pytest.mark.parametrize("rows", [[], None, [None], [{}], "x"])
def test_no_row_is_no_model(rows: Any) -> None:
    with pytest.raises(ModelNotFoundError, match="'o/m'") as caught:
        model_from_rows("o/m", rows)
    assert caught.value.model == "o/m"


def test_a_refusal_becomes_a_model_that_is_not_there() -> None:
    cause = NotFoundError(operation="runs_create", status_code=200, code=1, message="tool-not-accessible")
    error = model_not_found("o/m", cause)
    assert (error.operation, error.code, error.model) == ("runs_create", 1, "o/m")
    assert "tool-not-accessible" in str(error)


def test_validation_raises_or_warns() -> None:
    good = {"prompt": "a fox", "inputImage": "https://x/y.png"}
    assert model().validate(good) == ()
    assert model().validate({**good, "promtp": "x"}) == (
        "params.promtp is not among the documented parameters; did you mean 'prompt'?",
    )
    with pytest.raises(InvalidParametersError, match=r"^o/m: params\.width is 3; accepted: .*"):
        model().validate({**good, "width": 3})


def test_a_parameter_by_its_id() -> None:
    width = model().parameter("width")
    assert width is not None
    assert width.maximum == 2048
    assert model().parameter("depth") is None


def tool(number: int) -> dict[str, Any]:
    return {"id": str(number), "cleanslugowner": "o", "cleanslugproject": f"m{number}", "slugproject": "M M"}


PAGE = [tool(1), {"title": "no name"}, 7, tool(2)]
GROUPS = [{"id": "g", "title": "New", "tools": [tool(3), {}]}, None, {"id": "empty"}]


def answer(seen: Seen) -> Reply:
    if seen.path == "/v1/Tool/Explore":
        return Reply(body={"result": True, "explore": GROUPS})
    return Reply(body={"result": True, "total": "4", "tool": PAGE if seen.json()["start"] == "0" else []})


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer(answer) as running:
        yield running


SEARCH: dict[str, Any] = {"text": "flux", "categories": ["image"], "owner": "openai", "sort": "relevance"}
SENT = {
    "start": "0",
    "limit": "100",
    "search": "flux",
    "categories": ["image"],
    "sort": "relevance",
    "hideworkflows": True,
    "summary": True,
    "slugowner": "openai",
}


def test_searching(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        found = wiro.models.search(**SEARCH)
        assert not server.requests
        assert [each.name for each in found] == ["o/m1", "o/m2"]
        assert server.requests[0].json() == SENT
        assert list(wiro.models.search(workflows=True))
        assert server.requests[-1].json() == {"start": "0", "limit": "100", "hideworkflows": False, "summary": True} | {
            "start": server.requests[-1].json()["start"]
        }
        with pytest.raises(InvalidArgumentError, match="categories"):
            wiro.models.search(categories="image")


def test_recommending(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        assert [each.name for each in wiro.models.recommend("paint a fox", count=1)] == ["o/m1"]
        assert [each.name for each in wiro.models.recommend("paint a fox")] == ["o/m1", "o/m2"]
    assert server.requests[0].json()["search"] == "paint a fox"
    assert server.requests[0].json()["sort"] == "relevance"


def test_exploring(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        groups = wiro.models.explore()
    assert [(group.id, group.title, [each.name for each in group.models]) for group in groups] == [
        ("g", "New", ["o/m3"]),
        ("empty", "", []),
    ]


async def test_the_same_in_coroutines(server: FaultyServer) -> None:
    async with AsyncWiro("key", base_url=server.url) as wiro:
        assert [each.name async for each in wiro.models.search(**SEARCH)] == ["o/m1", "o/m2"]
        assert server.requests[0].json() == SENT
        assert [group.id for group in await wiro.models.explore()] == ["g", "empty"]
        assert [each.name for each in await wiro.models.recommend("x", count=1)] == ["o/m1"]
        assert len(await wiro.models.recommend("x")) == 2
