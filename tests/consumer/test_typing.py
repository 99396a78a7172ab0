"""The public API as its users see it: services that use it, which `tox -e types` checks with mypy --strict."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import wiro
from tests.consumer import agents_service, async_service, careful_service, sync_service
from tests.support import public_api

_USED = {
    used
    for path in Path(__file__).parent.glob("*_service.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    for used in (getattr(node, "attr", None), getattr(node, "id", None), getattr(node, "name", None))
}
#: What `async with` does by itself.
_IMPLIED = {"aclose", "close"}
_METHOD = re.compile(r"(?:def|property) ([a-z]\w*)")


def test_the_services_can_be_imported_and_everything_exported_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRO_API_KEY", "key")
    assert set(sync_service.everything_else()) > {"Wiro", "AsyncWiro", "Quote"}
    assert callable(async_service.receiver("a secret of some length"))


def test_every_exported_name_is_used() -> None:
    assert set(wiro.__all__) - _USED == set()


@pytest.mark.parametrize("module", ["wiro", "wiro.agents", "wiro.client", "wiro.realtime", "wiro.chats", "wiro.tasks"])
def test_every_method_of_what_users_hold_is_used(module: str) -> None:
    """So that each is checked by mypy as a user would: a method that lost its types is no API of a typed package."""
    names = set(_METHOD.findall(public_api.described("wiro")[module]))
    assert names - _USED - _IMPLIED == set()


def test_services_are_never_run() -> None:
    assert callable(agents_service.talk)
    assert careful_service.advice(wiro.WaitTimeoutError("x", task_id="7")) == "7"
    assert careful_service.advice(OSError()) is None
