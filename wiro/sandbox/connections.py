"""TCP connections behind requests and sockets, for faults that no HTTP answer can express."""

import asyncio
import contextlib
import logging
import socket
import struct
from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

__all__ = ["ConnectionAwareProtocol", "SilentSocketProtocol", "abort", "abort_and_wait"]

# At DEBUG every frame is logged, and frames carry task tokens: whoever wants that has to ask for this logger.
_wire_logger = logging.getLogger("wiro.sandbox.wire")
_wire_logger.setLevel(logging.INFO)

# Linger 0 makes the kernel send RST instead of FIN: the client sees a reset, as when a machine in between dies.
_RESET = struct.pack("ii", 1, 0)

if TYPE_CHECKING:
    _Base = asyncio.Protocol
else:
    _Base = AutoHTTPProtocol


class ConnectionAwareProtocol(_Base):
    """The server's HTTP protocol, which also tells the application its transport.

    It travels in the ASGI `state`, which the server hands on when a connection becomes a websocket.
    """

    app_state: dict[str, Any]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the transport before the first request is parsed."""
        self.app_state = {**self.app_state, "transport": transport}
        super().connection_made(transport)


class SilentSocketProtocol(WebSocketsSansIOProtocol):
    """The server's WebSocket protocol, whose frames stay out of the server's own log."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conn.logger = _wire_logger
        self.conn.debug = _wire_logger.isEnabledFor(logging.DEBUG)


def abort(scope: MutableMapping[str, Any]) -> None:
    """Reset the connection that a request or socket came over."""
    transport: asyncio.Transport = scope["state"]["transport"]
    peer: socket.socket | None = transport.get_extra_info("socket")
    if peer is not None:
        with contextlib.suppress(OSError):
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    transport.abort()


async def abort_and_wait(scope: MutableMapping[str, Any], receive: Callable[[], Awaitable[Any]]) -> None:
    """Reset a request's connection and return once the server knows, so that it does not try to answer."""
    abort(scope)
    while (await receive())["type"] != "http.disconnect":
        pass
