import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.support.documented_operations import answer_examples, bundle, operations, request_examples
from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.sandbox import Sandbox

DENIED = (200, 0, "You don't have any permission for this action.")


@pytest.fixture
def organization(client: SandboxClient) -> str:
    guid: str = client.post("/Organization/Create", {"name": "Acme Corp"})["organization"]["guid"]
    return guid


@pytest.fixture
def team(client: SandboxClient, organization: str) -> str:
    return create_team(client, organization)


@pytest.fixture
def newer() -> Iterator[SandboxClient]:
    with Sandbox(dialect="newer") as sandbox:
        client = SandboxClient(sandbox)
        yield client
        client.http.close()
        assert sandbox.books.violations == []


def create_team(client: SandboxClient, organization: str, name: str = "Engineering") -> str:
    guid: str = client.post("/Team/Create", {"organizationguid": organization, "name": name})["team"]["guid"]
    return guid


def move(client: SandboxClient, amount: float, **guids: str) -> dict[str, Any]:
    return client.post("/Team/TransferCredit", {"amount": amount, **guids})


def balances(client: SandboxClient) -> dict[str, float]:
    """Return the balance of each team's wallet by name, and that of the personal one."""
    listed = client.post("/Organization/List")["organizations"]
    wallets = {team["name"]: team["walletbalance"] for row in listed for team in row["teams"]}
    return wallets | {"personal": float(client.control("GET", "")["balance"])}


def deploy(client: SandboxClient, team: str | None = None) -> str:
    (template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True, "tier": "starter"}
    answer = client.post("/UserAgent/Deploy", body, headers={"teamGUID": team} if team else {})
    assert answer["result"] is True, answer
    guid: str = answer["useragents"][0]["guid"]
    return guid


def test_new_organization_is_listed_with_its_teams(client: SandboxClient, organization: str) -> None:
    create_team(client, organization, "A")
    create_team(client, organization, "B")
    (row,) = client.post("/Organization/List")["organizations"]
    assert (row["guid"], row["organizationname"], row["isowner"], row["status"]) == (organization, "Acme Corp", True, 1)
    shown = [(team["teamname"], team["role"], team["walletbalance"]) for team in row["teams"]]
    assert shown == [("A", "admin", 0.0), ("B", "admin", 0.0)]


def test_newer_servers_wrap_rows_in_lists(newer: SandboxClient) -> None:
    (organization,) = newer.post("/Organization/Create", {"name": "Acme"})["organization"]
    (team,) = newer.post("/Team/Create", {"organizationguid": organization["guid"], "name": "T"})["team"]
    invitation = {"teamguid": team["guid"], "email": "a@example.com", "role": "member"}
    (member,) = newer.post("/Team/Member/Invite", invitation)["member"]
    for operation, answer in {
        "teams_create": {"team": [team]},
        "team_members_invite": {"member": [member]},
        "team_members_list": newer.post("/Team/Member/List", {"teamguid": team["guid"]}),
        "organizations_list": newer.post("/Organization/List"),
    }.items():
        (documented,) = answer_examples(operation, newer=True)
        key = next(name for name in documented if name not in ("result", "errors"))
        assert documented[key][0].keys() <= answer[key][0].keys()


def test_documented_answers_have_their_keys(client: SandboxClient, team: str) -> None:
    answers = {
        "teams_spending_summary": client.post("/Team/SpendingSummary", {"teamguid": team}),
        "teams_transfer_credit": move(client, 10, targetteamguid=team),
    }
    for operation, answer in answers.items():
        (documented,) = answer_examples(operation)
        assert documented.keys() <= answer.keys()
    assert answers["teams_transfer_credit"]["transferred"] == {"total": 10.0, "gifted": 0, "store": 0, "amount": 10.0}


@pytest.mark.parametrize(("operation", "name", "body"), request_examples("teams_", "team_members_", "organizations_"))
def test_documented_requests_are_accepted(
    client: SandboxClient, team: str, operation: str, name: str, body: dict[str, Any]
) -> None:
    assert client.post(operations()[operation]["path"], body | {"teamguid": team})["result"] is True


@pytest.mark.parametrize(
    ("path", "body", "missing"),
    [
        ("/Organization/Create", {}, "name"),
        ("/Organization/Remove", {}, "organizationguid"),
        ("/Organization/Restore", {}, "organizationguid"),
        ("/Team/Create", {"name": "a"}, "organizationguid"),
        ("/Team/Update", {}, "teamguid"),
        ("/Team/Remove", {}, "teamguid"),
        ("/Team/SpendingSummary", {}, "teamguid"),
        ("/Team/TransferAgent", {"targetteamguid": ""}, "useragentguid"),
        ("/Team/TransferAgent", {"useragentguid": "a"}, "targetteamguid"),
        ("/Team/TransferProject", {"targetteamguid": ""}, "projectapikey"),
        ("/Team/TransferCredit", {}, "amount"),
        ("/Team/Member/Invite", {}, "teamguid"),
        ("/Team/Member/Accept", {}, "token"),
        ("/Team/Member/List", {}, "teamguid"),
        ("/Team/Member/Remove", {}, "teamguid"),
        ("/Team/Member/UpdateRole", {}, "teamguid"),
    ],
)
def test_missing_parameters_are_named(client: SandboxClient, path: str, body: dict[str, Any], missing: str) -> None:
    assert client.error(path, body) == (200, 0, f"Request parameter [{missing}] required")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/Organization/Remove", {"organizationguid": "other"}),
        ("/Organization/Restore", {"organizationguid": "other"}),
        ("/Team/Create", {"organizationguid": "other", "name": "a"}),
        ("/Team/Update", {"teamguid": "other"}),
        ("/Team/Remove", {"teamguid": "other"}),
        ("/Team/SpendingSummary", {"teamguid": "other"}),
        ("/Team/TransferAgent", {"useragentguid": "other", "targetteamguid": ""}),
        ("/Team/TransferProject", {"projectapikey": "other", "targetteamguid": ""}),
        ("/Team/TransferCredit", {"amount": 1, "targetteamguid": "other"}),
        ("/Team/Member/Accept", {"token": "other"}),
    ],
)
def test_what_belongs_to_others_is_out_of_reach(client: SandboxClient, path: str, body: dict[str, Any]) -> None:
    assert client.error(path, body) == DENIED
    general = next(entry for entry in bundle()["x-wiro-errors"] if entry["code"] == 0)
    assert DENIED[2] in general["messages"]


def test_money_is_moved_and_none_is_made(client: SandboxClient, organization: str) -> None:
    first, second = create_team(client, organization, "A"), create_team(client, organization, "B")
    move(client, 100.10, targetteamguid=first)
    move(client, 0.07, sourceteamguid=first, targetteamguid=second)
    move(client, 50, sourceteamguid=first, targetteamguid="")
    assert balances(client) == {"A": 50.03, "B": 0.07, "personal": 249.9}
    assert sum(Decimal(str(amount)) for amount in balances(client).values()) == 300


@pytest.mark.parametrize(
    ("amount", "refused"),
    [
        (300.01, (200, 97, "Insufficient balance")),
        (0, (200, 0, "Request parameters are invalid.")),
        (-5, (200, 0, "Request parameters are invalid.")),
        (True, (200, 0, "Request parameters are invalid.")),
        ("10", (200, 0, "Request parameters are invalid.")),
    ],
)
def test_amounts_that_cannot_be_moved(
    client: SandboxClient, team: str, amount: Any, refused: tuple[int, int, str]
) -> None:
    assert client.error("/Team/TransferCredit", {"amount": amount, "targetteamguid": team}) == refused
    assert balances(client) == {"Engineering": 0.0, "personal": 300.0}


def test_infinite_amounts_are_refused(client: SandboxClient, team: str) -> None:
    for amount in (b"1e999", b"NaN", b"-Infinity"):
        content = b'{"amount": ' + amount + b', "targetteamguid": "' + team.encode() + b'"}'
        answer = client.http.post("/Team/TransferCredit", content=content).json()
        assert answer["errors"] == [{"code": 0, "message": "Request parameters are invalid."}]


def test_money_cannot_be_moved_to_where_it_is(client: SandboxClient, team: str) -> None:
    for guids in ({}, {"sourceteamguid": team, "targetteamguid": team}):
        assert client.error("/Team/TransferCredit", {"amount": 1, **guids})[2] == "Request parameters are invalid."


def test_runs_of_a_team_project_are_paid_and_listed_by_the_team(client: SandboxClient, team: str) -> None:
    personal = client.run("sandbox/language", prompt="a", seconds=1)["taskid"]
    client.wait(personal)
    before = balances(client)["personal"]
    move(client, 20, targetteamguid=team)
    project = {"projectapikey": client.sandbox.api_key}
    client.post("/Team/TransferProject", {**project, "targetteamguid": team})
    task = client.wait(client.run("sandbox/language", prompt="a", seconds=6)["taskid"])
    assert task["totalcost"] == "0.003510000000"
    spent = client.post("/Team/SpendingSummary", {"teamguid": team})
    assert spent["teamTotal"] == spent["apiTotal"] == spent["memberSpent"]["total"] == 0.00351
    assert balances(client) == {"Engineering": 20 - 0.00351, "personal": before - 20}
    assert [row["id"] for row in client.post("/Task/List")["tasklist"]] == [task["id"]]
    assert client.post("/Task/Stat")["stat"]["total"] == 1
    client.post("/Team/TransferProject", {**project, "targetteamguid": ""})
    assert [row["id"] for row in client.post("/Task/List")["tasklist"]] == [personal]


def test_empty_team_wallet_starts_nothing(client: SandboxClient, team: str) -> None:
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    assert client.error("/Run/sandbox/image", {"prompt": "a"}) == (200, 97, "Insufficient balance")
    assert client.sandbox.books.submissions == []


def test_each_workspace_has_its_own_slots(client: SandboxClient, team: str) -> None:
    move(client, 20, targetteamguid=team)
    move(client, 270, targetteamguid=create_team(client, client.post("/Organization/List")["organizations"][0]["guid"]))
    client.run("sandbox/queued")
    assert client.error("/Run/sandbox/queued", {})[1] == 96
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    assert client.post("/Task/Stat")["stat"]["active"] == 0
    for _ in range(2):
        client.run("sandbox/queued")
    assert client.error("/Run/sandbox/queued", {})[1] == 96
    assert client.post("/Task/Stat")["stat"]["active"] == 2


@pytest.mark.parametrize(
    ("settings", "is_allowed"),
    [
        ({"modelaccess": "allowlist", "allowedmodelids": ["own"]}, True),
        ({"modelaccess": "allowlist", "allowedmodelids": [598]}, False),
        ({"modelaccess": "allowlist"}, False),
        ({"modelaccess": "blocklist", "blockedmodelids": ["own"]}, False),
        ({"modelaccess": "blocklist", "blockedmodelids": [598]}, True),
        ({"modelaccess": "all", "blockedmodelids": ["own"]}, True),
    ],
)
def test_model_access(client: SandboxClient, team: str, settings: dict[str, Any], is_allowed: bool) -> None:
    (tool,) = client.post("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "image"})["tool"]
    settings = {
        name: [int(tool["id"]) if entry == "own" else entry for entry in value] if isinstance(value, list) else value
        for name, value in settings.items()
    }
    assert client.post("/Team/Update", {"teamguid": team, **settings}) == {"result": True, "errors": []}
    move(client, 20, targetteamguid=team)
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    if is_allowed:
        client.run("sandbox/image", prompt="a")
    else:
        message = "This model is not allowed in your team. Contact your team admin."
        assert client.error("/Run/sandbox/image", {"prompt": "a"}) == (200, 0, message)
        assert message in str(operations()["runs_create"]["responses"]["200"])


def test_spend_limits(client: SandboxClient, team: str) -> None:
    move(client, 20, targetteamguid=team)
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    client.wait(client.run("sandbox/language", prompt="a", seconds=6)["taskid"])
    (me,) = client.post("/Team/Member/List", {"teamguid": team})["members"]
    membership = {"teamguid": team, "useruuid": me["useruuid"], "role": "admin"}
    client.post("/Team/Member/UpdateRole", membership | {"spendlimit": 0.001})
    refused = client.error("/Run/sandbox/image", {"prompt": "a"})
    assert refused == (200, 0, "Your personal spend limit in this team has been reached")
    client.post("/Team/Member/UpdateRole", membership | {"spendlimit": None})
    client.post("/Team/Update", {"teamguid": team, "spendlimit": 0.001})
    assert client.error("/Run/sandbox/image", {"prompt": "a"})[2] == "Team spend limit has been reached"
    assert client.post("/Team/SpendingSummary", {"teamguid": team})["spendLimit"] == 0.001
    client.post("/Team/Update", {"teamguid": team, "spendlimit": 0})
    client.run("sandbox/image", prompt="a")
    assert client.post("/Team/SpendingSummary", {"teamguid": team})["spendLimit"] is None


def test_team_settings_that_are_not_sent_stay(client: SandboxClient, organization: str, team: str) -> None:
    client.post("/Team/Update", {"teamguid": team, "name": "Research", "spendlimit": 5})
    client.post("/Team/Update", {"teamguid": team, "modelaccess": "all"})
    (row,) = client.post("/Organization/List")["organizations"]
    assert [shown["name"] for shown in row["teams"]] == ["Research"]
    assert client.post("/Team/SpendingSummary", {"teamguid": team})["spendLimit"] == 5.0


def test_person_is_invited_accepts_and_is_removed(client: SandboxClient, team: str) -> None:
    def members() -> list[tuple[str, str, str | None]]:
        listed = client.post("/Team/Member/List", {"teamguid": team})["members"]
        return [(row["role"], row["status"], row["useruuid"]) for row in listed]

    (me,) = members()
    assert me[:2] == ("admin", "active")
    invitation = {"teamguid": team, "email": "jane@example.com", "role": "member"}
    member = client.post("/Team/Member/Invite", invitation)["member"]
    assert (member["status"], member["inviteemail"], member["useruuid"]) == ("pending", "jane@example.com", None)
    assert "token" not in str(member)
    (letter,) = client.control("GET", "/invitations")["invitations"]
    assert letter["email"] == "jane@example.com"
    assert client.post("/Team/Member/Accept", {"token": letter["token"]}) == {"result": True, "errors": []}
    assert client.error("/Team/Member/Accept", {"token": letter["token"]}) == DENIED
    person = members()[1]
    assert person[:2] == ("member", "active")
    assert client.post("/Team/Member/UpdateRole", {"teamguid": team, "useruuid": person[2], "role": "admin"})["result"]
    assert members()[1] == ("admin", "active", person[2])
    assert client.error("/Team/Member/Invite", invitation)[2] == "This email is already invited or a member"
    client.post("/Team/Member/Remove", {"teamguid": team, "useruuid": person[2]})
    assert members() == [me]
    assert client.error("/Team/Member/Remove", {"teamguid": team, "useruuid": person[2]}) == DENIED


def test_invitation_expires_after_seven_days(client: SandboxClient, team: str) -> None:
    invitation = {"teamguid": team, "email": "jane@example.com", "role": "member"}
    member = client.post("/Team/Member/Invite", invitation)["member"]
    assert abs(int(member["inviteexpiry"]) - time.time() - 7 * 86_400) < 60
    (letter,) = client.control("GET", "/invitations")["invitations"]
    client.control("POST", "/agents", {"advance_days": 8})
    assert client.error("/Team/Member/Accept", {"token": letter["token"]}) == DENIED


def test_invitation_sent_again_replaces_the_first(client: SandboxClient, team: str) -> None:
    invitation = {"teamguid": team, "email": "jane@example.com", "role": "member"}
    client.post("/Team/Member/Invite", invitation)
    (first,) = client.control("GET", "/invitations")["invitations"]
    client.post("/Team/Member/Invite", invitation | {"role": "admin"})
    (second,) = client.control("GET", "/invitations")["invitations"]
    assert client.error("/Team/Member/Accept", {"token": first["token"]}) == DENIED
    assert client.post("/Team/Member/Accept", {"invitetoken": second["token"]})["result"] is True


def test_agent_is_moved_with_its_bills(client: SandboxClient, team: str) -> None:
    guid = deploy(client)
    assert balances(client)["personal"] == 291.0
    body = {"useragentguid": guid, "targetteamguid": team}
    assert client.post("/Team/TransferAgent", body) == {"result": True, "errors": []}
    assert client.post("/UserAgent/MyAgents")["useragents"] == []
    (row,) = client.post("/UserAgent/MyAgents", headers={"teamGUID": team})["useragents"]
    assert (row["guid"], row["teamguid"]) == (guid, team)
    client.post("/Team/TransferAgent", {"userAgentGuid": guid, "targetteamguid": ""})
    assert [row["guid"] for row in client.post("/UserAgent/MyAgents")["useragents"]] == [guid]


def test_running_agent_restarts_in_its_new_workspace(client: SandboxClient, team: str) -> None:
    def status() -> int:
        return int(client.post("/UserAgent/Detail", {"guid": guid})["useragents"][0]["status"])

    skills = {"int-wiro-generator": True, "util-html-strip": True}
    body = {"custom": True, "title": "A", "useprepaid": True, "tier": "starter", "skills": skills}
    guid = client.post("/UserAgent/Deploy", body)["useragents"][0]["guid"]
    client.post("/UserAgent/Start", {"guid": guid})
    wait_until(lambda: status() == 4)
    client.post("/Team/TransferAgent", {"useragentguid": guid, "targetteamguid": team})
    assert status() == 1
    wait_until(lambda: status() == 4)
    client.post("/Team/TransferAgent", {"useragentguid": guid, "targetteamguid": team})
    assert status() == 4
    client.post("/Team/Remove", {"teamguid": team})
    assert status() == 1


def test_agents_of_a_team_are_paid_by_its_wallet(client: SandboxClient, team: str) -> None:
    move(client, 20, targetteamguid=team)
    deploy(client, team)
    assert balances(client) == {"Engineering": 11.0, "personal": 280.0}
    assert client.post("/Team/SpendingSummary", {"teamguid": team})["teamTotal"] == 9.0


def test_removed_organization_gives_its_agents_back_and_can_be_restored(
    client: SandboxClient, organization: str, team: str
) -> None:
    guid = deploy(client)
    client.post("/Team/TransferAgent", {"useragentguid": guid, "targetteamguid": team})
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    for _ in range(2):
        assert client.post("/Organization/Remove", {"organizationguid": organization})["result"] is True
    assert client.post("/Organization/List")["organizations"] == []
    assert client.error("/Team/SpendingSummary", {"teamguid": team}) == DENIED
    assert client.error("/Team/Create", {"organizationguid": organization, "name": "a"}) == DENIED
    assert [row["guid"] for row in client.post("/UserAgent/MyAgents")["useragents"]] == [guid]
    client.run("sandbox/image", prompt="a")
    for _ in range(2):
        assert client.post("/Organization/Restore", {"organizationguid": organization})["result"] is True
    assert client.post("/Team/SpendingSummary", {"teamguid": team})["result"] is True
    assert [row["guid"] for row in client.post("/UserAgent/MyAgents")["useragents"]] == [guid]


def test_removed_team_is_gone(client: SandboxClient, organization: str, team: str) -> None:
    client.post("/Team/Remove", {"teamguid": team})
    (row,) = client.post("/Organization/List")["organizations"]
    assert row["teams"] == []
    assert client.error("/Team/Update", {"teamguid": team, "name": "a"}) == DENIED


def test_reset_forgets_teams(client: SandboxClient, team: str) -> None:
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    client.sandbox.reset()
    assert client.post("/Organization/List")["organizations"] == []
    task = client.run("sandbox/image", prompt="a", seconds=0)["taskid"]
    wait_until(lambda: client.sandbox.books.submission(task).finished_at is not None)
