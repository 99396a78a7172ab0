from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiro.sandbox.same_origin import foreign_origin

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "127.0.0.1:8000"},
        {"host": "localhost:8000", "origin": "http://localhost:8000", "sec-fetch-site": "same-origin"},
        {"host": "[::1]:8000", "origin": "http://[::1]:8000"},
        {"host": "wiro-sandbox:8000"},
        {"host": "sandbox.default.svc.internal"},
        {"host": "box.example.com", "origin": "https://box.example.com"},
        {"host": "127.0.0.1:8000", "sec-fetch-site": "none"},
    ],
)
def test_programs_and_the_page_itself_are_welcome(headers: dict[str, str]) -> None:
    assert foreign_origin(headers, trusted_host="box.example.com") is None


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"host": "127.0.0.1:8000", "origin": "http://evil.example"}, "http://evil.example"),
        ({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:9000"}, "http://127.0.0.1:9000"),
        ({"host": "127.0.0.1:8000", "origin": "null"}, "null"),
        ({"host": "127.0.0.1:8000", "sec-fetch-site": "cross-site"}, "other web pages"),
        ({"host": "127.0.0.1:8000", "sec-fetch-site": "same-site"}, "other web pages"),
        # DNS rebinding: to the browser it is one origin.
        ({"host": "evil.example:8000", "origin": "http://evil.example:8000"}, "'evil.example:8000'"),
        ({"host": "127.0.0.1.evil.example:8000"}, "evil.example"),
    ],
)
def test_other_web_pages_are_not(headers: dict[str, str], reason: str) -> None:
    problem = foreign_origin(headers)
    assert problem is not None
    assert reason in problem


def test_the_whole_control_endpoint_is_guarded(client: SandboxClient) -> None:
    foreign = {"Origin": "http://evil.example"}
    for path in ("/reset", "/faults", "/wallet", "/clock", "/sockets/cut", "/api/Run/sandbox/image"):
        response = client.http.post(client.control_url + path, json={"add_usd": "1"}, headers=foreign)
        assert response.status_code == 403, path
    for path in ("/state", "/books", "/events"):
        response = client.http.get(client.control_url + path, headers={"Host": "evil.example"})
        assert response.status_code == 403, path
    assert client.control("GET", "")["balance"] == "300"
    assert client.sandbox.books.submissions == []


def test_a_page_elsewhere_may_link_to_the_page_but_not_call(client: SandboxClient) -> None:
    link = {"Sec-Fetch-Site": "cross-site"}
    assert client.http.get(f"{client.control_url}/page/", headers=link).status_code == 200
    assert client.http.get(f"{client.control_url}/state", headers=link).status_code == 403


def test_the_api_answers_under_any_name(client: SandboxClient) -> None:
    response = client.http.post("/Tool/List", json={}, headers={"Host": "api.example.com", "Origin": "http://other"})
    assert response.status_code == 200
