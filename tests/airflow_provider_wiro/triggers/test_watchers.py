from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

pytest.importorskip("airflow.triggers.shared_stream", reason="NOT TESTED: Airflow 2 has no asset watchers")

from airflow.sdk import Asset, AssetWatcher
from airflow.serialization.encoders import encode_trigger
from airflow.triggers.base import BaseEventTrigger
from airflow.triggers.shared_stream import AdvanceItem, AdvanceOutcome

from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers import _rounds, _watching
from airflow_provider_wiro.triggers._confirmed_rounds import ConfirmedRounds
from airflow_provider_wiro.triggers._rounds import Round
from airflow_provider_wiro.triggers.watchers import WiroFinishedMessageTrigger, WiroFinishedTaskTrigger
from wiro import AsyncWiro, Wiro
from wiro.errors import MessageFailedError, RunFailedError
from wiro.sandbox import Sandbox

_MODEL = "sandbox/language-plain"
_GUID = "8a1f0c9e-7d55-4f8e-9a51-0d4a3f0c2b11"


class Store:
    """An asset's state store."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.error: Exception | None = None

    async def aget(self, key: str, default: Any = None) -> Any:
        if self.error is not None:
            raise self.error
        return json.loads(self.values[key]) if key in self.values else default

    async def aset(self, key: str, value: Any) -> None:
        if self.error is not None:
            raise self.error
        self.values[key] = json.dumps(value)


class Running:
    """A watcher in a triggerer; it looks when it is told to."""

    def __init__(self, trigger: BaseEventTrigger, store: Store | None = None) -> None:
        trigger.asset_state_store = store
        self.rounds: asyncio.Queue[Round] = asyncio.Queue()
        self.payloads: list[dict[str, Any]] = []
        self.last = Round()
        self._task = asyncio.create_task(self._collect(trigger))

    async def _collect(self, trigger: BaseEventTrigger) -> None:
        async for event in trigger.filter_shared_stream(self._stream()):
            self.payloads.append(event.payload)

    async def _stream(self):
        while True:
            yield await self.rounds.get()

    async def look(self, *, arrives: bool = True) -> list[dict[str, Any]]:
        """Look once and return the new events; `arrives` tells whether Airflow has them before anything happens."""
        self.last, before = Round(), len(self.payloads)
        await self.rounds.put(self.last)
        await asyncio.wait_for(self.last.finished(), 20)
        if arrives and self.last.confirm is not None:
            await self.last.confirm()
        return self.payloads[before:]

    async def die(self) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])


@pytest.fixture(scope="module")
def sandbox():
    """One for all: watchers do not care what happened before they began."""
    with Sandbox(time_scale=50) as running:
        yield running
    assert [violation for violation in running.books.violations if violation.direction != "request"] == []


@pytest.fixture(scope="module")
def wiro(sandbox):
    with Wiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url) as wiro:
        yield wiro


@pytest.fixture
def connections(sandbox, monkeypatch):
    """Connect the hook with the sandbox and keep the clients it made."""
    made = []

    async def aget_conn(self):
        made.append(AsyncWiro(sandbox.api_key, base_url=sandbox.base_url, max_retries=0))
        return made[-1]

    monkeypatch.setattr(WiroHook, "aget_conn", aget_conn)
    return made


def finish(wiro, prompt="hello", model=_MODEL, **parameters):
    """Run a model to its end and return the id of the task."""
    return wiro.run(model, {"prompt": prompt, "seconds": 1, **parameters}).wait(timeout=20).task_id


def ids(payloads):
    return [payload["task_id"] for payload in payloads]


@pytest.mark.usefixtures("connections")
class TestTasks:
    async def test_only_what_ends_after_the_first_look_is_told(self, wiro):
        finish(wiro)
        running = Running(WiroFinishedTaskTrigger(_MODEL))
        assert await running.look() == []
        task_id = finish(wiro, "a second one")
        (event,) = await running.look()
        assert event == {
            "version": 1,
            "kind": "task",
            "task_id": task_id,
            "model": _MODEL,
            "outcome": "succeeded",
            "status": "task_postprocess_end",
            "exit_code": 0,
            "outputs": 0,
            "cost_usd": event["cost_usd"],
            "elapsed_seconds": event["elapsed_seconds"],
        }
        assert event["cost_usd"] > 0
        assert event["elapsed_seconds"] == pytest.approx(1, abs=0.5)
        assert await running.look() == []

    async def test_events_hold_no_token_no_prompt_and_no_address(self, wiro):
        running = Running(WiroFinishedTaskTrigger("sandbox/image"))
        await running.look()
        run = wiro.run("sandbox/image", {"prompt": "canary prompt", "seconds": 1})
        run.wait(timeout=20)
        (event,) = await running.look()
        assert event["outputs"] == 1
        text = json.dumps(event)
        assert "canary" not in text
        assert "http" not in text
        assert run.token not in text

    async def test_task_that_was_running_at_the_first_look_is_told_when_it_ends(self, wiro):
        run = wiro.run("sandbox/queued", {"prompt": "waits"})
        running = Running(WiroFinishedTaskTrigger("sandbox/queued"))
        assert await running.look() == []
        assert await running.look() == []
        run.stop()
        (event,) = await running.look()
        assert (event["task_id"], event["outcome"]) == (run.task_id, "cancelled")

    async def test_other_models_of_a_similar_name_are_none_of_its_business(self, wiro):
        running = Running(WiroFinishedTaskTrigger("sandbox/language"))
        await running.look()
        finish(wiro, model="sandbox/language-plain")
        assert await running.look() == []
        wanted = finish(wiro, model="sandbox/language")
        assert ids(await running.look()) == [wanted]

    async def test_only_the_wanted_outcomes_are_told(self, wiro):
        running = Running(WiroFinishedTaskTrigger("sandbox/failing", outcomes=["failed"]))
        other = Running(WiroFinishedTaskTrigger("sandbox/failing", outcomes=("succeeded", "cancelled")))
        await running.look()
        await other.look()
        run = wiro.run("sandbox/failing", {"prompt": "no", "seconds": 1})
        with pytest.raises(RunFailedError):
            run.wait(timeout=20)
        (event,) = await running.look()
        assert (event["outcome"], event["exit_code"]) == ("failed", 1)
        assert await other.look() == []

    async def test_quiet_round_costs_one_request(self, wiro, sandbox):
        for _ in range(25):
            wiro.run("sandbox/queued", {"prompt": "x"}).stop()
        running = Running(WiroFinishedTaskTrigger("sandbox/queued"))
        await running.look()
        before = sandbox.books.to_dict()["counts"].get("tasks_list", 0)
        await running.look()
        assert sandbox.books.to_dict()["counts"]["tasks_list"] == before + 1

    async def test_model_whose_name_is_part_of_a_busier_one_costs_no_more(self, wiro, sandbox):
        running = Running(WiroFinishedTaskTrigger("sandbox/queue"))
        await running.look()
        for _ in range(50):
            wiro.run("sandbox/queued", {"prompt": "x"}).stop()
        await running.look()
        before = sandbox.books.to_dict()["counts"]["tasks_list"]
        assert await running.look() == []
        assert sandbox.books.to_dict()["counts"]["tasks_list"] == before + 1

    async def test_old_open_task_is_asked_for_by_its_id(self, wiro, sandbox, monkeypatch):
        monkeypatch.setattr("airflow_provider_wiro.triggers._cursor._ROWS_BELOW_FLOOR", 0)
        old = wiro.run("sandbox/queued", {"prompt": "old"})
        running = Running(WiroFinishedTaskTrigger("sandbox/queued"))
        await running.look()
        for _ in range(25):
            wiro.run("sandbox/queued", {"prompt": "x"}).stop()
        assert len(await running.look()) == 25
        await running.look()
        assert sandbox.books.to_dict()["counts"]["tasks_detail"] > 0
        old.stop()
        assert ids(await running.look()) == [old.task_id]


@pytest.mark.usefixtures("connections")
class TestRestarts:
    async def test_nothing_is_lost_while_no_triggerer_runs(self, wiro):
        store = Store()
        first = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await first.look()
        await first.die()
        missed = finish(wiro)
        second = Running(WiroFinishedTaskTrigger(_MODEL), store)
        assert ids(await second.look()) == [missed]

    async def test_nothing_is_told_again_after_a_restart(self, wiro):
        store = Store()
        first = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await first.look()
        task_id = finish(wiro)
        assert ids(await first.look()) == [task_id]
        await first.die()
        assert await Running(WiroFinishedTaskTrigger(_MODEL), store).look() == []

    async def test_event_that_never_reached_the_database_is_told_again(self, wiro):
        store = Store()
        first = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await first.look()
        task_id = finish(wiro)
        assert ids(await first.look(arrives=False)) == [task_id]
        await first.die()
        assert ids(await Running(WiroFinishedTaskTrigger(_MODEL), store).look()) == [task_id]

    async def test_late_confirmation_repeats_nothing(self, wiro):
        running = Running(WiroFinishedTaskTrigger(_MODEL), store := Store())
        await running.look()
        finish(wiro)
        assert len(await running.look(arrives=False)) == 1
        assert await running.look() == []
        await running.die()
        # The next confirmation covers what the lost one should have.
        finish(wiro)
        assert len(await Running(WiroFinishedTaskTrigger(_MODEL), store).look()) == 2

    async def test_triggerer_that_was_stalled_goes_on_where_the_other_one_is(self, wiro):
        store = Store()
        stalled = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await stalled.look()
        other = Running(WiroFinishedTaskTrigger(_MODEL), store)
        task_id = finish(wiro)
        assert ids(await other.look()) == [task_id]
        assert await stalled.look() == []

    async def test_cursor_belongs_to_what_is_watched_and_not_to_how(self, wiro):
        store = Store()
        await Running(WiroFinishedTaskTrigger(_MODEL, poll_interval=30), store).look()
        await Running(WiroFinishedTaskTrigger(_MODEL, poll_interval=60, outcomes=["failed"]), store).look()
        assert len(store.values) == 1
        await Running(WiroFinishedTaskTrigger("sandbox/image"), store).look()
        await Running(WiroFinishedTaskTrigger(_MODEL, wiro_conn_id="wiro_other"), store).look()
        assert len(store.values) == 3

    async def test_nothing_is_stored_when_nothing_changed(self, wiro):
        running = Running(WiroFinishedTaskTrigger(_MODEL), Store())
        await running.look()
        assert running.last.confirm is not None
        await running.look()
        assert running.last.confirm is None

    async def test_stored_cursor_holds_nothing_but_ids_and_numbers(self, wiro):
        store = Store()
        running = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await running.look()
        task_id = finish(wiro, "canary")
        await running.look()
        (value,) = store.values.values()
        document = json.loads(value)
        assert document.pop("known")[task_id] == int(task_id)
        assert document.keys() == {"version", "number", "floor", "open"}
        assert "canary" not in value

    async def test_several_assets_of_one_watcher_are_all_told_where_it_stands(self, wiro):
        class Both:
            def __init__(self):
                self._by_name = {"one": Store(), "two": Store()}

        both = Both()
        running = Running(WiroFinishedTaskTrigger(_MODEL), both)
        await running.look()
        assert [len(store.values) for store in both._by_name.values()] == [1, 1]


@pytest.mark.usefixtures("connections")
class TestTrouble:
    async def test_unreachable_service_fails_the_round_and_loses_nothing(self, wiro, sandbox, connections):
        running = Running(WiroFinishedTaskTrigger(_MODEL), Store())
        await running.look()
        task_id = finish(wiro)
        sandbox.faults.add(operation="tasks_list", kind="status", status=503, times=1)
        assert await running.look() == []
        assert running.last.failed
        assert running.last.confirm is None
        assert ids(await running.look()) == [task_id]
        assert not running.last.failed
        assert len(connections) == 2, "what is wrong may be the connection, so it is read anew"

    async def test_second_page_that_fails_tells_nothing_twice(self, wiro, sandbox):
        running = Running(WiroFinishedTaskTrigger("sandbox/queued"))
        await running.look()
        for _ in range(30):
            wiro.run("sandbox/queued", {"prompt": "x"}).stop()
        sandbox.faults.add(operation="tasks_list", kind="delay", seconds=0, times=1)
        sandbox.faults.add(operation="tasks_list", kind="garbage", times=1)
        assert await running.look() == []
        assert len(await running.look()) == 30

    async def test_look_that_hangs_is_given_up(self, sandbox, monkeypatch):
        monkeypatch.setattr(_watching, "_ROUND_SECONDS", 0.2)
        sandbox.faults.add(operation="tasks_list", kind="delay", seconds=300, times=1)
        running = Running(WiroFinishedTaskTrigger(_MODEL))
        assert await running.look() == []
        assert running.last.failed

    async def test_store_that_fails_is_not_the_end(self, wiro):
        store = Store()
        running = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await running.look()
        task_id = finish(wiro)
        store.error = RuntimeError("the database is away")
        assert await running.look() == []
        assert running.last.failed
        store.error = None
        assert ids(await running.look(arrives=False)) == [task_id]
        store.error = RuntimeError("the database is away")
        await running.last.confirm()

    async def test_cursor_of_a_later_version_is_left_alone(self, wiro):
        store = Store()
        running = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await running.look()
        (key,) = store.values
        store.values[key] = json.dumps({"version": 2})
        running = Running(WiroFinishedTaskTrigger(_MODEL), store)
        await running.look()
        assert running.last.failed
        assert json.loads(store.values[key]) == {"version": 2}

    async def test_arguments_of_a_later_version_are_not_guessed(self):
        running = Running(WiroFinishedTaskTrigger(_MODEL, version=2))
        await running.look()
        assert running.last.failed

    async def test_clients_are_closed_when_the_watcher_ends(self, connections):
        running = Running(WiroFinishedTaskTrigger(_MODEL))
        await running.look()
        await running.die()
        assert len(connections) == 1
        with pytest.raises(RuntimeError, match="closed"):
            await connections[0].api.tasks.list()


@pytest.fixture
def agent(wiro):
    deployed = wiro.agents.deploy(
        title="Inbox bot",
        tier="pro",
        skills=["int-gmail-check"],
        credentials={"gmail": {"account": "me@example.com", "apppassword": "x"}},
    )
    deployed.start()
    deployed.wait_until_running(timeout=20)
    return deployed


def told(payloads):
    return [(payload["session"], payload["message_guid"]) for payload in payloads]


@pytest.mark.usefixtures("connections")
class TestMessages:
    async def test_answers_of_a_conversation_are_told(self, agent):
        agent.send("before", session="a").wait(timeout=20)
        running = Running(WiroFinishedMessageTrigger(agent.guid, session="a"))
        assert await running.look() == []
        agent.send("elsewhere", session="b").wait(timeout=20)
        message = agent.send("canary", session="a")
        message.wait(timeout=20)
        (event,) = await running.look()
        assert event == {
            "version": 1,
            "kind": "message",
            "agent_guid": agent.guid,
            "session": "a",
            "message_guid": message.guid,
            "outcome": "succeeded",
            "status": "agent_end",
            "created_at": event["created_at"],
            "ended_at": event["ended_at"],
        }
        assert event["created_at"] <= event["ended_at"]
        assert "canary" not in json.dumps(event)
        assert await running.look() == []

    async def test_all_conversations_are_watched_if_none_is_named(self, agent):
        agent.send("before", session="a").wait(timeout=20)
        running = Running(WiroFinishedMessageTrigger(agent.guid))
        assert await running.look() == []
        sent = [("a", agent.send("hi", session="a")), ("b", agent.send("hi", session="b"))]
        for _, message in sent:
            message.wait(timeout=20)
        assert sorted(told(await running.look())) == sorted((session, message.guid) for session, message in sent)
        assert await running.look() == []

    async def test_message_that_takes_long_is_told_when_it_ends(self, agent):
        running = Running(WiroFinishedMessageTrigger(agent.guid), store := Store())
        await running.look()
        message = agent.send("/wait 400 please")
        assert await running.look() == []
        assert [len(json.loads(value)["open"]) for value in store.values.values()] == [1]
        message.cancel()
        (event,) = await running.look()
        assert (event["message_guid"], event["outcome"]) == (message.guid, "cancelled")

    async def test_failures_are_told_apart(self, agent):
        running = Running(WiroFinishedMessageTrigger(agent.guid, outcomes=["failed"]))
        await running.look()
        agent.send("fine").wait(timeout=20)
        message = agent.send("/fail no")
        with pytest.raises(MessageFailedError):
            message.wait(timeout=20)
        (event,) = await running.look()
        assert (event["message_guid"], event["outcome"]) == (message.guid, "failed")

    async def test_conversations_beyond_the_first_look_count_as_old(self, agent, monkeypatch):
        monkeypatch.setattr("airflow_provider_wiro.triggers.watchers._SESSIONS_OF_STOCK", 1)
        for session in ("a", "b", "c"):
            agent.send("before", session=session).wait(timeout=20)
        running = Running(WiroFinishedMessageTrigger(agent.guid))
        assert await running.look() == []
        assert await running.look() == []
        # Wiro tells seconds, and what was not read at the first look counts as old to the end of its second.
        await asyncio.sleep(1.1)
        message = agent.send("again", session="a")
        message.wait(timeout=20)
        assert told(await running.look()) == [("a", message.guid)]

    async def test_nothing_is_lost_or_repeated_over_a_restart(self, agent):
        store = Store()
        first = Running(WiroFinishedMessageTrigger(agent.guid), store)
        await first.look()
        one = agent.send("one")
        one.wait(timeout=20)
        assert told(await first.look()) == [("default", one.guid)]
        await first.die()
        two = agent.send("two", session="b")
        two.wait(timeout=20)
        second = Running(WiroFinishedMessageTrigger(agent.guid), store)
        assert told(await second.look()) == [("b", two.guid)]

    async def test_deleted_message_is_not_waited_for(self, agent):
        running = Running(WiroFinishedMessageTrigger(agent.guid), store := Store())
        await running.look()
        agent.send("/wait 400 please", session="a")
        await running.look()
        agent.delete_session("a")
        assert [event["outcome"] for event in await running.look()] in ([], ["cancelled"])
        assert [json.loads(value)["open"] for value in store.values.values()] == [{}]


class TestUnderAirflow:
    def test_watcher_is_accepted_and_serialized(self):
        trigger = WiroFinishedMessageTrigger(_GUID, session="a", outcomes=("failed",), poll_interval=5)
        assert AssetWatcher(name="w", trigger=trigger) in Asset("a", watchers=[AssetWatcher("w", trigger)]).watchers
        encoded = encode_trigger(trigger)
        assert json.loads(json.dumps(encoded)) == encoded
        assert encoded["classpath"] == "airflow_provider_wiro.triggers.watchers.WiroFinishedMessageTrigger"

    @pytest.mark.parametrize(
        "trigger", [WiroFinishedTaskTrigger("a/b", poll_interval=7), WiroFinishedMessageTrigger(_GUID, session="s")]
    )
    def test_trigger_survives_its_wire_format(self, trigger):
        classpath, kwargs = trigger.serialize()
        again = type(trigger)(**json.loads(json.dumps(kwargs)))
        assert again.serialize() == (classpath, kwargs)
        assert BaseEventTrigger.hash(classpath, kwargs) == BaseEventTrigger.hash(*again.serialize())

    def test_rounds_are_confirmed_only_where_there_is_a_store(self):
        trigger = WiroFinishedTaskTrigger(_MODEL)
        assert trigger.shared_stream_key() is None
        trigger.asset_state_store = Store()
        assert trigger.shared_stream_key() is not None
        assert isinstance(type(trigger).create_shared_stream_producer(trigger.serialize()[1]), ConfirmedRounds)

    async def test_without_a_store_it_watches_all_the_same(self, wiro, connections, monkeypatch):
        monkeypatch.setattr(_rounds, "_JITTER", 0.0)
        events = WiroFinishedTaskTrigger(_MODEL, poll_interval=1).run()
        first = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.5)
        task_id = await asyncio.to_thread(finish, wiro)
        assert (await asyncio.wait_for(first, 10)).payload["task_id"] == task_id
        await events.aclose()

    @pytest.mark.parametrize(
        ("outcome", "confirmed"),
        [
            (AdvanceOutcome(acked=1, failed=0), 1),
            (AdvanceOutcome(acked=0, failed=1), 0),
            (AdvanceOutcome(acked=0, failed=0), 0),
        ],
    )
    async def test_only_rounds_whose_events_arrived_are_confirmed(self, outcome, confirmed):
        calls = []

        async def confirm():
            calls.append(1)

        stream = ConfirmedRounds(30.0).open_stream()
        current, payload = await anext(stream)
        assert current is payload
        current.confirm = confirm
        await ConfirmedRounds(30.0).advance([AdvanceItem(current, outcome), AdvanceItem(Round(), outcome)])
        assert len(calls) == confirmed
        await stream.aclose()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"model": "nano"}, "model is 'nano'; accepted: 'owner/model'"),
        ({"model": "a/b", "outcomes": "failed"}, "outcomes is 'failed'; accepted: a list of 'succeeded', 'failed'"),
        ({"model": "a/b", "outcomes": []}, "outcomes is []; accepted: a list of"),
        ({"model": "a/b", "outcomes": ["success"]}, "outcomes is 'success'; accepted: 'succeeded', 'failed'"),
        ({"model": "a/b", "poll_interval": 0.5}, "poll_interval is 0.5; accepted: at least 1 seconds"),
        ({"model": "a/b", "wiro_conn_id": ""}, "wiro_conn_id is ''; accepted: the id of a connection"),
        ({"model": "a/b", "poll_interval": "often"}, "poll_interval is 'often'; accepted: a finite number"),
    ],
)
def test_wrong_arguments_of_the_task_watcher_are_named(arguments, words):
    with pytest.raises(ValueError, match=words.replace("[", r"\[").replace("]", r"\]")):
        WiroFinishedTaskTrigger(**arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"agent_guid": " "}, "agent_guid is ' '; accepted: the guid of a deployed agent"),
        ({"agent_guid": None}, "agent_guid is None; accepted"),
        ({"agent_guid": "Support bot"}, "agent_guid is 'Support bot'; accepted: the guid of a deployed agent"),
        ({"agent_guid": _GUID, "wiro_conn_id": " "}, "wiro_conn_id is ' '; accepted: the id of a connection"),
        ({"agent_guid": _GUID, "session": ""}, "session is ''; accepted: the key of a conversation, or None"),
        ({"agent_guid": _GUID, "poll_interval": 0}, "poll_interval is 0; accepted"),
    ],
)
def test_wrong_arguments_of_the_message_watcher_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        WiroFinishedMessageTrigger(**arguments)
