"""Wire vectors: what the vendor's public clients send and accept, recorded as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "contract" / "data" / "client_vectors.json"


def vectors(prefix: str) -> list[dict[str, Any]]:
    """Return the vectors whose name starts with `prefix`."""
    chosen = [vector for vector in json.loads(_FILE.read_text()) if vector["name"].startswith(prefix)]
    assert chosen, f"no vector is called {prefix}*"
    return chosen
