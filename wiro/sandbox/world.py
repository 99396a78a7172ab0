"""Everything that one sandbox consists of, wired together."""

import asyncio
import contextlib
from pathlib import Path

from attrs import define, field

from wiro.sandbox.addresses import Addresses
from wiro.sandbox.agents.state import Agents
from wiro.sandbox.books import Books
from wiro.sandbox.clock import Clock
from wiro.sandbox.delivery import FrameDelivery
from wiro.sandbox.faults import Faults
from wiro.sandbox.files import FileStore
from wiro.sandbox.oauth import OauthConnections
from wiro.sandbox.observation import Observation
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.project import Project
from wiro.sandbox.runner import Runner
from wiro.sandbox.sockets import SocketHub
from wiro.sandbox.tasks import TaskStore
from wiro.sandbox.teams import Workspaces
from wiro.sandbox.validation import Validation
from wiro.sandbox.wallet import Wallet
from wiro.sandbox.webhooks import Webhooks

__all__ = ["World"]


@define(eq=False)
class World:
    """The state of one sandbox. Only its event loop changes it, except for faults, which may come from anywhere.

    Args:
        options: How it was started.
        addresses: Under which address it is reached.
    """

    options: SandboxOptions
    addresses: Addresses
    books: Books = field(factory=Books, init=False)
    faults: Faults = field(init=False)
    project: Project = field(factory=Project, init=False)
    tasks: TaskStore = field(factory=TaskStore, init=False)
    observation: Observation = field(factory=Observation, init=False)
    clock: Clock = field(init=False)
    wallet: Wallet = field(init=False)
    files: FileStore = field(init=False)
    validation: Validation = field(init=False)
    sockets: SocketHub = field(init=False)
    webhooks: Webhooks = field(init=False)
    runner: Runner = field(init=False)
    teams: Workspaces = field(init=False)
    agents: Agents = field(init=False)
    oauth: OauthConnections = field(init=False)
    _closing: asyncio.Event = field(factory=asyncio.Event, init=False)

    def __attrs_post_init__(self) -> None:
        self.faults = _starting_faults(self.options.faults_file)
        self.clock = Clock(self.options.time_scale)
        self.wallet = Wallet(self.options.balance)
        self.teams = Workspaces(self.wallet)
        self.files = FileStore(self.addresses)
        self.validation = Validation(self.books, self.options.validate)
        self.sockets = SocketHub(self.books, self.validation, self.observation)
        self.webhooks = Webhooks(self.books, self.validation)
        self.runner = Runner(
            dialect=self.options.dialect,
            clock=self.clock,
            tasks=self.tasks,
            books=self.books,
            wallet_of=self.teams.wallet,
            files=self.files,
            sockets=self.sockets,
            delivery=FrameDelivery(self.sockets, self.faults, self.books),
            webhooks=self.webhooks,
        )
        self.agents = Agents(
            dialect=self.options.dialect,
            clock=self.clock,
            books=self.books,
            faults=self.faults,
            sockets=self.sockets,
            validation=self.validation,
            wallet_of=self.teams.wallet,
        )
        self.oauth = OauthConnections(self.agents.calendar.now)

    @property
    def base_url(self) -> str:
        """`http://host:port`, without a path, for a link in the answer to the present request."""
        return self.addresses.current

    def reset(self) -> None:
        """Forget tasks, files, faults and books, and fill the wallet again; sockets stay open."""
        self._stop_work()
        self.project = Project()
        self.tasks.clear()
        self.agents.clear()
        self.oauth.clear()
        self.teams.clear()
        self.files.clear()
        self.faults.clear()
        self.books.clear()
        self.observation.clear()
        self.wallet.balance = self.options.balance
        self.wallet.ledger.clear()

    async def closes_within(self, seconds: float) -> bool:
        """Wait a number of real seconds, or less if the sandbox closes; tell whether it did."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)
        return self._closing.is_set()

    def close(self) -> None:
        """Stop all work for good."""
        self._closing.set()
        self._stop_work()

    def _stop_work(self) -> None:
        self.runner.abandon_all()
        self.agents.abandon_all()
        self.webhooks.cancel_all()


def _starting_faults(path: Path | None) -> Faults:
    if path is None:
        return Faults()
    # Only a sandbox with such a file needs a YAML reader.
    from wiro.sandbox.fault_files import read_faults

    return read_faults(path)
