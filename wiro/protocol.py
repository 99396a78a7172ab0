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
        AgentCancelFrame,
        AgentEndFrame,
        AgentErrorFrame,
        AgentOutputFrame,
        AgentStartFrame,
        AgentSubscribedFrame,
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
    "MessageEvent",
    "TaskEvent",
    "decode_frame",
    "encode_agent_info",
    "encode_audio",
    "encode_session_end",
    "encode_session_interrupt",
    "encode_task_info",
    "event_from_frame",
    "frame_task_id",
    "frame_token",
    "message_event_from_frame",
]

#: Longest token looked for in front of audio; PCM that happens to contain a ``|`` further on is then not cut.
_LONGEST_TOKEN = 256
_TASK_TYPE = re.compile(r"task(_[a-z]+)+")
_MESSAGE_TYPE = re.compile(r"agent_(subscribed|start|output|end|error|cancel)")


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

#: An event of a message to an agent: the generated model of its type, or a `SocketFrame`.
MessageEvent: TypeAlias = (
    "AgentSubscribedFrame | AgentStartFrame | AgentOutputFrame | AgentEndFrame | AgentErrorFrame | AgentCancelFrame"
    " | SocketFrame"
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


def encode_agent_info(token: str) -> str:
    """The frame that subscribes the socket to a message to an agent; it is answered with how far the message is."""
    return _encode({"type": "agent_info", "agenttoken": token})


def encode_session_end(token: str) -> str:
    """The frame that ends a realtime session; the server answers with what remains, then the final frame."""
    return _encode({"type": "task_session_end", "tasktoken": token})


def encode_session_interrupt(token: str) -> str:
    """The frame that makes a realtime model stop talking."""
    return _encode({"type": "task_session_interrupt", "tasktoken": token})


def encode_audio(token: str, audio: bytes) -> bytes:
    """The binary message that carries audio to a realtime model: token, ``|``, PCM."""
    return token.encode("ascii") + b"|" + audio


def frame_token(frame: Mapping[str, Any], key: str = "tasktoken") -> str | None:
    """The token that a frame carries under a key; None if it carries none (newer servers send only the task's id)."""
    token = frame.get(key)
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
    event: TaskEvent = _model_of(frame, _TASK_TYPE).from_dict(frame)
    return event


def message_event_from_frame(frame: Mapping[str, Any]) -> MessageEvent:
    """Turn a decoded frame of a message to an agent into a typed event; see `event_from_frame`."""
    event: MessageEvent = _model_of(frame, _MESSAGE_TYPE).from_dict(frame)
    return event


def _model_of(frame: Mapping[str, Any], types: re.Pattern[str]) -> Any:
    # Imported here: the models are many, and a waiter that only wants the outcome never builds one.
    from wiro_client import models

    kind = frame.get("type")
    name = ""
    if isinstance(kind, str) and types.fullmatch(kind):
        name = "".join(part.capitalize() for part in kind.split("_")) + "Frame"
    return getattr(models, name, models.SocketFrame)


def _encode(document: dict[str, str]) -> str:
    return json.dumps(document, separators=(",", ":"))


def _decode_audio(data: bytes) -> AudioFrame:
    separator = data.find(b"|", 0, _LONGEST_TOKEN + 1)
    head = data[: max(separator, 0)]
    # A token is printable ASCII; anything else in front of a 0x7C is audio that happens to hold that byte.
    if head and all(0x21 <= byte <= 0x7E for byte in head):
        return AudioFrame(token=head.decode("ascii"), audio=data[separator + 1 :])
    return AudioFrame(token=None, audio=data)
