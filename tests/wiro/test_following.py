"""`on_frame` of a wait, through the real hub; the rest of following is tested with the handles that do it."""

from __future__ import annotations

from wiro import AsyncWiro, Wiro


async def test_waiter_hears_the_frames_of_its_own_job_and_of_no_other(wiro_sandbox):
    heard: dict[str, list[str]] = {"first": [], "second": []}
    async with AsyncWiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
        first = await client.run("sandbox/language", {"prompt": "one"})
        second = await client.run("sandbox/language", {"prompt": "two"})
        await first.wait(30, on_frame=lambda frame: heard["first"].append(frame))
        await second.wait(30, on_frame=lambda frame: heard["second"].append(frame))
    assert heard["first"]
    assert {frame["tasktoken"] for frame in heard["first"]} == {first.token}
    assert {frame["tasktoken"] for frame in heard["second"]} <= {second.token}
    assert heard["first"][-1]["type"] == "task_postprocess_end"


async def test_listener_that_fails_costs_nobody_the_result(wiro_sandbox):
    def fail(frame):
        raise RuntimeError("no")

    async with AsyncWiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
        run = await client.run("sandbox/language", {"prompt": "one"})
        assert (await run.wait(30, on_frame=fail)).text


def test_synchronous_waiter_hears_them_too(wiro_sandbox):
    heard = []
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
        client.run("sandbox/language", {"prompt": "one"}).wait(30, on_frame=heard.append)
    assert heard[-1]["type"] == "task_postprocess_end"
