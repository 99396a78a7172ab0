"""Every operation on agents is reached from a handle, under the team that the handle names; or it says here why not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.recorded_api import RecordedApi
from wiro._agent_setup import _PROVIDERS
from wiro.agents import AsyncAgents
from wiro.config import Config
from wiro.errors import WiroError
from wiro_client.operations import OPERATIONS

_AREAS = ("agents_", "user_agents_", "user_agent_messages_", "user_agent_oauth_")
#: Reached by `wiro.api` only.
_NOT_FROM_HANDLES = {
    "user_agents_upgrade_plan": "superseded by the tiers; kept for accounts of old",
    "user_agents_pinned_agents": "a view of the web page; `row` tells what is pinned",
    "user_agents_pinned_unread": "a view of the web page",
    "user_agents_cover": "a picture for the web page; `deploy(cover=...)` takes an address",
    "user_agents_transaction_insert": "for the runtime of an agent, with its own key",
    "user_agents_credit_sync": "for the runtime of an agent, with its own key",
    "user_agent_messages_system_insert": "for the runtime of an agent, with its own key",
}
_ANSWERS: dict[str, dict[str, Any]] = {
    "agents_list": {"agents": [{"guid": "a"}]},
    "agents_detail": {"agents": [{"guid": "a"}]},
    "user_agents_deploy": {"useragents": [{"guid": "g", "status": 0}]},
    "user_agents_detail": {"useragents": [{"guid": "g", "status": 4}]},
    "user_agents_my_agents": {"useragents": [{"guid": "g", "status": 4}]},
    "user_agent_messages_send": {"messageguid": "m"},
    "user_agent_messages_detail": {"data": {"guid": "m", "status": "agent_end", "response": "hi"}},
    "user_agent_messages_history": {"data": {"messages": [{"guid": "m"}], "hasmore": False}},
}


async def every_method(agents: AsyncAgents, team: str | None) -> None:
    """Call each method of the handles once."""
    assert [one.guid async for one in agents.catalog("push", category="mobile")] == ["a"]
    await agents.template("a-slug")
    await agents.pricing_preview(["int-gmail-check"], tier="pro")
    nested = {"firebase": {"accounts": [{"appname": "A", "apps": [{"platform": "ios", "id": "1"}]}]}}
    await agents.deploy("a-slug", title="From the catalogue", team_guid=team)
    agent = await agents.deploy(
        title="Custom", skills=["int-x"], credentials={"gmail": {"account": "a"}, **nested}, team_guid=team
    )
    assert [one.guid async for one in agents.list(team_guid=team)] == ["g"]
    await agent.refresh()
    await agent.start()
    await agent.wait_until_running(5)
    await agent.stop()
    await agent.update(title="x")
    await agent.pin()
    await agent.configure(nested)
    await agent.credential_history("gmail")
    message = await agent.send("hi", files=[b"%PDF-1"])
    await message.refresh()
    await message.cancel()
    await agent.message("m").refresh()
    assert [one.guid async for one in agent.history()] == ["m"]
    await agent.sessions()
    await agent.delete_session("s")
    await agent.delete_messages("m")
    skills, billing, logs, oauth = agent.skills, agent.billing, agent.logs, agent.oauth
    await skills.apply({"int-x": True}, tier="pro")
    await skills.write("tone", "kind")
    await skills.schedule("digest", "0 9 * * *", create=True)
    await skills.rename("tone", "voice")
    await skills.history("voice")
    await skills.revert("voice")
    await skills.delete("voice")
    await billing.subscribe()
    await billing.upgrade()
    await billing.cancel()
    await billing.renew()
    await billing.buy_credits("small")
    assert [one async for one in billing.transactions()] == []
    await logs.tail()
    await logs.days()
    await logs.read("2026-01-02")
    await logs.delete("2026-01-02")
    for provider, known in _PROVIDERS.items():
        await oauth.connect(provider, "https://me.example/back")
        await oauth.status(provider)
        if known.select:
            await oauth.select(provider, "1", "name")
        await oauth.disconnect(provider)
    await oauth.refresh_token("youtube")
    await oauth.google_drive_folders()


def test_there_are_twelve_providers() -> None:
    assert len(_PROVIDERS) == 12


async def test_every_operation_is_reached() -> None:
    recorded = RecordedApi(**_ANSWERS)
    await every_method(AsyncAgents(recorded.api, Config(api_key="key")), None)
    documented = {name for name in OPERATIONS if name.startswith(_AREAS)}
    # Browsers come back to these from a consent page.
    documented -= {name for name in documented if name.startswith("user_agent_oauth_") and name.endswith("_callback")}
    assert documented - set(recorded.operations) == set(_NOT_FROM_HANDLES)
    assert recorded.teams == {None}


@pytest.mark.parametrize("name", sorted(_NOT_FROM_HANDLES))
def test_the_others_are_reached_by_the_api(name: str) -> None:
    operation = OPERATIONS[name]
    resource = "user_agent_messages" if name.startswith("user_agent_messages_") else "user_agents"
    assert hasattr(getattr(RecordedApi().api, resource), name.removeprefix(f"{resource}_"))
    if "its own key" in _NOT_FROM_HANDLES[name]:
        assert operation.auth == "runtime"


async def test_a_handle_of_a_team_names_it_in_every_request() -> None:
    recorded = RecordedApi(**_ANSWERS)
    await every_method(AsyncAgents(recorded.api, Config(api_key="key")), "team-1")
    # The catalogue and its prices belong to nobody.
    public = {"agents_list", "agents_detail", "user_agents_pricing_preview"}
    without = {operation for operation, _, team in recorded.calls if team is None}
    assert without == public
    assert recorded.teams == {None, "team-1"}


async def test_a_provider_that_is_not_there() -> None:
    recorded = RecordedApi(**_ANSWERS)
    oauth = AsyncAgents(recorded.api, Config(api_key="key")).get("g").oauth
    for call in (oauth.status("myspace"), oauth.disconnect("myspace"), oauth.select("twitter", "1")):
        with pytest.raises(WiroError):
            await call
    assert recorded.calls == []
