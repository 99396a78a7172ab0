"""Looks things up in a merged OpenAPI document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Document", "RawOperation"]

_METHODS = ("get", "put", "post", "delete", "patch")


@frozen
class RawOperation:
    """One operation as the document has it."""

    path: str
    method: str
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """Its operationId, "" without one."""
        return str(self.data.get("operationId", ""))

    @property
    def tag(self) -> str:
        """Its first tag, "" without one."""
        tags = self.data.get("tags") or [""]
        return str(tags[0])

    @property
    def generates(self) -> bool:
        """False for operations that are described only."""
        return self.data.get("x-wiro-generate") is not False

    @property
    def place(self) -> tuple[str, ...]:
        """Its place in the document."""
        return ("paths", self.path, self.method)


class Document:
    """A merged OpenAPI document."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the document; it is not changed."""
        self.data = data
        self.schemas: dict[str, Any] = data.get("components", {}).get("schemas", {})

    def operations(self) -> Iterator[RawOperation]:
        """Yield every operation under ``paths``, in document order."""
        for path, item in self.data.get("paths", {}).items():
            for method in _METHODS:
                if isinstance(item.get(method), dict):
                    yield RawOperation(path, method, item[method])

    def resolve(self, node: Any) -> Any:
        """Follow a ``$ref`` until there is none; an unknown one gives {}."""
        seen: set[str] = set()
        while isinstance(node, dict) and isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
            seen.add(node["$ref"])
            node = self.at(node["$ref"])
        return node if isinstance(node, dict) else {}

    def at(self, reference: str) -> Any:
        """Return what a reference into this document points to, None for nothing."""
        node: Any = self.data
        for part in reference.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            node = node.get(key) if isinstance(node, dict) else None
        return node

    def properties(self, schema: Any) -> dict[str, Any]:
        """Return the properties of an object schema, those of its ``allOf`` included."""
        schema = self.resolve(schema)
        found: dict[str, Any] = {}
        for part in schema.get("allOf") or ():
            found.update(self.properties(part))
        found.update(schema.get("properties") or {})
        return found

    def required(self, schema: Any) -> set[str]:
        """Return the names of the required properties of an object schema."""
        schema = self.resolve(schema)
        found = set(schema.get("required") or ())
        for part in schema.get("allOf") or ():
            found |= self.required(part)
        return found

    def is_closed(self, schema: Any) -> bool:
        """Return True if an object schema allows no other properties."""
        return self.resolve(schema).get("additionalProperties") is False

    def properties_of(self, class_name: str) -> dict[str, Any]:
        """Return the raw properties of a component schema."""
        return self.properties(self.schemas.get(class_name, {}))

    def description_of(self, class_name: str) -> str:
        """Return the description of a component schema; that of a body comes from its operation."""
        own = str(self.schemas.get(class_name, {}).get("description", ""))
        return own or self._of_bodies.get(class_name, "")

    def description(self, schema: dict[str, Any]) -> str:
        """Return the description of a property; that of a (nullable) reference is what it refers to says."""
        own = str(schema.get("description", ""))
        references = [option for option in (schema, *(schema.get("anyOf") or ())) if "$ref" in option]
        return own or (str(self.resolve(references[0]).get("description", "")) if references else "")

    @cached_property
    def _of_bodies(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for operation in self.operations():
            for name in self.body_names(operation):
                part = "Body" if name.endswith("Request") else "Answer"
                found.setdefault(
                    name, f"{part} of ``{operation.id}``: {str(operation.data.get('summary', '')).strip()}"
                )
        return found

    def parameters(self, operation: RawOperation) -> list[dict[str, Any]]:
        """Return the parameters of an operation, those of its path included, references resolved."""
        shared = self.data["paths"][operation.path].get("parameters") or []
        return [self.resolve(parameter) for parameter in [*(operation.data.get("parameters") or []), *shared]]

    def body_schemas(self, operation: RawOperation) -> dict[str, dict[str, Any]]:
        """Return the schema of each content type of the request body, references not resolved."""
        body = self.resolve(operation.data.get("requestBody", {}))
        return {kind: media.get("schema", {}) for kind, media in body.get("content", {}).items()}

    def body_names(self, operation: RawOperation) -> Iterator[str]:
        """Yield the component names of the request bodies and of the answer of an operation."""
        names = [str(schema.get("$ref", "")).rpartition("/")[2] for schema in self.body_schemas(operation).values()]
        yield from (name for name in (*names, self.answer_name(operation)) if name)

    def answer_name(self, operation: RawOperation) -> str:
        """Return the component name of the answer of an operation, "" without one."""
        answer = self.resolve((operation.data.get("responses") or {}).get("200", {}))
        media = (answer.get("content") or {}).get("application/json", {})
        return str(media.get("schema", {}).get("$ref", "")).rpartition("/")[2]
