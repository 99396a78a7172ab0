"""Deployed agents: what each consists of and the states that it passes."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from attrs import define, field

from wiro.agent_lifecycle import AGENT_TRANSITIONS, AgentStatus
from wiro.sandbox.agents.accounts import OWNER, Actor
from wiro.sandbox.agents.activity import ActivityLog
from wiro.sandbox.agents.credential_values import CredentialBook
from wiro.sandbox.agents.credits import CreditAccount
from wiro.sandbox.agents.custom_skills import CustomSkillBook
from wiro.sandbox.agents.pricing import Tier, Tiers, build_tiers, template_tiers
from wiro.sandbox.agents.subscriptions import Subscription
from wiro.sandbox.agents.templates import TIER_MULTIPLIER, AgentTemplate

__all__ = ["InstanceStore", "UserAgent"]

_MOMENTS = {
    AgentStatus.STOPPED: "stopped_at",
    AgentStatus.STOPPING: "stopping_at",
    AgentStatus.QUEUED: "queued_at",
    AgentStatus.STARTING: "started_at",
    AgentStatus.RUNNING: "running_at",
    AgentStatus.ERROR: "error_at",
}


@define(kw_only=True, eq=False)
class UserAgent:
    """One deployed agent.

    Args:
        guid: What every operation names.
        template: What it was deployed from, None for a custom build.
        team_guid: The team that it belongs to, None for a personal one.
        tier: What is paid for.
        price_usd: Price of a period, as last agreed.
        skills: Registry skills by name, with their switch.
        created_at: Seconds since the epoch, as all times.
        restart_after: Whether it stops in order to start again with new settings.
        applied: Answers of SkillsApply by idempotency key.
    """

    guid: str
    title: str
    template: AgentTemplate | None
    tier: Tier
    created_at: int
    owner: Actor = OWNER
    team_guid: str | None = None
    description: str | None = None
    cover: str | None = None
    categories: list[str] = field(factory=list)
    tier_multiplier: int = TIER_MULTIPLIER
    price_usd: Decimal = Decimal(0)
    pinned: bool = True
    skills: dict[str, bool] = field(factory=dict)
    credentials: CredentialBook = field(factory=CredentialBook)
    custom_skills: CustomSkillBook = field(factory=CustomSkillBook)
    credits: CreditAccount = field(factory=CreditAccount)
    activity: ActivityLog = field(factory=ActivityLog)
    subscription: Subscription | None = None
    status: AgentStatus = AgentStatus.STOPPED
    restart_after: bool = False
    updated_at: int = field(init=False)
    queued_at: int | None = None
    started_at: int | None = None
    running_at: int | None = None
    stopping_at: int | None = None
    stopped_at: int | None = None
    error_at: int | None = None
    applied: dict[str, dict[str, Any]] = field(factory=dict)

    @updated_at.default
    def _created(self) -> int:
        return self.created_at

    @property
    def enabled_skills(self) -> list[str]:
        """Names of the skills that are on."""
        return [name for name, enabled in self.skills.items() if enabled]

    @property
    def is_custom(self) -> bool:
        """Whether it was built without a template."""
        return self.template is None

    @property
    def is_subscribed(self) -> bool:
        """Whether somebody pays for it now."""
        return self.subscription is not None and self.subscription.is_active

    @property
    def tiers(self) -> Tiers:
        """What each tier costs now."""
        if self.template is not None:
            return template_tiers(self.template)
        return build_tiers(self.enabled_skills, self.tier_multiplier)

    def move_to(self, status: AgentStatus, now: int) -> None:
        """Change the status and note when.

        Raises:
            RuntimeError: If the documentation knows no such step: a mistake in the sandbox.
        """
        if status not in AGENT_TRANSITIONS[self.status]:
            raise RuntimeError(f"Agent {self.guid} cannot move from {self.status.name} to {status.name}.")
        self.status = status
        if status is AgentStatus.QUEUED:
            self.started_at = self.running_at = self.stopping_at = self.stopped_at = self.error_at = None
        moment = _MOMENTS.get(status)
        if moment is not None:
            setattr(self, moment, now)


@define
class InstanceStore:
    """All deployed agents by guid, in the order in which they were deployed."""

    _by_guid: dict[str, UserAgent] = field(factory=dict)

    def __iter__(self) -> Iterator[UserAgent]:
        return iter(self._by_guid.values())

    def add(self, agent: UserAgent) -> None:
        """Store a new agent."""
        self._by_guid[agent.guid] = agent

    def find(self, guid: str) -> UserAgent | None:
        """Return an agent by its guid."""
        return self._by_guid.get(guid)

    def matching(self, matches: Callable[[UserAgent], bool]) -> list[UserAgent]:
        """Return the agents that match, oldest first."""
        return [agent for agent in self if matches(agent)]

    def clear(self) -> None:
        """Forget all agents."""
        self._by_guid.clear()
