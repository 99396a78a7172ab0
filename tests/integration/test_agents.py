"""Agents against the sandbox, over real HTTP and a real socket, through the library's own handles."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.support.consents import press
from wiro import AgentStatus, AsyncWiro, WaitSettings, Wiro
from wiro._agent_states import _pollers
from wiro.errors import (
    AgentNotRunningError,
    AmbiguousRequestError,
    ApiError,
    InvalidArgumentError,
    InvalidRequestError,
    MessageCancelledError,
    MessageFailedError,
    NotFoundError,
    WaitTimeoutError,
)
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wiro.agents import Agent

#: Seconds of an agent that pass in one second.
SCALE = 20.0
LIMIT = 30.0
GMAIL = {"gmail": {"account": "me@example.com", "apppassword": "xxxx xxxx"}}
QUICK = WaitSettings(
    socket_down_poll_seconds=(0.2, 0.5),
    reconnect_initial_seconds=0.1,
    reconnect_max_seconds=0.5,
    safety_poll_seconds=1.0,
    idle_close_seconds=0.2,
    agent_poll_seconds=(0.05, 0.1),
    agent_restart_grace_seconds=0.5,
)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(time_scale=SCALE) as running:
        yield running
    assert running.books.violations == []


def options(sandbox: Sandbox) -> dict[str, Any]:
    return {
        "api_key": sandbox.api_key,
        "api_secret": sandbox.api_secret,
        "base_url": sandbox.base_url,
        "socket_url": sandbox.socket_url,
        "wait_settings": QUICK,
    }


@pytest.fixture
def wiro(sandbox: Sandbox) -> Iterator[Wiro]:
    with Wiro(**options(sandbox)) as client:
        yield client


def deployed(wiro: Wiro, **more: Any) -> Agent:
    arguments: dict[str, Any] = {"title": "Inbox bot", "tier": "pro", "skills": ["int-gmail-check"]}
    return wiro.agents.deploy(**({**arguments, "credentials": GMAIL} | more))


def running(wiro: Wiro, **more: Any) -> Agent:
    agent = deployed(wiro, **more)
    agent.start()
    agent.wait_until_running(timeout=LIMIT)
    return agent


def count(sandbox: Sandbox, operation: str) -> int:
    return sandbox.books.counts.get(operation, 0)


class TestDeploying:
    def test_from_the_catalogue_by_its_slug(self, wiro: Wiro) -> None:
        templates = list(wiro.agents.catalog())
        assert templates
        slug = str(templates[0].slug)
        assert wiro.agents.template(slug).guid == templates[0].guid
        agent = wiro.agents.deploy(slug, title="Acme")
        assert agent.title == "Acme"
        assert agent.row["agentguid"] == templates[0].guid
        assert [one.guid for one in wiro.agents.list()] == [agent.guid]

    def test_a_custom_build(self, wiro: Wiro, sandbox: Sandbox) -> None:
        quote = wiro.agents.pricing_preview(["int-gmail-check"], tier="pro")
        assert (quote.total_price_usd or 0) > 0
        agent = deployed(wiro, credentials=None)
        assert agent.status is AgentStatus.SETUP_REQUIRED
        assert agent.missing_credentials == ("gmail",)
        with pytest.raises(AgentNotRunningError, match="more setup") as caught:
            agent.wait_until_running(timeout=LIMIT)
        assert caught.value.agent_status is AgentStatus.SETUP_REQUIRED
        assert agent.configure(GMAIL) == 2
        assert agent.row["status"] == AgentStatus.STOPPED
        assert count(sandbox, "user_agents_deploy") == 1

    def test_price_of_a_change_of_skills(self, wiro: Wiro) -> None:
        agent = deployed(wiro)
        before = agent.skills.pricing_preview({}).total_price_usd
        assert before == agent.row["monthlypriceusd"]
        assert (agent.skills.pricing_preview({"int-brevo-email": True}).total_price_usd or 0) > before

    def test_nested_credentials(self, wiro: Wiro) -> None:
        agent = deployed(
            wiro,
            skills=["int-firebase-push"],
            credentials={
                "firebase": {
                    "accounts": [
                        {"appname": "A", "serviceaccountjsonbase64": "e30=", "apps": [{"platform": "ios", "id": "1"}]}
                    ]
                }
            },
        )
        accounts = agent.refresh()["credentials"]["firebase"]["accounts"]
        assert accounts[0]["appname"] == "A"
        assert accounts[0]["apps"] == [{"platform": "ios", "id": "1"}]

    def test_what_cannot_be_sent(self, wiro: Wiro, sandbox: Sandbox) -> None:
        with pytest.raises(InvalidArgumentError, match="exactly one"):
            wiro.agents.deploy(title="x")
        with pytest.raises(InvalidArgumentError, match="at least one skill"):
            wiro.agents.deploy(title="x", skills=[])
        with pytest.raises(NotFoundError):
            wiro.agents.deploy("no-such-agent", title="x")
        with pytest.raises(NotFoundError):
            wiro.agents.get("nobody").refresh()
        assert count(sandbox, "user_agents_deploy") == 0

    @pytest.mark.parametrize(
        "credentials",
        [
            {"gmail": {"account": None}},
            {"gmail": {"account": "a", "urls": [{"url": {"a": 1}}]}},
            {"gmail": {"account": "a", "urls": [{}]}},
            {"gmail": "me@example.com"},
            "gmail",
        ],
        ids=["nothing", "nested", "empty", "text", "no mapping"],
    )
    def test_credentials_that_cannot_be_written_are_refused_before_it_is_paid(
        self, wiro: Wiro, sandbox: Sandbox, credentials: Any
    ) -> None:
        with pytest.raises(InvalidArgumentError, match="credential"):
            deployed(wiro, credentials=credentials)
        assert count(sandbox, "user_agents_deploy") == 0
        assert not sandbox.books.payments


class TestRunning:
    def test_start_and_stop(self, wiro: Wiro) -> None:
        agent = running(wiro)
        assert agent.row["status"] == AgentStatus.RUNNING
        agent.stop()
        agent.wait_until_stopped(timeout=LIMIT)
        assert agent.status is AgentStatus.STOPPED
        with pytest.raises(AgentNotRunningError, match="start it"):
            agent.wait_until_running(timeout=LIMIT)

    def test_a_change_of_settings_restarts_it(self, wiro: Wiro) -> None:
        agent = running(wiro)
        agent.configure({"gmail": {"account": "you@example.com"}})
        assert agent.status is AgentStatus.STOPPING
        agent.wait_until_running(timeout=LIMIT)
        assert agent.send("Hello").wait(LIMIT).text

    def test_waiting_has_a_limit(self, wiro: Wiro) -> None:
        agent = deployed(wiro)
        agent.start()
        with pytest.raises(WaitTimeoutError, match="not running within"):
            agent.wait_until_running(timeout=0.02)
        agent.wait_until_running(timeout=LIMIT)

    def test_set_up_by_somebody_else(self, wiro: Wiro) -> None:
        agent = deployed(wiro, credentials=None)
        told: list[AgentStatus] = []
        with pytest.raises(WaitTimeoutError, match="not set up within"):
            agent.wait_until_set_up(timeout=0.1)
        with ThreadPoolExecutor(1) as other:
            waiting = other.submit(agent.wait_until_set_up, LIMIT, on_status=told.append)
            wiro.agents.get(agent.guid).configure(GMAIL)
            waiting.result(LIMIT)
        assert agent.status is AgentStatus.STOPPED
        assert told[-1] is AgentStatus.STOPPED

    async def test_clients_that_come_and_go_share_it(self, sandbox: Sandbox) -> None:
        """Each trigger has a client of its own, which it closes as soon as it has its event."""

        async def wait(guid: str) -> None:
            async with AsyncWiro(**options(sandbox)) as wiro:
                await wiro.agents.get(guid).wait_until_running(LIMIT)

        async with AsyncWiro(**options(sandbox)) as wiro:
            arguments: dict[str, Any] = {"tier": "pro", "skills": ["int-gmail-check"], "credentials": GMAIL}
            agents = [await wiro.agents.deploy(title=f"Bot {number}", **arguments) for number in range(4)]
            waits = []
            for agent in agents:
                await agent.start()
                waits.append(asyncio.create_task(wait(agent.guid)))
                await asyncio.sleep(0.03)
            await asyncio.gather(*waits)

    async def test_one_poller_answers_for_all(self, sandbox: Sandbox) -> None:
        async with AsyncWiro(**options(sandbox)) as wiro:
            arguments: dict[str, Any] = {"tier": "pro", "skills": ["int-gmail-check"], "credentials": GMAIL}
            agents = [await wiro.agents.deploy(title=f"Bot {number}", **arguments) for number in range(5)]
            for agent in agents:
                await agent.start()
            before = count(sandbox, "user_agents_detail"), count(sandbox, "user_agents_my_agents")
            await asyncio.gather(*(agent.wait_until_running(LIMIT) for agent in agents for _ in range(4)))
            details = count(sandbox, "user_agents_detail") - before[0]
            lists = count(sandbox, "user_agents_my_agents") - before[1]
            # Two seconds of the sandbox, polled every 0.1 s at 20 times its speed: a handful for all of them.
            assert 0 < lists < 10
            assert details < 10
            assert len(_pollers[asyncio.get_running_loop()]) == 1


class TestMessages:
    def test_send_stream_and_wait(self, wiro: Wiro, sandbox: Sandbox, tmp_path: Path) -> None:
        agent = running(wiro)
        note = tmp_path / "note.txt"
        note.write_text("hello")
        two = agent.send("Look", files=[note, b"\x89PNG two"]).refresh()
        assert [file["name"] for file in two["attachments"]] == ["note.txt", "file-2.png"]
        message = agent.send("Plan next week", session="user-42", files=[note])
        kinds = [event.type_ for event in message.events(LIMIT)]
        assert kinds[0] == "agent_subscribed"
        assert kinds[-1] == "agent_end"
        result = message.wait(LIMIT)
        assert "Plan next week" in result.text
        assert agent.billing.spent_on(result.message_guid) == 10.0
        assert agent.billing.spent_on("another") is None
        assert result.thinking
        assert result.metadata["wordCount"]
        assert count(sandbox, "user_agent_messages_send") == 2
        assert count(sandbox, "user_agent_messages_detail") == 1
        assert message.refresh()["attachments"][0]["name"] == "note.txt"

    def test_deltas_are_the_answer(self, wiro: Wiro) -> None:
        message = running(wiro).send("one two three four five six")
        deltas = list(message.deltas(LIMIT))
        result = message.wait(LIMIT)
        assert "".join(delta.text for delta in deltas if delta.kind == "answer") == result.text
        assert "".join(delta.text for delta in deltas if delta.kind == "thinking") == result.thinking
        assert not any(delta.replaces for delta in deltas)
        assert len(deltas) > 2

    def test_many_at_once_share_a_socket(self, wiro: Wiro, sandbox: Sandbox) -> None:
        agent = running(wiro)
        messages = [agent.send(f"number {number}", session=f"s{number}") for number in range(20)]
        run = wiro.run("sandbox/language", {"prompt": "hi", "seconds": 1})
        with ThreadPoolExecutor(20) as threads:
            results = list(threads.map(lambda message: message.wait(LIMIT), messages))
        assert run.wait(LIMIT).text
        assert [f"number {number}" in result.text for number, result in enumerate(results)] == [True] * 20
        assert sandbox.books.sockets_opened == 1

    def test_failing(self, wiro: Wiro) -> None:
        message = running(wiro).send("/fail no endpoint")
        with pytest.raises(MessageFailedError, match="no endpoint") as caught:
            message.wait(LIMIT)
        assert caught.value.message_guid == message.guid
        assert caught.value.reason == "no endpoint"

    def test_cancelling(self, wiro: Wiro) -> None:
        message = running(wiro).send("/wait 600 never")
        message.cancel()
        with pytest.raises(MessageCancelledError):
            message.wait(LIMIT)
        with pytest.raises(NotFoundError):
            message.cancel()

    def test_taking_up_again(self, wiro: Wiro) -> None:
        agent = running(wiro)
        sent = agent.send("Hello")
        sent.wait(LIMIT)
        again = agent.message(sent.guid)
        assert again.wait(LIMIT).text == sent.wait().text
        assert agent.message(token=sent.token).wait(LIMIT).message_guid == sent.guid
        with pytest.raises(NotFoundError):
            agent.message("nobody").wait(LIMIT)

    def test_not_running(self, wiro: Wiro, sandbox: Sandbox) -> None:
        agent = deployed(wiro)
        with pytest.raises(AgentNotRunningError) as caught:
            agent.send("Hello")
        assert caught.value.agent_status is AgentStatus.STOPPED
        assert not caught.value.retryable

    def test_conversations(self, wiro: Wiro) -> None:
        agent = running(wiro)
        for text in ("one", "two", "three"):
            agent.send(text, session="a").wait(LIMIT)
        agent.send("other", session="b").wait(LIMIT)
        assert {row.sessionkey for row in agent.sessions()} == {"a", "b"}
        history = list(agent.history("a", page_size=2))
        assert [message.row["content"] for message in history] == ["three", "two", "one"]
        agent.delete_messages(history[0].guid)
        assert [message.row["content"] for message in agent.history("a")] == ["two", "one"]
        agent.delete_session("a")
        assert list(agent.history("a")) == []

    def test_files_that_cannot_be_read(self, wiro: Wiro, sandbox: Sandbox, tmp_path: Path) -> None:
        agent = wiro.agents.get("any")
        with pytest.raises(InvalidArgumentError, match="cannot be read"):
            agent.send("x", files=[tmp_path / "missing"])
        with pytest.raises(InvalidArgumentError, match="must be a list"):
            agent.send("x", files=["note.txt"])
        assert count(sandbox, "user_agent_messages_send") == 0


class TestKeeping:
    def test_skills_and_schedules(self, wiro: Wiro) -> None:
        agent = deployed(wiro)
        change = agent.skills.apply({"int-wordpress-post": True})
        assert change.restart_triggered is False
        agent.skills.schedule("morning", "0 9 * * *", value="Greet", enabled=True, create=True)
        scheduled = {row["key"]: row for row in agent.refresh()["scheduledskills"]}
        (key,) = [name for name in scheduled if "morning" in name]
        assert scheduled[key]["interval"] == "0 9 * * *"
        renamed = agent.skills.rename(key, "cron-evening")
        assert "evening" in renamed
        assert agent.skills.history(renamed).entries is not None
        agent.skills.delete(renamed)
        assert not any("evening" in row["key"] for row in agent.refresh()["scheduledskills"])

    def test_subscription_and_credits(self, wiro: Wiro) -> None:
        agent = deployed(wiro, tier="starter")
        agent.billing.upgrade()
        agent.billing.buy_credits("small")
        agent.billing.cancel()
        assert agent.refresh()["subscription"]["pendingdowngrade"] == "cancel"
        agent.billing.renew()
        assert agent.refresh()["subscription"]["pendingdowngrade"] is None
        kinds = {str(row.type_) for row in agent.billing.transactions()}
        assert "purchase" in kinds

    def test_logs(self, wiro: Wiro) -> None:
        agent = running(wiro)
        agent.send("Hello").wait(LIMIT)
        days = agent.logs.days()
        assert days
        tail = agent.logs.tail(lines=5)
        assert tail.events
        assert agent.logs.read(str(days[0].date)).events
        with pytest.raises(InvalidArgumentError, match="YYYY-MM-DD"):
            agent.logs.read("yesterday")

    def test_oauth(self, wiro: Wiro) -> None:
        agent = deployed(wiro, skills=["int-twitterx-post", "int-ga4-analytics"], credentials=None)
        address = agent.oauth.connect("twitter", "http://localhost/back")
        assert address.startswith("http")
        assert agent.oauth.status("x")["connected"] is False
        agent.oauth.disconnect("twitter")
        with pytest.raises(InvalidArgumentError, match="there is no provider 'myspace'"):
            agent.oauth.status("myspace")
        with pytest.raises(InvalidArgumentError, match="nothing to choose"):
            agent.oauth.select("twitter", "1")

    def test_an_account_is_connected_and_chosen(self, wiro: Wiro) -> None:
        agent = deployed(wiro, skills=["int-facebookpage-post"], credentials=None)
        agent.configure({"facebook-pages": {"authmethod": "own", "appid": "1", "appsecret": "2"}})
        address = agent.oauth.connect("facebook", "http://localhost/back", own_app=True)
        with httpx.Client(trust_env=False) as browser:
            where, outcome = press(browser, address)
        assert where == "http://localhost/back"
        assert agent.oauth.status("facebook")["connected"] is False
        page = json.loads(outcome["fb_pages"])[0]
        assert agent.oauth.select("facebook", page["id"], page["name"])["pageid"] == page["id"]
        assert agent.oauth.status("facebook-pages")["connected"] is True
        assert agent.oauth.refresh_token("facebook").accesstoken
        agent.oauth.disconnect("facebook")
        assert agent.oauth.status("facebook")["connected"] is False


class TestTeams:
    def test_a_handle_of_a_team_names_it_everywhere(self, wiro: Wiro, sandbox: Sandbox) -> None:
        organization = wiro.api.organizations.create(name="Acme").to_dict()["organization"]["guid"]
        team = wiro.api.teams.create(organizationguid=organization, name="A").to_dict()["team"]["guid"]
        wiro.api.teams.transfer_credit(targetteamguid=team, amount=50)
        agent = deployed(wiro, team_guid=team)
        assert agent.row["teamguid"] == team
        assert [one.guid for one in wiro.agents.list(team_guid=team)] == [agent.guid]
        assert list(wiro.agents.list()) == []
        agent.start()
        agent.wait_until_running(timeout=LIMIT)
        assert agent.send("Hello").wait(LIMIT).text
        assert len(list(agent.history())) == 1
        with pytest.raises(ApiError, match="belongs to a team"):
            wiro.agents.get(agent.guid).send("Hello")
        with Wiro(**options(sandbox), team_guid=team) as of_the_team:
            assert of_the_team.agents.get(agent.guid).send("Hello").wait(LIMIT).text


class TestMoney:
    """Deploy and Message/Send cost money and are never sent again."""

    @pytest.mark.parametrize("fault", [{"kind": "drop_after_accept"}, {"kind": "status", "status": 503}])
    def test_a_message_is_sent_once(self, wiro: Wiro, sandbox: Sandbox, fault: dict[str, Any]) -> None:
        agent = running(wiro)
        sandbox.faults.add(operation="user_agent_messages_send", **fault)
        with pytest.raises(AmbiguousRequestError):
            agent.send("Hello")
        assert count(sandbox, "user_agent_messages_send") == 1
        assert len(list(agent.history())) <= 1

    @pytest.mark.parametrize("fault", [{"kind": "drop_after_accept"}, {"kind": "status", "status": 503}])
    def test_an_agent_is_deployed_once(self, wiro: Wiro, sandbox: Sandbox, fault: dict[str, Any]) -> None:
        sandbox.faults.add(operation="user_agents_deploy", **fault)
        with pytest.raises(AmbiguousRequestError):
            deployed(wiro)
        assert count(sandbox, "user_agents_deploy") == 1
        assert len(list(wiro.agents.list())) <= 1

    @pytest.mark.parametrize("more", [{}, {"messageguid": "", "agenttoken": None}], ids=["missing", "empty"])
    def test_a_message_of_which_nothing_is_said_may_be_accepted(
        self, wiro: Wiro, sandbox: Sandbox, more: dict[str, Any]
    ) -> None:
        agent = running(wiro)
        body = json.dumps({"result": True, "errors": [], **more})
        sandbox.faults.add(operation="user_agent_messages_send", kind="status", status=200, accepted=True, body=body)
        with pytest.raises(AmbiguousRequestError, match=r"history\(\) before you send it again") as caught:
            agent.send("Hello")
        assert (caught.value.operation, caught.value.status_code) == ("user_agent_messages_send", 200)
        assert len(list(agent.history())) == 1

    @pytest.mark.parametrize("rows", [[], [{"guid": ""}]], ids=["missing", "empty"])
    def test_an_agent_of_which_nothing_is_said_is_paid(self, wiro: Wiro, sandbox: Sandbox, rows: list[Any]) -> None:
        body = json.dumps({"result": True, "errors": [], "useragents": rows})
        sandbox.faults.add(operation="user_agents_deploy", kind="status", status=200, accepted=True, body=body)
        with pytest.raises(AmbiguousRequestError, match=r"agents\.list\(\) before you send it again") as caught:
            deployed(wiro)
        assert (caught.value.operation, caught.value.status_code) == ("user_agents_deploy", 200)
        assert len(list(wiro.agents.list())) == 1

    def test_an_agent_whose_credentials_failed_is_not_lost(self, wiro: Wiro) -> None:
        credentials = {"gmail": {"account": "a", "nonsense": [{"x": "1"}]}}
        with pytest.raises(InvalidRequestError, match="1 of 1 fields were not written") as caught:
            deployed(wiro, credentials=credentials)
        (agent,) = wiro.agents.list()
        assert agent.guid in caught.value.__notes__[0]
