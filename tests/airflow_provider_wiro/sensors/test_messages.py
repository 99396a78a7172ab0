from __future__ import annotations

import pytest
from airflow.providers.common.compat.sdk import (
    AirflowFailException,
    AirflowSensorTimeout,
    TaskDeferred,
)

from airflow_provider_wiro.sensors.messages import WiroAgentMessageSensor
from airflow_provider_wiro.triggers.watches import WiroMessageWatchTrigger
from tests.support.airflow_tasks import executed, task_context

_GUID = "00000000-0000-4000-8000-000000000000"
_WAYS = [
    {"deferrable": True, "inline_wait": 10},
    {"deferrable": True, "inline_wait": 0},
    {"deferrable": False, "poke_interval": 0.1},
]


def sensor_of(message_guid, agent_guid, **arguments):
    arguments = {"task_id": "watch", "timeout": 30, **arguments}
    return WiroAgentMessageSensor(**arguments, message_guid=message_guid, agent_guid=agent_guid)


async def ended(sensor):
    """Run a sensor to its end, deferral included, as `dag.test()` does."""
    try:
        return executed(sensor)
    except TaskDeferred as deferral:
        deferred = deferral
    classpath, kwargs = deferred.trigger.serialize()
    assert classpath == "airflow_provider_wiro.triggers.watches.WiroMessageWatchTrigger"
    (event,) = [event async for event in WiroMessageWatchTrigger(**kwargs).run()]
    return getattr(sensor, deferred.method_name)(task_context(), event.payload)


@pytest.mark.parametrize("way", _WAYS)
async def test_answer_to_a_message(running_agent, way):
    message = running_agent.send("What is new?", session="user-42")
    known = {"message_guid": message.guid, "agent_guid": running_agent.guid}
    await ended(sensor_of(known, None, **way))
    result = await ended(sensor_of(message.guid, running_agent.guid, **way))
    assert (result["message_guid"], result["agent_guid"]) == (message.guid, running_agent.guid)
    assert "What is new?" in result["text"]
    assert result["session"] in ("user-42", None)
    assert result["credits"] > 0


@pytest.mark.parametrize("way", _WAYS)
async def test_cancelled_message_fails_the_sensor(running_agent, way):
    message = running_agent.send("What is new?")
    message.cancel()
    with pytest.raises(AirflowFailException, match=f"{message.guid} was cancelled"):
        await ended(sensor_of(message.guid, running_agent.guid, **way))


@pytest.mark.parametrize("way", _WAYS[1:])
async def test_timeout_leaves_the_message_alone(connected_sandbox, running_agent, way):
    connected_sandbox.clock.scale = 0.01
    message = running_agent.send("tell me a long story")
    with pytest.raises(AirflowSensorTimeout):
        await ended(sensor_of(message.guid, running_agent.guid, timeout=0.01, **way))
    assert connected_sandbox.books.counts.get("user_agent_messages_cancel", 0) == 0


@pytest.mark.parametrize("way", _WAYS)
async def test_unknown_message_is_named(running_agent, way):
    with pytest.raises(AirflowFailException, match=f"^There is no Wiro message {_GUID}"):
        await ended(sensor_of(_GUID, running_agent.guid, **way))


@pytest.mark.parametrize(
    ("message", "agent", "named"),
    [("", _GUID, "message_guid"), (_GUID, "a b", "agent_guid"), ({"message_guid": _GUID}, None, "agent_guid")],
)
def test_wrong_argument_fails_at_parse_and_after_rendering(message, agent, named):
    with pytest.raises(ValueError, match=rf"^{named} is .*; accepted: the id that Wiro gave"):
        sensor_of(message, agent)
    sensor = sensor_of("{{ x }}", "{{ x }}")
    sensor.message_guid, sensor.agent_guid = message, agent
    with pytest.raises(AirflowFailException, match=f"^Nothing was watched: {named} is"):
        executed(sensor)
