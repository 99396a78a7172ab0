from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING

from wiro import _callback_stores
from wiro._callback_stores import FolderStore, MemoryStore

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_memory_is_bounded() -> None:
    store = MemoryStore(max_entries=3)
    assert [await store.add(key) for key in "abac"] == [True, True, False, True]
    assert await store.add("d")
    assert len(store) == 3
    assert not await store.add("b")
    assert await store.add("a")  # forgotten: the oldest


async def test_memory_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(_callback_stores, "time", SimpleNamespace(monotonic=lambda: now[0]))
    store = MemoryStore(lifetime_seconds=10)
    assert await store.add("a")
    now[0] = 9
    assert not await store.add("a")
    now[0] = 11
    assert await store.add("a")
    assert len(store) == 1


async def test_a_folder_outlives_the_process(tmp_path: Path) -> None:
    assert [await FolderStore(tmp_path / "a" / "b").add(key) for key in ("x", "y", "x")] == [True, True, False]
    assert not await FolderStore(tmp_path / "a" / "b").add("y")


async def test_keys_choose_no_names(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "seen")
    for key in ("../evil", "/etc/passwd", "a" * 5000, "\0", ""):
        assert await store.add(key)
        assert not await store.add(key)
    assert os.listdir(tmp_path) == ["seen"]
    assert len(os.listdir(tmp_path / "seen")) == 5


async def test_one_of_many_at_once_is_the_first(tmp_path: Path) -> None:
    stores = [FolderStore(tmp_path) for _ in range(20)]
    assert sum(await asyncio.gather(*(store.add("x") for store in stores))) == 1


def test_one_of_several_processes_is_the_first(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from wiro.webhooks import FolderStore\n"
        "store = FolderStore(sys.argv[1])\n"
        "sys.stdin.readline()\n"
        "print(sum(asyncio.run(store.add(f'{number}')) for number in range(50)))"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert sum(int(each.communicate("go\n", timeout=60)[0]) for each in running) == 50


async def test_a_folder_forgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_callback_stores, "_CLEAN_UP_EVERY", 2)
    store = FolderStore(tmp_path, lifetime_seconds=10)
    assert [await store.add(key) for key in ("a", "b")] == [True, True]
    for name in os.listdir(tmp_path):
        os.utime(tmp_path / name, (time.time() - 11,) * 2)
    (tmp_path / "other").write_bytes(b"")
    assert await store.add("c")
    assert len(os.listdir(tmp_path)) == 2
    assert await store.add("a")
