from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from tests.support.command import invoke

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox import Sandbox


def test_upload(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    result = invoke(wiro_sandbox, "files", "upload", str(first), str(second))
    assert result.status == 0
    assert [httpx.get(address, trust_env=False).content for address in result.out.split()] == [b"one", b"two"]
    (document,) = invoke(wiro_sandbox, "files", "upload", str(first), "--json").document["files"]
    assert document["path"] == str(first)
    assert document["url"].startswith("http")


def test_what_is_no_file_is_not_uploaded(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    assert invoke(wiro_sandbox, "files", "upload", str(tmp_path)).status == 2
    assert invoke(wiro_sandbox, "files", "upload", str(tmp_path / "missing")).status == 2
    assert wiro_sandbox.books.counts == {}
