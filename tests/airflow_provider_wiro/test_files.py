from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from airflow.providers.common.compat.sdk import ObjectStoragePath
from upath import UPath

from airflow_provider_wiro.files import WiroFile, comparable, is_file, open_files, with_addresses
from wiro import File


def test_strings_are_addresses_and_never_files():
    assert [
        is_file(value) for value in (WiroFile("a"), Path("a"), ObjectStoragePath("file:///a"), UPath("memory://a"))
    ] == [True] * 4
    assert not any(is_file(value) for value in ("/etc/passwd", "file:///etc/passwd", b"x", None, {"path": "a"}, 3))


def test_empty_file_is_refused_at_once():
    with pytest.raises(ValueError, match="WiroFile is empty; accepted: "):
        WiroFile(" ")


def test_file_looks_the_same_in_every_process():
    assert (repr(WiroFile("a.png")), WiroFile(Path("a.png"))) == ("WiroFile('a.png')", WiroFile("a.png"))
    assert WiroFile("a") != WiroFile("b")
    assert len({WiroFile("a"), WiroFile("a")}) == 1


def test_what_is_compared_is_json_and_says_where_the_files_are():
    parameters = {"a": WiroFile("s3://b/c.png"), "b": [Path("x"), "text"], "c": {"deep": Path("y"), "n": 1}}
    found = comparable(parameters)
    assert json.loads(json.dumps(found)) == found
    assert found == {"a": {"file": "s3://b/c.png"}, "b": [{"file": "x"}, "text"], "c": {"deep": {"file": "y"}, "n": 1}}
    assert comparable({"a": WiroFile("x")}) == comparable({"a": Path("x")})


def test_files_of_any_storage_are_opened_and_closed(tmp_path):
    local, remote = tmp_path / "a.png", UPath("memory://files/b.png")
    local.write_bytes(b"a")
    remote.parent.mkdir(parents=True, exist_ok=True)
    remote.write_bytes(b"b")
    (tmp_path / "c.png").write_bytes(b"c")
    other = ObjectStoragePath(f"file://{tmp_path}/c.png")
    parameters = {"x": WiroFile(f"file://{local}"), "y": [WiroFile("memory://files/b.png"), other], "z": "text"}
    with open_files(parameters) as opened:
        assert (opened["x"], opened["z"]) == (local, "text")
        assert [(file.file_name, file.payload.read()) for file in opened["y"]] == [
            ("b.png", b"b"),
            ("c.png", b"c"),
        ]
        stream = opened["y"][1].payload
    assert stream.closed


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/nowhere.png", "is not there"), ("/", "is not there"), ("memory://nowhere/a", "cannot be opened")],
)
def test_file_that_cannot_be_opened_is_named(path, reason):
    with pytest.raises(ValueError, match=f"^the file '{path}' {reason}"), open_files({"x": WiroFile(path)}):
        pass


def test_only_open_files_are_uploaded():
    uploaded = []
    client = SimpleNamespace(upload=lambda file: uploaded.append(file) or "https://wiro.example/1")
    file = File(b"x", "x.png")
    found = with_addresses(client, {"a": Path("a"), "b": [file, "text", 1], "c": None})
    assert found == {"a": "https://wiro.example/1", "b": ["https://wiro.example/1", "text", 1], "c": None}
    assert uploaded == [Path("a"), file]
