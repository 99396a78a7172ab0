"""Public names and signatures are what the committed files say: whoever changes one sees it, as does the reviewer."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import public_api

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("package", ["wiro", "wiro_client"])
def test_the_public_api_is_pinned(package: str) -> None:
    changed = public_api.difference(package)
    assert not changed, f"The public API of {package} changed. If that is meant: `{public_api.COMMAND}`.\n{changed}"


def test_changes_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import wiro
    from wiro import Run, webhooks
    from wiro.client import Wiro

    shutil.copytree(public_api.DATA, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(public_api, "DATA", tmp_path)
    public_api.write("wiro")
    assert public_api.difference("wiro") == ""

    def run(self: Wiro, model: str) -> Run:
        raise NotImplementedError

    monkeypatch.setattr(Wiro, "run", run)
    monkeypatch.delattr(Run, "stop")
    monkeypatch.setattr(webhooks, "__all__", [*webhooks.__all__, "InvalidSomething"])
    monkeypatch.setattr(webhooks, "InvalidSomething", wiro.WiroError, raising=False)
    changed = public_api.difference("wiro")
    assert "-    def run(self, model: str, params: Mapping[str, Any] | None = None" in changed
    assert "+    def run(self: Wiro, model: str) -> Run" in changed
    assert "-    def stop(self) -> None" in changed
    assert "+  class InvalidSomething" in changed
