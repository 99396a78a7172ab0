"""The socket's wire format: frames in, frames out, typed events. No I/O.

A server sends JSON objects as text, and audio of realtime models as binary frames ``<tasktoken>|<PCM>``. Nothing that
arrives here raises: what cannot be read is None (frames) or keeps its document (events).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "AudioFrame",
    "GenericEvent",
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


@frozen(slots=True)
class AudioFrame:
    """Audio of a realtime task.

    Attributes:
        token: the task token in front of the audio; None where the server sent the audio bare.
        audio: PCM, signed 16-bit little-endian, mono, 24 kHz.
    """

    token: str | None = field(repr=False)
    audio: bytes = field(repr=False)


@frozen(slots=True)
class GenericEvent:
    """An event of a type that this version has no model for, with everything the server sent.

    Attributes:
        type_: the frame's ``type``.
        document: the whole frame.
    """

    type_: str
    # A frame carries its task's token.
    document: dict[str, Any] = field(repr=False)

    @property
    def message(self) -> Any:
        """The frame's ``message``; None if it has none."""
        return self.document.get("message")

    def to_dict(self) -> dict[str, Any]:
        """The frame as it came."""
        return dict(self.document)


#: A generated frame model (``wiro_client.models.TaskOutputFrame``, …) or a `GenericEvent`; told apart by ``type_``.
TaskEvent: TypeAlias = Any


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
    """Turn a decoded frame into a typed event.

    Args:
        frame: a decoded frame; ``{"type": "task_output", ...}``.

    Returns:
        The generated model of that frame type, or a `GenericEvent` where there is none or the frame does not fit it.
    """
    kind = frame.get("type")
    name = kind if isinstance(kind, str) else ""
    decode = _model_decoder(name)
    if decode is not None:
        try:
            return decode(dict(frame))
        # Generated decoders fail in many ways on a document of the wrong shape; an event is never worth an exception.
        except (TypeError, ValueError, KeyError, AttributeError):
            pass
    return GenericEvent(type_=name, document=dict(frame))


def _encode(document: dict[str, str]) -> str:
    return json.dumps(document, separators=(",", ":"))


def _decode_audio(data: bytes) -> AudioFrame:
    separator = data.find(b"|", 1, _LONGEST_TOKEN + 1)
    head = data[: max(separator, 0)]
    # A token is printable ASCII; anything else in front of a 0x7C is audio that happens to hold that byte.
    if head and all(0x21 <= byte <= 0x7E for byte in head):
        return AudioFrame(token=head.decode("ascii"), audio=data[separator + 1 :])
    return AudioFrame(token=None, audio=data)


def _model_decoder(kind: str) -> Callable[[dict[str, Any]], Any] | None:
    if not kind.startswith("task_"):
        return None
    # Imported here: the models are many, and a waiter that only wants the outcome never builds one.
    from wiro_client import models

    model = getattr(models, "".join(part.capitalize() for part in kind.split("_")) + "Frame", None)
    decoder: Callable[[dict[str, Any]], Any] | None = getattr(model, "from_dict", None)
    return decoder
