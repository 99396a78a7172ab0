"""Bundles and validates the AsyncAPI document of the socket.

No validator for AsyncAPI 3 is published for Python, so the rules of AsyncAPI 3.0.0 that this document can break are
checked here: which keys an object has and needs, and that every reference leads to the right kind of object.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]
from jsonschema.exceptions import SchemaError  # type: ignore[import-untyped, unused-ignore]

from codegen.fragments import Specification, SpecificationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["bundle_asyncapi", "references", "validate_asyncapi"]

_SCHEMA_PREFIX = "#/components/schemas/"

_ROOT = {"asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components"}
_INFO = {"title", "version", "description", "termsOfService", "contact", "license", "tags", "externalDocs"}
_SHARED = {"title", "summary", "description", "tags", "externalDocs", "bindings"}
_SERVER = _SHARED | {"host", "protocol", "protocolVersion", "pathname", "variables", "security"}
_CHANNEL = _SHARED | {"address", "messages", "servers", "parameters"}
_OPERATION = _SHARED | {"action", "channel", "security", "traits", "messages", "reply"}
_MESSAGE = _SHARED | {"headers", "payload", "correlationId", "contentType", "name", "examples", "traits"}
_COMPONENTS = {
    "schemas", "servers", "channels", "operations", "messages", "securitySchemes", "serverVariables", "parameters",
    "correlationIds", "replies", "replyAddresses", "externalDocs", "tags", "operationTraits", "messageTraits",
    "serverBindings", "channelBindings", "operationBindings", "messageBindings",
}  # fmt: skip


def references(node: Any) -> Iterator[str]:
    """Yield every ``$ref`` in a document."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


def bundle_asyncapi(specification: Specification) -> dict[str, Any]:
    """Return the AsyncAPI document with the schemas of the merged document that it refers to."""
    bundle = copy.deepcopy(specification.asyncapi)
    known = specification.document.get("components", {}).get("schemas", {})
    own = bundle.get("components", {}).get("schemas", {})
    wanted = {name.removeprefix(_SCHEMA_PREFIX) for name in references(bundle) if name.startswith(_SCHEMA_PREFIX)}
    found: dict[str, Any] = {}
    while wanted:
        name = min(wanted)
        wanted.discard(name)
        if name in found or name in own or name not in known:
            continue
        found[name] = copy.deepcopy(known[name])
        wanted |= {
            reference.removeprefix(_SCHEMA_PREFIX)
            for reference in references(found[name])
            if reference.startswith(_SCHEMA_PREFIX)
        }
    if found:
        bundle.setdefault("components", {})["schemas"] = {**own, **dict(sorted(found.items()))}
    return bundle


def validate_asyncapi(bundle: dict[str, Any], file: str = "asyncapi.yaml") -> None:
    """Raise SpecificationError, listing every fault, unless a bundled document is valid AsyncAPI 3.0."""
    faults = list(_Validator(bundle).faults())
    if faults:
        raise SpecificationError("\n".join(f"{file}: {fault}" for fault in faults))


class _Validator:
    def __init__(self, bundle: dict[str, Any]) -> None:
        self._bundle = bundle

    def faults(self) -> Iterator[str]:
        bundle = self._bundle
        if bundle.get("asyncapi") != "3.0.0":
            yield "asyncapi must be 3.0.0"
        yield from _keys(bundle, "document", _ROOT, {"asyncapi", "info"})
        yield from _keys(bundle.get("info"), "info", _INFO, {"title", "version"})
        components = bundle.get("components", {})
        yield from _keys(components, "components", _COMPONENTS, set())
        for where, part in (("", bundle), ("components.", components)):
            yield from self._each(part, where, "servers", self._server)
            yield from self._each(part, where, "channels", self._channel)
            yield from self._each(part, where, "operations", self._operation)
        yield from self._each(components, "components.", "messages", self._message)
        for name, schema in components.get("schemas", {}).items():
            yield from _schema_faults(schema, f"components.schemas.{name}")
        for reference in sorted(set(references(bundle))):
            if self._at(reference) is None:
                yield f"{reference} leads nowhere"

    def _each(
        self, part: dict[str, Any], where: str, kind: str, check: Callable[[Any, str], Iterator[str]]
    ) -> Iterator[str]:
        for name, item in (part.get(kind) or {}).items():
            if not (isinstance(item, dict) and "$ref" in item):
                yield from check(item, f"{where}{kind}.{name}")

    def _at(self, reference: str) -> Any:
        node: Any = self._bundle
        for part in reference.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            node = node.get(key) if isinstance(node, dict) else None
        return node

    def _server(self, server: Any, place: str) -> Iterator[str]:
        yield from _keys(server, place, _SERVER, {"host", "protocol"})

    def _channel(self, channel: Any, place: str) -> Iterator[str]:
        yield from _keys(channel, place, _CHANNEL, set())
        if isinstance(channel, dict):
            yield from self._each(channel, f"{place}.", "messages", self._message)
            yield from self._lead_to(
                channel.get("servers"), f"{place}.servers", ("#/servers/", "#/components/servers/")
            )

    def _operation(self, operation: Any, place: str) -> Iterator[str]:
        yield from _keys(operation, place, _OPERATION, {"action", "channel"})
        if not isinstance(operation, dict):
            return
        if operation.get("action") not in ("send", "receive"):
            yield f"{place}.action must be send or receive"
        channel = operation.get("channel")
        yield from self._lead_to([channel], f"{place}.channel", ("#/channels/", "#/components/channels/"))
        of_channel = f"{channel.get('$ref')}/messages/" if isinstance(channel, dict) else "#/"
        yield from self._lead_to(operation.get("messages"), f"{place}.messages", (of_channel,))

    def _message(self, message: Any, place: str) -> Iterator[str]:
        yield from _keys(message, place, _MESSAGE, set())
        payload = message.get("payload") if isinstance(message, dict) else None
        if isinstance(payload, dict) and "$ref" not in payload:
            yield from _schema_faults(payload.get("schema", payload), f"{place}.payload")

    def _lead_to(self, items: Any, place: str, prefixes: tuple[str, ...]) -> Iterator[str]:
        for item in items or ():
            reference = item.get("$ref", "") if isinstance(item, dict) else ""
            if not reference.startswith(prefixes):
                yield f"{place} must refer to {' or '.join(prefixes)}..., not {reference or item!r}"


def _keys(node: Any, place: str, allowed: set[str], required: set[str]) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{place} must be an object"
        return
    for key in node:
        if key not in allowed and not key.startswith("x-"):
            yield f"{place}.{key} is not part of AsyncAPI 3.0"
    for key in sorted(required - node.keys()):
        yield f"{place}.{key} is missing"


def _schema_faults(schema: Any, place: str) -> Iterator[str]:
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield f"{place} is not a JSON Schema: {error.message}"
