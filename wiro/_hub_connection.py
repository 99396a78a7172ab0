"""The one socket that a hub keeps open: connecting, subscribing, reconnecting, recycling.

`SocketKeeper` owns at most one serving connection (two while it is being replaced) and knows nothing about tasks: it
sends the subscription frames it is given, hands over every message, and says which subscriptions are in force.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from websockets.asyncio.client import ClientConnection

    from wiro.config import WaitSettings

__all__ = ["SocketKeeper", "full_jitter", "open_socket"]

_logger = logging.getLogger("wiro.hub")
# websockets logs every frame at DEBUG, and frames carry task tokens: whoever wants that has to ask for this logger.
_wire_logger = logging.getLogger("wiro.hub.wire")
_wire_logger.setLevel(logging.INFO)


def full_jitter(attempt: int, initial: float, maximum: float) -> float:
    """A random delay in seconds between 0 and ``initial * 2**attempt``, at most ``maximum``.

    Full jitter, because all clients of a restarted server come back at the same moment otherwise.
    """
    # min() of the exponent: a long outage must not compute astronomically large powers.
    return random.uniform(0.0, min(maximum, initial * 2.0 ** min(attempt, 32)))  # noqa: S311 - no secret


async def open_socket(url: str, settings: WaitSettings) -> ClientConnection:
    """Open a WebSocket to Wiro.

    Args:
        url: Its address.
        settings: Intervals and limits.

    Raises:
        Exception: Whatever keeps it from opening: network, proxy, TLS, a bad URL.
    """
    # Imported here: a service that never waits never pays for websockets.
    from websockets.asyncio.client import connect

    return await connect(
        url,
        # Small frames to many waiters: compression costs more time and memory than it saves bytes.
        compression=None,
        max_size=settings.max_frame_bytes,
        open_timeout=settings.connect_timeout_seconds,
        ping_interval=settings.ping_interval_seconds,
        ping_timeout=settings.ping_interval_seconds,
        # A server that ignores the closing handshake must not delay anyone's exit.
        close_timeout=settings.socket_close_seconds,
        logger=_wire_logger,
    )


class _Link:
    """One open WebSocket: a reader and a writer, both ended when either does."""

    def __init__(self, socket: ClientConnection, keeper: SocketKeeper) -> None:
        self.socket = socket
        #: Set once the first subscriptions are confirmed, or the connection has ended without.
        self.ready = asyncio.Event()
        self.healthy = False
        self.stale = 0
        #: Whatever was ever subscribed on it: there is no unsubscribe.
        self.keys: set[str] = set()
        self._keeper = keeper
        self._unsent: dict[str, str] = {}
        self._wake = asyncio.Event()
        self._confirmations: set[asyncio.Task[None]] = set()
        self.task = asyncio.get_running_loop().create_task(self._serve(), name="wiro-socket")

    def subscribe(self, frames: Mapping[str, str]) -> None:
        self.keys.update(frames)
        self._unsent.update(frames)
        self._wake.set()

    async def close(self) -> None:
        # The reader goes on until the server's own close frame, so messages sent before it still arrive.
        await self.socket.close()
        await asyncio.wait({self.task})

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        workers = {loop.create_task(self._read()), loop.create_task(self._write())}
        try:
            await asyncio.wait(workers, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.ready.set()
            workers |= self._confirmations
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            await self.socket.close()

    async def _read(self) -> None:
        async for message in self.socket:
            self._keeper.received(self, message)

    async def _write(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            batch, self._unsent = self._unsent, {}
            for frame in batch.values():
                await self.socket.send(frame)
            # The protocol acknowledges no subscription. A pong does: the server answers it after what was sent before.
            pong = await self.socket.ping()
            task = asyncio.get_running_loop().create_task(self._confirm(list(batch), pong))
            self._confirmations.add(task)
            task.add_done_callback(self._confirmations.discard)

    async def _confirm(self, keys: list[str], pong: Any) -> None:
        from websockets.exceptions import ConnectionClosed

        try:
            # Shielded: the future is the connection's own, which resolves it when it closes.
            await asyncio.wait_for(asyncio.shield(pong), self._keeper.settings.subscription_confirm_seconds)
        except ConnectionClosed:
            return
        except TimeoutError:
            # Counted as made, for Task/Detail is asked either way.
            pass
        self.healthy = True
        self.ready.set()
        self._keeper.confirmed(self, keys)


class SocketKeeper:
    """Keeps a subscribed socket open from `start` to `aclose`, through every interruption.

    Without subscriptions, a socket that is open stays open, but one that is lost is not replaced.

    Args:
        url: WebSocket address.
        settings: Intervals and limits.
        subscriptions: Returns what must be subscribed now: key (a token) → frame to send.
        on_message: Called with every message, text or bytes. Must not raise.
        on_confirmed: Called with the keys whose subscription frames the server has received.
        on_down: Called when the socket is lost or could not be opened.
    """

    def __init__(
        self,
        url: str,
        settings: WaitSettings,
        *,
        subscriptions: Callable[[], Mapping[str, str]],
        on_message: Callable[[str | bytes], None],
        on_confirmed: Callable[[list[str]], None],
        on_down: Callable[[], None],
    ) -> None:
        self._url = url
        self.settings = settings
        self._subscriptions = subscriptions
        self._on_message = on_message
        self._on_confirmed = on_confirmed
        self._on_down = on_down
        self._current: _Link | None = None
        self._successor: _Link | None = None
        self._seen: dict[_Link, Counter[int]] = {}
        self._keeping: asyncio.Task[None] | None = None
        self._recycling: asyncio.Task[None] | None = None
        self._outage = False
        #: Connections opened so far; for tests and diagnosis.
        self.opened = 0

    @property
    def running(self) -> bool:
        """True while a socket is kept open, or being opened again."""
        return self._keeping is not None and not self._keeping.done()

    @property
    def up(self) -> bool:
        """True while a connection is open."""
        return self._current is not None

    @property
    def only_key(self) -> str | None:
        """The only key whose frames can arrive; None if there are several: those that nobody needs any more count."""
        links = {self._current, self._successor, *self._seen}
        keys = {key for link in links if link is not None for key in link.keys}
        return keys.pop() if len(keys) == 1 else None

    def start(self) -> None:
        """Begin to keep a socket open for as long as there are subscriptions. Does nothing if that is so already."""
        if not self.running:
            self._keeping = asyncio.get_running_loop().create_task(self._keep(), name="wiro-hub")

    def subscribe(self, key: str, frame: str) -> None:
        """Send a subscription frame now if the socket is open; otherwise it is sent when the socket opens."""
        for link in (self._current, self._successor):
            if link is not None:
                link.subscribe({key: frame})

    def release(self) -> None:
        """Note that one subscription on the socket is no longer needed; after enough of them it is replaced."""
        link = self._current
        if link is None:
            return
        link.stale += 1
        recycling = self._recycling is not None and not self._recycling.done()
        if link.stale >= self.settings.recycle_after_subscriptions and not recycling:
            self._recycling = asyncio.get_running_loop().create_task(self._recycle(link), name="wiro-hub-recycle")

    async def aclose(self) -> None:
        """Close the socket and stop."""
        tasks = [task for task in (self._recycling, self._keeping) if task is not None]
        self._recycling = self._keeping = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def received(self, link: _Link, message: str | bytes) -> None:
        """Hand over a message, once, though both sockets deliver it while one replaces the other."""
        if link in self._seen:
            mine = self._seen[link]
            # Hashes, not messages: answers can be large, and a collision costs no more than one safety poll.
            key = hash(message)
            mine[key] += 1
            if any(mine[key] <= other[key] for owner, other in self._seen.items() if owner is not link):
                return
        self._on_message(message)

    def confirmed(self, link: _Link, keys: list[str]) -> None:
        """Pass on which subscriptions are in force."""
        if link is self._current:
            self._on_confirmed(keys)

    async def _keep(self) -> None:
        attempt = 0
        try:
            while self._current is not None or self._subscriptions():
                link = self._current or await self._open()
                if link is not None:
                    if self._current is None:
                        self._current = link
                        link.subscribe(self._subscriptions())
                    await asyncio.wait({link.task})
                    if self._current is not link:
                        continue  # it was replaced, not lost
                    self._current = None
                    _logger.info("The Wiro socket was lost; reconnecting.")
                    # Only a connection that worked resets the delays: a server that accepts and hangs up is down too.
                    attempt = 0 if link.healthy else attempt
                self._on_down()
                await asyncio.sleep(
                    full_jitter(attempt, self.settings.reconnect_initial_seconds, self.settings.reconnect_max_seconds)
                )
                attempt += 1
        finally:
            await self._close_links()

    async def _open(self) -> _Link | None:
        try:
            socket = await open_socket(self._url, self.settings)
        # Whatever keeps the socket from opening (network, proxy, TLS, a bad URL), the waiters go on by polling.
        except Exception as error:
            # Once for each outage: it may last, and thousands may wait.
            level = logging.DEBUG if self._outage else logging.WARNING
            _logger.log(level, "The Wiro socket could not be opened (%s); polling meanwhile.", type(error).__name__)
            self._outage = True
            return None
        self.opened += 1
        self._outage = False
        return _Link(socket, self)

    async def _recycle(self, old: _Link) -> None:
        """Replace a socket that carries too many finished subscriptions: the new one serves before the old one ends."""
        new = await self._open()
        if new is None or self._current is not old:
            old.stale = 0
            if new is not None:
                await new.close()
            return
        self._seen = {old: Counter(), new: Counter()}
        self._successor = new
        try:
            new.subscribe(self._subscriptions())
            await new.ready.wait()
            if new.healthy and self._current is old:
                self._current = new
                # For the frames that were on their way when the new one took over.
                await asyncio.sleep(self.settings.socket_drain_seconds)
                await old.close()
            else:
                old.stale = 0
                await new.close()
        finally:
            self._successor = None
            self._seen = {}

    async def _close_links(self) -> None:
        links = [link for link in (self._current, self._successor) if link is not None]
        self._current = self._successor = None
        for link in links:
            # A second cancellation would interrupt the closing handshake when the loop itself is shutting down.
            if not link.task.cancelling():
                link.task.cancel()
        await asyncio.gather(*(link.task for link in links), return_exceptions=True)
