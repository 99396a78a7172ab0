"""The consent page in a headless Chromium: what a person presses sends the browser back to the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.browser import start_chromium
from tests.support.deployed_agents import deploy_connectable
from tests.support.http_server import FaultyServer, Reply
from tests.support.sandbox_client import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

    from tests.support.sandbox_client import SandboxClient

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    browser = start_chromium(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.mark.parametrize(
    ("label", "arrival"),
    [("Allow", "x_connected=true&x_username=jane_doe"), ("Deny", "x_error=authorization_denied")],
)
def test_person_comes_back_to_the_caller(client: SandboxClient, browser: Chrome, label: str, arrival: str) -> None:
    guid = deploy_connectable(client)
    with FaultyServer(Reply(body=b"<title>Back</title>", headers={"content-type": "text/html"})) as caller:
        body = {"useragentguid": guid, "redirecturl": f"{caller.url}/settings"}
        browser.get(client.post("/UserAgentOAuth/XConnect", body)["authorizeUrl"])
        assert browser.title == "Connect X (Wiro sandbox)"
        (button,) = (one for one in browser.find_elements("tag name", "button") if one.text == label)
        button.click()
        wait_until(lambda: browser.title == "Back")
        assert f"/v1/settings?{arrival}" in browser.current_url
    assert client.post("/UserAgentOAuth/XStatus", {"useragentguid": guid})["connected"] is ("connected" in arrival)


def test_failures_are_folded_away(client: SandboxClient, browser: Chrome) -> None:
    body = {"useragentguid": deploy_connectable(client), "redirecturl": "http://127.0.0.1:1/"}
    browser.get(client.post("/UserAgentOAuth/XConnect", body)["authorizeUrl"])
    shown = [button.text for button in browser.find_elements("tag name", "button") if button.is_displayed()]
    assert shown == ["Allow", "Deny"]
    browser.find_element("tag name", "summary").click()
    assert browser.find_element("css selector", "button[value$='internal_error']").is_displayed()
    assert [entry for entry in browser.get_log("browser") if entry["source"] != "network"] == []
