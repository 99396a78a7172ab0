"""What a browser sees: the consent page that stands for a provider, and the callback that sends it to the caller."""

import html
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

from attrs import frozen
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from wiro.sandbox.interference import answer, interrupt
from wiro.sandbox.oauth.agents import app_fields, store_account
from wiro.sandbox.oauth.connections import Connection, Flow
from wiro.sandbox.oauth.operations import CONSENT_PATH, callback_url
from wiro.sandbox.oauth.providers import Provider, provider_by_prefix
from wiro.sandbox.observation import Observed

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["oauth_routes"]

# The codes that the consent page offers; a real provider's are random, these say what shall happen.
_GRANTED = "sandbox-granted"
_GRANTED_EMPTY = "sandbox-granted-without-accounts"
_FAIL = "sandbox-fail-"

# What a person can make happen after the consent, and the words of every failure.
_SCRIPTED = ("token_exchange_failed", "useragent_not_found", "invalid_config", "internal_error")
_DETAILS = {
    "missing_params": "The callback came without a code.",
    "session_expired": "The flow is older than 15 minutes or was finished before.",
    "authorization_denied": "The person declined.",
    "token_exchange_failed": "The provider did not accept the code.",
    "useragent_not_found": "The agent does not exist.",
    "invalid_config": "The agent has no credentials for this provider.",
    "template_not_found": "Wiro's template has no credentials for this provider.",
    "internal_error": "The service failed.",
    "no_pages": "The person manages no page.",
}

_PAGE_HEADERS = {
    # Nothing but this text and the form back to the callback, which redirects to wherever the caller said.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Connect {name} (Wiro sandbox)</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
main {{ max-width: 32rem; margin: 4rem auto; padding: 0 1rem }}
button {{ font: inherit; padding: .5rem 1rem; margin: .25rem .5rem .25rem 0 }}
code {{ overflow-wrap: anywhere }}
</style></head><body><main>
<h1>Connect {name}</h1>
<p>This page of the Wiro sandbox stands for the consent page of {name}. No account is needed and none is touched.</p>
<p>{app} asks for <code>{scope}</code>.</p>
<form action="{action}" method="get"><input type="hidden" name="state" value="{state}">
<p>{buttons}</p>
<details><summary>Let it fail</summary><p>{failures}</p></details>
</form></main></body></html>
"""


def oauth_routes(world: "World") -> list[BaseRoute]:
    """Return the routes of the consent pages and of the callbacks."""

    async def consent(request: Request) -> Response:
        provider = provider_by_prefix(request.path_params["prefix"])
        if provider is None:
            return HTMLResponse("Not found", HTTPStatus.NOT_FOUND)
        return HTMLResponse(_consent_page(world, provider, request.query_params), headers=_PAGE_HEADERS)

    return [
        Route(f"{CONSENT_PATH}/{{prefix}}", consent),
        Route("/v1/UserAgentOAuth/{prefix}Callback", Observed(_Callback(world), world.observation), methods=["GET"]),
    ]


def _consent_page(world: "World", provider: Provider, query: Mapping[str, str]) -> str:
    buttons = [("code", _GRANTED, "Allow"), ("error", "access_denied", "Deny")]
    if provider.choice is not None:
        buttons.append(("code", _GRANTED_EMPTY, "Allow, with no account to choose"))
    failures = [("code", _FAIL + error, error) for error in (*_SCRIPTED, *provider.failures)]
    is_shared = query.get("client_id", "").startswith("wiro-")
    return _PAGE.format(
        name=html.escape(provider.name),
        app="Wiro" if is_shared else f"The app <code>{html.escape(query.get('client_id', ''))}</code>",
        scope=html.escape(provider.scope or "everything"),
        action=html.escape(callback_url(world, provider)),
        state=html.escape(query.get("state", "")),
        buttons=_html_buttons(buttons),
        failures=_html_buttons(failures),
    )


def _html_buttons(buttons: list[tuple[str, str, str]]) -> str:
    return "\n".join(
        f'<button name="{name}" value="{value}">{html.escape(label)}</button>' for name, value, label in buttons
    )


@frozen(eq=False)
class _Callback:
    """Finishes a flow: keeps the account, or says in the redirect why there is none."""

    world: "World"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        provider = provider_by_prefix(scope["path_params"]["prefix"])
        if provider is None:
            await JSONResponse(_refusal("Error parsing url."), HTTPStatus.NOT_FOUND)(scope, receive, send)
            return
        operation = provider.callback_id
        self.world.books.counts[operation] += 1
        if await interrupt(self.world, operation, scope, receive, send) is not None:
            return
        response = self._response(provider, Request(scope).query_params)
        await answer(self.world, operation, response, scope, receive, send)

    def _response(self, provider: Provider, query: Mapping[str, str]) -> Response:
        state = query.get("state", "")
        flow = self.world.oauth.flow(state)
        if flow is None or flow.provider is not provider:
            # Nobody knows where this browser belongs, so it cannot be sent back.
            reason = "session_expired" if state else "missing_params"
            return JSONResponse(_refusal(reason), HTTPStatus.BAD_REQUEST)
        error = self._problem(flow, query)
        if error is None:
            parameters = self._connect(flow, has_accounts=query["code"] != _GRANTED_EMPTY)
        else:
            parameters = {f"{provider.parameter}_error": error}
            parameters[f"{provider.parameter}_error_detail"] = _DETAILS[error]
        if error != "missing_params":
            flow.is_used = True
        return RedirectResponse(_with_query(flow.redirect_url, parameters), HTTPStatus.FOUND)

    def _problem(self, flow: Flow, query: Mapping[str, str]) -> str | None:
        """Return the documented name of what is wrong with a callback, None if it can go on."""
        if not self.world.oauth.is_open(flow):
            return "session_expired"
        if query.get("error"):
            return "authorization_denied"
        code = query.get("code")
        if not code:
            return "missing_params"
        agent = self.world.agents.instances.find(flow.agent_guid)
        if agent is None:
            return "useragent_not_found"
        fields = app_fields(agent, flow.provider)
        if fields is None:
            is_template = not flow.uses_own_app and "template_not_found" in flow.provider.failures
            return "template_not_found" if is_template else "invalid_config"
        if flow.uses_own_app and not all(fields.values()):
            return "invalid_config"
        if code == _GRANTED_EMPTY and "no_pages" in flow.provider.failures:
            return "no_pages"
        if code in (_GRANTED, _GRANTED_EMPTY):
            return None
        scripted = code.removeprefix(_FAIL)
        return scripted if scripted in (*_SCRIPTED, *flow.provider.failures) else "token_exchange_failed"

    def _connect(self, flow: Flow, *, has_accounts: bool) -> dict[str, str]:
        """Keep the account and return the parameters of the redirect."""
        provider = flow.provider
        connection: Connection = self.world.oauth.connect(flow, provider.account)
        agent = self.world.agents.instances.find(flow.agent_guid)
        if agent is not None:
            store_account(self.world, agent, provider, connection)
        parameters = {f"{provider.parameter}_connected": "true"}
        parameters |= {name: connection.fields[field] for name, field in provider.redirect.items()}
        choice = provider.choice
        if choice is not None and (has_accounts or provider.prefix != "GAds"):
            rows = [dict(row) for row in choice.rows] if has_accounts else []
            parameters[choice.parameter] = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return parameters


def _with_query(url: str, parameters: Mapping[str, str]) -> str:
    """Add parameters to the query of an address, which may have some already."""
    parts = urlsplit(url)
    query = "&".join(part for part in (parts.query, urlencode(parameters)) if part)
    return urlunsplit(parts._replace(query=query))


def _refusal(message: str) -> dict[str, object]:
    return {"result": False, "errors": [{"code": 0, "message": message}]}
