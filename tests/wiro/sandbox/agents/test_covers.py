import io

import pytest
from PIL import Image

from wiro.sandbox.agents.covers import cover_as_webp
from wiro.sandbox.refusals import RefusedError


def picture(kind: str, size: tuple[int, int] = (8, 4)) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "blue").save(content, kind)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_documented_formats_become_webp(kind: str) -> None:
    converted = Image.open(io.BytesIO(cover_as_webp(picture(kind))))
    assert (converted.format, converted.size) == ("WEBP", (8, 4))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "invalid"),
        (b"\x89PNG\r\n\x1a\n" + b"rubbish" * 10, "invalid"),
        (picture("BMP"), "invalid"),
        (picture("PNG")[:40], "invalid"),
        (picture("PNG", (40_000, 1_001)), "invalid"),
        (b"\0" * (10 * 1024 * 1024 + 1), "invalid"),
    ],
    ids=["empty", "rubbish", "other format", "cut off", "too many pixels", "too large"],
)
def test_others_are_refused(content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        cover_as_webp(content)
