from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from wiro.sandbox.addresses import Addresses
from wiro.sandbox.faults import FaultKind
from wiro.sandbox.models import MODELS
from wiro.sandbox.observation import SeenFrame
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.watching import Watcher
from wiro.sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.support.sandbox_client import SandboxClient


@pytest.fixture
async def world() -> World:
    return World(SandboxOptions(validate=False), Addresses("http://127.0.0.1:1"))


def watched(client: SandboxClient) -> dict[str, Any]:
    return client.control("GET", "/state")


async def test_the_first_look_shows_everything_and_the_next_only_what_is_new(world: World) -> None:
    watcher = Watcher(world)
    first = watcher.changes()
    assert first["whole"] is True
    assert [model["name"] for model in first["models"]] == list(MODELS)
    assert set(first["fault_kinds"]) == set(FaultKind.__args__)  # type: ignore[attr-defined]
    assert {"runs_create", "files_download"} <= set(first["operations"])
    assert first["summary"]["balance"] == "300"
    assert watcher.changes() == {}
    world.wallet.credit(Decimal(5))
    second = watcher.changes()
    assert set(second) == {"summary", "ledger"}
    assert second["ledger"][0] | {"at": 0} == {"at": 0, "amount": "5", "reason": "Top-up", "balance": "305"}
    world.wallet.charge(Decimal("0.03"), "Run 1")
    assert [entry["reason"] for entry in watcher.changes()["ledger"]] == ["Run 1"]


async def test_after_a_reset_everything_is_told_again(world: World) -> None:
    watcher = Watcher(world)
    watcher.changes()
    world.reset()
    assert watcher.changes()["whole"] is True
    assert watcher.changes() == {}


async def test_a_reader_that_falls_behind_is_told_what_it_lost(world: World) -> None:
    watcher = Watcher(world)
    watcher.changes()
    for number in range(5_000):
        world.observation.frames.add(SeenFrame(at=0, direction="sent", text=f'{{"type":"{number}"}}'))
    changes = watcher.changes()
    assert len(changes["frames"]) == 100
    assert changes["frames"][-1]["type"] == "4999"
    assert changes["lost"] == {"requests": 0, "frames": 4_900}
    # A new reader has lost nothing: it was not there.
    assert "lost" not in Watcher(world).changes()


def test_a_run_is_shown_with_progress_outputs_and_cost(client: SandboxClient) -> None:
    task_id = client.wait(client.run("sandbox/image", prompt="a lake", seconds=1)["taskid"])["id"]
    (task,) = watched(client)["tasks"]
    assert (task["id"], task["model"], task["terminal"], task["exit_code"]) == (task_id, "sandbox/image", True, 0)
    assert (task["progress"], task["cost"], task["parameters"]["prompt"]) == ("100", "0.03", "a lake")
    preview = task["outputs"][0]["preview"]
    response = client.http.get(client.control_url.removesuffix("/_sandbox") + preview)
    assert response.content.startswith(b"\x89PNG")
    assert response.headers["content-security-policy"] == "sandbox"
    assert client.sandbox.books.counts["files_download"] == 0


def text_of(task: Mapping[str, Any]) -> Any:
    return task["outputs"][0]["content"]


def test_the_text_of_a_language_model_is_shown_as_it_grows(client: SandboxClient) -> None:
    client.wait(client.run("sandbox/language", prompt="why", seconds=1)["taskid"])
    (task,) = watched(client)["tasks"]
    assert text_of(task)["answer"][0] == "You asked: why"
    assert set(task["stream"]) == {"thinking", "answer"}


@pytest.mark.parametrize("length", [100, 2_000_000])
def test_a_message_is_bounded_however_large_a_run_is(client: SandboxClient, length: int) -> None:
    many = {f"p{number}": "x" * 1000 for number in range(100)}
    client.wait(
        client.run("sandbox/language", prompt="p" * length, seconds=0, nested=[["y" * length]], **many)["taskid"]
    )
    (task,) = watched(client)["tasks"]
    assert len(client.http.get(f"{client.control_url}/state").content) < 400_000
    assert task["parameters"]["prompt"] == "p" * min(length, 4_000)
    assert len(task["parameters"]) == 50


async def test_more_tasks_than_fit_follow_in_the_next_message(client: SandboxClient) -> None:
    for _ in range(60):
        client.run("sandbox/queued")
    world = client.sandbox._world
    watcher = Watcher(world)
    first, second = watcher.changes(), watcher.changes()
    assert (len(first["tasks"]), len(second["tasks"])) == (50, 10)
    assert first["tasks"][0]["id"] > second["tasks"][0]["id"]
    assert "tasks" not in watcher.changes()
