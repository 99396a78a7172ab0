from __future__ import annotations

import re
from pathlib import Path

import pytest
from airflow.providers.common.compat.sdk import ObjectStoragePath

from airflow_provider_wiro.storage import check_output_folder, storage_path


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
    shown = address.replace("connection@", "***@")
    with pytest.raises(ValueError, match=f"^'{re.escape(shown)}' cannot be opened: "):
        storage_path(address)


def test_password_in_an_address_is_not_shown(monkeypatch):
    # As Airflow does, which takes it for a connection.
    def refuse(address):
        raise ValueError(f"The conn_id `me:CANARY` of {address} isn't defined")

    monkeypatch.setattr("airflow.providers.common.compat.sdk.ObjectStoragePath", refuse)
    with pytest.raises(ValueError, match=r"^'ftp://\*\*\*@127.0.0.1:9/x' cannot be opened: .*`\*\*\*`") as caught:
        storage_path("ftp://me:CANARY@127.0.0.1:9/x")
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("prefix", ["", "file://"])
def test_local_output_folder_is_created(tmp_path, prefix):
    for _ in range(2):
        check_output_folder(f"{prefix}{tmp_path}/a/b")
        assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize("address", ["{}/file", "{}/file/below", "{}/bad\0", "nowhere://bucket/x", "~nobody-at-all/x"])
def test_folder_that_takes_nothing_is_refused_by_name(tmp_path, address):
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match=r"^output_path is no folder to save in: .*"):
        check_output_folder(address.format(tmp_path))


def test_folder_without_permission_is_refused_by_name(tmp_path, monkeypatch):
    # Root may write everywhere.
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(ValueError, match=rf"^output_path is no folder to save in: .*denied: '{tmp_path}'"):
        check_output_folder(str(tmp_path))


def test_other_output_folders_need_only_be_opened():
    check_output_folder("memory://bucket/never-made")
    assert not storage_path("memory://bucket/never-made").exists()
