"""The operations of the registries."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.credential_kinds import find_credential
from wiro.sandbox.agents.templates import TEMPLATES, AgentTemplate, find_template
from wiro.sandbox.pages import page_of
from wiro.sandbox.refusals import RefusedError, refuse
from wiro.sandbox.registry.rows import capabilities, credential_rows, skill_rows, template_detail, template_header
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["REGISTRY_OPERATIONS"]

_MAX_TEMPLATES = 1000
_NOT_FOUND = 1
_NOT_IN_REGISTRY = 404

# Counts of runs and ids are not shown to the public; sorting by them keeps the order of the catalogue.
_SORT_KEYS: Mapping[str, Callable[[AgentTemplate], str]] = {
    "title": lambda template: template.title.lower(),
    "slug": lambda template: template.slug,
}


async def _agents_list(_world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    body = request.body
    search, category = str(body.get("search") or "").lower(), body.get("category")
    found = [
        template
        for template in TEMPLATES
        if search in f"{template.title} {template.headline} {template.description}".lower()
        and category in (None, "", *template.categories)
    ]
    key = _SORT_KEYS.get(str(body.get("sort")))
    if key is not None:
        found.sort(key=key)
    if str(body.get("order") or "DESC").upper() == "DESC":
        found.reverse()
    rows = [template_header(template) for template in page_of(found, body, largest=_MAX_TEMPLATES)]
    return {"total": len(found), "agents": rows}


async def _agents_detail(_world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    template = find_template(str(body.get("slug") or body.get("guid") or ""))
    if template is None:
        raise _refusal(_NOT_FOUND, "Agent not found")
    request.accept()
    return {"agents": [template_detail(template, full=body.get("type") == "full")]}


async def _skills_list(_world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    body = request.body
    names, pending = body.get("name_in"), body.get("wiro_connect_pending")
    rows = [
        row
        for row in skill_rows().values()
        if body.get("category") in (None, row["category"])
        and body.get("capability") in (None, *row["capabilities"])
        and body.get("user_invocable") in (None, row["user_invocable"])
        and body.get("requires_credentials") in (None, row["requires_credentials"])
        and (not isinstance(names, list) or row["name"] in names)
        and pending in (None, credential_rows().get(row["credential_key"], {}).get("wiro_connect_pending", False))
    ]
    return {"total": len(rows), "skills": rows}


async def _skills_detail(_world: "World", request: ApiRequest) -> dict[str, Any]:
    name = _required(request, "name")
    row = skill_rows().get(name)
    if row is None:
        raise _refusal(_NOT_IN_REGISTRY, f"Skill not found: {name}")
    request.accept()
    return {"skill": row}


async def _skills_credential_schema(_world: "World", request: ApiRequest) -> dict[str, Any]:
    name = _required(request, "name")
    key = skill_rows().get(name, {}).get("credential_key")
    row = None if key is None else credential_rows().get(key)
    if row is None:
        raise _refusal(_NOT_IN_REGISTRY, f"No credential associated with skill: {name}")
    request.accept()
    return {"credential": row}


async def _skills_capabilities(_world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    return {"capabilities": list(capabilities())}


async def _credentials_list(_world: "World", request: ApiRequest) -> dict[str, Any]:
    request.accept()
    rows = [
        row
        for row in credential_rows().values()
        if all(request.body.get(name) in (None, row[name]) for name in ("credential_mode", "wiro_connect_pending"))
    ]
    return {"total": len(rows), "credentials": rows}


async def _credentials_detail(_world: "World", request: ApiRequest) -> dict[str, Any]:
    key = _required(request, "key")
    kind = find_credential(key)
    row = None if kind is None else credential_rows().get(kind.key)
    if row is None:
        raise _refusal(_NOT_IN_REGISTRY, f"Credential not found: {key}")
    request.accept()
    return {"credential": row}


REGISTRY_OPERATIONS: tuple[Operation, ...] = (
    Operation("agents_list", "/Agent/List", _agents_list, public=True),
    Operation("agents_detail", "/Agent/Detail", _agents_detail, public=True),
    Operation("skills_list", "/Skills/List", _skills_list, public=True),
    Operation("skills_detail", "/Skills/Detail", _skills_detail, public=True),
    Operation("skills_credential_schema", "/Skills/CredentialSchema", _skills_credential_schema, public=True),
    Operation("skills_capabilities", "/Skills/Capabilities", _skills_capabilities, public=True),
    Operation("credentials_list", "/Credentials/List", _credentials_list, public=True),
    Operation("credentials_detail", "/Credentials/Detail", _credentials_detail, public=True),
)


def _required(request: ApiRequest, name: str) -> str:
    value = request.body.get(name)
    if value in (None, ""):
        raise refuse("parameter_required", name=name)
    return str(value)


def _refusal(code: int, message: str) -> RefusedError:
    return RefusedError(code, message, int(HTTPStatus.OK))
