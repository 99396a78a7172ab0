"""Deployed agents and their conversations as people see them, and what makes an agent ready to start."""

from collections.abc import Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from attrs import define, field

from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.messages import DELETED_BOTH, Message
from wiro.sandbox.agents.pricing import number
from wiro.sandbox.agents.templates import TEMPLATES

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["AgentWatcher", "fill_in_credentials"]

_MAX_AGENTS = 100
_MAX_MESSAGES = 200
_CHANGED_MESSAGES = 50
_MAX_TEXT = 20_000
_MAX_NAME = 200

_SAMPLE_VALUE = "sandbox"


@define(eq=False)
class AgentWatcher:
    """What one reader knows of the agents.

    Args:
        world: What is watched.
    """

    world: "World"
    _agents: dict[str, tuple[object, ...]] = field(factory=dict, init=False)
    _messages: dict[str, tuple[object, ...]] = field(factory=dict, init=False)
    _order: dict[str, int] = field(factory=dict, init=False)
    _numbers: Iterator[int] = field(factory=count, init=False)

    def forget(self) -> None:
        """Tell everything again."""
        self._agents.clear()
        self._messages.clear()
        self._order.clear()

    @staticmethod
    def catalogue() -> list[dict[str, Any]]:
        """Return what can be deployed."""
        return [
            {
                "guid": template.guid,
                "title": template.title,
                "description": template.description,
                "starter_usd": str(template.starter.price_usd),
                "pro_usd": str(template.pro.price_usd),
            }
            for template in TEMPLATES
        ]

    def changes(self) -> dict[str, Any]:
        """Return `agents`, `messages` and the ids of those that are gone, as far as something is new."""
        agents = self.world.agents
        message: dict[str, Any] = {}
        shown = {agent.guid: agent for agent in islice(reversed(list(agents.instances)), _MAX_AGENTS)}
        changed = [agent for agent in shown.values() if self._is_new(self._agents, agent.guid, _agent_state(agent))]
        if changed:
            message["agents"] = [_agent(agent) for agent in changed]
        if gone := self._drop(self._agents, shown):
            message["removed_agents"] = gone
        told = {row.guid: row for row in self._latest_messages()}
        # Times are whole seconds: what was sent in one of them needs an order of its own.
        for guid in reversed(told):
            if guid not in self._order:
                self._order[guid] = next(self._numbers)
        new: list[dict[str, Any]] = []
        for row in told.values():
            if len(new) < _CHANGED_MESSAGES and self._is_new(self._messages, row.guid, _message_state(row)):
                new.append({**_message(row), "order": self._order[row.guid]})
        if new:
            message["messages"] = new
        if gone := self._drop(self._messages, told):
            message["removed_messages"] = gone
        self._drop(self._order, told)
        return message

    def _latest_messages(self) -> Iterator[Message]:
        visible = (row for row in reversed(list(self.world.agents.messages)) if row.deleted != DELETED_BOTH)
        return islice(visible, _MAX_MESSAGES)

    @staticmethod
    def _is_new(known: dict[str, tuple[object, ...]], guid: str, state: tuple[object, ...]) -> bool:
        if known.get(guid) == state:
            return False
        known[guid] = state
        return True

    @staticmethod
    def _drop(known: dict[str, Any], shown: dict[str, Any]) -> list[str]:
        gone = [guid for guid in known if guid not in shown]
        for guid in gone:
            del known[guid]
        return gone


def fill_in_credentials(world: "World", agent: UserAgent) -> None:
    """Write sample values into everything that keeps an agent from starting, and connect accounts of nobody."""
    now = world.agents.calendar.now()
    for key in _missing(agent):
        credential = agent.credentials.get(key)
        if credential is None:
            continue
        kind = credential.kind
        if kind.oauth:
            world.agents.connect(agent, key, {})
            continue
        row = {"credentialkey": key, "fieldvalue": _SAMPLE_VALUE}
        for name in kind.fields[: kind.required]:
            agent.credentials.write({**row, "fieldname": name}, OWNER, now)
        if kind.required_list is not None:
            name = kind.lists[kind.required_list][0]
            agent.credentials.write({**row, "fieldname": name, "parentfield": kind.required_list}, OWNER, now)
    world.agents.supervisor.settings_changed(agent)


def _missing(agent: UserAgent) -> dict[str, str]:
    """Return the titles of the credentials that an agent still needs, by their keys."""
    return {
        key: str(row["_schema"]["title"])
        for key, row in agent.credentials.to_dict().items()
        if row["_required_missing"] and not row["optional"]
    }


def _agent_state(agent: UserAgent) -> tuple[object, ...]:
    return (
        agent.status,
        agent.title,
        agent.tier,
        agent.credits.remaining,
        agent.updated_at,
        agent.credentials.is_complete,
    )


def _agent(agent: UserAgent) -> dict[str, Any]:
    return {
        "guid": agent.guid,
        "title": agent.title[:_MAX_NAME],
        "template": agent.template.title if agent.template else "Custom build",
        "team": agent.team_guid,
        "tier": agent.tier,
        "price_usd": str(agent.price_usd),
        "credits": number(agent.credits.remaining),
        "status": int(agent.status),
        "missing": list(_missing(agent).values()),
    }


def _message_state(message: Message) -> tuple[object, ...]:
    return (message.status, len(message.output), len(message.response))


def _message(message: Message) -> dict[str, Any]:
    return {
        "guid": message.guid,
        "agent": message.agent_guid,
        "session": message.session[:_MAX_NAME],
        "content": message.content[:_MAX_TEXT],
        "answer": (message.response or message.output)[:_MAX_TEXT],
        "attachments": [str(file.get("name", ""))[:_MAX_NAME] for file in message.attachments[:10]],
        "status": message.status,
        "terminal": message.is_terminal,
        "cancellable": message.is_cancellable,
        "at": message.created_at,
    }
