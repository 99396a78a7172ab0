from __future__ import annotations

import json
import re
from types import SimpleNamespace

import pytest
from airflow.providers.common.compat.sdk import AirflowNotFoundException, Connection

import wiro
from airflow_provider_wiro.get_provider_info import get_provider_info
from airflow_provider_wiro.hooks import wiro as module
from airflow_provider_wiro.hooks._connection import EXTRA_FIELDS
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
    ({"password": "key"}, {}),
    ({"password": "key", "extra": {"api_secret": "hush"}}, {"api_secret": "hush"}),
    ({"password": "key", "extra": {"auth": "bearer"}}, {"auth": "bearer"}),
    ({"password": "key", "extra": {"auth": "key", "api_secret": "hush"}}, {"auth": "key", "api_secret": "hush"}),
    (
        {
            "password": "key",
            "host": "http://127.0.0.1:1/v1",
            "extra": {"socket_url": "ws://127.0.0.1:1/v1", "auth": "", "team_guid": None, "timeout": ""},
        },
        {"base_url": "http://127.0.0.1:1/v1", "socket_url": "ws://127.0.0.1:1/v1"},
    ),
    (
        {"password": "key", "host": "wiro.internal", "port": 8443, "extra": {"team_guid": "t-1"}},
        {"base_url": "https://wiro.internal:8443/v1", "team_guid": "t-1"},
    ),
    ({"password": "key", "host": "localhost", "schema": "http"}, {"base_url": "http://localhost/v1"}),
    ({"password": "key", "extra": {"timeout": 2.5, "max_retries": 0}}, {"timeout": 2.5, "max_retries": 0}),
    ({"password": "key", "extra": {"timeout": "30", "max_retries": "4"}}, {"timeout": 30.0, "max_retries": 4}),
]


@pytest.mark.parametrize(("fields", "arguments"), _CASES)
def test_connection_becomes_client_arguments(connection, built, fields, arguments):
    connection(**fields)
    WiroHook().get_conn()
    assert built == [{"api_key": "key", "environment": {}, **arguments}]


@pytest.mark.parametrize(("fields", "arguments"), _CASES)
async def test_connection_becomes_the_same_asynchronous_client(connection, built, fields, arguments):
    connection(**fields)
    await WiroHook().aget_conn()
    assert built == [{"api_key": "key", "environment": {}, **arguments}]


@pytest.mark.parametrize(("fields", "arguments"), _CASES)
def test_client_takes_the_arguments(connection, fields, arguments):
    connection(**fields)
    with WiroHook().get_conn() as client:
        for name in arguments.keys() & {"base_url", "socket_url", "team_guid", "auth", "max_retries"}:
            assert getattr(client.config, name) == arguments[name]
        assert client.config.timeouts.read == arguments.get("timeout", 60.0)


@pytest.mark.parametrize(
    ("uri", "arguments"),
    [
        (
            "wiro://:key@http%3A%2F%2F127.0.0.1%3A80%2Fv1?api_secret=hush&socket_url=ws%3A%2F%2Fx%2Fv1&timeout=5",
            {"base_url": "http://127.0.0.1:80/v1", "api_secret": "hush", "socket_url": "ws://x/v1", "timeout": 5.0},
        ),
        ("wiro://:key@", {}),
        ("wiro://:key@/?auth=bearer&max_retries=1", {"auth": "bearer", "max_retries": 1}),
        ("wiro://:key@127.0.0.1:8080/http", {"base_url": "http://127.0.0.1:8080/v1"}),
        ("wiro://:key@wiro.internal/?team_guid=t-1", {"base_url": "https://wiro.internal/v1", "team_guid": "t-1"}),
        ("wiro://:key@/?__extra__=%7B%22timeout%22%3A+7%7D", {"timeout": 7.0}),
    ],
)
@pytest.mark.parametrize("conn_id", ["wiro_default", "other"])
def test_uri_form(monkeypatch, built, uri, arguments, conn_id):
    monkeypatch.setenv(f"AIRFLOW_CONN_{conn_id.upper()}", uri)
    WiroHook(conn_id).get_conn()
    assert built == [{"api_key": "key", "environment": {}, **arguments}]


async def test_variables_of_the_worker_never_complete_a_connection(connection, monkeypatch):
    connection(password="key")
    for name in ("API_SECRET", "BASE_URL", "SOCKET_URL", "TEAM_GUID"):
        monkeypatch.setenv(f"WIRO_{name}", "https://of.another.account/v1")
    for client in (WiroHook().get_conn(), await WiroHook().aget_conn()):
        assert (client.config.auth, client.config.team_guid) == ("key", None)
        assert client.config.base_url == "https://api.wiro.ai/v1"
        assert client.config.socket_url == "wss://socket.wiro.ai/v1"


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
    with pytest.raises(ConfigurationError, match="'wiro_default': there is no API key: put it into the password field"):
        WiroHook().get_conn()


async def test_missing_key_is_named_in_the_triggerer_too(connection):
    connection()
    with pytest.raises(ConfigurationError, match="'wiro_default': there is no API key"):
        await WiroHook().aget_conn()


def test_missing_connection_is_named():
    with pytest.raises(AirflowNotFoundException, match="nowhere"):
        WiroHook("nowhere").get_conn()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"host": "ftp://x"}, "host is 'ftp://x'; accepted: http:// or https://"),
        ({"host": "http://me:canary@x/v1"}, "host carries a user name or password"),
        (
            {"host": "api.wiro.ai/v1"},
            "host has a path but no scheme; write the whole URL, such as https://api.wiro.ai/v1",
        ),
        ({"host": "me:canary@x/v1", "port": 80}, "host has a path but no scheme"),
        ({"host": "x", "schema": "v1"}, "schema is 'v1'; accepted: 'http', 'https', or nothing"),
        ({"host": "a b"}, "host is 'https://a b/v1'"),
        ({"password": "canary ключ"}, "password has spaces, line breaks or non-ASCII characters"),
        ({"extra": {"api_secret": "canary ключ"}}, "extra.api_secret has spaces"),
        ({"extra": {"team_guid": "a b"}}, "extra.team_guid has spaces"),
        ({"extra": {"auth": "basic"}}, "extra.auth is 'basic'; accepted: 'key', 'signature', 'bearer', or nothing"),
        ({"extra": {"auth": "signature"}}, "extra.auth is 'signature', which needs extra.api_secret"),
        ({"extra": {"socket_url": "http://x"}}, "extra.socket_url is 'http://x'"),
        ({"extra": {"api_secert": "canary"}}, "unknown field 'api_secert'; did you mean 'api_secret'"),
        ({"extra": {"owner": "me"}}, "unknown field 'owner'. Accepted: 'api_secret', 'auth'"),
        ({"extra": {"api_secret": {"canary": 1}}}, "extra.api_secret is a dict; accepted: text"),
        ({"extra": {"api_secret": "  "}}, "extra.api_secret is a str; accepted: text"),
        ({"extra": {"team_guid": 7}}, "extra.team_guid is a int"),
        ({"extra": {"timeout": "soon"}}, "extra.timeout is 'soon'; accepted: a number of seconds above 0"),
        ({"extra": {"timeout": 0}}, "extra.timeout is 0;"),
        ({"extra": {"timeout": "inf"}}, "extra.timeout is 'inf'"),
        ({"extra": {"timeout": True}}, "extra.timeout is True"),
        ({"extra": {"timeout": [1]}}, "extra.timeout is"),
        ({"extra": {"max_retries": -1}}, "extra.max_retries is -1; accepted: a whole number of at least 0"),
        ({"extra": {"max_retries": "1.5"}}, "extra.max_retries is '1.5'"),
        ({"extra": {"max_retries": "inf"}}, "extra.max_retries is 'inf'"),
        ({"extra": {"max_retries": False}}, "extra.max_retries is False"),
        ({"extra": {"max_retries": []}}, "extra.max_retries is"),
        ({"login": "canary-key-in-login"}, "login has a value, which nothing reads"),
        ({"port": 80}, "port is 80, but there is no host"),
        ({"schema": "http"}, "schema is 'http', but there is no host"),
        ({"host": "http://x/v1", "port": 80}, "port is 80, but host is a whole URL"),
        ({"host": "http://x/v1", "schema": "http"}, "schema is 'http', but host is a whole URL"),
    ],
)
def test_wrong_field_is_named_with_its_connection(connection, fields, named):
    connection(**{"password": "canary-key", **fields})
    with pytest.raises(ConfigurationError, match=f"^Connection 'wiro_default': .*{re.escape(named)}") as raised:
        WiroHook().get_conn()
    assert "canary" not in str(raised.value)
    # The variables that the client reads without a connection.
    assert "WIRO_" not in str(raised.value)


def test_path_in_the_uri_form_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", "wiro://:key@api.wiro.ai/v1")
    with pytest.raises(ConfigurationError, match=r"schema is 'v1'; .* the whole URL as host"):
        WiroHook().get_conn()


@pytest.mark.parametrize("extra", ["nonsense {canary", "[1]", '"canary"'])
async def test_extra_must_be_an_object(monkeypatch, extra):
    monkeypatch.setattr(
        WiroHook,
        "get_connection",
        classmethod(lambda cls, conn_id: Connection(conn_id=conn_id, conn_type="wiro", password="key", extra=extra)),
    )
    with pytest.raises(ConfigurationError, match=r"^Connection 'wiro_default': extra is not a JSON object\.$"):
        WiroHook().get_conn()


class _Answering:
    """A client whose one call ends as told."""

    def __init__(self, error=None):
        self._error = error
        self.api = self.tasks = self
        self.config = SimpleNamespace(base_url="https://x/v1", auth="signature")

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
        (None, True, "https://x/v1 accepted the credentials (signature)."),
        (NotFoundError(message="task-not-exist", **_API_ERROR), True, "accepted"),
        (AuthenticationError(message="Bad signature", **_API_ERROR), False, "Bad signature"),
        (NotFoundError(message="Not Found", **{**_API_ERROR, "status_code": 404}), False, "not the address of Wiro"),
        (ConfigurationError("no API key"), False, "no API key"),
        (AirflowNotFoundException("nowhere"), False, "nowhere"),
    ],
)
def test_connection_test_asks_for_a_task_that_cannot_exist(monkeypatch, error, works, words):
    monkeypatch.setattr(WiroHook, "get_conn", lambda self: _Answering(error))
    result, message = WiroHook().test_connection()
    assert result is works
    assert words in message


@pytest.mark.parametrize("auth", ["key", "signature", "bearer"])
def test_connection_test_on_the_sandbox(connection, wiro_sandbox, auth):
    fields = {"host": wiro_sandbox.base_url, "extra": {"auth": auth, "api_secret": wiro_sandbox.api_secret}}
    connection(password=wiro_sandbox.api_key, **fields)
    assert WiroHook().test_connection() == (True, f"{wiro_sandbox.base_url} accepted the credentials ({auth}).")
    connection(password="canary-wrong-key", **fields)
    works, message = WiroHook().test_connection()
    assert not works
    assert "canary" not in message
    connection(password=wiro_sandbox.api_key, **{**fields, "host": wiro_sandbox.base_url.replace("/v1", "/v9")})
    works, message = WiroHook().test_connection()
    assert not works, message


def test_declared_form_has_every_field():
    assert set(get_provider_info()["connection-types"][0]["conn-fields"]) == set(EXTRA_FIELDS)
