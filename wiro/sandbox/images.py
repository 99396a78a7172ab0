"""Pictures that prove where they come from: each is drawn from its prompt and says so, to people and to programs."""

import hashlib
import io
import textwrap

__all__ = ["draw_png"]

_STRIPES = 12


def draw_png(prompt: str, identity: str, width: int, height: int) -> bytes:
    """Draw a PNG.

    The colours come from the hash of prompt and identity, so two runs differ even with one prompt. The text chunks
    `Prompt`, `Prompt-SHA256` and `Task` carry the inputs for tests; the picture shows them to people.

    Args:
        prompt: What the run asked for.
        identity: What tells this run from others, such as the task id.
        width: Pixels.
        height: Pixels.
    """
    # Half the sandbox's start-up time would be this import, and most runs draw nothing.
    from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

    prompt_hash = hashlib.sha256(prompt.encode()).hexdigest()
    seed = hashlib.sha256(f"{prompt}\0{identity}".encode()).digest()
    image = Image.new("RGB", (width, height), _colour(seed, 0))
    draw = ImageDraw.Draw(image)
    for stripe in range(_STRIPES):
        left = seed[stripe] * width // 256
        top = seed[stripe + _STRIPES] * height // 256
        size = max(4, seed[stripe + 5] * min(width, height) // 384)
        draw.ellipse((left - size, top - size, left + size, top + size), fill=_colour(seed, stripe + 1))
    lines = [*textwrap.wrap(prompt, 40)[:8], f"sha256 {prompt_hash[:16]}", f"task {identity}"]
    font = ImageFont.load_default(size=max(10, width // 32))
    draw.multiline_text((12, 12), "\n".join(lines), font=font, fill="white", stroke_width=2, stroke_fill="black")
    metadata = PngImagePlugin.PngInfo()
    metadata.add_itxt("Prompt", prompt)
    metadata.add_text("Prompt-SHA256", prompt_hash)
    metadata.add_text("Task", identity)
    stream = io.BytesIO()
    image.save(stream, "PNG", pnginfo=metadata)
    return stream.getvalue()


def _colour(seed: bytes, index: int) -> tuple[int, int, int]:
    start = index * 3 % (len(seed) - 2)
    return seed[start], seed[start + 1], seed[start + 2]
