"""What the templates print about operations: their arguments, types and documentation."""

from __future__ import annotations

import keyword
import math
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from codegen.views import Types, class_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.properties import ModelProperty

    from codegen.documents import Document, RawOperation

__all__ = ["ArgumentView", "OperationView", "TagView", "tag_views"]

_RESERVED = {"self", "request_options", "multipart"}


@frozen
class ArgumentView:
    """One argument of an operation; see ``wiro_client.arguments.Parameter`` for what the parts mean."""

    name: str
    wire_name: str
    location: str
    annotation: str
    shape: str
    required: bool
    description: str
    aliases: tuple[str, ...] = ()
    pattern: str = ""
    as_text: bool = False


@frozen
class OperationView:
    """One operation: what is printed as a module and as two methods.

    Attributes:
        raw: The operation in the document.
        name: Method and module.
        arguments: Required ones first, then optional ones, then older names.
        result: Class of the result, "" if the answer has no model.
        body: How the body is written: none, json, form, either.
        at_least: How many fields of the body must be given.
        at_most: How many may be given, None for all.
        imports: Module and class of every class in annotations.
        plain: Names of ``typing`` and ``collections.abc`` in annotations.
        shapes: Names of ``wiro_client.shapes`` in shapes.
    """

    raw: RawOperation
    name: str
    arguments: list[ArgumentView]
    result: str
    body: str
    at_least: int
    at_most: int | None
    imports: list[tuple[str, str]]
    plain: list[str]
    shapes: list[str]

    @property
    def aliases(self) -> list[tuple[str, str, str]]:
        """Older name, current name and annotation of every argument that has older names."""
        return [
            (alias, argument.name, argument.annotation) for argument in self.arguments for alias in argument.aliases
        ]

    @property
    def either(self) -> bool:
        """True if the caller may choose between JSON and a form."""
        return self.body == "either"


@frozen
class TagView:
    """One group of operations: what is printed as a package with two resource classes."""

    name: str
    class_name: str
    description: str
    operations: list[OperationView]


def tag_views(parsed: GeneratorData, document: Document) -> list[TagView]:
    """Return the groups in the order of the document's tags, their operations in document order."""
    descriptions = {tag["name"]: str(tag.get("description", "")) for tag in document.data.get("tags") or ()}
    by_tag: dict[str, list[OperationView]] = {name: [] for name in descriptions}
    endpoints = {
        str(endpoint.name): endpoint
        for collection in parsed.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    builder = _Builder(parsed, document)
    for operation in document.operations():
        if operation.generates:
            by_tag.setdefault(operation.tag, []).append(builder.view(operation, endpoints[operation.id]))
    return [
        TagView(tag, "".join(word.capitalize() for word in tag.split("_")), descriptions.get(tag, ""), operations)
        for tag, operations in by_tag.items()
        if operations
    ]


def _limit(number: int | None) -> float:
    return math.inf if number is None else number


def method_name(operation: RawOperation) -> str:
    """Return the name of an operation inside its group: its id without the group."""
    name = operation.id.removeprefix(f"{operation.tag}_")
    return f"{name}_" if keyword.iskeyword(name) else name


class _Builder:
    def __init__(self, parsed: GeneratorData, document: Document) -> None:
        self._document = document
        self._modules = class_modules(parsed)
        self._models = {str(model.class_info.name): model for model in parsed.models}

    def view(self, operation: RawOperation, endpoint: Any) -> OperationView:
        types = Types(self._modules)
        schemas = self._document.body_schemas(operation)
        json_schema, form_schema = schemas.get("application/json"), schemas.get("multipart/form-data")
        body = "none"
        if json_schema is not None:
            body = "json" if form_schema is None else "either"
        elif form_schema is not None:
            body = "form"
        arguments = [*self._parameters(operation, endpoint, types)]
        bodies = [schema for schema in (json_schema, form_schema) if schema is not None]
        arguments += self._body_arguments(bodies, types)
        result = self._document.answer_name(operation)
        if result:
            types.classes.add(result)
        return OperationView(
            raw=operation,
            name=method_name(operation),
            arguments=_named(arguments),
            result=result,
            body=body,
            at_least=min((self._document.resolve(schema).get("minProperties", 0) for schema in bodies), default=0),
            at_most=max(
                (self._document.resolve(schema).get("maxProperties") for schema in bodies), default=None, key=_limit
            ),
            imports=types.imports(),
            plain=sorted(types.plain),
            shapes=sorted(types.shapes),
        )

    def _parameters(self, operation: RawOperation, endpoint: Any, types: Types) -> Iterator[ArgumentView]:
        raw = {(item.get("in"), item.get("name")): item for item in self._document.parameters(operation)}
        groups = (
            ("path", endpoint.path_parameters),
            ("query", endpoint.query_parameters),
            ("header", endpoint.header_parameters),
        )
        for location, properties in groups:
            for prop in properties:
                wire_name = prop.name.get_untrusted_value()
                described = raw.get((location, wire_name), {})
                schema = self._document.resolve(described.get("schema", {}))
                yield ArgumentView(
                    name=str(prop.python_name),
                    wire_name=wire_name,
                    location=location,
                    annotation=types.annotation(prop, argument=True),
                    shape=types.shape(prop),
                    required=prop.required,
                    description=str(described.get("description", "")),
                    pattern=str(schema.get("pattern", "")) if location == "path" else "",
                )

    def _body_arguments(self, schemas: list[dict[str, Any]], types: Types) -> list[ArgumentView]:
        if not schemas:
            return []
        names = [str(schema.get("$ref", "")).rpartition("/")[2] for schema in schemas]
        if not all(self._document.is_closed(schema) for schema in schemas):
            return [self._free_body(names[0], types)]
        found: dict[str, ArgumentView] = {}
        for name in names:
            for argument in self._flat_arguments(name, types):
                other = found.get(argument.wire_name)
                found[argument.wire_name] = argument if other is None else _either(other, argument, types)
        in_all = set.intersection(*(set(self._document.properties_of(name)) for name in names))
        return [
            argument if argument.wire_name in in_all else evolve(argument, required=False)
            for argument in found.values()
        ]

    def _free_body(self, name: str, types: Types) -> ArgumentView:
        model = self._models[name]
        return ArgumentView(
            name="body",
            wire_name="",
            location="content",
            annotation=types.annotation(model, argument=True),
            shape=types.shape(model),
            required=True,
            description=self._document.description_of(name),
        )

    def _flat_arguments(self, name: str, types: Types) -> Iterator[ArgumentView]:
        model: ModelProperty = self._models[name]
        raw = self._document.properties_of(name)
        for prop in [*(model.required_properties or ()), *(model.optional_properties or ())]:
            wire_name = prop.name.get_untrusted_value()
            described = raw.get(wire_name, {})
            yield ArgumentView(
                name=str(prop.python_name),
                wire_name=wire_name,
                location="body",
                annotation=types.annotation(prop, argument=True),
                shape=types.shape(prop),
                required=prop.required,
                description=self._document.description(described),
                aliases=tuple(described.get("x-wiro-aliases", ())),
                as_text=described.get("x-wiro-send-as") == "string",
            )


def _either(first: ArgumentView, second: ArgumentView, types: Types) -> ArgumentView:
    """Return an argument that both encodings of a body know: it accepts what either accepts."""
    merged = evolve(first, required=first.required and second.required)
    if first.shape == second.shape:
        return merged
    types.shapes.add("OneOf")
    return evolve(
        merged,
        annotation=f"{first.annotation} | {second.annotation}",
        shape=f"OneOf({first.shape}, {second.shape})",
    )


def _named(arguments: list[ArgumentView]) -> list[ArgumentView]:
    """Give every argument a keyword of its own, and put the required ones first."""
    used = set(_RESERVED)
    named: list[ArgumentView] = []
    for argument in arguments:
        name = argument.name if argument.name not in used else f"{argument.name}_{argument.location}"
        used.add(name)
        named.append(evolve(argument, name=name))
    taken = {argument.name for argument in named}
    named = [
        evolve(argument, aliases=tuple(alias for alias in argument.aliases if alias not in taken)) for argument in named
    ]
    return sorted(named, key=lambda argument: not argument.required)
