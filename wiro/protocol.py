"""The socket's wire format: frames in, frames out, typed events. No I/O.

A server sends JSON objects as text, and audio of realtime models as binary frames ``<tasktoken>|<PCM>``. Nothing that
arrives here raises: a frame that cannot be read is None, and an event keeps all that the server sent.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro_client.models import (
        SocketFrame,
        TaskAcceptFrame,
        TaskAssignFrame,
        TaskCancelFrame,
        TaskCostFrame,
        TaskEndFrame,
        TaskErrorFrame,
        TaskErrorFullFrame,
        TaskOutputFrame,
        TaskOutputFullFrame,
        TaskPostprocessEndFrame,
        TaskPostprocessStartFrame,
        TaskPreprocessEndFrame,
        TaskPreprocessStartFrame,
        TaskQueueFrame,
        TaskStartFrame,
        TaskStreamEndFrame,
        TaskStreamReadyFrame,
    )

__all__ = [
    "AudioFrame",
    "TaskEvent",
    "decode_frame",
    "encode_session_end",
    "encode_task_info",
    "event_from_frame",
    "frame_task_id",
    "frame_token",
]

#: Longest token looked for in front of audio; PCM that happens to contain a ``|`` further on is then not cut.
_LONGEST_TOKEN = 256
_TASK_TYPE = re.compile(r"task(_[a-z]+)+")


@frozen(slots=True)
class AudioFrame:
    """Audio of a realtime task.

    Attributes:
        token: The task token in front of the audio; None where the server sent the audio bare.
        type_: ``"audio"``, which no frame of the server is called.
        audio: PCM, signed 16-bit little-endian, mono, 24 kHz.
    """

    token: str | None = field(repr=False)
    audio: bytes = field(repr=False)
    type_: Literal["audio"] = field(default="audio", init=False)


#: An event of a task: the generated model of its type, told apart by ``type_``; a `SocketFrame` with the whole document
#: where there is no such model; or audio.
TaskEvent: TypeAlias = (
    "TaskQueueFrame | TaskAcceptFrame | TaskPreprocessStartFrame | TaskPreprocessEndFrame | TaskAssignFrame"
    " | TaskStartFrame | TaskOutputFrame | TaskErrorFrame | TaskOutputFullFrame | TaskErrorFullFrame | TaskEndFrame"
    " | TaskPostprocessStartFrame | TaskPostprocessEndFrame | TaskCancelFrame | TaskStreamReadyFrame"
    " | TaskStreamEndFrame | TaskCostFrame | SocketFrame | AudioFrame"
)


def decode_frame(data: str | bytes) -> dict[str, Any] | AudioFrame | None:
    """Decode what the socket delivered.

    Args:
        data: a text message (str) or a binary one (bytes).

    Returns:
        The JSON object of a text frame, the audio of a binary one, or None for text that is not a JSON object.
    """
    if isinstance(data, bytes):
        return _decode_audio(data)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def encode_task_info(token: str) -> str:
    """The frame that subscribes the socket to a task."""
    return _encode({"type": "task_info", "tasktoken": token})


def encode_session_end(token: str) -> str:
    """The frame that ends a realtime session; the server answers with what remains, then the final frame."""
    return _encode({"type": "task_session_end", "tasktoken": token})


def frame_token(frame: Mapping[str, Any]) -> str | None:
    """The task token that a frame carries; None if it carries none (newer servers send only the id)."""
    token = frame.get("tasktoken")
    return token if isinstance(token, str) and token else None


def frame_task_id(frame: Mapping[str, Any]) -> str | None:
    """The task id that a frame carries, as text; None if it carries none."""
    task_id = frame.get("id")
    if isinstance(task_id, bool) or not isinstance(task_id, str | int):
        return None
    return str(task_id) or None


def event_from_frame(frame: Mapping[str, Any]) -> TaskEvent:
    """Turn a decoded frame into a typed event. Nothing in the frame is lost, and nothing in it raises.

    Args:
        frame: A decoded frame; ``{"type": "task_output", ...}``.

    Returns:
        The generated model of that frame type, or a ``SocketFrame`` where there is none.
    """
    # Imported here: the models are many, and a waiter that only wants the outcome never builds one.
    from wiro_client import models

    kind = frame.get("type")
    name = ""
    if isinstance(kind, str) and _TASK_TYPE.fullmatch(kind):
        name = "".join(part.capitalize() for part in kind.split("_")) + "Frame"
    model = getattr(models, name, models.SocketFrame)
    event: TaskEvent = model.from_dict(frame)
    return event


def _encode(document: dict[str, str]) -> str:
    return json.dumps(document, separators=(",", ":"))


def _decode_audio(data: bytes) -> AudioFrame:
    separator = data.find(b"|", 0, _LONGEST_TOKEN + 1)
    head = data[: max(separator, 0)]
    # A token is printable ASCII; anything else in front of a 0x7C is audio that happens to hold that byte.
    if head and all(0x21 <= byte <= 0x7E for byte in head):
        return AudioFrame(token=head.decode("ascii"), audio=data[separator + 1 :])
    return AudioFrame(token=None, audio=data)
