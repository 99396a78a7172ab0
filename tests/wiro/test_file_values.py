from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import PIL.Image
import pytest

from wiro._file_values import address_of, entries_of, is_address, is_local_file, is_pillow_image
from wiro.runs import Output, SavedFile
from wiro_client.models.stored_file import StoredFile
from wiro_client.types import File

SAVED = SavedFile(path=Path("a.png"), size=1, sha256="", url="https://x/a.png", name="a.png")
LOCAL: list[Any] = [
    b"x",
    bytearray(b"x"),
    memoryview(b"x"),
    Path("a.png"),
    io.BytesIO(),
    File(b"x"),
    PIL.Image.new("RGB", (1, 1)),
    SAVED,
]
REMOTE: list[Any] = ["https://x", Output("a", "", 1, "https://x"), StoredFile.from_dict({"url": "https://x"})]
NEITHER: list[Any] = [None, 7, {}, [], object(), io.BytesIO, Path, StoredFile.from_dict({}), SimpleNamespace(url=7)]


@pytest.mark.parametrize("value", LOCAL, ids=lambda value: type(value).__name__)
def test_local_files(value: Any) -> None:
    assert is_local_file(value)


@pytest.mark.parametrize("value", REMOTE, ids=lambda value: type(value).__name__)
def test_addresses(value: Any) -> None:
    assert not is_local_file(value)
    assert address_of(value) == "https://x"


@pytest.mark.parametrize("value", NEITHER, ids=lambda value: type(value).__name__)
def test_what_is_no_file(value: Any) -> None:
    assert not is_local_file(value)
    assert address_of(value) is None


def test_a_string_is_never_a_path() -> None:
    assert not is_local_file(__file__)
    assert not is_address(__file__)
    assert [
        is_address(text) for text in ("http://x", " HTTPS://x", "data:,x", "ftp://x", "file:///etc/passwd", "")
    ] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_pillow_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("sys").modules, "PIL.Image")
    assert not is_pillow_image(object())


def test_entries() -> None:
    assert list(entries_of([b"", None, "", " ", "x"])) == [b"", "x"]
    assert list(entries_of("x")) == ["x"]
    assert list(entries_of(None)) == []
