"""Rules 11 to 15: what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.lint.problems import Finding, Place, Rule, fields, is_object, reachable, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.documents import Document, RawOperation

__all__ = ["RULES"]

_FREE_BODIES = {"runs_create"}
_TEAM_PARAMETER = "#/components/parameters/TeamGuid"
_OLDER_SPELLINGS = {
    "adAccountId": "adaccountid",
    "authMethod": "authmethod",
    "customerId": "customerid",
    "pageId": "pageid",
    "plan": "tier",
    "redirectUrl": "redirecturl",
    "targetPlan": "targetTier",
    "userAgentGuid": "useragentguid",
    "useragentGuid": "useragentguid",
}


def _generated(document: Document) -> Iterator[RawOperation]:
    return (operation for operation in document.operations() if operation.generates)


def _request_roots(document: Document) -> Iterator[dict[str, Any]]:
    for operation in _generated(document):
        yield from document.body_schemas(operation).values()


def _response_roots(document: Document) -> Iterator[dict[str, Any]]:
    for operation in _generated(document):
        for response in (operation.data.get("responses") or {}).values():
            for media in (document.resolve(response).get("content") or {}).values():
                yield media.get("schema", {})


def _bodies(document: Document) -> Iterator[Finding]:
    for operation in document.operations():
        body = operation.data.get("requestBody")
        if body is None and operation.method == "post" and operation.generates:
            yield operation.place, "requestBody is missing: refer to EmptyRequest where there are no parameters"
        if isinstance(body, dict) and document.resolve(body).get("required") is not True:
            yield (*operation.place, "requestBody"), "requestBody.required must be true, or no body is sent"
        for index, parameter in enumerate(operation.data.get("parameters") or ()):
            if "default" in document.resolve(parameter).get("schema", {}):
                yield (*operation.place, "parameters", str(index)), "a default would be sent: describe it"
    for name, schema in reachable(document, _request_roots(document)).items():
        place = ("components", "schemas", name)
        if "default" in schema:
            yield place, "a default in a request schema would be sent: put it into the description"
        for inner_place, _, inner in fields(place, schema):
            if "default" in inner or "default" in (inner.get("items") or {}):
                yield inner_place, "a default in a request schema would be sent: put it into the description"


def _openness(document: Document) -> Iterator[Finding]:
    free = {
        str(schema.get("$ref", "")).rpartition("/")[2]
        for operation in _generated(document)
        if operation.id in _FREE_BODIES
        for schema in document.body_schemas(operation).values()
    }
    bodies = {str(schema.get("$ref", "")).rpartition("/")[2] for schema in _request_roots(document)}
    for name, schema in reachable(document, _request_roots(document)).items():
        if not is_object(schema):
            continue
        openness = schema.get("additionalProperties")
        place = ("components", "schemas", name)
        if name in bodies - free and openness is not False:
            yield place, "a request body needs additionalProperties: false"
        elif name not in bodies and openness is None:
            yield place, "an object inside a request must say additionalProperties: false, true or a schema"
    for name, schema in reachable(document, _response_roots(document)).items():
        closed = [part for part in (schema, *(schema.get("allOf") or ())) if part.get("additionalProperties") is False]
        if closed and name not in bodies:
            yield ("components", "schemas", name), "an answer keeps unknown fields: omit additionalProperties"


def _team(document: Document) -> Iterator[Finding]:
    holders: list[tuple[Place, dict[str, Any]]] = [
        (operation.place, operation.data) for operation in document.operations()
    ]
    holders += [(("paths", path), item) for path, item in document.data.get("paths", {}).items()]
    for place, holder in holders:
        for index, parameter in enumerate(holder.get("parameters") or ()):
            resolved = document.resolve(parameter)
            is_team = resolved.get("in") == "header" and str(resolved.get("name")).lower() == "teamguid"
            if is_team and parameter.get("$ref") != _TEAM_PARAMETER:
                yield (*place, "parameters", str(index)), f"refer to {_TEAM_PARAMETER}"


def _files(document: Document) -> Iterator[Finding]:
    for place, schema in schemas(document):
        if schema.get("type") == "file" or "contentEncoding" in schema or schema.get("format") in ("byte", "base64"):
            yield place, "a file is type: string, format: binary"
        if schema.get("format") == "binary" and schema.get("type") != "string":
            yield place, "a file is type: string, format: binary"
    for operation in document.operations():
        form = document.body_schemas(operation).get("multipart/form-data")
        for name, field in document.properties(form or {}).items():
            kinds = [part.get("type") for part in (field, field.get("items") or {})]
            if any(kind == "boolean" or (isinstance(kind, list) and "boolean" in kind) for kind in kinds):
                yield (
                    (*operation.place, "requestBody", "content", "multipart/form-data"),
                    f"{name}: a boolean in a form is a string",
                )


def _spelling(document: Document) -> Iterator[Finding]:
    for operation in _generated(document):
        if operation.data.get("deprecated") or operation.data.get("x-wiro-status") in ("legacy", "mentioned"):
            continue
        for schema in document.body_schemas(operation).values():
            for name in document.properties(schema):
                if name in _OLDER_SPELLINGS:
                    yield (
                        (*operation.place, "requestBody"),
                        f"send {_OLDER_SPELLINGS[name]!r} and make {name!r} one of its x-wiro-aliases",
                    )
    for name, schema in reachable(document, _request_roots(document)).items():
        for place, _, inner in fields(("components", "schemas", name), schema):
            for alias in inner.get("x-wiro-aliases") or ():
                if not str(alias).isidentifier():
                    yield place, f"the alias {alias!r} cannot be a keyword argument"


RULES: tuple[Rule, ...] = ((11, _bodies), (12, _openness), (13, _team), (14, _files), (15, _spelling))
