from __future__ import annotations

import logging
import uuid
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from airflow_provider_wiro import agent_setup as module
from airflow_provider_wiro.agent_setup import AgentSetup, connect_links, keep_subscribed
from wiro.errors import InvalidArgumentError, InvalidRequestError, ServerError, SkillsApplyError

_LOG = logging.getLogger(__name__)


def refusal(code: int) -> SkillsApplyError:
    return SkillsApplyError(operation="user_agents_skills_apply", status_code=200, code=code, message="no")


class FakeAgent:
    """An agent whose every change is written down."""

    def __init__(self, **row: Any) -> None:
        self.guid = "guid"
        self.row = {"skills": [{"name": "a", "enabled": True}], "monthlypriceusd": 9, **row}
        self.missing_credentials: tuple[str, ...] = ()
        self.calls: list[Any] = []
        self.refusals: list[Exception] = []
        self.links: dict[str, Any] = {}
        self.price: Any = 14
        self.skills = SimpleNamespace(
            apply=self._apply,
            write=lambda key, **given: self.calls.append(("write", key, given)),
            schedule=lambda key, **given: self.calls.append(("schedule", key, given)),
            pricing_preview=lambda switches: SimpleNamespace(total_price_usd=self.price),
        )
        self.billing = SimpleNamespace(
            renew=lambda: self.calls.append("renew"), subscribe=lambda tier: self.calls.append(("subscribe", tier))
        )
        self.oauth = SimpleNamespace(connect=self._connect)

    def refresh(self) -> None:
        self.calls.append("refresh")

    def configure(self, credentials: Any) -> None:
        self.calls.append(("configure", credentials))

    def _apply(self, switches: Any, *, idempotency_key: str) -> None:
        self.calls.append(("apply", dict(switches), idempotency_key))
        if self.refusals:
            raise self.refusals.pop(0)

    def _connect(self, key: str, redirect_url: str) -> str:
        link = self.links[key]
        if isinstance(link, Exception):
            raise link
        return f"{link}?{redirect_url}"

    @property
    def keys(self) -> list[str]:
        return [call[2] for call in self.calls if call[0] == "apply"]


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    monkeypatch.setattr(module.time, "sleep", lambda seconds: None)


def apply(agent: FakeAgent, identity: str = "work", **wishes: Any) -> list[str]:
    return AgentSetup.of(**wishes).apply(agent, _LOG, identity)  # type: ignore[arg-type]


def test_only_what_differs_is_written():
    agent = FakeAgent(
        customskills=[{"key": "cs-tone", "value": "kind", "enabled": True}],
        scheduledskills=[{"key": "cs-cron-digest", "interval": "0 9 * * *"}],
    )
    wishes = {"skills": ["a"], "strategies": {"tone": "kind"}, "schedules": {"cron-digest": "0 9 * * *"}}
    assert apply(agent, **wishes) == []
    assert agent.calls == []
    wishes = {"strategies": {"tone": "cool", "new": "x"}, "schedules": {"digest": {"enabled": False}}}
    assert apply(agent, **wishes) == ["strategies.tone", "strategies.new", "schedules.digest"]
    assert agent.calls == [
        ("write", "tone", {"value": "cool", "create": False}),
        ("write", "new", {"value": "x", "create": True}),
        ("schedule", "digest", {"enabled": False, "create": False}),
    ]


def test_credentials_are_written_last_and_told_by_their_keys():
    agent = FakeAgent()
    changed = apply(agent, skills=["b"], credentials={"gmail": {"account": "x"}})
    assert changed == ["skills.b", "credentials.gmail"]
    assert agent.calls[-1] == ("configure", {"gmail": {"account": "x"}})
    assert "'x'" not in repr(AgentSetup.of(credentials={"gmail": {"account": "x"}}))


def test_same_change_of_the_same_work_has_the_same_key():
    keys = []
    for identity, skills in (("work", ["b"]), ("work", ["b"]), ("other", ["b"]), ("work", ["c"])):
        agent = FakeAgent()
        apply(agent, identity, skills=skills)
        keys += agent.keys
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3
    assert all(uuid.UUID(key) for key in keys)


def test_change_in_progress_keeps_its_key_and_a_rolled_back_one_gets_another():
    agent = FakeAgent()
    agent.refusals = [refusal(104), refusal(108)]
    assert apply(agent, skills={"a": False}) == ["skills.a"]
    first, second, third = agent.keys
    assert first == second != third


@pytest.mark.parametrize(("refusals", "requests"), [([101], 1), ([104, 104, 104], 3)])
def test_other_refusals_and_patience_end_it(refusals, requests):
    agent = FakeAgent()
    agent.refusals = [refusal(code) for code in refusals]
    with pytest.raises(SkillsApplyError):
        apply(agent, skills=["b"])
    assert len(agent.keys) == requests


@pytest.mark.parametrize(
    ("price", "limit", "message"),
    [(14, Decimal("4.99"), "would add 5.00 USD .* max_cost_usd=4.99"), (None, 100, "does not say what"), (14, 5, None)],
)
def test_limit_of_the_price(price, limit, message):
    agent = FakeAgent()
    agent.price = price
    if message is None:
        assert apply(agent, skills=["b"], cost=limit) == ["skills.b"]
        return
    with pytest.raises(ValueError, match=message):
        apply(agent, skills=["b"], cost=limit)
    assert agent.keys == []


@pytest.mark.parametrize(
    ("subscription", "calls"),
    [
        (None, [("subscribe", "pro"), "refresh"]),
        ({"status": "expired"}, ["renew", "refresh"]),
        ({"status": "active", "pendingdowngrade": "cancel"}, ["renew", "refresh"]),
        ({"status": "active", "pendingdowngrade": None}, []),
    ],
)
def test_subscription_goes_on(subscription, calls):
    agent = FakeAgent(subscription=subscription)
    keep_subscribed(agent, "pro", _LOG)  # type: ignore[arg-type]
    assert agent.calls == calls


def test_links_of_what_can_be_consented_to():
    agent = FakeAgent()
    agent.missing_credentials = ("twitter", "gmail", "meta-ads")
    agent.links = {
        "twitter": "https://x",
        "gmail": InvalidArgumentError("no provider"),
        "meta-ads": InvalidRequestError(operation="o", status_code=200, message="not configured"),
    }
    assert connect_links(agent, "back", _LOG) == {"twitter": "https://x?back"}  # type: ignore[arg-type]


def test_link_that_may_come_at_another_try():
    agent = FakeAgent()
    agent.missing_credentials = ("twitter",)
    agent.links = {"twitter": ServerError(operation="o", status_code=503, message="down")}
    with pytest.raises(ServerError):
        connect_links(agent, "back", _LOG)  # type: ignore[arg-type]
