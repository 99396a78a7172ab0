from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/v1/Task/List", 200),
        ("GET", "/v1/Task/List", 404),
        ("GET", "/v1/no/such", 404),
        ("GET", "/_sandbox", 200),
        ("GET", "/_sandbox/page/", 200),
        ("GET", "/_sandbox/reset", 404),
        ("GET", "/", 307),
        ("GET", "/elsewhere", 404),
    ],
)
def test_everything_has_its_place_on_the_port(client: SandboxClient, method: str, path: str, status: int) -> None:
    origin = client.control_url.removesuffix("/_sandbox")
    assert client.http.request(method, origin + path).status_code == status
