"""Random sequences of calls never reach an undocumented state, lose a cent or spend a credit that is not there."""

import asyncio
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiro.agent_lifecycle import AGENT_TRANSITIONS, MESSAGE_TRANSITIONS, AgentStatus
from wiro.sandbox.addresses import Addresses
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.operations import find_operation
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.refusals import RefusedError
from wiro.sandbox.requests import ApiRequest
from wiro.sandbox.world import World

TIME_SCALE = 20_000
BALANCE = Decimal("1000.50")
SKILLS = ["int-gmail-check", "int-brevo-email", "int-sendgrid-email", "int-metaads-manage", "int-wiro-generator"]
GMAIL = {"account": "a", "apppassword": "b"}

tiers = st.sampled_from(["starter", "pro"])
switches = st.dictionaries(st.sampled_from(SKILLS), st.booleans(), max_size=3)
texts = st.sampled_from(["hello", "/create a", "/fail x", "/degenerate", "/wait 30 a", "/wait 30 b"])
amounts = st.one_of(
    st.integers(-500, 5000), st.just(6000), st.floats(0, 500, allow_nan=False).map(lambda value: round(value, 3))
)

# Each step is an operation, or `days` or `crash`, with the parameters that are random.
steps = st.one_of(
    st.tuples(st.just("/UserAgent/Deploy"), st.fixed_dictionaries({"tier": tiers, "skills": switches})),
    *(
        st.tuples(st.just(name), st.just({"sessionkey": "default"}))
        for name in (
            "/UserAgent/Start",
            "/UserAgent/Stop",
            "/UserAgent/CancelSubscription",
            "/UserAgent/RenewSubscription",
            "/UserAgent/Message/DeleteSession",
            "crash",
        )
    ),
    st.tuples(st.just("/UserAgent/Update"), st.fixed_dictionaries({"title": st.text(max_size=3)})),
    st.tuples(st.just("/UserAgent/UpgradeTier"), st.fixed_dictionaries({"targetTier": tiers})),
    st.tuples(
        st.just("/UserAgent/CreateSubscriptionCheckout"),
        st.fixed_dictionaries({"tier": tiers, "useprepaid": st.just(True)}),
    ),
    st.tuples(
        st.just("/UserAgent/CreateExtraCreditCheckout"),
        st.fixed_dictionaries({"pack": st.sampled_from(["small", "large"]), "useprepaid": st.just(True)}),
    ),
    st.tuples(
        st.just("/UserAgent/SkillsApply"),
        st.fixed_dictionaries(
            {"skills": switches, "idempotencyKey": st.sampled_from("abcdef")}, optional={"tier": tiers}
        ),
    ),
    st.tuples(
        st.just("/UserAgent/CredentialUpsert"),
        st.fixed_dictionaries(
            {
                "fields": st.sampled_from(["", "value"]).map(
                    lambda value: [{"credentialkey": "gmail", "fieldname": "account", "fieldvalue": value}]
                )
            }
        ),
    ),
    st.tuples(st.just("/UserAgent/Message/Send"), st.fixed_dictionaries({"message": texts})),
    st.tuples(st.just("/UserAgent/Message/Send"), st.fixed_dictionaries({"message": texts})),
    st.tuples(st.just("/UserAgent/Message/Cancel"), st.just({})),
    st.tuples(
        st.just("/UserAgent/TransactionInsert"),
        st.fixed_dictionaries(
            {"type": st.just("deduct"), "amount": amounts}, optional={"guid": st.sampled_from("xyz")}
        ),
    ),
    st.tuples(st.just("/UserAgent/CreditSync"), st.fixed_dictionaries({"usedcredits": amounts})),
    st.tuples(st.just("days"), st.sampled_from([1, 15, 31, 190])),
    st.tuples(st.just("days"), st.just(31)),
)
# After each step so much of the sandbox's time passes: nothing, a part of a start or an answer, or all of it.
pauses = st.sampled_from([0, 1, 3, 40])


class Watched:
    """A world whose agents and messages are checked after each step."""

    def __init__(self) -> None:
        self.world = World(SandboxOptions(time_scale=TIME_SCALE, balance=BALANCE), Addresses("http://127.0.0.1:1"))
        self.booked: dict[str, int] = {}

    async def take(self, step: tuple[str, Any], target: int) -> None:
        name, details = step
        instances = list(self.world.agents.instances)
        agent = instances[target % len(instances)] if instances else None
        if name == "days":
            self.world.agents.advance(details)
        elif name == "crash":
            if agent is not None:
                self.world.agents.supervisor.fail(agent)
        else:
            await self.call(name, self.body(name, details, agent, target))

    def body(self, path: str, details: dict[str, Any], agent: UserAgent | None, target: int) -> dict[str, Any]:
        guid = agent.guid if agent else "nobody"
        if path == "/UserAgent/Deploy":
            return {"custom": True, "title": "a", "useprepaid": True, "credentials": {"gmail": GMAIL}, **details}
        if path == "/UserAgent/Message/Cancel":
            messages = list(self.world.agents.messages)
            return {"messageguid": messages[target % len(messages)].guid if messages else "nothing"}
        runtime = {"uuid": agent.owner.uuid if agent else "", "creditperiod": agent.credits.period if agent else ""}
        keys = {"/UserAgent/CreditSync": runtime, "/UserAgent/TransactionInsert": {"uuid": runtime["uuid"]}}
        return {"guid": guid, "useragentguid": guid, **keys.get(path, {}), **details}

    async def call(self, path: str, body: dict[str, Any]) -> None:
        found = find_operation(path)
        assert found is not None
        operation, _ = found
        try:
            answer = {"result": True, "errors": [], **await operation.handler(self.world, ApiRequest(body=body))}
        except RefusedError as refusal:
            answer = refusal.to_dict()
        self.world.validation.check_response(operation.id, 200, answer)

    def check(self) -> None:
        world = self.world
        assert world.books.violations == []
        paid = sum((payment.amount_usd for payment in world.books.payments), Decimal(0))
        assert world.wallet.balance == BALANCE - paid >= 0
        assert paid == paid.quantize(Decimal("0.01"))
        for agent in world.agents.instances:
            self.check_agent(agent)
        for message in world.agents.messages:
            assert message.status in MESSAGE_TRANSITIONS
            owner = world.agents.instances.find(message.agent_guid)
            assert message.is_terminal or (owner is not None and owner.status is AgentStatus.RUNNING)

    def check_agent(self, agent: UserAgent) -> None:
        account = agent.credits
        booked = self.booked.get(agent.guid, 0)
        self.booked[agent.guid] = len(account.ledger)
        assert all(row.amount == account.monthly for row in account.ledger[booked:] if row.type == "renewal")
        balance = Decimal(0)
        for row in account.ledger:
            balance += row.amount
            assert row.balance_after == balance >= 0
        assert account.remaining == balance
        assert account.used >= 0
        assert account.extra >= 0
        assert agent.status in AGENT_TRANSITIONS
        if agent.status in (AgentStatus.STARTING, AgentStatus.RUNNING):
            assert agent.credentials.is_complete
        if agent.subscription is not None and agent.subscription.is_active:
            assert agent.subscription.price_usd == agent.price_usd > 0
            assert agent.price_usd == agent.tiers.of(agent.tier).price_usd
        else:
            assert agent.status not in (AgentStatus.QUEUED, AgentStatus.STARTING, AgentStatus.RUNNING)
        assert not agent.restart_after or agent.status is AgentStatus.STOPPING


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(steps, st.sampled_from([0, 0, 0, 1]), pauses), min_size=5, max_size=40))
def test_states_money_and_credits(sequence: list[tuple[tuple[str, Any], int, int]]) -> None:
    async def live() -> None:
        watched = Watched()
        start: list[tuple[tuple[str, Any], int, int]] = [
            (("/UserAgent/Deploy", {"tier": "starter", "skills": {"int-gmail-check": True}}), 0, 0),
            (("/UserAgent/Start", {}), 0, 40),
        ]
        for step, target, pause in start + sequence:
            await watched.take(step, target)
            watched.check()
            await asyncio.sleep(pause / TIME_SCALE)
            watched.check()
        watched.world.close()

    asyncio.run(live())


def test_the_checks_can_fail() -> None:
    async def live() -> None:
        watched = Watched()
        await watched.take(("/UserAgent/Deploy", {"tier": "pro", "skills": {}}), 0)
        watched.check()
        watched.world.wallet.charge(Decimal("0.01"))
        try:
            watched.check()
        except AssertionError:
            return
        raise RuntimeError("A lost cent was not noticed.")

    asyncio.run(live())
