"""Whatever people do with teams, no money appears or disappears."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox

# 0 is the personal workspace, 1 and 2 are teams of one organization.
places = st.integers(0, 2)
steps = st.one_of(
    st.tuples(st.just("transfer"), st.decimals("0.01", "320", places=2), places, places),
    st.tuples(st.just("run"), st.integers(1, 9), places),
    st.tuples(st.just("deploy"), places),
    st.tuples(st.just("move_agents"), places),
    st.tuples(st.just("upgrade"), places),
    st.tuples(st.just("pass_days"), st.integers(1, 40)),
    st.tuples(st.just("remove"), st.sampled_from(["team", "organization"])),
    st.tuples(st.just("restore")),
)


class People:
    """Carries out steps; what the sandbox refuses is a step too."""

    def __init__(self, client: SandboxClient) -> None:
        self.client = client
        self.organization = client.post("/Organization/Create", {"name": "Acme"})["organization"]["guid"]
        self.teams = [""] + [
            client.post("/Team/Create", {"organizationguid": self.organization, "name": name})["team"]["guid"]
            for name in "AB"
        ]
        (self.template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
        self.agents: list[str] = []

    def work_in(self, place: int) -> None:
        project = {"projectapikey": self.client.sandbox.api_key, "targetteamguid": self.teams[place]}
        self.client.post("/Team/TransferProject", project)

    def transfer(self, amount: Decimal, source: int, target: int) -> None:
        guids = {"sourceteamguid": self.teams[source], "targetteamguid": self.teams[target]}
        self.client.post("/Team/TransferCredit", {"amount": float(amount), **guids})

    def run(self, seconds: int, place: int) -> None:
        self.work_in(place)
        answer = self.client.post("/Run/sandbox/language", {"prompt": "a", "seconds": seconds})
        if answer["result"]:
            self.client.wait(answer["taskid"])

    def deploy(self, place: int) -> None:
        self.work_in(place)
        body = {"agentguid": self.template["guid"], "title": "A", "useprepaid": True, "tier": "starter"}
        answer = self.client.post("/UserAgent/Deploy", body)
        if answer["result"]:
            self.agents.append(answer["useragents"][0]["guid"])

    def move_agents(self, place: int) -> None:
        for guid in self.agents:
            body = {"useragentguid": guid, "targetteamguid": self.teams[place]}
            self.client.post("/Team/TransferAgent", body)

    def upgrade(self, place: int) -> None:
        self.work_in(place)
        for guid in self.agents:
            self.client.post("/UserAgent/UpgradeTier", {"guid": guid, "targetTier": "pro"})

    def pass_days(self, days: int) -> None:
        self.client.control("POST", "/agents", {"advance_days": days})

    def remove(self, what: str) -> None:
        path, body = {
            "team": ("/Team/Remove", {"teamguid": self.teams[1]}),
            "organization": ("/Organization/Remove", {"organizationguid": self.organization}),
        }[what]
        self.client.post(path, body)

    def restore(self) -> None:
        # Restoring brings back the teams of a removed organization only, so it is removed first.
        self.remove("organization")
        self.client.post("/Organization/Restore", {"organizationguid": self.organization})

    def money(self) -> Decimal:
        """Return what all wallets hold."""
        listed = self.client.post("/Organization/List")["organizations"]
        wallets = [team["walletbalance"] for row in listed for team in row["teams"]]
        return sum((Decimal(str(balance)) for balance in wallets), Decimal(self.client.control("GET", "")["balance"]))


@settings(max_examples=30, deadline=None)
@given(actions=st.lists(steps, max_size=12))
def test_money_is_conserved(shared_sandbox: Sandbox, actions: list[tuple[Any, ...]]) -> None:
    shared_sandbox.reset()
    people = People(SandboxClient(shared_sandbox))
    for name, *arguments in actions:
        getattr(people, name)(*arguments)
    people.restore()
    books = shared_sandbox.books
    paid = books.charges_usd + sum((payment.amount_usd for payment in books.payments), Decimal(0))
    assert people.money() + paid == 300
    assert books.violations == []
    people.client.http.close()
