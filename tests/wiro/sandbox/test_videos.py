import io
import struct

from PIL import Image

from wiro.sandbox.videos import draw_mp4

CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf"}


def boxes(content: bytes, start: int, end: int) -> dict[bytes, tuple[int, int]]:
    """Return the boxes of an MP4 file by name, with where their content starts and ends."""
    found = {}
    while start < end:
        size, name = struct.unpack_from(">I4s", content, start)
        assert size >= 8
        found[name] = (start + 8, start + size)
        if name in CONTAINERS:
            found |= boxes(content, start + 8, start + size)
        start += size
    assert start == end
    return found


def pictures(content: bytes) -> list[Image.Image]:
    found = boxes(content, 0, len(content))
    start = found[b"stsz"][0]
    _, _, count = struct.unpack_from(">3I", content, start)
    sizes = struct.unpack_from(f">{count}I", content, start + 12)
    (offset,) = struct.unpack_from(">I", content, found[b"stco"][0] + 8)
    assert offset == found[b"mdat"][0]
    read = []
    for size in sizes:
        picture = Image.open(io.BytesIO(content[offset : offset + size]))
        picture.load()
        read.append(picture)
        offset += size
    assert offset == found[b"mdat"][1]
    return read


def test_video_holds_decodable_pictures_of_its_size_for_its_time() -> None:
    content = draw_mp4("a fox", "7", 160, 90, 2.5)
    frames = pictures(content)
    assert len(frames) == 10
    assert {(frame.format, frame.size) for frame in frames} == {("JPEG", (160, 90))}
    assert frames[0].info["comment"] == b"7: a fox"
    assert frames[0].tobytes() != frames[1].tobytes()
    found = boxes(content, 0, len(content))
    _, _, _, scale, duration = struct.unpack_from(">5I", content, found[b"mvhd"][0])
    assert duration / scale == 2.5
    width, height = struct.unpack_from(">2I", content, found[b"tkhd"][1] - 8)
    assert (width >> 16, height >> 16) == (160, 90)
    assert content[found[b"ftyp"][0] :][:4] == b"isom"


def test_no_time_is_one_picture() -> None:
    assert len(pictures(draw_mp4("a", "7", 64, 64, 0))) == 1


def test_videos_differ_by_task() -> None:
    assert draw_mp4("a", "1", 64, 64, 0) != draw_mp4("a", "2", 64, 64, 0)
