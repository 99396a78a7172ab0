from __future__ import annotations

import pytest
from airflow.providers.common.compat.sdk import (
    AirflowException,
    AirflowFailException,
    AirflowSensorTimeout,
    AirflowSkipException,
    TaskDeferred,
)

from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from tests.support.airflow_tasks import executed, task_context

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


def test_title_cannot_be_looked_up_in_an_outage(client, connected_sandbox, agent):
    connected_sandbox.faults.add(operation="user_agents_my_agents", kind="status", status=503, times=50)
    with pytest.raises(AirflowException, match="Inbox bot cannot be looked for while Wiro cannot be reached") as raised:
        executed(sensor_of("Inbox bot"))
    assert not isinstance(raised.value, AirflowFailException)
    assert sensor_of("Inbox bot", mode="reschedule").poke({}) is False


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
