"""Pictures that prove where they come from: each is drawn from its prompt and says so, to people and to programs."""

import hashlib
import io
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["draw_picture", "draw_png"]

_SPOTS = 12


def draw_png(prompt: str, identity: str, width: int, height: int) -> bytes:
    """Draw a PNG whose text chunks `Prompt`, `Prompt-SHA256` and `Task` carry its inputs, for programs to read.

    Args:
        prompt: What the run asked for.
        identity: What tells this run from others, such as the task id.
        width: Pixels.
        height: Pixels.
    """
    from PIL import PngImagePlugin

    metadata = PngImagePlugin.PngInfo()
    metadata.add_itxt("Prompt", prompt)
    metadata.add_text("Prompt-SHA256", _hash(prompt))
    metadata.add_text("Task", identity)
    stream = io.BytesIO()
    draw_picture(prompt, identity, width, height).save(stream, "PNG", pnginfo=metadata)
    return stream.getvalue()


def draw_picture(prompt: str, identity: str, width: int, height: int) -> "Image":
    """Draw a picture that shows its inputs, for people to read.

    The colours come from the hash of prompt and identity, so two runs differ even with one prompt.

    Args:
        prompt: What the run asked for.
        identity: What tells this run from others, such as the task id.
        width: Pixels.
        height: Pixels.
    """
    # Half the sandbox's start-up time would be this import, and most runs draw nothing.
    from PIL import Image, ImageDraw, ImageFont

    seed = hashlib.sha256(f"{prompt}\0{identity}".encode()).digest()
    image = Image.new("RGB", (width, height), _colour(seed, 0))
    draw = ImageDraw.Draw(image)
    for spot in range(_SPOTS):
        left = seed[spot] * width // 256
        top = seed[spot + _SPOTS] * height // 256
        size = max(4, seed[spot + 5] * min(width, height) // 384)
        draw.ellipse((left - size, top - size, left + size, top + size), fill=_colour(seed, spot + 1))
    lines = [*textwrap.wrap(prompt, 40)[:8], f"sha256 {_hash(prompt)[:16]}", f"task {identity}"]
    font = ImageFont.load_default(size=max(10, width // 32))
    draw.multiline_text((12, 12), "\n".join(lines), font=font, fill="white", stroke_width=2, stroke_fill="black")
    return image


def _hash(prompt: str) -> str:
    return hashlib.sha256(prompt.encode()).hexdigest()


def _colour(seed: bytes, index: int) -> tuple[int, int, int]:
    start = index * 3 % (len(seed) - 2)
    return seed[start], seed[start + 1], seed[start + 2]
