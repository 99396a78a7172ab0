from __future__ import annotations

from pathlib import Path

import pytest
from airflow.providers.common.compat.sdk import ObjectStoragePath

from airflow_provider_wiro.storage import storage_path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("out/x", Path("out/x")),
        ("/tmp/x", Path("/tmp/x")),
        ("file:///tmp/x", Path("/tmp/x")),
        ("~/x", Path.home() / "x"),
    ],
)
def test_local_folders(address, path):
    found = storage_path(address)
    assert (type(found), found) == (type(path), path)


def test_what_airflow_can_open_is_a_path_of_airflow(monkeypatch):
    # The only storage of Airflow that needs no further package is the local one.
    monkeypatch.setattr("airflow_provider_wiro.storage._LOCAL", "local://")
    assert isinstance(storage_path("file:///tmp/x"), ObjectStoragePath)


def test_what_only_fsspec_knows_is_opened_too():
    path = storage_path("memory://bucket/a") / "b.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    assert storage_path("memory://bucket/a/b.txt").read_bytes() == b"x"


@pytest.mark.parametrize("address", ["nowhere://bucket/x", "s3://connection@bucket/x"])
def test_storage_that_cannot_be_opened_is_named(address):
    with pytest.raises(ValueError, match=f"^'{address}' cannot be opened: "):
        storage_path(address)
