from __future__ import annotations

import json

import pytest
from airflow.providers.common.compat.sdk import AirflowNotFoundException

import wiro
from airflow_provider_wiro.hooks import wiro as module
from airflow_provider_wiro.hooks.wiro import WiroHook
from wiro.errors import AuthenticationError, ConfigurationError, NotFoundError

_API_ERROR = {"operation": "tasks_detail", "status_code": 200, "code": 1, "errors": (), "body": {}, "retry_after": None}


@pytest.fixture(autouse=True)
def _no_wiro_variables(monkeypatch):
    for name in ("API_KEY", "API_SECRET", "BASE_URL", "SOCKET_URL", "TEAM_GUID"):
        monkeypatch.delenv(f"WIRO_{name}", raising=False)


@pytest.fixture
def connection(monkeypatch):
    def define(**fields):
        monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", json.dumps({"conn_type": "wiro", **fields}))

    return define


@pytest.fixture
def built(monkeypatch):
    """The arguments with which clients were built; building them for real is the client's own test."""
    calls = []

    class Client:
        def __init__(self, **arguments):
            calls.append(arguments)

    monkeypatch.setattr(wiro, "Wiro", Client, raising=False)
    monkeypatch.setattr(wiro, "AsyncWiro", Client, raising=False)
    return calls


_CASES = [
    ({"password": "key"}, {"api_key": "key", "auth": "key"}),
    ({"password": "key", "extra": {"api_secret": "hush"}}, {"api_key": "key", "api_secret": "hush"}),
    ({"password": "key", "extra": {"auth": "bearer"}}, {"api_key": "key", "auth": "bearer"}),
    (
        {
            "password": "key",
            "host": "http://127.0.0.1:1/v1",
            "extra": {"socket_url": "ws://127.0.0.1:1/v1", "auth": ""},
        },
        {"api_key": "key", "auth": "key", "base_url": "http://127.0.0.1:1/v1", "socket_url": "ws://127.0.0.1:1/v1"},
    ),
    (
        {"password": "key", "host": "wiro.internal", "port": 8443, "extra": {"team_guid": "t-1"}},
        {"api_key": "key", "auth": "key", "base_url": "https://wiro.internal:8443/v1", "team_guid": "t-1"},
    ),
    (
        {"password": "key", "host": "localhost", "schema": "http"},
        {"api_key": "key", "auth": "key", "base_url": "http://localhost/v1"},
    ),
]


@pytest.mark.parametrize(("fields", "arguments"), _CASES)
def test_connection_becomes_client_arguments(connection, built, fields, arguments):
    connection(**fields)
    WiroHook().get_conn()
    assert built == [arguments]


@pytest.mark.parametrize(("fields", "arguments"), _CASES)
async def test_connection_becomes_the_same_asynchronous_client(connection, built, fields, arguments):
    connection(**fields)
    await WiroHook().aget_conn()
    assert built == [arguments]


def test_uri_form(monkeypatch, built):
    monkeypatch.setenv(
        "AIRFLOW_CONN_OTHER",
        "wiro://:key@http%3A%2F%2F127.0.0.1%3A80%2Fv1?api_secret=hush&socket_url=ws%3A%2F%2Fx%2Fv1",
    )
    WiroHook("other").get_conn()
    assert built[0]["api_key"] == "key"
    assert built[0]["base_url"] == "http://127.0.0.1:80/v1"
    assert built[0]["api_secret"] == "hush"
    assert built[0]["socket_url"] == "ws://x/v1"


def test_secret_of_the_workers_environment_never_signs_for_the_connection(connection, monkeypatch):
    monkeypatch.setenv("WIRO_API_SECRET", "of another project")
    connection(password="key")
    assert module.WiroHook()._client_arguments(WiroHook.get_connection("wiro_default"), {})["auth"] == "key"


def test_everything_secret_is_masked(connection, built, monkeypatch):
    masked = []
    monkeypatch.setattr(module, "mask_secret", masked.append)
    connection(password="canary-key", extra={"api_secret": "canary-secret"})
    WiroHook().get_conn()
    assert masked == ["canary-key", "canary-secret"]


async def test_everything_secret_is_masked_in_the_triggerer(connection, built, monkeypatch):
    masked = []

    async def remember(secret):
        masked.append(secret)

    monkeypatch.setattr(module, "_mask_secret_async", remember)
    connection(password="canary-key", extra={"api_secret": "canary-secret"})
    await WiroHook().aget_conn()
    assert masked == ["canary-key", "canary-secret"]


async def test_masking_reaches_airflow(connection):
    from airflow.providers.common.compat.sdk import redact

    await module._mask_secret_async("canary-for-redact")
    assert "canary" not in str(redact("before canary-for-redact after"))


@pytest.mark.parametrize("fields", [{}, {"password": ""}])
def test_missing_key_names_connection_and_field(connection, fields, monkeypatch):
    monkeypatch.setenv("WIRO_API_KEY", "of somebody else")
    connection(**fields)
    with pytest.raises(ConfigurationError, match="'wiro_default' has no API key: put it into the password field"):
        WiroHook().get_conn()


async def test_missing_key_is_named_in_the_triggerer_too(connection):
    connection()
    with pytest.raises(ConfigurationError, match="'wiro_default' has no API key"):
        await WiroHook().aget_conn()


def test_missing_connection_is_named():
    with pytest.raises(AirflowNotFoundException, match="nowhere"):
        WiroHook("nowhere").get_conn()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"host": "ftp://x"}, "base_url"),
        ({"extra": {"auth": "basic"}}, "auth"),
        ({"extra": {"auth": "signature"}}, "api_secret"),
        ({"extra": {"socket_url": "http://x"}}, "socket_url"),
    ],
)
def test_wrong_field_is_named_with_its_connection(connection, fields, named):
    connection(password="canary-key", **fields)
    with pytest.raises(ConfigurationError, match=f"^Connection 'wiro_default': .*{named}") as raised:
        WiroHook().get_conn()
    assert "canary" not in str(raised.value)


class _Answering:
    """A client whose one call ends as told."""

    def __init__(self, error=None):
        self._error = error
        self.api = self.tasks = self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def detail(self, *, taskid):
        assert taskid == "0"
        if self._error:
            raise self._error


@pytest.mark.parametrize(
    ("error", "works", "words"),
    [
        (None, True, "accepted"),
        (NotFoundError(message="task-not-exist", **_API_ERROR), True, "accepted"),
        (AuthenticationError(message="Bad signature", **_API_ERROR), False, "Bad signature"),
        (ConfigurationError("no API key"), False, "no API key"),
    ],
)
def test_connection_test_asks_for_a_task_that_cannot_exist(monkeypatch, error, works, words):
    monkeypatch.setattr(WiroHook, "get_conn", lambda self: _Answering(error))
    result, message = WiroHook().test_connection()
    assert result is works
    assert words in message
