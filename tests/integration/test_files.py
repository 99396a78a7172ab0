"""Files into runs, against the sandbox: stored once, found by the model, each kind of parameter as documented."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import PIL.Image
import pytest

from wiro import AsyncWiro, CostLimitError, Wiro

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox.server import Sandbox


def connection(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}


def png() -> bytes:
    target = io.BytesIO()
    PIL.Image.new("RGB", (8, 8), "green").save(target, "PNG")
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
