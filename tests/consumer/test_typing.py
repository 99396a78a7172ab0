"""The public API as its users see it: two services that use it type-check under mypy --strict."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.consumer import async_service, sync_service

HERE = Path(__file__).parent


def test_the_services_can_be_imported_and_everything_exported_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRO_API_KEY", "key")
    assert set(sync_service.everything_else()) > {"Wiro", "AsyncWiro", "Quote"}
    assert callable(async_service.receiver("a secret of some length"))


def test_mypy_accepts_them() -> None:
    pytest.importorskip("mypy", reason="NOT TESTED: mypy is not installed in this environment")
    command = [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases"]
    found = subprocess.run(
        [*command, *map(str, sorted(HERE.glob("*_service.py")))], capture_output=True, text=True, cwd=HERE.parents[1]
    )
    assert found.returncode == 0, found.stdout
