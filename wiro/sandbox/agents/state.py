"""Everything that the sandbox knows of deployed agents, wired together."""

from collections.abc import Callable
from typing import Any

from attrs import define, field

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.agents.activity import day_of
from wiro.sandbox.agents.billing import Billing
from wiro.sandbox.agents.calendar import Calendar
from wiro.sandbox.agents.conversations import Conversations
from wiro.sandbox.agents.instances import InstanceStore, UserAgent
from wiro.sandbox.agents.messages import MessageStore
from wiro.sandbox.agents.schedules import ticks_of_day
from wiro.sandbox.agents.subscriptions import DAY_SECONDS
from wiro.sandbox.agents.supervisor import Supervisor
from wiro.sandbox.agents.webhooks import AgentWebhooks
from wiro.sandbox.books import Books
from wiro.sandbox.clock import Clock
from wiro.sandbox.delivery import FrameDelivery
from wiro.sandbox.faults import Faults
from wiro.sandbox.options import Dialect
from wiro.sandbox.sockets import SocketHub
from wiro.sandbox.validation import Validation
from wiro.sandbox.wallet import Wallet

__all__ = ["Agents"]

_EVENTS = {
    AgentStatus.RUNNING: "agent_start",
    AgentStatus.STOPPED: "agent_stop",
    AgentStatus.ERROR: "agent_error",
}


@define(kw_only=True, eq=False)
class Agents:
    """The deployed agents of one sandbox.

    Args:
        dialect: Which documentation frames and messages follow.
        wallet_of: The wallet that pays for the agents of a team, or of the account for None.
    """

    dialect: Dialect
    clock: Clock
    books: Books
    faults: Faults
    sockets: SocketHub
    validation: Validation
    wallet_of: Callable[[str | None], Wallet]
    calendar: Calendar = field(factory=Calendar, init=False)
    instances: InstanceStore = field(factory=InstanceStore, init=False)
    messages: MessageStore = field(factory=MessageStore, init=False)
    log_cache: dict[tuple[str, str, int], tuple[float, dict[str, Any]]] = field(factory=dict, init=False)
    #: Agents whose skills are being changed.
    applying: set[str] = field(factory=set, init=False)
    #: How many of the next changes of skills fail while they are written.
    rollbacks: int = field(default=0, init=False)
    billing: Billing = field(init=False)
    supervisor: Supervisor = field(init=False)
    conversations: Conversations = field(init=False)
    webhooks: AgentWebhooks = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.webhooks = AgentWebhooks(self.books, self.validation, self.clock)
        self.supervisor = Supervisor(clock=self.clock, calendar=self.calendar, books=self.books, on_status=self._moved)
        self.billing = Billing(
            calendar=self.calendar, books=self.books, wallet_of=self.wallet_of, supervisor=self.supervisor
        )
        self.conversations = Conversations(
            dialect=self.dialect,
            clock=self.clock,
            calendar=self.calendar,
            messages=self.messages,
            books=self.books,
            delivery=FrameDelivery(self.sockets, self.faults, self.books),
            webhooks=self.webhooks,
        )
        self.sockets.agent_snapshot = self.conversations.snapshot

    def connect(self, agent: UserAgent, key: str, identity: dict[str, str]) -> None:
        """Let an account of a provider be connected to an agent.

        Args:
            agent: The agent.
            key: Key of the credential.
            identity: What the provider says about the account, by field name.

        Raises:
            KeyError: If the agent has no such credential.
        """
        credential = agent.credentials.get(key)
        if credential is None:
            raise KeyError(key)
        credential.connected_at = self.calendar.now()
        credential.identity = dict(identity)
        self.supervisor.settings_changed(agent)

    def disconnect(self, agent: UserAgent, key: str) -> None:
        """Forget a connected account."""
        credential = agent.credentials.get(key)
        if credential is not None and credential.connected_at is not None:
            credential.connected_at, credential.identity = None, {}
            self.supervisor.settings_changed(agent)

    def advance(self, days: int) -> None:
        """Let days pass, each with its schedules and its maintenance: periods end and are paid, packs expire."""
        for _ in range(days):
            for agent in self.instances:
                self._run_schedules(agent)
            self.calendar.ahead_seconds += DAY_SECONDS
            for agent in self.instances:
                self.billing.maintain(agent)

    def clear(self) -> None:
        """Forget all agents and return to the real date."""
        self.abandon_all()
        self.instances.clear()
        self.messages.clear()
        self.log_cache.clear()
        self.applying.clear()
        self.calendar.ahead_seconds = 0.0
        self.rollbacks = 0

    def abandon_all(self) -> None:
        """Stop all work without a trace."""
        self.supervisor.abandon_all()
        self.conversations.abandon_all()
        self.webhooks.cancel_all()

    def _run_schedules(self, agent: UserAgent) -> None:
        """Note in the log what a running agent does by itself during the next day; it costs no credits here."""
        if agent.status is not AgentStatus.RUNNING:
            return
        begin = self.calendar.now()
        end = begin + DAY_SECONDS
        moments = []
        for skill in agent.custom_skills.active_schedules:
            for midnight in (begin - begin % DAY_SECONDS, end - end % DAY_SECONDS):
                ticks = ticks_of_day(skill.interval or "", day_of(midnight))
                moments += [(midnight + 60 * minute, skill) for minute in ticks]
        for moment, skill in sorted(moments, key=lambda due: due[0]):
            if begin < moment <= end:
                details = {"interval": skill.interval, "trigger": "scheduled"}
                agent.activity.write(moment, "cron", "cron-tick", skill=skill.key, details=details)

    def _moved(self, agent: UserAgent) -> None:
        event = _EVENTS.get(agent.status)
        if event is not None:
            agent.activity.write(self.calendar.now(), "system", event)
        self.conversations.agent_moved(agent)
