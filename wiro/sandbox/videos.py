"""Videos: MP4 files of JPEG pictures, small enough to write by hand and real enough for players.

Layout: ISO/IEC 14496-12 (boxes) and 14496-14 (the `mp4v` sample entry); object type 0x6C is JPEG.
"""

import io
import struct
from collections.abc import Sequence

from wiro.sandbox.images import draw_picture

__all__ = ["draw_mp4", "write_mp4"]

_FRAMES_PER_SECOND = 4
_IDENTITY_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_JPEG_OBJECT_TYPE = 0x6C
_VISUAL_STREAM = 0x11


def draw_mp4(prompt: str, identity: str, width: int, height: int, seconds: float) -> bytes:
    """Draw a video whose pictures come from the prompt and change with time; each carries the prompt as JPEG comment.

    Args:
        prompt: What the run asked for.
        identity: What tells this run from others, such as the task id.
        width: Pixels.
        height: Pixels.
        seconds: Length of the video.
    """
    pictures = []
    for number in range(max(1, round(seconds * _FRAMES_PER_SECOND))):
        stream = io.BytesIO()
        picture = draw_picture(prompt, f"{identity} frame {number}", width, height)
        picture.save(stream, "JPEG", quality=70, comment=f"{identity}: {prompt}".encode())
        pictures.append(stream.getvalue())
    return write_mp4(pictures, width, height, _FRAMES_PER_SECOND)


def write_mp4(pictures: Sequence[bytes], width: int, height: int, frames_per_second: int) -> bytes:
    """Put JPEG pictures of one size into an MP4 file."""
    header = _box(b"ftyp", b"isom", struct.pack(">I", 0x200), b"isomiso2mp41")
    first_picture = len(header) + 8
    media = _box(b"mdat", *pictures)
    return header + media + _movie(pictures, width, height, frames_per_second, first_picture)


def _box(name: bytes, *contents: bytes) -> bytes:
    content = b"".join(contents)
    return struct.pack(">I", 8 + len(content)) + name + content


def _full_box(name: bytes, *contents: bytes, flags: int = 0) -> bytes:
    return _box(name, struct.pack(">I", flags), *contents)


def _movie(pictures: Sequence[bytes], width: int, height: int, rate: int, first_picture: int) -> bytes:
    duration = len(pictures)
    movie_header = _full_box(
        b"mvhd",
        struct.pack(">4I", 0, 0, rate, duration),
        struct.pack(">IH10x", 0x10000, 0x100),
        _IDENTITY_MATRIX,
        bytes(24),
        struct.pack(">I", 2),
    )
    track_header = _full_box(
        b"tkhd",
        struct.pack(">5I", 0, 0, 1, 0, duration),
        bytes(16),
        _IDENTITY_MATRIX,
        struct.pack(">2I", width << 16, height << 16),
        flags=3,
    )
    media = _box(
        b"mdia",
        _full_box(b"mdhd", struct.pack(">4I2H", 0, 0, rate, duration, 0x55C4, 0)),
        _full_box(b"hdlr", bytes(4), b"vide", bytes(12), b"pictures\0"),
        _box(
            b"minf",
            _full_box(b"vmhd", bytes(8), flags=1),
            _box(b"dinf", _full_box(b"dref", struct.pack(">I", 1), _full_box(b"url ", flags=1))),
            _sample_table(pictures, width, height, first_picture),
        ),
    )
    return _box(b"moov", movie_header, _box(b"trak", track_header, media))


def _sample_table(pictures: Sequence[bytes], width: int, height: int, first_picture: int) -> bytes:
    count = len(pictures)
    entry = _box(
        b"mp4v",
        struct.pack(">6xH16x2H", 1, width, height),
        struct.pack(">3IH32x2H", 0x480000, 0x480000, 0, 1, 24, 0xFFFF),
        _elementary_stream_descriptor(),
    )
    return _box(
        b"stbl",
        _full_box(b"stsd", struct.pack(">I", 1), entry),
        _full_box(b"stts", struct.pack(">3I", 1, count, 1)),
        _full_box(b"stsc", struct.pack(">4I", 1, 1, count, 1)),
        _full_box(b"stsz", struct.pack(">2I", 0, count), b"".join(struct.pack(">I", len(one)) for one in pictures)),
        _full_box(b"stco", struct.pack(">2I", 1, first_picture)),
    )


def _elementary_stream_descriptor() -> bytes:
    decoder = struct.pack(">2B3xII", _JPEG_OBJECT_TYPE, _VISUAL_STREAM, 0, 0)
    decoder = struct.pack(">2B", 4, len(decoder)) + decoder
    synchronisation = struct.pack(">3B", 6, 1, 2)
    content = struct.pack(">HB", 1, 0) + decoder + synchronisation
    return _full_box(b"esds", struct.pack(">2B", 3, len(content)), content)
