"""Material beside the checkout that some contract tests compare the project with.

It is not part of the project. Tests that need it skip with a reason that names it, so nobody takes a skip for a pass.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

__all__ = ["SHARED", "require_shared", "shared_json"]

SHARED = Path(__file__).resolve().parents[3] / "shared"


def require_shared(relative: str) -> Path:
    """Return a path below the shared material, or skip the calling test loudly."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"COMPARISON NOT MADE: ../shared/{relative} is not beside this checkout")
    return path


@cache
def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def shared_json(relative: str) -> Any:
    """Return the content of a JSON file of the shared material, or skip the calling test loudly."""
    return _load(require_shared(relative))
