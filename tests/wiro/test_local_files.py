from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any, BinaryIO

import PIL.Image
import pytest

from wiro import _local_files
from wiro._local_files import LocalFile, OpenFiles, UnreadableFileError
from wiro.runs import SavedFile
from wiro_client.types import File

PNG = b"\x89PNG\r\n\x1a\n"


def read(value: Any) -> LocalFile:
    with OpenFiles() as files:
        return files.read(value, "inputImage")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a lake.PNG"
    path.write_bytes(PNG)
    return path


def test_a_path_is_opened_and_closed(picture: Path) -> None:
    with OpenFiles() as files:
        local = files.read(picture, "x")
        payload = local.payload
        assert not isinstance(payload, bytes)
        assert payload.read() == PNG
    assert payload.closed
    assert (local.name, local.mime_type, local.size) == ("a lake.PNG", "image/png", 8)
    assert local.sha256 == hashlib.sha256(PNG).hexdigest()


def test_a_saved_file_is_its_path(picture: Path) -> None:
    assert read(SavedFile(path=picture, size=8, sha256="", url="https://x", name="x")).name == "a lake.PNG"


def test_an_open_file_is_sent_from_where_it_is_and_not_closed(picture: Path) -> None:
    with picture.open("rb") as file:
        file.seek(1)
        local = read(file)
        assert local.payload is file
        assert file.tell() == 1
        assert (local.name, local.size) == ("a lake.PNG", 7)
        assert local.sha256 == hashlib.sha256(PNG[1:]).hexdigest()
        assert not file.closed


def test_files_go_back_to_where_each_began(picture: Path) -> None:
    with OpenFiles() as files, picture.open("rb") as file:
        file.seek(1)
        payloads = [files.read(value, "x").payload for value in (picture, file, PNG)]
        for _ in range(2):
            read_again = [value if isinstance(value, bytes) else value.read() for value in payloads]
            assert read_again == [PNG, PNG[1:], PNG]
            files.rewind()


def test_a_file_that_cannot_be_read_twice_is_read_once() -> None:
    chunks = [PNG]

    class Stream(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return chunks.pop() if chunks else b""

    assert read(Stream()).payload == PNG


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, io.BytesIO])
def test_bytes_are_named_after_the_parameter_and_what_they_are(kind: Any) -> None:
    local = read(kind(PNG))
    assert (local.name, local.mime_type) == ("inputImage.png", "image/png")


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"%PDF-1.7", ".pdf"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", ".wav"),
        (b"RIFF\0\0\0\0AVI LIST", ".bin"),
        (b"\0\0\0\x18ftypM4A ", ".m4a"),
        (b"\0\0\0\x18ftypqt  ", ".mov"),
        (b"\0\0\0\x18ftypheic", ".heic"),
        (b"\0\0\0\x18ftypisom", ".mp4"),
        (b"\x1aE\xdf\xa3", ".webm"),
        (b"ID3\x04", ".mp3"),
        (b"PK\x03\x04", ".zip"),
        (b"hello", ".bin"),
    ],
)
def test_endings(head: bytes, ending: str) -> None:
    assert read(head).name == f"inputImage{ending}"


@pytest.mark.parametrize(
    ("file", "name", "mime_type"),
    [
        (File(PNG, "a.png", "image/x"), "a.png", "image/x"),
        (File(b"text", None, "text/csv"), "inputImage.csv", "text/csv"),
        (File(io.BytesIO(PNG), "b"), "b.png", "image/png"),
        (File(b"x", "../../etc/pa\nss.txt"), "_.._etc_pa_ss.txt", "text/plain"),
        (File(b"x", "."), "inputImage.bin", "application/octet-stream"),
        (File(b"x", "n" * 500 + ".txt"), "n" * 196 + ".txt", "text/plain"),
    ],
)
def test_names_and_kinds(file: File, name: str, mime_type: str) -> None:
    local = read(file)
    assert (local.name, local.mime_type) == (name, mime_type)
    part = local.to_part()
    assert (part.payload, part.file_name, part.mime_type) == (local.payload, name, mime_type)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "CMYK", "F", "HSV", "PA"])
def test_images_become_png(mode: str) -> None:
    local = read(PIL.Image.new(mode, (3, 2)))
    assert (local.name, local.mime_type) == ("inputImage.png", "image/png")
    assert isinstance(local.payload, bytes)
    with PIL.Image.open(io.BytesIO(local.payload)) as image:
        assert (image.format, image.size) == ("PNG", (3, 2))


def test_an_image_that_cannot_be_converted_is_named() -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(PIL.Image.new("La", (3, 2)))


def test_an_image_keeps_its_name(tmp_path: Path) -> None:
    PIL.Image.new("RGB", (3, 2)).save(tmp_path / "lake.jpg")
    with PIL.Image.open(tmp_path / "lake.jpg") as image:
        assert read(image).name == "lake.png"


class Odd:
    def read(self, size: int) -> Any:
        return [1]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (Path("/nowhere/at/all.png"), "cannot be read: No such file or directory"),
        (Path("/"), "is a folder"),
        (b"", "is an empty file"),
        (io.BytesIO(b""), "is an empty file"),
        (io.StringIO("text"), "is open as text; open it in binary mode"),
        (Odd(), "is a Odd whose read() gives no bytes"),
    ],
)
def test_what_cannot_be_read(value: Any, problem: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(value)
    assert str(caught.value) == problem


@pytest.mark.parametrize("kind", [bytes, io.BytesIO])
def test_what_is_too_large(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_local_files, "MAX_FILE_BYTES", 8)
    assert read(kind(PNG)).size == 8
    with pytest.raises(UnreadableFileError, match="is larger than"):
        read(kind(PNG + b"x"))


def test_contents_stay_out_of_the_text() -> None:
    assert "canary" not in repr(read(b"canary"))


def test_a_closed_file_is_named(picture: Path) -> None:
    file: BinaryIO = picture.open("rb")
    file.close()
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(file)
