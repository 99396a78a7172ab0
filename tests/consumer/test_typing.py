"""The public API as its users see it: two services that use it, which `tox -e types` checks with mypy --strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.consumer import async_service, sync_service

if TYPE_CHECKING:
    import pytest


def test_the_services_can_be_imported_and_everything_exported_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRO_API_KEY", "key")
    assert set(sync_service.everything_else()) > {"Wiro", "AsyncWiro", "Quote"}
    assert callable(async_service.receiver("a secret of some length"))
