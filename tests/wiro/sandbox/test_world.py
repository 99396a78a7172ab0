import asyncio
import time
from pathlib import Path

from wiro.sandbox.addresses import Addresses
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.world import World


def make_world(**settings: object) -> World:
    return World(SandboxOptions(validate=False, **settings), Addresses("http://127.0.0.1:1"))  # type: ignore[arg-type]


async def test_waiting_ends_with_the_time_or_with_the_world() -> None:
    world = make_world()
    assert await world.closes_within(0.01) is False
    waiting = asyncio.create_task(world.closes_within(60))
    await asyncio.sleep(0)
    started = time.monotonic()
    world.close()
    assert await waiting is True
    assert time.monotonic() - started < 1


async def test_reset_does_not_close() -> None:
    world = make_world(balance=50)
    world.wallet.balance -= 20
    world.files.add("a", "b", b"c")
    world.faults.add(kind="delay")
    world.reset()
    assert str(world.wallet.balance) == "50"
    assert world.faults.rules == ()
    assert await world.closes_within(0.01) is False


def test_faults_of_the_file_are_there_from_the_start(tmp_path: Path) -> None:
    (tmp_path / "faults.json").write_text('[{"kind": "delay"}]')
    assert [rule.kind for rule in make_world(faults_file=tmp_path / "faults.json").faults.rules] == ["delay"]
    assert make_world().faults.rules == ()


def test_settings_reach_their_places() -> None:
    world = make_world(time_scale=7, balance=50)
    assert (world.clock.scale, str(world.wallet.balance), world.files.addresses.default) == (
        7.0,
        "50",
        "http://127.0.0.1:1",
    )
    assert world.validation.enabled is False
