"""Bringing a deployed agent to the settings that a DAG asks for. Every step may be repeated.

An agent that runs restarts after each change, so what it has already is not written again. Credentials are written
whenever they are given: the service does not show them.
"""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from airflow_provider_wiro.agent_arguments import (
    CustomSkill,
    checked_credentials,
    checked_custom_skills,
    checked_skills,
)
from airflow_provider_wiro.arguments import checked_usd

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from wiro.agents import Agent

__all__ = ["AgentSetup", "connect_links", "keep_subscribed"]

_APPLY_TRIES: Final = 3
_IN_PROGRESS: Final = 104
_ROLLED_BACK: Final = 108
_IN_PROGRESS_SECONDS: Final = 2.0


@frozen(kw_only=True)
class AgentSetup:
    """What an agent shall have. What is empty stays as it is.

    Attributes:
        credentials: Fields by credential key.
        skills: Switches of registry skills; of custom builds only, and paid for.
        strategies: Strategy texts.
        schedules: Scheduled tasks.
        max_cost_usd: Most that a change of skills may add to the price of a period.
    """

    credentials: dict[str, dict[str, Any]] = field(factory=dict, repr=False)
    skills: dict[str, bool] = field(factory=dict)
    strategies: tuple[CustomSkill, ...] = ()
    schedules: tuple[CustomSkill, ...] = ()
    max_cost_usd: Decimal | None = None

    @classmethod
    def of(
        cls,
        *,
        credentials: Any = None,
        skills: Any = None,
        strategies: Any = None,
        schedules: Any = None,
        cost: Any = None,
    ) -> AgentSetup:
        """Check the arguments of an operator.

        Raises:
            ValueError: Names one that is wrong and says what is accepted.
        """
        return cls(
            credentials=checked_credentials(credentials),
            skills=checked_skills(skills),
            strategies=checked_custom_skills("strategies", strategies),
            schedules=checked_custom_skills("schedules", schedules),
            max_cost_usd=checked_usd("max_cost_usd", cost),
        )

    def apply(self, agent: Agent, log: Any, identity: str) -> list[str]:
        """Change what differs.

        Args:
            agent: After `refresh`.
            log: Logger of the task; each change is told there.
            identity: Of the piece of work; a change of skills that is repeated for it is not paid again.

        Returns:
            What was changed, such as `skills` or `credentials.gmail`.

        Raises:
            ValueError: A change of skills would cost more than `max_cost_usd`; it was not made.
            WiroError: The service refused a change. Those before it were made.
        """
        changed = [*self._apply_skills(agent, log, identity), *self._write_custom_skills(agent)]
        if self.credentials:
            agent.configure(self.credentials)
            changed.extend(f"credentials.{key}" for key in self.credentials)
        for name in changed:
            log.info("Changed %s of Wiro agent %s.", name, agent.guid)
        return changed

    def _apply_skills(self, agent: Agent, log: Any, identity: str) -> Iterator[str]:
        from wiro.errors import SkillsApplyError

        rows = agent.row.get("skills")
        present = {row["name"] for row in rows or () if isinstance(row, dict) and row.get("enabled") is not False}
        switches = {name: enabled for name, enabled in self.skills.items() if enabled != (name in present)}
        if not switches:
            return
        self._check_cost(agent, switches)
        rollbacks = 0
        for attempt in range(_APPLY_TRIES):
            # The same change of the same agent by the same work has the same key: it is never paid twice.
            change = f"{identity}/{agent.guid}/{sorted(present)}/{sorted(switches.items())}/{rollbacks}"
            try:
                agent.skills.apply(switches, idempotency_key=str(uuid.uuid5(uuid.NAMESPACE_URL, change)))
                break
            except SkillsApplyError as error:
                if error.code not in (_IN_PROGRESS, _ROLLED_BACK) or attempt == _APPLY_TRIES - 1:
                    raise
                log.warning("The change of skills has to be repeated: %s", error)
                # Documented: a change that was rolled back needs a new key, one that is in progress its own.
                rollbacks += error.code == _ROLLED_BACK
                time.sleep(_IN_PROGRESS_SECONDS if error.code == _IN_PROGRESS else 0)
        agent.refresh()
        yield from (f"skills.{name}" for name in switches)

    def _check_cost(self, agent: Agent, switches: Mapping[str, bool]) -> None:
        if self.max_cost_usd is None:
            return
        before, after = agent.row.get("monthlypriceusd"), agent.skills.pricing_preview(switches).total_price_usd
        if not isinstance(before, int | float) or not isinstance(after, int | float):
            raise ValueError("max_cost_usd is set, but the service does not say what the change of skills costs.")
        if after - before > self.max_cost_usd:
            raise ValueError(
                f"The change of skills would add {after - before:.2f} USD to the price of a period, more than "
                f"max_cost_usd={self.max_cost_usd}."
            )

    def _write_custom_skills(self, agent: Agent) -> Iterator[str]:
        for name, row_name, wanted, write in (
            ("strategies", "customskills", self.strategies, agent.skills.write),
            ("schedules", "scheduledskills", self.schedules, agent.skills.schedule),
        ):
            rows = {_bare(row["key"]): row for row in agent.row.get(row_name) or () if isinstance(row, dict)}
            for skill in wanted:
                row = rows.get(_bare(skill.key))
                given: dict[str, Any] = {
                    "value": skill.value,
                    "description": skill.description,
                    "enabled": skill.enabled,
                }
                given |= {"interval": skill.interval} if name == "schedules" else {}
                given = {key: value for key, value in given.items() if value is not None}
                if row is not None and all(row.get(key) == value for key, value in given.items()):
                    continue
                write(skill.key, **given, create=row is None)
                yield f"{name}.{skill.key}"


def keep_subscribed(agent: Agent, tier: str, log: Any) -> None:
    """See to it that somebody pays for an agent after its present period too.

    What is bought shows in the next row of the agent, so repeating this does not pay twice.

    Args:
        agent: After `refresh`.
        tier: Of a subscription for an agent that never had one.
        log: Logger of the task.

    Raises:
        WiroError: The wallet holds too little, for example.
    """
    subscription = agent.row.get("subscription")
    if not isinstance(subscription, dict):
        agent.billing.subscribe(tier)
        log.info("Bought a subscription for Wiro agent %s.", agent.guid)
    elif subscription.get("status") != "active" or subscription.get("pendingdowngrade") == "cancel":
        agent.billing.renew()
        log.info("Renewed the subscription of Wiro agent %s.", agent.guid)
    else:
        return
    agent.refresh()


def connect_links(agent: Agent, redirect_url: str, log: Any) -> dict[str, str]:
    """Return the addresses at which a person connects the accounts that an agent still needs.

    Args:
        agent: After `refresh`.
        redirect_url: Where the browser comes back to.
        log: Logger of the task.

    Returns:
        Addresses by credential key, valid for 15 minutes; of those credentials for which there is a provider that lets
        this agent ask.
    """
    from wiro.errors import ApiError, InvalidArgumentError

    links = {}
    for key in agent.missing_credentials:
        try:
            links[key] = agent.oauth.connect(key, redirect_url)
        except InvalidArgumentError:
            # A credential that is typed in, not consented to.
            continue
        except ApiError as error:
            if error.retryable:
                raise
            log.warning("There is no link to connect %s: %s", key, error)
    return links


def _bare(key: str) -> str:
    """Return a key without the prefixes that the service adds."""
    return key.removeprefix("cs-").removeprefix("cron-")
