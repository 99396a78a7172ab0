"""How frames of tasks reach the sockets: as they should, or as a fault says."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from wiro.sandbox.books import Books
from wiro.sandbox.faults import Fault, Faults
from wiro.sandbox.sockets import SocketHub

__all__ = ["FrameDelivery"]

_UNKNOWN = {"type": "task_surprise", "message": {"kind": "of a later version"}}
_MALFORMED = '{"type": "task_out'


@define(eq=False)
class FrameDelivery:
    """Sends the frames of tasks.

    Args:
        sockets: Where they go.
        faults: What may happen to them.
        books: Where that is recorded.
    """

    sockets: SocketHub
    faults: Faults
    books: Books
    _held: dict[str, Mapping[str, Any]] = field(factory=dict, init=False)

    def send(self, task_id: str, token: str, frame: Mapping[str, Any]) -> None:
        """Send one frame of a task.

        Raises:
            BundleViolationError: If the frame is not what the bundle documents.
        """
        fault = self.faults.take_frame(task_id, token, str(frame["type"]))
        held = self._held.pop(token, None)
        if fault is None:
            self.sockets.publish(token, frame)
        else:
            self.books.faults[fault.kind] += 1
            self._misdeliver(fault, token, frame)
        if held is not None:
            self.sockets.publish(token, held)

    def _misdeliver(self, fault: Fault, token: str, frame: Mapping[str, Any]) -> None:
        match fault.kind:
            case "lose_frame":
                self.books.frames_lost += 1
            case "cut_socket":
                self.books.frames_lost += 1
                self.sockets.cut(token)
            case "delay_frame":
                asyncio.get_running_loop().call_later(fault.seconds, self.sockets.publish, token, frame)
            case "reorder_frame":
                self._held[token] = frame
                # The last frame of a task has no successor to wait for.
                asyncio.get_running_loop().call_later(fault.seconds, self._release, token)
            case _:
                self._precede(fault, token)
                self.sockets.publish(token, frame)
                if fault.kind == "duplicate_frame":
                    self.sockets.publish(token, frame)

    def _precede(self, fault: Fault, token: str) -> None:
        """Send what nobody asked for before a frame."""
        if fault.kind == "unknown_frame":
            self.sockets.publish_text(token, json.dumps({**_UNKNOWN, "tasktoken": token}))
        elif fault.kind == "malformed_frame":
            self.sockets.publish_text(token, _MALFORMED)
        elif fault.kind == "oversized_frame":
            self.sockets.publish_text(token, json.dumps({**_UNKNOWN, "tasktoken": token, "padding": "x" * fault.size}))

    def _release(self, token: str) -> None:
        held = self._held.pop(token, None)
        if held is not None:
            self.sockets.publish(token, held)
