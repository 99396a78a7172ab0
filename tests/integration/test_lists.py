"""Lists and searches against the sandbox, which caps pages and counts as documented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiro import AsyncWiro, Wiro
from wiro.sandbox.models import MODELS

if TYPE_CHECKING:
    from wiro.sandbox.server import Sandbox


def connection(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}


def test_runs_are_found_again_and_taken_up(wiro_sandbox: Sandbox) -> None:
    with Wiro(**connection(wiro_sandbox)) as wiro:
        submitted = [wiro.run("sandbox/queued", {"prompt": str(number)}) for number in range(5)]
        finished = wiro.run("sandbox/image", {"prompt": "x", "seconds": 1})
        finished.wait(timeout=30)
        found = list(wiro.tasks.list(page_size=2))
        assert [run.task_id for run in found] == [run.task_id for run in [finished, *submitted[::-1]]]
        assert found[0].wait(timeout=10).outputs
        assert len(list(wiro.tasks.list("sandbox/queued", page_size=3))) == 5
        wiro.attach(found[-1].task_id).stop()
        assert wiro.attach(found[-1].task_id).refresh()["status"] == "task_cancel"


async def test_the_catalogue(wiro_sandbox: Sandbox) -> None:
    async with AsyncWiro(**connection(wiro_sandbox)) as wiro:
        assert {model.name async for model in wiro.models.search()} == set(MODELS)
        assert [model.name async for model in wiro.models.search("virtual")] == ["sandbox/virtual-try-on"]
        groups = await wiro.models.explore()
        assert {model.name for group in groups for model in group.models} == set(MODELS)
        for name in MODELS:
            model = await wiro.models.get(name)
            defaults = {item.id: item.default for item in model.parameters if item.default is not None}
            assert model.parameters
            assert not [text for text in model.validate({**defaults, **_required(model)}) if text]


def _required(model: Any) -> dict[str, Any]:
    return {
        item.id: "https://example.com/a.png" if item.is_file else "hello"
        for item in model.parameters
        if item.required and item.default is None
    }
