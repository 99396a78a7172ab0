"""The answers of Wiro as they came: status, headers, body and time, beside the results that calls return.

with record_responses() as responses:
    wiro.api.tasks.detail(taskid="1")
print(responses[-1].headers.get("x-request-id"), responses[-1].elapsed_seconds)
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["RawResponse", "record_responses", "report_response"]


@frozen(slots=True, kw_only=True)
class RawResponse:
    """One answer to one attempt of a call. Body and headers are not in its repr: both may carry secrets.

    Attributes:
        operation: Id of the operation, such as `tasks_detail`.
        method: HTTP method.
        url: Where it was sent.
        status_code: HTTP status.
        headers: By their names in lower case.
        content: Body, decompressed.
        elapsed_seconds: From the first byte that was sent to the last one that was received.
        attempt: 1, or more where a request was repeated.
    """

    operation: str
    method: str
    url: str
    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    elapsed_seconds: float
    attempt: int

    @property
    def text(self) -> str:
        """The body as text; bytes that are no UTF-8 are replaced."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the body as JSON.

        Raises:
            ValueError: It is none.
        """
        return json.loads(self.content)


@define
class _Recorder:
    """Where answers go; None once the `with` block has ended: background tasks keep the context they began in."""

    responses: list[RawResponse] | None


_recorders: ContextVar[tuple[_Recorder, ...]] = ContextVar("wiro_response_recorders", default=())


@contextmanager
def record_responses() -> Iterator[list[RawResponse]]:
    """Keep the answers to all REST calls that are made within a `with` block, by any client, in order of arrival.

    It holds for the thread or coroutine of the block and what these start, high-level calls, refusals and repeated
    attempts included. Downloads and socket frames are not kept.

    Yields:
        A list that grows.
    """
    responses: list[RawResponse] = []
    recorder = _Recorder(responses)
    token = _recorders.set((*_recorders.get(), recorder))
    try:
        yield responses
    finally:
        recorder.responses = None
        _recorders.reset(token)


def report_response(make: Callable[[], RawResponse]) -> None:
    """Hand an answer to those who record in this context, and make it only if there are any. For transports."""
    recorders = [recorder for recorder in _recorders.get() if recorder.responses is not None]
    if not recorders:
        return
    response = make()
    for recorder in recorders:
        if recorder.responses is not None:
            recorder.responses.append(response)
