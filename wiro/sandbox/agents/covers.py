"""Cover images of agents, which the service stores as WebP."""

import io

from wiro.sandbox.refusals import refuse

__all__ = ["cover_as_webp"]

_MAX_BYTES = 10 * 1024 * 1024
_MAX_PIXELS = 40_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def cover_as_webp(content: bytes) -> bytes:
    """Convert an uploaded image.

    Raises:
        RefusedError: If it is too large, or no image of a documented format.
    """
    # Only covers need the imaging library.
    from PIL import Image, UnidentifiedImageError

    if len(content) > _MAX_BYTES:
        raise refuse("body_too_large")
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > _MAX_PIXELS:
                raise refuse("body_too_large")
            converted = io.BytesIO()
            image.convert("RGB").save(converted, "WEBP")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise refuse("invalid_parameters") from None
    return converted.getvalue()
