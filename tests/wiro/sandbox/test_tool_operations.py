import json
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.models import MODELS


def test_tool_detail_describes_the_parameters(client: SandboxClient) -> None:
    answer = client.post("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "image"})
    (tool,) = answer["tool"]
    items = {item["id"]: item for group in tool["parameters"] for item in group["items"]}
    assert items["prompt"]["required"] is True
    assert items["prompt"]["type"] == "textarea"
    assert (items["seconds"]["default"], items["seconds"]["type"]) == ("20", "range")
    assert json.loads(tool["dynamicprice"]) == [{"inputs": {}, "price": 0.03, "priceMethod": "cpr"}]
    assert tool["onlymembers"] == "1"
    assert "readme" in tool
    summary = client.post("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "image", "summary": True})
    assert "readme" not in summary["tool"][0]


def test_tool_detail_counts_runs(client: SandboxClient) -> None:
    client.wait(client.run("sandbox/failing", prompt="a", seconds=0)["taskid"])
    client.run("sandbox/failing", prompt="a", seconds=3600)
    (tool,) = client.post("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "failing"})["tool"]
    stat = tool["taskstat"]
    assert (stat["runcount"], stat["successcount"], stat["errorcount"]) == (2, "0", "1")


@pytest.mark.parametrize(
    ("body", "slugs"),
    [
        ({"search": "try-on"}, ["virtual-try-on"]),
        (
            {"search": "", "categories": [], "sort": "relevance", "hideworkflows": True, "limit": "2"},
            ["image", "language"],
        ),
        ({"categories": ["llm"]}, ["language", "language-plain"]),
        ({"slugowner": "nobody"}, []),
        ({"tags": ["anything"]}, []),
        ({"start": "1", "limit": "1"}, ["language"]),
    ],
)
def test_tool_list_filters_and_pages(client: SandboxClient, body: dict[str, Any], slugs: list[str]) -> None:
    answer = client.post("/Tool/List", body)
    assert [tool["cleanslugproject"] for tool in answer["tool"]] == slugs
    assert isinstance(answer["total"], int)


def test_tool_list_in_the_other_order(client: SandboxClient) -> None:
    slugs = [tool["cleanslugproject"] for tool in client.post("/Tool/List", {"order": "DESC"})["tool"]]
    assert slugs == slugs[:]
    assert slugs[-1] == "image"


def test_explore_shows_every_model_once_in_its_group(client: SandboxClient) -> None:
    groups = client.post("/Tool/Explore")["explore"]
    shown = [f"{tool['cleanslugowner']}/{tool['cleanslugproject']}" for group in groups for tool in group["tools"]]
    assert sorted(shown) == sorted(MODELS)
    assert all(group["total"] == len(group["tools"]) for group in groups)
