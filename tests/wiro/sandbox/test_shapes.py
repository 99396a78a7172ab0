import json
import struct
from typing import Any

from wiro.sandbox.shapes import draw_glb


def read(content: bytes) -> tuple[dict[str, Any], bytes]:
    magic, version, length = struct.unpack_from("<4sII", content)
    assert (magic, version, length) == (b"glTF", 2, len(content))
    json_length, json_kind = struct.unpack_from("<I4s", content, 12)
    start = 20 + json_length
    binary_length, binary_kind = struct.unpack_from("<I4s", content, start)
    assert (json_kind, binary_kind) == (b"JSON", b"BIN\0")
    assert start % 4 == binary_length % 4 == 0
    assert start + 8 + binary_length == len(content)
    return json.loads(content[20:start]), content[start + 8 :]


def test_pyramid_fits_its_buffers_and_bounds() -> None:
    document, binary = read(draw_glb("a fox, 狐", "7"))
    assert document["extras"] == {"prompt": "a fox, 狐", "task": "7"}
    positions, indices = document["accessors"]
    views = document["bufferViews"]
    assert views[1]["byteOffset"] + views[1]["byteLength"] == document["buffers"][0]["byteLength"] <= len(binary)
    corners = list(struct.iter_unpack("<3f", binary[: views[0]["byteLength"]]))
    assert len(corners) == positions["count"]
    for axis in range(3):
        values = [corner[axis] for corner in corners]
        assert (min(values), max(values)) == (positions["min"][axis], positions["max"][axis])
    numbers = struct.unpack_from(f"<{indices['count']}H", binary, views[1]["byteOffset"])
    assert len(numbers) % 3 == 0
    assert set(numbers) == set(range(positions["count"]))


def test_models_differ_by_inputs() -> None:
    assert len({draw_glb("a", "1"), draw_glb("b", "1"), draw_glb("a", "2")}) == 3
