"""The client's registries, accounts, teams and files against the sandbox, read through the generated models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.support.consents import press
from wiro import File, Wiro
from wiro.errors import ApiError, InsufficientBalanceError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.sandbox.server import Sandbox


@pytest.fixture
def wiro(wiro_sandbox: Sandbox) -> Iterator[Wiro]:
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, timeout=10) as client:
        yield client


def deploy(wiro: Wiro, slug: str) -> str:
    template = wiro.api.agents.detail(slug=slug).agents[0]
    deployed = wiro.api.user_agents.deploy(agentguid=template.guid, title="Acme", useprepaid=True, tier="starter")
    guid: str = deployed.useragents[0].guid
    return guid


def test_registries_are_read_into_models(wiro: Wiro) -> None:
    listed = wiro.api.agents.list(category="social-media", order="ASC")
    assert (listed.total, listed.agents[0].slug) == (1, "social-manager")
    template = wiro.api.agents.detail(slug="social-manager", type_="full").agents[0]
    assert template.customskills[0].key == "cs-content-tone"
    for name in template.skills:
        assert wiro.api.skills.detail(name=name).skill.name == name
    credential = wiro.api.credentials.detail(key="instagram").credential
    assert credential.oauth_provider.connect_endpoint == "/UserAgentOAuth/IGConnect"
    with pytest.raises(NotFoundError, match="Skill not found: nothing"):
        wiro.api.skills.detail(name="nothing")


def test_account_is_connected_in_a_browser(wiro: Wiro) -> None:
    guid = deploy(wiro, "social-manager")
    oauth = wiro.api.user_agent_oauth
    started = oauth.x_connect(useragentguid=guid, redirecturl="http://localhost:3000/back")
    with httpx.Client(trust_env=False) as browser:
        address, parameters = press(browser, started.authorize_url)
    assert (address, parameters["x_connected"]) == ("http://localhost:3000/back", "true")
    status = oauth.x_status(useragentguid=guid)
    assert (status.connected, status.username) == (True, parameters["x_username"])
    assert oauth.token_refresh(useragentguid=guid, provider="twitter").accesstoken
    oauth.x_disconnect(useragentguid=guid)
    assert oauth.x_status(useragentguid=guid).connected is False
    with pytest.raises(ApiError, match="Invalid redirect URL"):
        oauth.x_connect(useragentguid=guid, redirecturl="ftp://localhost/")


def test_team_pays_for_its_agents(wiro: Wiro) -> None:
    organization = wiro.api.organizations.create(name="Acme").organization
    team = wiro.api.teams.create(organizationguid=organization.guid, name="Engineering").team
    moved = wiro.api.teams.transfer_credit(amount=20, targetteamguid=team.guid)
    assert moved.transferred.total == 20
    guid = deploy(wiro, "social-manager")
    wiro.api.teams.transfer_agent(useragentguid=guid, targetteamguid=team.guid)
    wiro.api.user_agents.upgrade_tier(guid=guid, target_tier="pro", team_guid=team.guid)
    spent = wiro.api.teams.spending_summary(teamguid=team.guid)
    assert 0 < spent.team_total <= 20
    with pytest.raises(InsufficientBalanceError):
        wiro.api.teams.transfer_credit(amount=20, sourceteamguid=team.guid)
    assert [row.guid for row in wiro.api.user_agents.my_agents(team_guid=team.guid).useragents] == [guid]


def test_uploaded_file_is_the_input_of_a_run(wiro: Wiro, wiro_sandbox: Sandbox) -> None:
    folder = wiro.api.files.folder_create(name="inputs").list_[0]
    image = httpx.get(_picture(wiro), trust_env=False).content
    stored = wiro.api.files.upload(file=File(image, "fox.png", "image/png"), folderid=folder.id).list_[0]
    assert stored.parentid == folder.id
    assert httpx.get(stored.url, trust_env=False).content == image
    run = wiro.run("sandbox/image-edit", {"prompt": "a", "inputImage": [stored.url], "seconds": 1})
    assert run.wait(timeout=30).exit_code == 0
    assert wiro_sandbox.books.submissions[-1].parameters["inputImage"] == [stored.url]


def _picture(wiro: Wiro) -> str:
    run = wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 1})
    url: str = run.wait(timeout=30).outputs[0].url
    return url
