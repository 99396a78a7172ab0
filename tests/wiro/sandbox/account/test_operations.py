from typing import Any

import pytest

from tests.support.documented_operations import operations
from tests.support.sandbox_client import SandboxClient

PREFIXES = ("projects_", "wallets_", "coupons_", "users_detail")


@pytest.fixture
def team(client: SandboxClient) -> str:
    organization = client.post("/Organization/Create", {"name": "Acme"})["organization"]["guid"]
    guid: str = client.post("/Team/Create", {"organizationguid": organization, "name": "T"})["team"]["guid"]
    return guid


@pytest.mark.parametrize("operation", [name for name in operations() if name.startswith(PREFIXES)])
def test_empty_request_is_enough_and_nothing_else_is_allowed(client: SandboxClient, operation: str) -> None:
    path = operations()[operation]["path"]
    assert client.post(path)["result"] is True
    assert client.error(path, {"colour": "red"}) == (200, 0, "Request parameters are invalid.")


def test_project_is_listed_without_its_key(client: SandboxClient) -> None:
    answer = client.post("/Project/List")
    assert [project["authmethod"] for project in answer["projects"]] == ["key"]
    assert client.sandbox.api_key not in str(answer)


def test_project_shows_up_in_its_workspace_only(client: SandboxClient, team: str) -> None:
    def names(**headers: str) -> list[str]:
        return [project["name"] for project in client.post("/Project/List", headers=headers)["projects"]]

    assert (names(), names(teamGUID=team)) == (["Sandbox"], [])
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})
    assert names() == ["Sandbox"]
    assert client.post("/Project/List")["projects"][0]["teamguid"] == team


def test_usage_is_counted(client: SandboxClient, team: str) -> None:
    client.wait(client.run("sandbox/language", prompt="a", seconds=6)["taskid"])
    client.wait(client.run("sandbox/failing", prompt="a", seconds=1)["taskid"])
    (usage,) = client.post("/Project/UsageSummary")["projects"]
    assert (usage["runcount"], usage["successcount"], usage["totalcost"]) == (2, 1, 0.00351)
    (usage,) = client.post("/Project/UsageSummary", headers={"teamGUID": team})["projects"]
    assert (usage["runcount"], usage["successcount"], usage["totalcost"]) == (0, 0, 0.0)


def test_wallet_and_its_movements(client: SandboxClient, team: str) -> None:
    client.wait(client.run("sandbox/language", prompt="a", seconds=6)["taskid"])
    client.post("/Team/TransferCredit", {"amount": 20, "targetteamguid": team})
    (wallet,) = client.post("/Wallet/List")["wallets"]
    assert (wallet["type"], wallet["balance"], wallet["currency"]) == ("personal", 279.99649, "USD")
    answer = client.post("/Wallet/TransactionList")
    assert answer["total"] == 2
    assert [row["amount"] for row in answer["transactions"]] == [-20.0, -0.00351]
    assert answer["transactions"][0]["description"] == "TRANSFER OUT to team T"
    assert answer["transactions"][0]["balance"] == wallet["balance"]


def test_team_wallet_is_shown_in_its_workspace(client: SandboxClient, team: str) -> None:
    client.post("/Team/TransferCredit", {"amount": 20, "targetteamguid": team})
    (wallet,) = client.post("/Wallet/List", headers={"teamGUID": team})["wallets"]
    assert (wallet["type"], wallet["balance"], wallet["maxconcurrent"], wallet["uuid"]) == ("team", 20.0, 2, team)
    (entry,) = client.post("/Wallet/TransactionList", headers={"teamGUID": team})["transactions"]
    assert (entry["amount"], entry["type"]) == (20.0, "deposit")
    assert entry["description"] == "TRANSFER IN from the personal wallet"


def test_team_that_does_not_exist_changes_nothing(client: SandboxClient) -> None:
    assert client.post("/Wallet/List", headers={"teamGUID": "other"}) == client.post("/Wallet/List")


def test_avatar_is_stored_and_shown(client: SandboxClient) -> None:
    assert client.post("/User/Detail")["user"]["avatar"] is None
    answer = client.http.post("/User/Avatar", files={"image": ("me.png", b"picture", "image/png")}).json()
    assert client.http.get(answer["avatar"]).content == b"picture"
    assert client.post("/User/Detail")["user"]["avatar"] == answer["avatar"]


@pytest.mark.parametrize(
    ("files", "refused"),
    [
        ({"other": ("a.png", b"1", "image/png")}, (200, "Request files [image] required")),
        ({"image": ("a.txt", b"1", "text/plain")}, (200, "Request parameters are invalid.")),
        ({"image": ("a.png", b"1" * (10 * 1024 * 1024 + 1), "image/png")}, (413, "Request parameters are invalid.")),
    ],
)
def test_pictures_that_are_refused(client: SandboxClient, files: dict[str, Any], refused: tuple[int, str]) -> None:
    response = client.http.post("/User/Avatar", files=files)
    assert (response.status_code, response.json()["errors"][0]["message"]) == refused
    assert client.post("/User/Detail")["user"]["avatar"] is None
