from __future__ import annotations

from types import SimpleNamespace

import pytest

from airflow_provider_wiro.agents import (
    WANTED_STATUSES,
    afind_agent,
    find_agent,
    is_at,
    status_name,
    template_slug,
    wait_for,
)
from tests.support.agent_operators import GMAIL
from wiro import AsyncWiro, Wiro
from wiro.agent_lifecycle import AgentStatus
from wiro.errors import AgentNotRunningError, NotFoundError


@pytest.fixture
def wiro(wiro_sandbox):
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
        yield client


@pytest.fixture
def found(wiro, wiro_sandbox):
    """Find agents both ways, which must agree."""

    async def find(reference):
        async with AsyncWiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
            guid = (await afind_agent(client, reference)).guid
        assert find_agent(wiro, reference).guid == guid
        return guid

    return find


async def test_guid_costs_no_request(found, wiro_sandbox):
    guid = "4d1f2b60-0001-4b0c-9c0e-5a6d7e8f9001"
    assert await found(guid) == guid
    assert sum(wiro_sandbox.books.counts.values()) == 0


async def test_title_wins_over_slug(wiro, found):
    by_slug = wiro.agents.deploy("newsletter-manager", title="News")
    assert await found("newsletter-manager") == by_slug.guid
    titled = wiro.agents.deploy(title="newsletter-manager", skills=["int-gmail-check"], credentials=GMAIL)
    assert await found("newsletter-manager") == titled.guid


async def test_several_and_none_are_told(wiro, wiro_sandbox):
    agents = [wiro.agents.deploy("newsletter-manager", title="News") for _ in range(2)]
    async with AsyncWiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as client:
        for reference, kind in (("News", ValueError), ("newsletter-manager", ValueError), ("Nobody", NotFoundError)):
            with pytest.raises(kind) as one:
                find_agent(wiro, reference)
            with pytest.raises(kind) as other:
                await afind_agent(client, reference)
            assert str(one.value) == str(other.value)
            assert reference in str(one.value)
            assert all(agent.guid in str(one.value) for agent in agents) is (kind is ValueError)


def test_names():
    assert [status_name(status) for status in (None, *AgentStatus)] == [
        "unknown",
        "stopped",
        "stopping",
        "queued",
        "starting",
        "running",
        "error",
        "setup_required",
    ]
    assert template_slug({"agent": {"slug": "a"}}) == "a"
    assert [template_slug(row) for row in ({}, {"agent": None}, {"agent": {"title": "x"}})] == [None] * 3


def test_everything_wanted_can_be_waited_for(wiro):
    agent = wiro.agents.get("guid")
    assert all(callable(wait_for(agent, wanted)) for wanted in WANTED_STATUSES)


def test_row_tells_whether_an_agent_is_where_it_is_wanted():
    def found(wanted, **row):
        return is_at(SimpleNamespace(row=row), wanted)

    assert [found("running", status=status) for status in (4, 2, 1)] == [True, False, False]
    assert [found("stopped", status=status) for status in (0, 5, 6, 4)] == [True, True, True, False]
    assert found("stopped", status=0, restartafter=True) is False
    assert [found("set_up", status=status) for status in (0, 6)] == [True, False]
    with pytest.raises(AgentNotRunningError, match="it is stopped; start it"):
        found("running", status=0)
