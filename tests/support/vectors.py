"""Wire vectors: what the vendor's public clients send and accept, recorded as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "contract" / "data"


def vectors(prefix: str) -> list[dict[str, Any]]:
    """Return the vectors whose name starts with `prefix`."""
    recorded = [*_load("client_vectors.json"), *_load("answer_vectors.json")]
    chosen = [vector for vector in recorded if vector["name"].startswith(prefix)]
    assert chosen, f"no vector is called {prefix}*"
    return chosen


def _load(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return loaded
