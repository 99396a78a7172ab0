from __future__ import annotations

import asyncio
import gc
import json
import logging
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from tests.support.socket_server import SocketServer, until
from wiro import hub as hub_module
from wiro._hub_connection import full_jitter
from wiro._jobs import TASKS
from wiro.config import WaitSettings
from wiro.errors import (
    AuthenticationError,
    InvalidArgumentError,
    InvalidRequestError,
    InvalidResponseError,
    NotFoundError,
    TransportError,
    WaitTimeoutError,
    WiroError,
)
from wiro.hub import Hub, Subscription, checked_wait_timeout

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: Quick enough for tests; every test that needs another value says which.
SETTINGS = WaitSettings(
    socket_down_poll_seconds=(0.05, 0.1),
    reconnect_initial_seconds=0.02,
    reconnect_max_seconds=0.05,
    idle_close_seconds=0.05,
    not_found_recheck_seconds=0.05,
)


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


@pytest.fixture
async def hub(server: SocketServer) -> AsyncIterator[Hub]:
    current = Hub.current(server.url, SETTINGS)
    yield current
    await current.aclose()


def subscribe(hub: Hub, server: SocketServer, token: str, **options: Any) -> Subscription[Any]:
    known: dict[str, Any] = {"token": token, "job_id": f"id-{token}"}
    return hub.subscribe(TASKS, **(known | options), fetch_detail=server.detail(token))


async def confirmed(subscription: Subscription[Any], server: SocketServer, calls: int = 1) -> None:
    """Wait until the subscription is in force and the gap is closed."""
    await until(lambda: subscription.confirmed)
    await server.until_detail(str(subscription.token), calls)
    await until(lambda: not subscription.under_way)


class TestRegistry:
    async def test_one_hub_for_a_loop_an_address_and_settings(self) -> None:
        hub = Hub.current("ws://a/v1", SETTINGS)
        assert Hub.current("ws://a/v1", evolve(SETTINGS)) is hub
        assert Hub.current("ws://b/v1", SETTINGS) is not hub
        assert Hub.current("ws://a/v1") is not hub

    def test_each_loop_has_its_own_and_takes_it_along(self) -> None:
        async def use() -> weakref.ref[Hub]:
            async with SocketServer() as server:
                server.add("t")
                hub = Hub.current(server.url, SETTINGS)
                with subscribe(hub, server, "t") as subscription:
                    await confirmed(subscription, server)
                    await server.finish("t")
                    assert (await subscription.outcome(5)).kind == "succeeded"
                return weakref.ref(hub)

        before = len(hub_module._hubs)
        first = asyncio.run(use())
        second = asyncio.run(use())
        gc.collect()
        assert first() is None
        assert second() is None
        assert len(hub_module._hubs) <= before

    def test_needs_a_running_loop(self) -> None:
        with pytest.raises(RuntimeError):
            Hub.current("ws://a/v1")


class TestOutcome:
    async def test_two_rest_calls_and_one_subscription(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            for kind in ("task_accept", "task_start", "task_output", "task_end", "task_postprocess_start"):
                await server.emit("t", kind)
            await until(lambda: subscription.lifecycle.status == "task_postprocess_start")
            assert not subscription.done
            await server.finish("t", outputs=[{"name": "0.png"}])
            outcome = await subscription.outcome(timeout=5)
        assert outcome.kind == "succeeded"
        assert outcome.detail["outputs"] == [{"name": "0.png"}]
        assert server.detail_calls["t"] == 2
        assert server.frames_in == [{"type": "task_info", "tasktoken": "t"}]
        assert hub.waiting == 0

    async def test_finished_before_the_subscription(self, server: SocketServer, hub: Hub) -> None:
        server.add("t", status="task_postprocess_end", pexit="0")
        with subscribe(hub, server, "t") as subscription:
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert server.detail_calls["t"] == 1

    async def test_known_by_id_only(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with hub.subscribe(TASKS, job_id="id-t", fetch_detail=server.detail("t")) as subscription:
            await confirmed(subscription, server, calls=2)
            assert subscription.token == "t"
            await server.finish("t", pexit="3")
            outcome = await subscription.outcome(5)
        assert (outcome.kind, outcome.exit_code) == ("failed", 3)
        assert server.detail_calls["t"] == 3

    async def test_newer_last_frame_saves_the_second_call(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_postprocess_end", [], tasktoken=..., success=True, terminal=True, exitCode=0)
            assert (await subscription.outcome(5)).from_frame
        assert server.detail_calls["t"] == 1

    async def test_detail_that_lags_behind_the_last_frame_is_asked_again(self, server: SocketServer, hub: Hub) -> None:
        server.add("t", status="task_postprocess_start")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_postprocess_end", [])
            await server.until_detail("t", 2)
            server.add("t", status="task_postprocess_end", pexit="0")
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_cancelled(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_cancel")
            assert (await subscription.outcome(5)).kind == "cancelled"

    async def test_cancelled_in_the_queue_is_found_by_the_safety_poll(self, server: SocketServer) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, safety_poll_seconds=0.05))
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            server.add("t", status="task_cancel")  # nothing is broadcast
            assert (await subscription.outcome(5)).kind == "cancelled"
        await hub.aclose()

    async def test_check_now_does_not_wait_for_the_poll(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            server.add("t", status="task_cancel")
            subscription.check_now()
            assert (await subscription.outcome(5)).kind == "cancelled"
            subscription.check_now()
        assert server.detail_calls["t"] == 2

    async def test_stuck_in_task_error_fails_after_the_grace_period(self, server: SocketServer) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, task_error_grace_seconds=0.1))
        server.add("t", status="task_error", debugerror="no GPU left")
        with subscribe(hub, server, "t") as subscription:
            outcome = await subscription.outcome(5)
        assert (outcome.kind, outcome.status, outcome.stderr) == ("failed", "task_error", "no GPU left")
        assert server.detail_calls["t"] == 2
        await hub.aclose()

    async def test_error_on_the_socket_ends_nothing(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_error", "UserWarning")
            with pytest.raises(WaitTimeoutError):
                await subscription.outcome(0.05)
            assert server.detail_calls["t"] == 1

    async def test_several_waiters_of_one_task(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as one:
            await confirmed(one, server)
            with subscribe(hub, server, "t") as two:
                await confirmed(two, server, calls=2)
                await asyncio.sleep(0.1)
                assert server.detail_calls["t"] == 2
                await server.finish("t")
                outcomes = await asyncio.gather(one.outcome(5), one.outcome(5), two.outcome(5))
        assert {outcome.kind for outcome in outcomes} == {"succeeded"}
        assert server.opened == 1
        assert server.detail_calls["t"] == 4


class TestTimeout:
    @pytest.mark.parametrize("limit", [0, -1, 0.0, float("nan"), True, "5", float("-inf")])
    async def test_must_be_positive(self, server: SocketServer, hub: Hub, limit: Any) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription, pytest.raises(InvalidArgumentError, match="above 0"):
            await subscription.outcome(limit)

    def test_none_is_no_limit(self) -> None:
        assert checked_wait_timeout(None) is None
        assert checked_wait_timeout(float("inf")) is None
        assert checked_wait_timeout(5) == 5.0

    async def test_names_the_task_and_its_status(self, server: SocketServer, hub: Hub) -> None:
        server.add("t", status="task_start")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            with pytest.raises(WaitTimeoutError, match=r"id-t did not end within 0\.05 s.*task_start") as caught:
                await subscription.outcome(0.05)
            assert isinstance(caught.value, TimeoutError)
            assert caught.value.task_id == "id-t"
            await server.finish("t")
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_holds_though_nothing_answers(self, server: SocketServer, hub: Hub) -> None:
        server.answers_detail = False
        with subscribe(hub, server, "t") as subscription, pytest.raises(WaitTimeoutError):
            await subscription.outcome(0.1)

    async def test_closing_ends_the_waiting(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        subscription = subscribe(hub, server, "t")
        waiting = asyncio.create_task(subscription.outcome())
        await asyncio.sleep(0)
        subscription.close()
        with pytest.raises(WiroError, match="closed"):
            await waiting


class TestFailures:
    async def test_unknown_token_is_checked_again_and_then_said(self, server: SocketServer, hub: Hub) -> None:
        with subscribe(hub, server, "nobody") as subscription, pytest.raises(NotFoundError, match="task-not-exist"):
            await subscription.outcome(10)
        assert server.detail_calls["nobody"] == SETTINGS.not_found_rechecks + 1

    async def test_answer_of_run_ahead_of_detail(self, server: SocketServer, hub: Hub) -> None:
        with subscribe(hub, server, "t") as subscription:
            await server.until_detail("t", 1)
            server.add("t", status="task_postprocess_end", pexit="0")
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_empty_row_is_not_found(self, hub: Hub) -> None:
        async def nothing() -> dict[str, Any]:
            return {}

        current = Hub.current("ws://127.0.0.1:1/v1", evolve(SETTINGS, not_found_rechecks=1))
        with current.subscribe(TASKS, job_id="5", fetch_detail=nothing) as subscription, pytest.raises(NotFoundError):
            await subscription.outcome(5)
        await current.aclose()

    async def test_network_failures_are_waited_out(self, server: SocketServer, hub: Hub) -> None:
        server.add("t", status="task_postprocess_end", pexit="0")
        server.detail_errors = [TransportError("down"), OSError("down"), TransportError("down")]
        with subscribe(hub, server, "t") as subscription:
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert server.detail_calls["t"] == 4

    @pytest.mark.parametrize(
        "refusal",
        [
            AuthenticationError(operation="tasks_detail", status_code=401, message="key revoked"),
            InvalidRequestError(operation="tasks_detail", status_code=400, code=0, message="no"),
            RuntimeError("This Wiro client is closed."),
        ],
        ids=["401", "400", "closed client"],
    )
    async def test_refusal_ends_the_waiting(self, server: SocketServer, hub: Hub, refusal: Exception) -> None:
        server.add("t")
        server.detail_errors = [refusal]
        with subscribe(hub, server, "t") as subscription, pytest.raises(type(refusal)):
            await subscription.outcome(5)
        assert server.detail_calls["t"] == 1

    @pytest.mark.parametrize(
        "error",
        [
            InvalidResponseError("garbage"),
            # The service fails with this code too.
            InvalidRequestError(operation="tasks_detail", status_code=200, code=0, message="Internal error"),
        ],
        ids=["garbage", "code 0"],
    )
    async def test_answers_that_say_nothing_are_tolerated_a_few_times(
        self, server: SocketServer, error: Exception
    ) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, unreadable_answers=3))
        server.add("t")
        server.detail_errors = [error] * 3
        with subscribe(hub, server, "t") as subscription, pytest.raises(type(error)):
            await subscription.outcome(5)
        server.detail_errors = [error] * 2
        server.add("u", status="task_postprocess_end", pexit="0")
        with subscribe(hub, server, "u") as subscription:
            assert (await subscription.outcome(5)).kind == "succeeded"
        await hub.aclose()

    async def test_one_of_many_fails_alone(self, server: SocketServer, hub: Hub) -> None:
        server.add("good")
        with subscribe(hub, server, "bad") as bad, subscribe(hub, server, "good") as good:
            await confirmed(good, server)
            with pytest.raises(NotFoundError):
                await bad.outcome(10)
            await server.finish("good")
            assert (await good.outcome(5)).kind == "succeeded"

    async def test_neither_token_nor_id(self, server: SocketServer, hub: Hub) -> None:
        with pytest.raises(InvalidArgumentError, match="token or its id"):
            hub.subscribe(TASKS, fetch_detail=server.detail("t"))


class TestRouting:
    async def test_frames_without_a_token_go_by_id(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        server.add("u")
        with subscribe(hub, server, "t") as one, subscribe(hub, server, "u") as two:
            await confirmed(one, server)
            await confirmed(two, server)
            server.add("u", status="task_postprocess_end", pexit="0")
            await server.emit("u", "task_postprocess_end", [], tasktoken=...)
            assert (await two.outcome(5)).kind == "succeeded"
            assert not one.done

    async def test_frames_with_neither_belong_to_the_only_waiter(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        seen: list[Any] = []
        with subscribe(hub, server, "t", on_frame=seen.append) as subscription:
            await confirmed(subscription, server)
            await server.say('{"type":"task_output","message":"TRANSCRIPT_AI:hello"}')
            await until(lambda: bool(seen))
            assert seen[0]["message"] == "TRANSCRIPT_AI:hello"

    async def test_frames_with_neither_may_be_of_a_job_that_nobody_waits_for_any_more(
        self, server: SocketServer, hub: Hub
    ) -> None:
        server.add("left")
        server.add("t")
        seen: list[Any] = []
        with subscribe(hub, server, "left") as left:
            await confirmed(left, server)
        with subscribe(hub, server, "t", on_frame=seen.append) as subscription:
            await confirmed(subscription, server)
            await server.say('{"type":"task_output","message":"whose?"}')
            await server.say(b"\x00\x01")
            await server.say('{"type":"task_cancel","message":null}')
            await server.until_detail("t", 2)
            assert not subscription.done
            assert seen == []
            # On a new socket it is the only one again.
            await server.cut()
            await confirmed(subscription, server, calls=3)
            await server.say('{"type":"task_output","message":"of t"}')
            await until(lambda: bool(seen))
            await server.say('{"type":"task_cancel","message":null}')
            assert (await subscription.outcome(5)).kind == "cancelled"

    async def test_last_frame_of_nobody_makes_everybody_ask(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        server.add("u")
        seen: list[Any] = []
        with subscribe(hub, server, "t", on_frame=seen.append) as one, subscribe(hub, server, "u") as two:
            await confirmed(one, server)
            await confirmed(two, server)
            await server.say('{"type":"task_output","message":"whose?"}')
            server.add("u", status="task_postprocess_end", pexit="0")
            await server.say('{"type":"task_postprocess_end","message":[]}')
            assert (await two.outcome(5)).kind == "succeeded"
            await server.until_detail("t", 2)
            assert not one.done
            assert seen == []
        assert hub.counts["unroutable"] == 2

    async def test_rubbish_is_counted_and_ignored(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            foreign = {"type": "task_postprocess_end", "id": "id-x", "tasktoken": "x", "exitCode": 0}
            mismatched = {"type": "task_cancel", "id": "id-t", "tasktoken": "x"}
            for message in (
                "{",
                "[1,2]",
                "null",
                json.dumps(foreign),
                json.dumps(mismatched),
                '{"type":7}',
                b"\x00\x01",
            ):
                await server.say(message)
            await server.emit("t", "task_future_state", [1, "two"])
            await until(lambda: hub.counts["routed"] == 1)
            assert hub.counts == {"other": 2, "malformed": 3, "foreign": 2, "audio": 1, "routed": 1}
            assert not subscription.done
            await server.finish("t")
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert server.opened == 1

    async def test_listeners_get_frames_and_audio(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        seen: list[Any] = []
        with subscribe(hub, server, "t", on_frame=seen.append) as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_start")
            await server.say(b"t|\x01\x02")
            await until(lambda: len(seen) == 2)
        assert seen[0]["type"] == "task_start"
        assert seen[1].audio == b"\x01\x02"

    async def test_a_failing_listener_harms_nobody(
        self, server: SocketServer, hub: Hub, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(_: object) -> None:
            raise RuntimeError("listener")

        server.add("t")
        with subscribe(hub, server, "t", on_frame=fail) as subscription:
            await confirmed(subscription, server)
            await server.finish("t")
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert "listener of frames failed" in caplog.text
        assert server.opened == 1

    async def test_a_listener_may_close_its_subscription(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        held: list[Subscription[Any]] = []
        held.append(subscribe(hub, server, "t", on_frame=lambda _: held[0].close()))
        await confirmed(held[0], server)
        await server.finish("t")
        await until(lambda: hub.waiting == 0)
        assert server.detail_calls["t"] == 1


class TestSocket:
    async def test_one_socket_for_all(self, server: SocketServer, hub: Hub) -> None:
        tokens = [f"t{number}" for number in range(50)]
        for token in tokens:
            server.add(token)
        subscriptions = [subscribe(hub, server, token) for token in tokens]
        for subscription in subscriptions:
            await confirmed(subscription, server)
        for token in tokens:
            await server.finish(token)
        outcomes = await asyncio.gather(*(subscription.outcome(10) for subscription in subscriptions))
        assert all(outcome.kind == "succeeded" for outcome in outcomes)
        assert server.opened == hub.sockets_opened == 1
        assert set(server.detail_calls.values()) == {2}

    async def test_polls_while_the_socket_does_not_open(self, server: SocketServer, hub: Hub) -> None:
        await server.stop()
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await server.until_detail("t", 2)
            server.add("t", status="task_postprocess_end", pexit="0")
            assert (await subscription.outcome(5)).kind == "succeeded"
            assert server.frames_in == []

    async def test_polls_while_the_socket_is_lost(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.stop()
            server.add("t", status="task_postprocess_end", pexit="0")
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_an_answer_older_than_the_subscription_closes_no_gap(self, server: SocketServer, hub: Hub) -> None:
        release = asyncio.Event()
        calls = 0

        async def fetch() -> dict[str, Any]:
            nonlocal calls
            calls += 1
            row = dict(server.rows["t"])
            if calls == 1:
                await release.wait()
            return row

        await server.stop()
        server.add("t")
        with hub.subscribe(TASKS, token="t", job_id="id-t", fetch_detail=fetch) as subscription:
            await until(lambda: calls == 1)
            await server.listen()
            await until(lambda: subscription.confirmed)
            server.add("t", status="task_postprocess_end", pexit="0")  # between that answer and the subscription
            await asyncio.sleep(0.05)
            release.set()
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_reconnects_subscribes_again_and_closes_the_gap(self, server: SocketServer) -> None:
        # Polling is slow here, so only the Detail after the reconnection can know.
        hub = Hub.current(server.url, evolve(SETTINGS, socket_down_poll_seconds=(30.0,)))
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.cut()
            server.add("t", status="task_postprocess_end", pexit="0")
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert server.opened == 2
        assert [frame["tasktoken"] for frame in server.frames_in] == ["t", "t"]
        await hub.aclose()

    async def test_restart_of_the_server(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        with subscribe(hub, server, "t") as subscription:
            await confirmed(subscription, server)
            await server.stop()
            await until(lambda: not subscription.confirmed)
            await server.listen()
            await until(lambda: subscription.confirmed)
            await server.finish("t")
            assert (await subscription.outcome(5)).kind == "succeeded"

    async def test_details_after_a_reconnection_are_paced(self, server: SocketServer) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, socket_down_poll_seconds=(30.0,), detail_calls_per_second=100))
        tokens = [f"t{number}" for number in range(20)]
        for token in tokens:
            server.add(token)
        subscriptions = [subscribe(hub, server, token) for token in tokens]
        for subscription in subscriptions:
            await confirmed(subscription, server)
        server.detail_times.clear()
        await server.cut()
        await until(lambda: len(server.detail_times) == 20)
        # Nineteen distances of 10 ms; on a busy machine the first call may be seen late.
        assert server.detail_times[-1] - server.detail_times[0] > 0.15
        await hub.aclose()

    async def test_socket_is_recycled_before_the_old_one_ends(self, server: SocketServer) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, recycle_after_subscriptions=3))
        seen: list[Any] = []
        server.add("stays")
        with subscribe(hub, server, "stays", on_frame=seen.append) as stays:
            await confirmed(stays, server)
            for number in range(3):
                token = f"t{number}"
                server.add(token, status="task_postprocess_end", pexit="0")
                with subscribe(hub, server, token) as subscription:
                    await subscription.outcome(5)
            for number in range(200):
                await server.emit("stays", "task_output", f"{number}")
                await server.emit("stays", "task_output", "the same line")
                await asyncio.sleep(0.005)
            await until(lambda: len(server.subscribed) == 1)
            assert server.opened == 2
            assert next(iter(server.subscribed.values())) == ["stays"]
            assert stays.confirmed
            await server.finish("stays")
            assert (await stays.outcome(5)).kind == "succeeded"
        lines = [frame["message"] for frame in seen if frame["type"] == "task_output"]
        assert [line for line in lines if line != "the same line"] == [str(number) for number in range(200)]
        assert lines.count("the same line") == 200
        assert server.detail_calls["stays"] == 2
        await hub.aclose()

    async def test_closes_when_nobody_waits_and_opens_again(self, server: SocketServer, hub: Hub) -> None:
        for token in ("t", "u"):
            server.add(token, status="task_postprocess_end", pexit="0")
            with subscribe(hub, server, token) as subscription:
                await subscription.outcome(5)
            await until(lambda: not server.subscribed)
        assert hub.sockets_opened == 2

    async def test_a_lost_socket_is_not_replaced_for_nobody(self, server: SocketServer) -> None:
        hub = Hub.current(server.url, evolve(SETTINGS, idle_close_seconds=30))
        server.add("t", status="task_postprocess_end", pexit="0")
        with subscribe(hub, server, "t") as subscription:
            await subscription.outcome(5)
        await until(lambda: len(server.subscribed) == 1)
        await server.cut()
        await asyncio.sleep(0.2)
        assert server.opened == 1
        server.add("u")
        with subscribe(hub, server, "u") as subscription:
            await confirmed(subscription, server)
            await server.finish("u")
            assert (await subscription.outcome(5)).kind == "succeeded"
        assert server.opened == 2
        await hub.aclose()

    async def test_an_outage_is_reported_once(
        self, server: SocketServer, hub: Hub, caplog: pytest.LogCaptureFixture
    ) -> None:
        await server.stop()
        server.add("t")
        with subscribe(hub, server, "t"):
            await server.until_detail("t", 4)
        # The repetitions are for those who debug.
        warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
        assert ["could not be opened" in record.getMessage() for record in warnings] == [True]

    async def test_large_frames(self, server: SocketServer, hub: Hub) -> None:
        server.add("t")
        seen: list[Any] = []
        with subscribe(hub, server, "t", on_frame=seen.append) as subscription:
            await confirmed(subscription, server)
            await server.emit("t", "task_output", {"raw": "x" * 4_000_000})
            await until(lambda: bool(seen))
        assert server.opened == 1

    async def test_wrong_address_still_waits(self, server: SocketServer) -> None:
        hub = Hub.current("http://not-a-socket", SETTINGS)
        server.add("t", status="task_postprocess_end", pexit="0")
        with subscribe(hub, server, "t") as subscription:
            assert (await subscription.outcome(5)).kind == "succeeded"
        await hub.aclose()

    async def test_tokens_stay_out_of_the_log(
        self, server: SocketServer, hub: Hub, caplog: pytest.LogCaptureFixture
    ) -> None:
        # Frames of this test's own server may be logged; only the client is asked about.
        logging.getLogger("websockets.server").setLevel(logging.INFO)
        caplog.set_level(logging.DEBUG)
        server.add("canary")
        with subscribe(hub, server, "canary") as subscription:
            await confirmed(subscription, server)
            server.detail_errors = [TransportError("down")]
            await server.cut()
            await until(lambda: not server.detail_errors)
            await until(lambda: subscription.confirmed)
        assert "reconnecting" in caplog.text
        assert "canary" not in caplog.text


def test_jitter_grows_to_its_maximum() -> None:
    assert all(0 <= full_jitter(0, 0.5, 30) <= 0.5 for _ in range(100))
    assert max(full_jitter(10_000, 0.5, 30) for _ in range(200)) > 20
    assert all(full_jitter(10_000, 0.5, 30) <= 30 for _ in range(200))
