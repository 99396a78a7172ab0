"""What the sandbox remembers about OAuth: flows that wait for a person, and the accounts that are connected."""

import secrets
import time
from collections.abc import Callable, Mapping

from attrs import define, field, frozen

from wiro.sandbox.oauth.providers import Choice, Provider

__all__ = ["FLOW_SECONDS", "Connection", "Flow", "OauthConnections"]

#: How long a flow waits for its callback, and a list of pages for a choice.
FLOW_SECONDS = 15 * 60

# A flow is a few hundred bytes; whoever starts more than this without finishing any loses the oldest.
_MAX_FLOWS = 10_000


@define(kw_only=True)
class Flow:
    """One flow that a connect operation began.

    Args:
        provider: With whom.
        agent_guid: For which agent.
        redirect_url: Where the browser goes afterwards.
        uses_own_app: Whether an app of the caller asks, not Wiro's.
        began_at: Seconds since the epoch.
        is_used: Whether the callback has come; a state is good for one.
    """

    provider: Provider
    agent_guid: str
    redirect_url: str
    uses_own_app: bool
    began_at: float
    is_used: bool = False


@define(kw_only=True)
class Connection:
    """One account that an agent was given access to.

    Args:
        provider: Where the account is.
        uses_own_app: Whose app holds the access.
        connected_at: When it was given or last refreshed, seconds since the epoch.
        fields: What is known of the account, by field of the credential.
        may_choose_until: Until when a listed account can be chosen; None where that does not matter.
    """

    provider: Provider
    uses_own_app: bool
    connected_at: float
    fields: dict[str, str] = field(factory=dict)
    may_choose_until: float | None = None
    access_token: str = field(factory=secrets.token_urlsafe, repr=False)
    refresh_token: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        self._renew_refresh_token()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to choose."""
        choice = self.provider.choice
        return choice is None or bool(self.fields.get(choice.id_field))

    @property
    def is_connected(self) -> bool:
        """Whether the status says that it is connected."""
        choice = self.provider.choice
        return self.is_complete or (choice is not None and not choice.needed)

    @property
    def access_expires_at(self) -> float | None:
        """When the access token expires, seconds since the epoch; None if it does not."""
        life = self.provider.access_seconds
        return None if life is None else self.connected_at + life

    @property
    def refresh_expires_at(self) -> float | None:
        """When the refresh token expires, seconds since the epoch; None if nobody says."""
        life = self.provider.refresh_seconds
        return None if life is None else self.connected_at + life

    def refresh(self, now: float) -> None:
        """Exchange the tokens for new ones."""
        self.connected_at = now
        self.access_token = secrets.token_urlsafe()
        self._renew_refresh_token()

    def choose(self, choice: Choice, account_id: str, name: str) -> None:
        """Store what a person chose; a list of pages can be chosen from once."""
        self.fields[choice.id_field] = account_id
        self.fields[choice.name_field] = name
        self.may_choose_until = None

    def _renew_refresh_token(self) -> None:
        if self.provider.has_refresh_token:
            self.refresh_token = secrets.token_urlsafe()


@frozen(eq=False)
class OauthConnections:
    """All flows by their state, and all connections by agent and provider.

    Args:
        now: The date, in seconds since the epoch.
    """

    now: Callable[[], float] = time.time
    _flows: dict[str, Flow] = field(factory=dict, init=False)
    _connections: dict[tuple[str, str], Connection] = field(factory=dict, init=False)

    def begin(self, provider: Provider, agent_guid: str, redirect_url: str, *, uses_own_app: bool) -> str:
        """Begin a flow and return its state."""
        state = secrets.token_urlsafe(24)
        self._flows[state] = Flow(
            provider=provider,
            agent_guid=agent_guid,
            redirect_url=redirect_url,
            uses_own_app=uses_own_app,
            began_at=self.now(),
        )
        while len(self._flows) > _MAX_FLOWS:
            del self._flows[next(iter(self._flows))]
        return state

    def flow(self, state: str) -> Flow | None:
        """Return a flow by its state, None for one that never was."""
        return self._flows.get(state)

    def is_open(self, flow: Flow) -> bool:
        """Tell whether a flow still waits for its callback."""
        return not flow.is_used and self.now() - flow.began_at <= FLOW_SECONDS

    def connect(self, flow: Flow, account: Mapping[str, str]) -> Connection:
        """End a flow with an account, which replaces the one before."""
        choice = flow.provider.choice
        connection = Connection(
            provider=flow.provider,
            uses_own_app=flow.uses_own_app,
            connected_at=self.now(),
            fields=dict(account),
            may_choose_until=self.now() + FLOW_SECONDS if choice is not None and choice.from_list else None,
        )
        self._connections[flow.agent_guid, flow.provider.prefix] = connection
        return connection

    def find(self, agent_guid: str, provider: Provider) -> Connection | None:
        """Return the account that an agent uses, None without one."""
        return self._connections.get((agent_guid, provider.prefix))

    def disconnect(self, agent_guid: str, provider: Provider) -> None:
        """Forget the account that an agent uses, if there is one."""
        self._connections.pop((agent_guid, provider.prefix), None)

    def clear(self) -> None:
        """Forget everything."""
        self._flows.clear()
        self._connections.clear()
