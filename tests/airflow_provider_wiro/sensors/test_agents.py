from __future__ import annotations

import time

import pytest
from airflow.providers.common.compat.sdk import (
    AirflowFailException,
    AirflowSensorTimeout,
    AirflowSkipException,
    TaskDeferred,
)

from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from tests.support.airflow_tasks import connection_to, executed, task_context

_WAYS = [
    {"deferrable": True, "inline_wait": 10},
    {"deferrable": True, "inline_wait": 0},
    {"deferrable": False, "poke_interval": 0.1},
]


def sensor_of(agent, **arguments):
    return WiroAgentStatusSensor(**{"task_id": "watch", "timeout": 30, **arguments}, agent=agent)


async def ended(sensor):
    """Run a sensor to its end, deferral included, as `dag.test()` does."""
    try:
        return executed(sensor)
    except TaskDeferred as deferral:
        deferred = deferral
    _, kwargs = deferred.trigger.serialize()
    (event,) = [event async for event in WiroAgentStatusTrigger(**kwargs).run()]
    return getattr(sensor, deferred.method_name)(task_context(), event.payload)


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("name", ["guid", "title", "result"])
async def test_agent_that_was_started_runs(agent, way, name):
    agent.start()
    reference = {"guid": agent.guid, "title": "Inbox bot", "result": {"agent_guid": agent.guid}}[name]
    result = await ended(sensor_of(reference, **way))
    assert (result["agent_guid"], result["status"]) == (agent.guid, "running")


@pytest.mark.parametrize("way", _WAYS)
async def test_agent_that_will_not_start_by_itself_fails_the_sensor(agent, way):
    with pytest.raises(AirflowFailException, match="will not run by itself: it is stopped"):
        await ended(sensor_of(agent.guid, **way))
    with pytest.raises(AirflowSkipException):
        await ended(sensor_of(agent.guid, **way, soft_fail=True))


@pytest.mark.parametrize("way", _WAYS)
async def test_other_statuses_can_be_wanted(client, agent, way):
    assert (await ended(sensor_of(agent.guid, wanted="stopped", **way)))["status"] == "stopped"
    assert (await ended(sensor_of(agent.guid, wanted="set_up", **way)))["missing_credentials"] == []


async def test_timeout_leaves_the_agent_alone(client):
    agent = client.agents.deploy(title="Incomplete", skills=["int-gmail-check"])
    for way in _WAYS[1:]:
        with pytest.raises(AirflowSensorTimeout):
            await ended(sensor_of(agent.guid, wanted="set_up", timeout=0.5, **way))


@pytest.mark.parametrize("reference", ["nobody", "00000000-0000-4000-8000-000000000000"])
@pytest.mark.parametrize("way", _WAYS)
async def test_unknown_agent_is_named(client, way, reference):
    with pytest.raises(AirflowFailException, match=r"[Tt]here is no|not found"):
        await ended(sensor_of(reference, **way))


def test_name_of_several_agents_is_refused(client, agent):
    client.agents.deploy(title="Inbox bot", skills=["int-gmail-check"])
    with pytest.raises(AirflowFailException, match="2 agents are called that; name one by its guid"):
        executed(sensor_of("Inbox bot"))


def test_title_is_looked_up_again_after_an_outage(monkeypatch, connected_sandbox, agent):
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", connection_to(connected_sandbox, extra={"max_retries": 0}))
    connected_sandbox.faults.add(operation="user_agents_my_agents", kind="status", status=503, times=3)
    assert executed(sensor_of("Inbox bot", wanted="stopped", poke_interval=0.01))["agent_guid"] == agent.guid


def test_outage_ends_a_sensor_of_a_title_at_its_deadline_only(monkeypatch, connected_sandbox, agent):
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", connection_to(connected_sandbox, extra={"max_retries": 0}))
    connected_sandbox.faults.add(operation="user_agents_my_agents", kind="status", status=503, times=500)
    with pytest.raises(AirflowSensorTimeout, match=r"could not be looked for: Wiro was out of reach for 0\.3 s"):
        executed(sensor_of("Inbox bot", timeout=0.3, poke_interval=0.1))
    with pytest.raises(AirflowSkipException):
        executed(sensor_of("Inbox bot", timeout=0.3, poke_interval=0.1, soft_fail=True))
    assert sensor_of("Inbox bot", mode="reschedule").poke({}) is False


@pytest.mark.parametrize("name", ["guid", "title"])
@pytest.mark.parametrize("wanted", ["running", "stopped"])
def test_look_of_a_poking_sensor_waits_for_nothing(connected_sandbox, agent, name, wanted):
    agent.start()
    if wanted == "stopped":
        agent.wait_until_running(20)
    connected_sandbox.clock.scale = 0.001
    counts, started = connected_sandbox.books.counts, time.monotonic()
    before = counts.copy()
    assert sensor_of(getattr(agent, name), wanted=wanted, deferrable=False).poke({}) is False
    assert time.monotonic() - started < 3
    assert (counts - before)["user_agents_detail"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"agent": ""}, "agent is ''; accepted: the guid, the title or the slug"),
        ({"wanted": "asleep"}, "wanted is 'asleep'; accepted: 'running', 'stopped', 'set_up'"),
    ],
)
def test_wrong_argument_fails_at_parse(arguments, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        sensor_of(**{"agent": "x", **arguments})
