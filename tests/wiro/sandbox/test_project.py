import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.project import Project

NOT_ACCESSIBLE = (200, 1, "tool-not-accessible")


def test_suspended_account_runs_nothing_and_reads_everything(client: SandboxClient) -> None:
    client.sandbox.project.suspended = True
    message = "Your account has been suspended. Please contact support."
    assert client.error("/Run/sandbox/queued") == (200, 0, message)
    assert client.post("/Task/List")["result"] is True
    client.sandbox.project.suspended = False
    assert client.run("sandbox/queued")


def test_models_ask_unregistered_accounts_to_sign_in(client: SandboxClient) -> None:
    client.control("POST", "/project", {"registered": False})
    assert client.error("/Run/sandbox/queued") == (200, 98, "sign in to run this model")
    assert client.sandbox.books.submissions == []


def test_hidden_model_is_neither_listed_nor_accessible(client: SandboxClient) -> None:
    client.control("POST", "/project", {"hidden_models": ["sandbox/queued"]})
    assert client.error("/Run/sandbox/queued") == NOT_ACCESSIBLE
    assert client.error("/Tool/Detail", {"slugowner": "sandbox", "slugproject": "queued"}) == NOT_ACCESSIBLE
    assert client.post("/Tool/List", {"search": "queued"})["tool"] == []
    explored = [tool for group in client.post("/Tool/Explore")["explore"] for tool in group["tools"]]
    assert "queued" not in {tool["cleanslugproject"] for tool in explored}
    assert client.run("sandbox/image", prompt="a")


def test_requests_from_other_addresses_are_refused_until_the_sandbox_is_reset(client: SandboxClient) -> None:
    client.sandbox.project.allowed_ips = ["10.0.0.1"]
    assert client.error("/Task/List") == (401, 0, "Requested ip 127.0.0.1 is not allowed.")
    client.sandbox.reset()
    assert client.post("/Task/List")["result"] is True
    assert client.control("GET", "/project") == Project().to_dict()


def test_wrong_settings_change_nothing() -> None:
    project = Project()
    with pytest.raises(ValueError, match="'registered' must be"):
        project.change({"suspended": True, "registered": "no"})
    with pytest.raises(TypeError):
        project.suspended = "yes"  # type: ignore[assignment]
    assert project == Project()
