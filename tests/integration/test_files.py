"""Files into runs, against the sandbox: stored once, found by the model, each kind of parameter as documented."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import PIL.Image
import pytest

from wiro import AsyncWiro, CostLimitError, File, Output, TransportError, Wiro

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox.server import Sandbox


def connection(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}


def png(seed: str = "") -> bytes:
    """Return a picture, another one for each seed."""
    target = io.BytesIO()
    PIL.Image.new("RGB", (8, 8), f"#{zlib.crc32(seed.encode()) % 0xFFFFFF:06x}").save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("multipart", [False, True])
def test_every_kind_of_parameter(wiro_sandbox: Sandbox, tmp_path: Path, multipart: bool) -> None:
    person = tmp_path / "person.png"
    person.write_bytes(png())
    with Wiro(**connection(wiro_sandbox)) as wiro:
        earlier = wiro.run("sandbox/image", {"prompt": "a coat", "seconds": 1}).wait(timeout=30)
        params = {
            "inputImageHuman": person,
            "inputImageClothes": [PIL.Image.new("RGB", (4, 4)), earlier.outputs[0], "https://example.com/hat.png"],
            "inputDocumentMultiple": [io.BytesIO(b"%PDF-1"), b"%PDF-2"],
            "quality": "high",
        }
        result = wiro.run("sandbox/virtual-try-on", params, multipart=multipart, max_cost_usd=0.18).wait(timeout=30)
        assert result.exit_code == 0
        with pytest.raises(CostLimitError):
            wiro.run("sandbox/virtual-try-on", params, max_cost_usd=0.17)
    books = wiro_sandbox.books.to_dict()
    assert books["counts"].get("files_upload", 0) == (0 if multipart else 4)
    assert len(wiro_sandbox.books.submissions) == 2
    sent = wiro_sandbox.books.submissions[-1].parameters
    assert len(sent["inputImageClothes"]) == 3
    assert sent["inputImageClothes"][1:] == [earlier.outputs[0].url, "https://example.com/hat.png"]


def test_a_cost_limit_counts_the_files_of_an_archive(wiro_sandbox: Sandbox) -> None:
    archives = [io.BytesIO(), io.BytesIO()]
    for count, target in enumerate(archives, 1):
        with zipfile.ZipFile(target, "w") as archive:
            for number in range(count):
                archive.writestr(f"{number}.png", png(f"{count}.{number}"))
    one, two = (target.getvalue() for target in archives)
    with Wiro(**connection(wiro_sandbox)) as wiro:
        # The price list has a price for one picture only.
        wiro.run("sandbox/image-to-3d", {"inputImage": one}, max_cost_usd=0.2)
        with pytest.raises(CostLimitError, match="not bounded: no entry of the price list fits"):
            wiro.run("sandbox/image-to-3d", {"inputImage": two}, max_cost_usd=0.2)
    assert len(wiro_sandbox.books.submissions) == 1


def test_inputs_that_were_deleted_are_uploaded_again(wiro_sandbox: Sandbox) -> None:
    with Wiro(**connection(wiro_sandbox)) as wiro:
        kept = wiro.upload(png("kept"))
        params = {"prompt": "x", "inputImage": png("shared"), "seconds": 1}
        run = wiro.run("sandbox/image-edit", params)
        run.wait(timeout=30)
        shared = wiro.upload(png("shared"))
        wiro.attach(run.task_id).delete_files()
        assert wiro.upload(png("shared")) != shared
        assert wiro.upload(png("kept")) == kept
        assert wiro.run("sandbox/image-edit", params).wait(timeout=30).exit_code == 0


def test_inputs_are_forgotten_when_the_answer_to_their_deletion_is_lost(wiro_sandbox: Sandbox) -> None:
    with Wiro(**connection(wiro_sandbox), max_retries=0) as wiro:
        run = wiro.run("sandbox/image-edit", {"prompt": "x", "inputImage": png(), "seconds": 1})
        run.wait(timeout=30)
        shared = wiro.upload(png())
        wiro_sandbox.faults.add(operation="tasks_input_output_delete", kind="drop_after_accept")
        with pytest.raises(TransportError):
            run.delete_files()
        assert wiro.upload(png()) != shared


async def test_one_upload_for_many_runs(wiro_sandbox: Sandbox) -> None:
    async with AsyncWiro(**connection(wiro_sandbox)) as wiro:
        address = await wiro.upload(png())
        for _ in range(3):
            run = await wiro.run("sandbox/image-edit", {"prompt": "x", "inputImage": png(), "seconds": 1})
            await run.wait(timeout=30)
    assert wiro_sandbox.books.to_dict()["counts"]["files_upload"] == 1
    assert [each.parameters["inputImage"] for each in wiro_sandbox.books.submissions] == [[address]] * 3


@pytest.mark.parametrize("kind", ["drop_after_accept", "drop_before_accept"])
def test_a_broken_upload_submits_nothing(wiro_sandbox: Sandbox, kind: str) -> None:
    wiro_sandbox.faults.add(operation="files_upload", kind=kind, times=1)
    with Wiro(**connection(wiro_sandbox)) as wiro:
        with pytest.raises(Exception, match="files_upload"):
            wiro.run("sandbox/image-edit", {"prompt": "x", "inputImage": png()})
        assert not wiro_sandbox.books.submissions
        assert wiro_sandbox.books.to_dict()["counts"].get("files_upload", 0) <= 1


KINDS = ("path", "bytes", "bytearray", "open file", "pipe", "image", "file", "saved", "output", "address")


def value_of(kind: str, content: bytes, output: Output, tmp_path: Path) -> Any:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    return {
        "path": lambda: path,
        "bytes": lambda: content,
        "bytearray": lambda: bytearray(content),
        "open file": lambda: path.open("rb"),
        "pipe": lambda: Pipe(content),
        "image": lambda: PIL.Image.open(path),
        "file": lambda: File(io.BytesIO(content), "picture.png", "image/png"),
        "saved": lambda: output.save(tmp_path / "saved"),
        "output": lambda: output,
        "address": lambda: output.url,
    }[kind]()


class Pipe:
    """Something that can be read once, and only forward."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)


@pytest.mark.parametrize("multipart", [False, True])
@pytest.mark.parametrize(
    ("model", "parameter", "most"),
    [
        ("sandbox/image-edit", "inputImage", 1),
        ("sandbox/virtual-try-on", "inputImageHuman", 1),
        ("sandbox/virtual-try-on", "inputImageClothes", 2),
        ("sandbox/virtual-try-on", "inputDocumentMultiple", 2),
    ],
)
def test_every_kind_of_file(
    wiro_sandbox: Sandbox, tmp_path: Path, model: str, parameter: str, most: int, multipart: bool
) -> None:
    """What arrives at the model are the bytes that were given, whatever they were given as."""
    with Wiro(**connection(wiro_sandbox)) as wiro:
        (output,) = wiro.run("sandbox/image", {"prompt": "a coat", "seconds": 1}).wait(timeout=30).outputs
        for kind in KINDS:
            content = png(kind)
            expected = ({"output", "address", "saved"} & {kind} and stored(wiro_sandbox, output.url)) or content
            value = value_of(kind, content, output, tmp_path)
            params = {
                "prompt": "x",
                "inputImage": png("a"),
                "inputImageHuman": png("a"),
                "inputImageClothes": [png("b")],
                parameter: value if most == 1 else [png("c"), value],
            }
            known = {found.id for found in wiro.models.get(model).parameters}
            wiro.run(model, {key: given for key, given in params.items() if key in known}, multipart=multipart)
            sent = wiro_sandbox.books.submissions[-1].parameters
            arrived = [*as_list(sent.get(parameter)), *as_list(sent.get(f"{parameter}Url"))]
            contents = [stored(wiro_sandbox, address) for address in arrived]
            if kind == "image":  # encoded anew
                contents = [PIL.Image.open(io.BytesIO(found)).tobytes() for found in contents]
                expected = PIL.Image.open(io.BytesIO(expected)).tobytes()
            assert len(contents) == most, (kind, sent)
            assert contents[-1] == expected, kind


def as_list(value: object) -> list[str]:
    found = value if isinstance(value, list) else str(value or "").split(",")
    return [address for address in found if address]


def stored(sandbox: Sandbox, address: str) -> bytes:
    file = sandbox._world.files.find_url(address)
    assert file is not None, address
    return file.content
