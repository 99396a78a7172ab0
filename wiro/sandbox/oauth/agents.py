"""What OAuth needs of deployed agents: the fields of an app of one's own, and to hear that an account changed."""

from typing import TYPE_CHECKING

from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.oauth.connections import Connection
from wiro.sandbox.oauth.providers import Provider

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["app_fields", "store_account"]


def app_fields(agent: UserAgent, provider: Provider) -> dict[str, str] | None:
    """Return what was written about an app of one's own, None if the agent has no such credential."""
    credential = agent.credentials.get(provider.credential)
    return None if credential is None else {name: credential.value(name) for name in provider.app_fields}


def store_account(world: "World", agent: UserAgent, provider: Provider, connection: Connection | None) -> None:
    """Let an agent know its account, or that it has none; a running agent restarts with it."""
    if connection is None or not connection.is_complete:
        world.agents.disconnect(agent, provider.credential)
    elif agent.credentials.get(provider.credential) is not None:
        world.agents.connect(agent, provider.credential, connection.fields)
