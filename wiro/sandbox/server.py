"""The sandbox as a server: in this process on a thread of its own, or as a program in the foreground."""

import asyncio
import socket
import sys
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Self, TypeVar, Unpack

import uvicorn

from wiro.sandbox.addresses import Addresses
from wiro.sandbox.app import create_app
from wiro.sandbox.books import Books
from wiro.sandbox.clock import Clock
from wiro.sandbox.connections import ConnectionAwareProtocol, SilentSocketProtocol
from wiro.sandbox.faults import Faults
from wiro.sandbox.options import SandboxOptions, SandboxSettings
from wiro.sandbox.project import Project
from wiro.sandbox.wallet import read_usd
from wiro.sandbox.world import World

__all__ = ["Sandbox"]

_Result = TypeVar("_Result")

_START_SECONDS = 10.0
_STOP_SECONDS = 5.0
_GOODBYE_SECONDS = 0.1
_BACKLOG = 1024


class _Config(uvicorn.Config):
    """A configuration that leaves logging alone: it belongs to the process that hosts the sandbox."""

    def configure_logging(self) -> None:
        """Change no logger, not even the server's own."""


class _Server(uvicorn.Server):
    """A server that stops at once: nobody's work is lost when a sandbox ends."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world
        self.loop: asyncio.AbstractEventLoop | None = None
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.loop = asyncio.get_running_loop()
        self.settled.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._world.close()
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        # Time for goodbyes to leave; whoever is still here then (a delayed answer, a client that hangs on) is cut.
        await asyncio.sleep(_GOODBYE_SECONDS)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        pending = list(self.server_state.tasks)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


class Sandbox:
    """A local Wiro.

        with Sandbox(time_scale=20) as sandbox:
            client = Wiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url)

    The port is bound as soon as the object exists, so the addresses are known before the server runs.

    Args:
        settings: What `SandboxOptions` takes: `port`, `time_scale`, `balance`, `dialect`, `require_signature` and more.

    Raises:
        OSError: If the port cannot be bound.
        ValueError: If a setting is out of range.
    """

    def __init__(self, **settings: Unpack[SandboxSettings]) -> None:
        self.options = SandboxOptions(**settings)
        self._listener = _listen(self.options.host, self.options.port)
        # Of all addresses, the one that surely is there for clients of this machine.
        host = ("::1" if ":" in self.options.host else "127.0.0.1") if self.options.is_everywhere else self.options.host
        host = f"[{host}]" if ":" in host else host
        self._origin = self.options.public_url or f"http://{host}:{self._listener.getsockname()[1]}"
        as_called = self.options.is_everywhere and self.options.public_url is None
        self._world = World(self.options, Addresses(self._origin, as_called=as_called))
        config = _Config(
            create_app(self._world),
            http=ConnectionAwareProtocol,
            ws=SilentSocketProtocol,
            ws_per_message_deflate=False,
            ws_ping_interval=self.options.ping_seconds,
            ws_max_size=1024 * 1024,
            loop="asyncio",
            lifespan="off",
            access_log=False,
            server_header=False,
        )
        self._server = _Server(config, self._world)
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Address of the API, as clients take it."""
        return f"{self._origin}/v1"

    @property
    def socket_url(self) -> str:
        """Address of the socket."""
        return f"{self._origin.replace('http', 'ws', 1)}/v1"

    @property
    def page_url(self) -> str:
        """Address of the page for people."""
        return f"{self._origin}/"

    @property
    def api_key(self) -> str:
        """Key of the only project."""
        return self.options.api_key

    @property
    def api_secret(self) -> str:
        """Secret of the only project."""
        return self.options.api_secret

    @property
    def books(self) -> Books:
        """What was asked, accepted, charged and sent."""
        return self._world.books

    @property
    def faults(self) -> Faults:
        """The faults in force; add some with `faults.add(kind=..., operation=...)`."""
        return self._world.faults

    @property
    def clock(self) -> Clock:
        """The models' time; set its `scale` to make what starts from now on faster or slower."""
        return self._world.clock

    @property
    def project(self) -> Project:
        """What the service thinks of the project; set `suspended`, `allowed_ips` and more to be refused."""
        return self._world.project

    def reset(self) -> None:
        """Forget tasks, files, faults and books, and fill the wallet again."""
        self._call(self._world.reset)

    def cut_sockets(self) -> int:
        """Reset all socket connections; return how many there were."""
        return self._call(self._world.sockets.cut)

    def set_balance(self, balance: str) -> None:
        """Set the wallet, in USD.

        Raises:
            ValueError: If it is not a finite number.
        """
        self._call(partial(setattr, self._world.wallet, "balance", read_usd(balance)))

    def run(self) -> None:
        """Serve in the foreground until SIGINT or SIGTERM."""
        try:
            self._server.run([self._listener])
        finally:
            self._server.settled.set()

    def start(self) -> Self:
        """Serve from a thread of its own; return when requests are answered.

        Raises:
            RuntimeError: If the server does not come up.
        """
        self._thread = threading.Thread(target=self.run, name="wiro-sandbox", daemon=True)
        self._thread.start()
        if not self._server.settled.wait(_START_SECONDS) or not self._server.started:
            raise RuntimeError("The sandbox did not start.")
        return self

    def request_stop(self) -> None:
        """Ask the server to stop, from anywhere, also before it has started."""
        self._server.should_exit = True

    def stop(self) -> None:
        """Stop serving and wait for the thread to end; stopping twice is allowed."""
        self.request_stop()
        if self._thread is None:
            self._listener.close()
            return
        self._thread.join(_STOP_SECONDS)
        if self._thread.is_alive():
            raise RuntimeError(f"The sandbox did not stop within {_STOP_SECONDS:g} s.")

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _call(self, action: Callable[[], _Result]) -> _Result:
        """Do something in the server's event loop, which owns the sandbox's state."""
        loop = self._server.loop
        if loop is None or loop.is_closed():
            return action()

        async def act() -> _Result:
            return action()

        return asyncio.run_coroutine_threadsafe(act(), loop).result(_STOP_SECONDS)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only for sockets that say their protocol; those of create_server() do not, and
    # each answer on a kept connection would wait 40 ms for the client's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener
