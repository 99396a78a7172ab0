"""Every payload that the documentation prints, against the specification and through the generated models.

Three questions are asked of each: does it fit its schema, does its schema know all of its fields, and does it come out
of the models as it went in, also when every field is decoded and encoded anew.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import jsonschema_rs

import wiro_client.models
from tests.support.contract import (
    SpecExample,
    generated_operations,
    openapi_document,
    resolved,
    shared_api,
    spec_examples,
)
from wiro_client.model import Model
from wiro_client.operations import OPERATIONS
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro_client.calls import Call

# Payloads of the documents that belong to somebody else's interface.
_FOREIGN = {
    **{f"misc.mcp_config.{number}": "configuration of an assistant" for number in range(1, 9)},
    "misc.n8n_output.1": "output of another workflow tool",
    "misc.external_merchantapi.request.1": "request to a Google service",
    "misc.external_merchantapi.request.2": "request to a Google service",
    "misc.gdrive_folders.1": "environment of the agent's container",
    "misc.gdrive_folders.2": "environment of the agent's container",
}
# Forms whose part names the documentation's page lost to mail-address masking: they decode, but teach nothing.
_MASKED_FORMS = {f"Run.multipart.request.{number}" for number in (4, 6, 7, 9, 10, 11, 12)}
# Fields of a sample that stand for "whatever the operation answers".
_PLACEHOLDERS = {("common.envelope.response.1", "data")}
# Parts of newer payloads, by the schema of the part.
_NEWER_PARTS = {
    "Task.Detail.item.failed.response.1": "Task",
    "Task.Detail.item.llm.response.1": "Task",
    "Task.Detail.outputs.content.tool_call.response.1": "TaskOutputContent",
}


def _model(schema: str) -> type[Model]:
    model_class: type[Model] = getattr(wiro_client.models, schema)
    return model_class


def test_examples_fit_their_schemas() -> None:
    components = openapi_document()["components"]
    wrong = []
    for example in spec_examples():
        schema = {"$ref": f"#/components/schemas/{example.schema}", "components": components}
        wrong += [
            f"{example.direction} {example.name} as {example.schema}, {error.instance_path}: {error.message}"
            for error in jsonschema_rs.Draft202012Validator(schema).iter_errors(example.value)
        ]
    assert wrong == []


def test_schemas_know_every_documented_field() -> None:
    unknown = [
        f"{example.direction} {example.name} as {example.schema}: {path}"
        for example in spec_examples()
        for path in _undescribed(example.value, {"$ref": f"#/components/schemas/{example.schema}"}, "")
        if (example.name, path.removeprefix(".")) not in _PLACEHOLDERS
    ]
    assert unknown == []


def _undescribed(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    """Yield the paths of fields in a value that its schema does not name."""
    schema = resolved(schema)
    variants = [variant for variant in schema.get("anyOf", ()) if _may_be(value, resolved(variant))]
    if variants:
        yield from min((list(_undescribed(value, variant, path)) for variant in variants), key=len)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _undescribed(item, schema.get("items", {}), f"{path}[{index}]")
    elif isinstance(value, dict) and (_is_object(schema)):
        known = _properties(schema)
        further = schema.get("additionalProperties", False)
        for key, item in value.items():
            if key in known or isinstance(further, dict):
                yield from _undescribed(item, known.get(key, further), f"{path}.{key}")
            elif not further:
                yield f"{path}.{key}"


def _is_object(schema: dict[str, Any]) -> bool:
    return not {"properties", "allOf", "additionalProperties"}.isdisjoint(schema)


def _may_be(value: Any, schema: dict[str, Any]) -> bool:
    """Tell whether a variant is for values of this JSON type; the empty schema is for all."""
    if not schema:
        return True
    if isinstance(value, dict):
        return _is_object(schema) or schema.get("type") == "object"
    return (schema.get("type") == "array") is isinstance(value, list) and not _is_object(schema)


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for part in schema.get("allOf", ()):
        merged.update(_properties(resolved(part)))
    return {**merged, **schema.get("properties", {})}


def test_examples_come_out_of_the_models_as_they_went_in() -> None:
    faults = [fault for example in spec_examples() for fault in _faults(example.name, example.schema, example.value)]
    assert faults == []


def test_documented_requests_can_be_made() -> None:
    """The builder of each operation takes what the documentation sends, and sends the same."""
    faults = []
    for example in spec_examples():
        if example.direction == "request" and example.operation is not None:
            call = _call(example)
            sent = (
                call.json
                if call.form is None
                else _as_form({"multipart": [[part.name, part.value] for part in call.form]})
            )
            if sent != example.value:
                faults.append(f"{example.name}: {example.operation} sends {sent!r}, not {example.value!r}")
    assert faults == []


def _call(example: SpecExample) -> Call[Any]:
    operation = OPERATIONS[str(example.operation)]
    module = import_module(f"wiro_client.api.{operation.tag}.{operation.id.removeprefix(operation.tag + '_')}")
    names = {parameter.wire_name: parameter.name for parameter in module._PARAMETERS}
    if "" in names:  # One open object instead of separate arguments.
        arguments = {"owner_slug": "owner", "model_slug": "model", "body": example.value}
        if example.media_type == "multipart/form-data":
            arguments["multipart"] = True
    else:
        arguments = {names.get(name, name): value for name, value in example.value.items()}
    call: Call[Any] = module.build_call(**arguments)
    return call


def _faults(name: str, schema: str, value: dict[str, Any]) -> Iterator[str]:
    model = _model(schema).from_dict(value)
    if (same := model.to_dict()) != value:
        yield f"{name}: {schema} gives back {same!r}, not {value!r}"
    if (anew := _rebuilt(model).to_dict()) != value:
        yield f"{name}: {schema} decoded and encoded anew gives {anew!r}, not {value!r}"


def _rebuilt(value: Any) -> Any:
    """Return a decoded value with every model in it made anew from its fields, without what it was decoded from."""
    if isinstance(value, Model):
        values = {name: _rebuilt(getattr(value, name)) for name in type(value)._fields}
        copy = type(value)(**{name: item for name, item in values.items() if item is not UNSET})
        for key, item in value.additional_properties.items():
            copy[key] = _rebuilt(item)
        return copy
    if isinstance(value, list):
        return [_rebuilt(item) for item in value]
    if isinstance(value, dict):
        return {key: _rebuilt(item) for key, item in value.items()}
    return value


def test_every_documented_payload_is_in_the_specification() -> None:
    described: dict[str, list[Any]] = {}
    for example in spec_examples():
        described.setdefault(example.name, []).append(example.value)
    names = {file_name.removesuffix(".json") for file_name in _loaded("examples/index.json")}
    faults: list[str] = []
    for name in sorted(names - _FOREIGN.keys()):
        value = _as_form(_loaded(f"examples/{name}.json"))
        if name in _MASKED_FORMS:
            faults += _faults(name, "RunMultipartRequest", value)
        elif name not in described:
            faults.append(f"{name} is missing")
        elif described[name] != (value if isinstance(value, list) else [value]):
            faults.append(f"{name} differs: {described[name]!r} is not {value!r}")
    assert faults == []
    assert len(names) == 424
    assert names >= _FOREIGN.keys() | _MASKED_FORMS


def _loaded(name: str) -> Any:
    return json.loads((shared_api() / name).read_text(encoding="utf-8"))


def _as_form(value: Any) -> Any:
    """Return a form of the collection, a list of name and value, as the specification writes it: by name."""
    if not isinstance(value, dict) or list(value) != ["multipart"]:
        return value
    form: dict[str, Any] = {}
    for name, part in value["multipart"]:
        form[name] = (
            [*form[name], part] if isinstance(form.get(name), list) else [form[name], part] if name in form else part
        )
    return form


def test_newer_payloads_lose_nothing() -> None:
    faults: list[str] = []
    compared = 0
    for file_name, entry in _loaded("newer-examples/index.json").items():
        schema = _newer_schema(file_name.removesuffix(".json"), entry)
        if schema is None:
            continue
        value = _loaded(f"newer-examples/{file_name}")
        compared += 1
        if _model(schema).from_dict(value).to_dict() != value:
            faults.append(f"{file_name}: {schema} loses something")
    assert faults == []
    assert compared >= 45


def _newer_schema(name: str, entry: dict[str, str]) -> str | None:
    """Return the schema that a newer payload belongs to, None for operations that only newer documents have."""
    if name in _NEWER_PARTS:
        return _NEWER_PARTS[name]
    operation = entry["operation"]
    if operation == "webhook:agent":
        return "AgentWebhook"
    if operation.startswith("ws:"):
        frame = "".join(word.capitalize() for word in operation.removeprefix("ws:").split("_")) + "Frame"
        return frame if frame in openapi_document()["components"]["schemas"] else "SocketFrame"
    described = generated_operations().get(("POST", operation))
    if described is None:
        return None
    body = described["requestBody"] if entry["direction"] == "request" else described["responses"]["200"]
    schema: str = resolved(body)["content"]["application/json"]["schema"]["$ref"]
    return schema.rsplit("/", 1)[1]
