"""What a call to the service is, before anyone sends it.

Nothing here does input or output. A ``Sender`` (``wiro_client.client.Client``, or the one of the ``wiro`` package)
takes a ``Call``, adds authentication, sends it and returns what ``Call.parse`` makes of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, Protocol, TypedDict, TypeVar

from attrs import field, frozen

from .types import UNSET, File, Unset

__all__ = ["AsyncSender", "Call", "FormPart", "Operation", "RequestOptions", "Sender"]

Result = TypeVar("Result")


@frozen
class Operation:
    """What the specification says about one operation.

    Attributes:
        id: ``tasks_detail``.
        tag: Group it belongs to, ``tasks``.
        method: HTTP method.
        path: Path template under the base URL, ``/Run/{owner-slug}/{model-slug}``.
        effect: What sending it does, and therefore whether it may be repeated: ``read`` changes nothing,
            ``idempotent`` may be repeated, ``create`` makes something new each time, ``charge`` costs money each time.
        auth: Who may call it: anyone (``none``), a project (``key``), the agent runtime (``runtime``).
        status: ``current``, ``mentioned``, ``legacy`` or ``newer`` documentation.
        deprecated: True if another operation supersedes it.
        docs: Where it is documented.
    """

    id: str
    tag: str
    method: str
    path: str
    effect: Literal["read", "idempotent", "create", "charge"]
    auth: Literal["none", "key", "runtime"]
    status: Literal["current", "mentioned", "legacy", "newer"]
    deprecated: bool = False
    docs: str = ""


@frozen
class FormPart:
    """One part of a multipart form. Parts may share a name: that is how lists are sent."""

    name: str
    value: str | File = field(repr=False)


@frozen
class Call(Generic[Result]):
    """One request, complete except for base URL and authentication.

    Attributes:
        operation: The operation it calls.
        path: Path under the base URL, filled in and percent-encoded, with the query if there is one.
        headers: Headers that belong to the call itself (``teamGUID``).
        json: JSON body, ``UNSET`` if there is none.
        form: Parts of the multipart body, None if there is none.
        parse: Makes the result from the decoded JSON object of the answer.
    """

    operation: Operation
    path: str
    headers: dict[str, str] = field(repr=False)
    json: Any | Unset = field(default=UNSET, repr=False)
    form: list[FormPart] | None = field(default=None, repr=False)
    parse: Callable[[Any], Result] = field(kw_only=True, repr=False)


class RequestOptions(TypedDict, total=False):
    """How one request is sent, where it differs from the sender's own settings.

    Attributes:
        timeout: Seconds without progress until the request fails; None waits for ever.
        headers: Headers to add.
        max_retries: How often a request that may be repeated is repeated after a passing failure.
    """

    timeout: float | None
    headers: Mapping[str, str]
    max_retries: int


class Sender(Protocol):
    """Sends calls and waits for the answer."""

    def send(self, call: Call[Result], options: RequestOptions | None = None) -> Result:
        """Send one call and return its parsed answer; see ``wiro_client.exchange.decode`` for what it raises."""
        ...


class AsyncSender(Protocol):
    """Sends calls from a coroutine."""

    async def send(self, call: Call[Result], options: RequestOptions | None = None) -> Result:
        """Send one call and return its parsed answer; see ``wiro_client.exchange.decode`` for what it raises."""
        ...
