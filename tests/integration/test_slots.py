"""More runs than task slots, against the sandbox: nobody submits twice, and nobody stampedes."""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from wiro import AsyncWiro, ConcurrencyLimitError, WaitSettings, WaitTimeoutError, Wiro
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 60.0
SETTINGS = WaitSettings(idle_close_seconds=0.2)


@pytest.fixture(params=["documented", "newer"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    # Up to 5 tasks at once, also when all runs of a test are paid.
    with Sandbox(time_scale=50, balance="58.00", dialect=request.param) as running:
        yield running
    assert [violation for violation in running.books.violations if violation.direction != "request"] == []


def options(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "wait_settings": SETTINGS}


def requests(sandbox: Sandbox) -> Counter[str]:
    return Counter(record.operation for record in sandbox.books.requests)


async def test_forty_runs_on_five_slots(sandbox: Sandbox) -> None:
    async with AsyncWiro(**options(sandbox)) as wiro:

        async def paint(number: int) -> str:
            run = await wiro.run("sandbox/image", {"prompt": str(number), "seconds": 5}, slot_timeout=LIMIT)
            return (await run.wait(LIMIT)).status

        assert set(await asyncio.gather(*map(paint, range(40)))) == {"task_postprocess_end"}
    assert sorted(record.parameters["prompt"] for record in sandbox.books.submissions) == sorted(map(str, range(40)))
    made = requests(sandbox)
    # Each but the first five was refused once, and let through for one slot; hardly any was refused again.
    assert made["runs_create"] <= 40 + 35 + 20
    assert made["tasks_list"] <= 20


async def test_waiting_for_the_end_of_somebody_elses_task(sandbox: Sandbox) -> None:
    async with AsyncWiro(**options(sandbox)) as wiro:
        runs = [await wiro.run("sandbox/queued") for _ in range(5)]
        with pytest.raises(ConcurrencyLimitError) as refused:
            await wiro.run("sandbox/queued")
        limit = refused.value.max_concurrent
        assert limit == 5
        with pytest.raises(WaitTimeoutError):
            await wiro.tasks.wait_for_slot(0.3, limit=limit)
        waiting = asyncio.create_task(wiro.tasks.wait_for_slot(LIMIT, limit=limit))
        await asyncio.sleep(0.2)
        assert not waiting.done()
        await wiro.api.tasks.cancel(taskid=runs[2].task_id)
        await waiting
        await wiro.run("sandbox/queued")


def test_synchronous_code_waits_too(sandbox: Sandbox) -> None:
    with Wiro(**options(sandbox)) as wiro:
        for _ in range(4):
            wiro.run("sandbox/queued")
        wiro.run("sandbox/image", {"prompt": "first", "seconds": 30})
        with pytest.raises(ConcurrencyLimitError, match="concurrent") as refused:
            wiro.run("sandbox/image", {"prompt": "second"}, slot_timeout=0.05)
        assert "within 0.05 s" in refused.value.__notes__[0]
        second = wiro.run("sandbox/image", {"prompt": "second", "seconds": 30}, slot_timeout=LIMIT)
        wiro.tasks.wait_for_slot(LIMIT)
        assert second.refresh()["status"] == "task_postprocess_end"
    assert [record.parameters.get("prompt") for record in sandbox.books.submissions[4:]] == ["first", "second"]


def test_files_are_sent_again_whole(sandbox: Sandbox) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"x" * 100_000
    with Wiro(**options(sandbox)) as wiro:
        runs = [wiro.run("sandbox/queued") for _ in range(5)]
        with pytest.raises(ConcurrencyLimitError):
            wiro.run("sandbox/queued")
        runs[0].cancel()
        wiro.run("sandbox/image", {"prompt": "between", "seconds": 30})
        run = wiro.run(
            "sandbox/image-edit",
            {"prompt": "late", "inputImage": io.BytesIO(picture)},
            multipart=True,
            slot_timeout=LIMIT,
        )
        assert run.wait(LIMIT).status == "task_postprocess_end"
    created = [record for record in sandbox.books.requests if record.operation == "runs_create"]
    assert len(created) == 9
    address = sandbox.books.submissions[-1].parameters["inputImage"]
    assert httpx.get(address, trust_env=False).content == picture
