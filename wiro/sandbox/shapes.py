"""Three-dimensional models: binary glTF 2.0 files with one coloured pyramid that comes from its inputs."""

import hashlib
import json
import struct

__all__ = ["draw_glb"]

_MAGIC, _VERSION = b"glTF", 2
_JSON_CHUNK, _BINARY_CHUNK = b"JSON", b"BIN\0"
_FLOAT, _UNSIGNED_SHORT = 5126, 5123
_ARRAY_BUFFER, _ELEMENT_ARRAY_BUFFER = 34962, 34963
# Four sides and two halves of the base, counter-clockwise as seen from outside.
_TRIANGLES = (0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4, 0, 2, 1, 0, 3, 2)


def draw_glb(prompt: str, identity: str) -> bytes:
    """Draw a pyramid whose height and colour come from the hash of prompt and identity; `extras` carries both."""
    seed = hashlib.sha256(f"{prompt}\0{identity}".encode()).digest()
    height = 0.5 + seed[0] / 128
    corners = [(-1.0, 0.0, 1.0), (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, -1.0), (0.0, height, 0.0)]
    positions = b"".join(struct.pack("<3f", *corner) for corner in corners)
    indices = struct.pack(f"<{len(_TRIANGLES)}H", *_TRIANGLES)
    colour = [round(component / 255, 3) for component in seed[1:4]]
    document = {
        "asset": {"version": "2.0", "generator": "Wiro sandbox"},
        "extras": {"prompt": prompt, "task": identity},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [*colour, 1.0]}}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": _FLOAT,
                "count": len(corners),
                "type": "VEC3",
                "min": [-1.0, 0.0, -1.0],
                "max": [1.0, height, 1.0],
            },
            {"bufferView": 1, "componentType": _UNSIGNED_SHORT, "count": len(_TRIANGLES), "type": "SCALAR"},
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": len(positions), "target": _ARRAY_BUFFER},
            {"buffer": 0, "byteOffset": len(positions), "byteLength": len(indices), "target": _ELEMENT_ARRAY_BUFFER},
        ],
        "buffers": [{"byteLength": len(positions) + len(indices)}],
    }
    text = json.dumps(document, separators=(",", ":")).encode()
    chunks = _chunk(_JSON_CHUNK, text, b" ") + _chunk(_BINARY_CHUNK, positions + indices, b"\0")
    return _MAGIC + struct.pack("<II", _VERSION, 12 + len(chunks)) + chunks


def _chunk(kind: bytes, content: bytes, padding: bytes) -> bytes:
    content += padding * (-len(content) % 4)
    return struct.pack("<I", len(content)) + kind + content
