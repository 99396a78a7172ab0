"""The wire vectors that the tests replay are those that were recorded from the public clients."""

from __future__ import annotations

import json

from tests.support.contract import shared_api
from tests.support.vectors import vectors

# Notes about how a vector was found; nothing to replay.
_NOTES = {"agreement", "verified"}


def test_vectors_are_as_recorded() -> None:
    recorded = json.loads((shared_api() / "vectors.json").read_text(encoding="utf-8"))
    known = [{key: value for key, value in vector.items() if key not in _NOTES} for vector in recorded]
    for vector in vectors(""):
        assert vector in known


def test_all_vectors_are_there() -> None:
    recorded = json.loads((shared_api() / "vectors.json").read_text(encoding="utf-8"))
    assert sorted(vector["name"] for vector in vectors("")) == sorted(vector["name"] for vector in recorded)
