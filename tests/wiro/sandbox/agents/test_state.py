import pytest

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.addresses import Addresses
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.templates import find_template
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.refusals import RefusedError
from wiro.sandbox.world import World


def world_with_agent() -> tuple[World, UserAgent]:
    world = World(SandboxOptions(), Addresses("http://127.0.0.1:1"))
    template = find_template("google-ads-manager")
    assert template is not None
    agent = UserAgent(guid="a", title="A", template=template, tier="starter", created_at=1)
    agent.credentials.declare(template.credentials)
    agent.status = AgentStatus.SETUP_REQUIRED
    world.agents.instances.add(agent)
    return world, agent


async def test_connected_account_completes_the_setup_and_its_loss_undoes_it() -> None:
    world, agent = world_with_agent()
    world.agents.connect(agent, "googleads", {"customerdescriptivename": "Acme"})
    assert agent.status is AgentStatus.STOPPED
    row = agent.credentials.to_dict()["google-ads"]
    assert (row["_connected"], row["customerdescriptivename"]) == (True, "Acme")
    assert row["connectedat"] >= 1
    world.agents.disconnect(agent, "google-ads")
    assert agent.status.name == "SETUP_REQUIRED"
    assert agent.credentials.to_dict()["google-ads"]["_connected"] is False
    world.agents.disconnect(agent, "google-ads")
    with pytest.raises(KeyError):
        world.agents.connect(agent, "twitter", {})


async def test_nobody_renews_what_was_never_bought() -> None:
    world, agent = world_with_agent()
    billing = world.agents.billing
    with pytest.raises(RefusedError, match="No expired subscription found to renew"):
        billing.renew(agent)
    with pytest.raises(RefusedError, match="No active subscription found"):
        billing.cancel(agent)
    with pytest.raises(RefusedError, match="No active subscription"):
        billing.upgrade(agent)
    assert world.books.payments == []
    assert billing.share_of_change(agent, agent.tiers.pro.price_usd) == 0
