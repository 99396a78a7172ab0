from __future__ import annotations

import math

import pytest

from wiro.config import (
    PUBLIC_BASE_URL,
    PUBLIC_SOCKET_URL,
    Timeouts,
    checked_timeout,
    resolve_config,
)
from wiro.errors import ConfigurationError, WiroError


def test_explicit_arguments_win_over_the_environment() -> None:
    environment = {
        "WIRO_API_KEY": "env-key",
        "WIRO_API_SECRET": "env-secret",
        "WIRO_BASE_URL": "https://env.example/v1",
        "WIRO_SOCKET_URL": "wss://env.example/socket",
        "WIRO_TEAM_GUID": "env-team",
    }
    config = resolve_config(
        "key",
        "secret",
        base_url="https://api.example/v1/",
        socket_url="wss://socket.example/v1",
        team_guid="team",
        environment=environment,
    )
    assert (config.api_key, config.api_secret, config.team_guid) == ("key", "secret", "team")
    assert (config.base_url, config.socket_url) == ("https://api.example/v1", "wss://socket.example/v1")
    config = resolve_config(environment=environment)
    assert (config.api_key, config.api_secret, config.team_guid) == ("env-key", "env-secret", "env-team")
    assert (config.base_url, config.socket_url) == ("https://env.example/v1", "wss://env.example/socket")


def test_the_process_environment_is_read_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRO_API_KEY", "from-process\n")
    monkeypatch.setenv("WIRO_BASE_URL", "")
    config = resolve_config()
    assert config.api_key == "from-process"
    assert config.base_url == PUBLIC_BASE_URL


def test_defaults_are_the_public_hosts_and_finite() -> None:
    config = resolve_config("key", environment={})
    assert (config.base_url, config.socket_url) == (PUBLIC_BASE_URL, PUBLIC_SOCKET_URL)
    assert (config.auth, config.max_retries, config.api_secret, config.team_guid) == ("key", 2, None, None)
    limits = config.timeouts
    assert all(0 < limit < math.inf for limit in (limits.connect, limits.read, limits.write, limits.pool))


@pytest.mark.parametrize(
    ("auth", "secret", "mode", "kept"),
    [
        ("auto", None, "key", None),
        ("auto", "secret", "signature", "secret"),
        ("key", "secret", "key", None),
        ("signature", "secret", "signature", "secret"),
        ("bearer", "secret", "bearer", None),
    ],
)
def test_auth_modes(auth: str, secret: str | None, mode: str, kept: str | None) -> None:
    config = resolve_config("key", secret, auth=auth, environment={})
    assert (config.auth, config.api_secret) == (mode, kept)


@pytest.mark.parametrize(
    ("base_url", "socket_url"),
    [
        ("http://127.0.0.1:8000/v1", "ws://127.0.0.1:8000/v1"),
        ("https://wiro.internal/v1/", "wss://wiro.internal/v1"),
        ("http://[::1]:80/v1", "ws://[::1]:80/v1"),
    ],
)
def test_another_rest_root_takes_its_socket_along(base_url: str, socket_url: str) -> None:
    """A token of a private server must not be sent to the public socket."""
    assert resolve_config("key", base_url=base_url, environment={}).socket_url == socket_url


@pytest.mark.parametrize(
    ("arguments", "mentions"),
    [
        ({"api_key": None}, ["api_key", "WIRO_API_KEY"]),
        ({"api_key": ""}, ["api_key", "WIRO_API_KEY", "non-empty"]),
        ({"api_key": "  "}, ["api_key", "non-empty"]),
        ({"api_key": 12}, ["api_key", "int"]),
        ({"api_key": "kéy"}, ["api_key", "ASCII"]),
        ({"api_key": "two words"}, ["api_key", "spaces"]),
        ({"api_secret": ""}, ["api_secret", "WIRO_API_SECRET"]),
        ({"api_secret": "a\nb"}, ["api_secret", "line breaks"]),
        ({"team_guid": "a b"}, ["team_guid", "WIRO_TEAM_GUID"]),
        ({"auth": "basic"}, ["auth", "'auto'", "'signature'"]),
        ({"auth": "signature"}, ["signature", "api_secret", "WIRO_API_SECRET"]),
        ({"base_url": "api.wiro.ai/v1"}, ["base_url", "WIRO_BASE_URL", "https://"]),
        ({"base_url": "ftp://api.wiro.ai"}, ["base_url", "https://"]),
        ({"base_url": "https://"}, ["base_url", "host"]),
        ({"base_url": "https://host:99999/v1"}, ["base_url"]),
        ({"base_url": "https://host:0/v1"}, ["base_url"]),
        ({"base_url": "https://[::1/v1"}, ["base_url"]),
        ({"base_url": "https://host/v1?x=1"}, ["base_url"]),
        ({"base_url": "https://host/v1#x"}, ["base_url"]),
        ({"base_url": "https://ho st/v1"}, ["base_url"]),
        ({"socket_url": "https://socket.wiro.ai"}, ["socket_url", "WIRO_SOCKET_URL", "wss://"]),
        ({"timeout": 0}, ["timeout", "above 0"]),
        ({"timeout": -1}, ["timeout"]),
        ({"timeout": math.inf}, ["timeout", "finite"]),
        ({"timeout": True}, ["timeout"]),
        ({"timeout": "10"}, ["timeout"]),
        ({"max_retries": -1}, ["max_retries", "at least 0"]),
        ({"max_retries": 1.5}, ["max_retries"]),
        ({"max_retries": True}, ["max_retries"]),
        ({"wait_settings": {}}, ["wait_settings", "WaitSettings"]),
    ],
)
def test_what_is_wrong_is_named(arguments: dict[str, object], mentions: list[str]) -> None:
    complete: dict[str, object] = {"api_key": "key", "environment": {}, **arguments}
    with pytest.raises(ConfigurationError) as caught:
        resolve_config(**complete)  # type: ignore[arg-type]
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, WiroError)
    for mention in mentions:
        assert mention in str(caught.value)


def test_a_bad_variable_is_named_as_the_origin() -> None:
    with pytest.raises(ConfigurationError, match=r"base_url \(from WIRO_BASE_URL\) is 'nonsense'"):
        resolve_config("key", environment={"WIRO_BASE_URL": "nonsense"})


def test_secrets_stay_out_of_messages_and_representations() -> None:
    with pytest.raises(ConfigurationError) as caught:
        resolve_config("canary key", environment={})
    assert "canary" not in str(caught.value)
    with pytest.raises(ConfigurationError) as caught:
        resolve_config("key", base_url="https://user:canary@host/v1", environment={})
    assert "canary" not in str(caught.value)
    assert "user name or password" in str(caught.value)
    assert "canary" not in repr(resolve_config("canary-key", "canary-secret", environment={}))


def test_one_timeout_is_spread_over_the_phases() -> None:
    assert resolve_config("key", timeout=3, environment={}).timeouts == Timeouts(3.0, 3.0, 3.0, 3.0)
    assert resolve_config("key", timeout=600, environment={}).timeouts == Timeouts(10.0, 600, 600, 600)


def test_checked_timeout_names_the_argument() -> None:
    assert checked_timeout("patience", 2) == 2.0
    with pytest.raises(ConfigurationError, match="patience is nan"):
        checked_timeout("patience", math.nan)


def test_configurations_do_not_change() -> None:
    with pytest.raises(AttributeError):
        resolve_config("key", environment={}).api_key = "other"  # type: ignore[misc]
