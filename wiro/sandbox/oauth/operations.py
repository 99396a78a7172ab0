"""Connect, status, disconnect, the choice afterwards, TokenRefresh and the folders of Google Drive."""

import base64
import binascii
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.oauth.agents import app_fields, store_account
from wiro.sandbox.oauth.connections import Connection
from wiro.sandbox.oauth.providers import PROVIDERS, Choice, Provider, find_refreshable
from wiro.sandbox.refusals import RefusedError, refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["CONSENT_PATH", "OAUTH_OPERATIONS", "callback_url"]

#: Path of the consent pages, on the sandbox's own address and outside the API.
CONSENT_PATH = "/consent"

_PATH = "/UserAgentOAuth/"
_ID = "user_agent_oauth_"
_NOT_FOUND = 1
_LOCAL_HOSTS = ("localhost", "127.0.0.1")
_WIRO_CLIENT = "wiro-sandbox-app"
_GUID_ALIASES = {"userAgentGuid": "useragentguid"}
_CONNECT_ALIASES = {**_GUID_ALIASES, "redirectUrl": "redirecturl", "authMethod": "authmethod"}
_SERVICE_ACCOUNT = "wiro-agent@sandbox-project.iam.gserviceaccount.com"
_FOLDERS = (
    ("1BxiMVs0XRA5nFMdKvBd", "Creatives", "2026-04-10T12:34:00Z"),
    ("2CyiNWt1YSB6oGNeL", "Ad Assets", "2026-04-12T09:12:00Z"),
)

_ProviderHandler = Callable[[Provider, "World", ApiRequest], Awaitable[dict[str, Any]]]


def callback_url(world: "World", provider: Provider) -> str:
    """Return where a provider sends the browser after the consent."""
    return f"{world.base_url}/v1{_PATH}{provider.prefix}Callback"


async def _connect(provider: Provider, world: "World", request: ApiRequest) -> dict[str, Any]:
    guid = _text(request, "useragentguid", "userAgentGuid")
    redirect_url = _text(request, "redirecturl", "redirectUrl")
    if not guid:
        raise _refusal("Missing useragentguid")
    if not redirect_url:
        raise _refusal("Missing redirecturl")
    if not _may_redirect_to(redirect_url):
        raise _refusal("Invalid redirect URL")
    agent = _agent(world, request)
    request.accept()
    uses_own_app = _text(request, "authmethod", "authMethod") == "own"
    fields = app_fields(agent, provider)
    is_configured = fields is not None and (all(fields.values()) if uses_own_app else provider.has_shared_app)
    if not is_configured:
        raise _not_configured(provider)
    state = world.oauth.begin(provider, guid, redirect_url, uses_own_app=uses_own_app)
    client_id = next(iter(fields.values())) if uses_own_app and fields else _WIRO_CLIENT
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": callback_url(world, provider),
        "scope": provider.scope,
        "state": state,
    }
    if provider.uses_pkce:
        query |= {"code_challenge": state, "code_challenge_method": "S256"}
    return {"authorizeUrl": f"{world.base_url}{CONSENT_PATH}/{provider.prefix}?{urlencode(query)}"}


async def _status(provider: Provider, world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    request.accept()
    connection = world.oauth.find(agent.guid, provider)
    if connection is None:
        connection = Connection(provider=provider, uses_own_app=False, connected_at=0)
        is_connected = False
    else:
        is_connected = connection.is_connected
    status: dict[str, Any] = {"connected": is_connected}
    status |= {name: connection.fields.get(field, "") for name, field in provider.status.items()}
    status["connectedat"] = _date(connection.connected_at if is_connected else None)
    if provider.access_seconds is not None:
        status["tokenexpiresat"] = _date(connection.access_expires_at if is_connected else None)
    if provider.refresh_seconds is not None:
        status["refreshtokenexpiresat"] = _date(connection.refresh_expires_at if is_connected else None)
    return status


async def _disconnect(provider: Provider, world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    request.accept()
    if world.oauth.find(agent.guid, provider) is not None:
        world.oauth.disconnect(agent.guid, provider)
        store_account(world, agent, provider, None)
    return {}


async def _choose(choice: Choice, provider: Provider, world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    given = {choice.aliases.get(name, name): value for name, value in request.body.items()}
    account_id = choice.clean(str(given.get(choice.id_parameter) or ""))
    if not account_id:
        raise refuse("parameter_required", name=choice.id_parameter)
    request.accept()
    connection = world.oauth.find(agent.guid, provider)
    names = {row[choice.row_id]: row[choice.row_name] for row in choice.rows}
    if choice.from_list:
        until = None if connection is None else connection.may_choose_until
        if until is None or world.oauth.now() > until:
            raise _refusal(f"No pending {provider.name} connection. Please reconnect via {provider.prefix}Connect.")
        if account_id not in names:
            raise _refusal(f"Selected {choice.id_parameter} not found in pending pages list")
    if connection is None:
        raise _not_configured(provider)
    name = str(given.get(choice.name_parameter) or (names.get(account_id, "") if choice.from_list else ""))
    connection.choose(choice, account_id, name)
    store_account(world, agent, provider, connection)
    if not choice.answers:
        return {}
    return {choice.id_parameter: account_id} | ({choice.name_parameter: name} if name else {})


async def _token_refresh(world: "World", request: ApiRequest) -> dict[str, Any]:
    provider = find_refreshable(_text(request, "provider"))
    if provider is None:
        raise _refusal("Invalid provider")
    agent = _agent(world, request)
    request.accept()
    connection = world.oauth.find(agent.guid, provider)
    if connection is None or not connection.is_connected:
        raise _not_configured(provider)
    connection.refresh(world.oauth.now())
    store_account(world, agent, provider, connection)
    return {"accesstoken": connection.access_token, "refreshtoken": connection.refresh_token}


async def _google_drive_list_folders(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = _agent(world, request)
    request.accept()
    credential = agent.credentials.get("google-drive")
    stored = "" if credential is None else credential.value("serviceaccountjsonbase64")
    account = _text(request, "serviceaccountjsonbase64") or stored
    if not account:
        raise refuse("parameter_required", name="serviceaccountjsonbase64")
    email = _service_account_email(account)
    return {
        "serviceAccountEmail": email,
        "folders": [
            {"id": folder_id, "name": name, "modifiedTime": modified, "ownerName": "owner@example.com"}
            for folder_id, name, modified in _FOLDERS
        ],
    }


def _provider_operations(provider: Provider) -> list[Operation]:
    handlers: dict[str, tuple[str, _ProviderHandler, dict[str, str]]] = {
        "Connect": ("connect", _connect, _CONNECT_ALIASES),
        "Status": ("status", _status, _GUID_ALIASES),
        "Disconnect": ("disconnect", _disconnect, _GUID_ALIASES),
    }
    if provider.choice is not None:
        aliases = {**_GUID_ALIASES, **provider.choice.aliases}
        handlers[provider.choice.operation] = (provider.choice.operation_id, partial(_choose, provider.choice), aliases)
    return [
        Operation(
            f"{_ID}{provider.operation_prefix}_{operation_id}",
            f"{_PATH}{provider.prefix}{name}",
            partial(handler, provider),
            aliases,
        )
        for name, (operation_id, handler, aliases) in handlers.items()
    ]


OAUTH_OPERATIONS: tuple[Operation, ...] = (
    *(operation for provider in PROVIDERS.values() for operation in _provider_operations(provider)),
    Operation(f"{_ID}token_refresh", f"{_PATH}TokenRefresh", _token_refresh, _GUID_ALIASES),
    Operation(
        f"{_ID}google_drive_list_folders",
        f"{_PATH}GoogleDriveListFolders",
        _google_drive_list_folders,
        _GUID_ALIASES,
    ),
)


def _agent(world: "World", request: ApiRequest) -> UserAgent:
    guid = _text(request, "useragentguid", "userAgentGuid")
    if not guid:
        raise _refusal("Missing useragentguid")
    agent = world.agents.instances.find(guid)
    if agent is None:
        raise _refusal("User agent not found or unauthorized", code=_NOT_FOUND)
    return agent


def _text(request: ApiRequest, *names: str) -> str:
    """Return a parameter by any name of it, empty if it is missing or no text."""
    for name in names:
        value = request.body.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def _may_redirect_to(url: str) -> bool:
    """Tell whether a browser may be sent to an address: HTTPS anywhere, plain HTTP on this machine only."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if not parts.hostname or not url.isprintable():
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL_HOSTS)


def _date(seconds: float | None) -> str:
    """Return a moment as the provider pages of the documentation write it, empty for none."""
    if seconds is None:
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _service_account_email(key_base64: str) -> str:
    """Return the address in a service account's key; keys in examples are cut short and get a made-up one."""
    try:
        key = json.loads(base64.b64decode(key_base64, validate=True))
    except (binascii.Error, ValueError):
        return _SERVICE_ACCOUNT
    email = key.get("client_email") if isinstance(key, dict) else None
    return email if isinstance(email, str) else _SERVICE_ACCOUNT


def _not_configured(provider: Provider) -> RefusedError:
    return _refusal(f"{provider.name} credentials not configured")


def _refusal(message: str, *, code: int = 0) -> RefusedError:
    return RefusedError(code, message, int(HTTPStatus.OK))
