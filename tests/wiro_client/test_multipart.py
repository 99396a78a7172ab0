"""Multipart forms, read back by an independent parser."""

from __future__ import annotations

import io
import re
from email.parser import BytesParser
from email.policy import HTTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro_client.calls import FormPart
from wiro_client.errors import InvalidArgumentError
from wiro_client.multipart import MultipartBody, encode_multipart
from wiro_client.types import File


def parts_of(content_type: str, body: bytes) -> list[tuple[str | None, str | None, bytes]]:
    """Split a form by its boundary and return name, file name and content of each part."""
    boundary = content_type.partition("boundary=")[2].encode()
    found = []
    for piece in body.split(b"--" + boundary)[1:-1]:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        message = BytesParser(policy=HTTP).parsebytes(head + b"\r\n\r\n")
        disposition = message["Content-Disposition"].params
        found.append((disposition.get("name"), disposition.get("filename"), content.removesuffix(b"\r\n")))
    return found


def test_texts_files_and_repeated_names() -> None:
    parts = [
        FormPart("prompt", "Grüße"),
        FormPart("image", File(b"one", "a.png", "image/png")),
        FormPart("image", File(b"two")),
    ]
    content_type, body = encode_multipart(parts)
    assert isinstance(body, bytes)
    assert parts_of(content_type, body) == [
        ("prompt", None, "Grüße".encode()),
        ("image", "a.png", b"one"),
        ("image", "file", b"two"),
    ]
    assert b"Content-Type: image/png\r\n" in body
    assert b"Content-Type: application/octet-stream\r\n" in body


def test_every_form_has_a_boundary_of_its_own() -> None:
    boundaries = {encode_multipart([])[0] for _ in range(50)}
    assert len(boundaries) == 50
    assert all(re.fullmatch(r"multipart/form-data; boundary=[0-9a-f]{32}", boundary) for boundary in boundaries)


@given(st.lists(st.binary(max_size=200) | st.sampled_from([b"\r\n--+++--\r\n", b"--", b"\r\n\r\n"]), max_size=4))
def test_files_arrive_byte_for_byte(payloads: list[bytes]) -> None:
    content_type, body = encode_multipart([FormPart("file", File(payload)) for payload in payloads])
    assert isinstance(body, bytes)
    assert [content for _, _, content in parts_of(content_type, body)] == payloads


def test_open_files_are_streamed_from_where_they_stand_and_again() -> None:
    content = bytes(range(256)) * 1000
    handle = io.BytesIO(b"skipped" + content)
    handle.seek(7)
    content_type, body = encode_multipart([FormPart("file", File(handle, "big.bin")), FormPart("note", "end")])
    assert isinstance(body, MultipartBody)
    first, second = b"".join(body), b"".join(body)
    assert first == second
    assert body.replayable
    assert not body.in_memory()
    assert body.content_length == len(first)
    assert parts_of(content_type, first) == [("file", "big.bin", content), ("note", None, b"end")]
    assert max(len(chunk) for chunk in body) <= 64 * 1024


async def test_open_files_are_streamed_to_coroutines() -> None:
    _, body = encode_multipart([FormPart("file", File(io.BytesIO(b"content")))])
    assert isinstance(body, MultipartBody)
    assert b"".join([chunk async for chunk in body.stream()]) == b"".join(body)


class Pipe(io.RawIOBase):
    """A file that can only be read once."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)

    def tell(self) -> int:
        raise OSError("a pipe has no position")


def test_a_pipe_has_no_length_and_cannot_be_sent_again() -> None:
    _, body = encode_multipart([FormPart("file", File(Pipe(b"content")))])
    assert isinstance(body, MultipartBody)
    assert body.content_length is None
    assert not body.replayable
    assert b"content" in b"".join(body)


def test_the_name_of_an_open_file_is_used(tmp_path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"x")
    with path.open("rb") as handle:
        _, body = encode_multipart([FormPart("file", File(handle))])
        assert b'filename="photo.png"' in b"".join(body)


@pytest.mark.parametrize("name", ["", "  ", "a/b.png", "a\\b.png", "a\nb.png", "a\x00b", "a" * 256])
def test_unusable_file_names_are_refused(name: str) -> None:
    with pytest.raises(InvalidArgumentError):
        encode_multipart([FormPart("file", File(b"", name))])


@pytest.mark.parametrize(
    ("name", "written"), [(" shot.png ", "shot.png"), ('a"b', 'a\\"b'), ("größe.png", "größe.png")]
)
def test_file_names_are_trimmed_and_quoted(name: str, written: str) -> None:
    _, body = encode_multipart([FormPart("file", File(b"", name))])
    assert f'filename="{written}"'.encode() in body


@pytest.mark.parametrize(
    "part",
    [FormPart("a\r\nX: y", "v"), FormPart("a", File(b"", "a.png", "image/png\r\nX: y"))],
)
def test_nothing_can_be_smuggled_into_the_head_of_a_part(part: FormPart) -> None:
    with pytest.raises(InvalidArgumentError):
        encode_multipart([part])
