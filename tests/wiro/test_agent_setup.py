from __future__ import annotations

from typing import Any

import pytest

from wiro._agent_setup import _OTHER_NAMES, _PROVIDERS, AgentLink, AsyncOAuth, AsyncSkills
from wiro.errors import AmbiguousRequestError
from wiro_client.api.user_agent_oauth import AsyncUserAgentOauthApi
from wiro_client.operations import OPERATIONS


def test_every_provider_of_the_specification() -> None:
    connecting = {name.split("_")[3] for name in OPERATIONS if name.endswith("_connect") and "oauth" in name}
    assert {provider.prefix for provider in _PROVIDERS.values()} == connecting
    selecting = {name for name in OPERATIONS if name.startswith("user_agent_oauth_") and "_set_" in name}
    chosen = {f"user_agent_oauth_{provider.select}" for provider in _PROVIDERS.values() if provider.select}
    assert chosen == selecting
    assert set(_OTHER_NAMES.values()) <= set(_PROVIDERS)
    for provider in _PROVIDERS.values():
        for action in ("connect", "status", "disconnect"):
            assert hasattr(AsyncUserAgentOauthApi, f"{provider.prefix}_{action}")


class Resources:
    """Takes the calls of the generated resources; every answer is empty, or an error."""

    def __init__(self, error: Exception | None = None) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.error = error

    def __getattr__(self, name: str) -> Any:
        async def call(**arguments: Any) -> Any:
            self.calls.append((name, arguments))
            if self.error is not None:
                raise self.error
            return self

        return self if name.startswith("user_agent") else call

    def to_dict(self) -> dict[str, Any]:
        return {"result": True, "errors": [], "authorizeUrl": "https://x/", "pageid": "5"}


def link(resources: Any) -> AgentLink:
    return AgentLink(resources, "g", {"headers": {"teamGUID": "t"}})


async def test_selecting_uses_the_names_of_the_provider() -> None:
    resources = Resources()
    oauth = AsyncOAuth(link(resources))
    assert await oauth.select("facebook", "5", "Page") == {"authorizeUrl": "https://x/", "pageid": "5"}
    assert await oauth.connect("x", "http://localhost/", own_app=True) == "https://x/"
    await oauth.refresh_token("metaads")
    options = {"headers": {"teamGUID": "t"}}
    assert resources.calls == [
        ("fb_set_page", {"useragentguid": "g", "pageid": "5", "pagename": "Page", "request_options": options}),
        (
            "x_connect",
            {
                "useragentguid": "g",
                "redirecturl": "http://localhost/",
                "authmethod": "own",
                "request_options": options,
            },
        ),
        ("token_refresh", {"useragentguid": "g", "provider": "meta-ads", "request_options": options}),
    ]


async def test_an_unclear_change_of_skills_says_how_to_repeat_it() -> None:
    resources = Resources(AmbiguousRequestError("lost"))
    with pytest.raises(AmbiguousRequestError) as caught:
        await AsyncSkills(link(resources)).apply({"int-x": True})
    (call,) = resources.calls
    assert repr(call[1]["idempotency_key"]) in caught.value.__notes__[0]
    resources.error = None
    await AsyncSkills(link(resources)).apply({"int-x": True}, idempotency_key="mine")
    assert resources.calls[1][1]["idempotency_key"] == "mine"
