"""The bundle as a judge: every request, answer, frame and webhook is held against the generated documents.

The documents are read and compiled on first use. A violation by the sandbox is a failure of the sandbox, not a warning.
"""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attrs import define, field

from wiro.sandbox.books import Books, Violation

__all__ = ["BundleViolationError", "Validation"]

_PACKAGE = "wiro_client"
_OPENAPI, _ASYNCAPI = "openapi.json", "asyncapi.json"
_MAX_PROBLEMS = 3
# Messages repeat what they complain about, which may be a whole upload.
_MAX_MESSAGE = 300


class BundleViolationError(Exception):
    """The sandbox was about to send something that the bundle forbids, or the bundle cannot be read."""


@define(eq=False)
class Validation:
    """Validators by the place where they apply.

    Args:
        books: Where violations are recorded.
        enabled: Without it nothing is checked and the bundle is never read.
    """

    books: Books
    enabled: bool = True
    _documents: dict[str, dict[str, Any]] = field(factory=dict, init=False)
    _registries: dict[str, Any] = field(factory=dict, init=False)
    _operations: dict[str, tuple[str, ...]] = field(factory=dict, init=False)
    _validators: dict[tuple[str, ...], Any] = field(factory=dict, init=False)

    def request_problem(self, operation: str, content_type: str, body: Any) -> str | None:
        """Say what is wrong with a request body, None if nothing; a problem is recorded.

        Args:
            operation: Operation id.
            content_type: `application/json` or `multipart/form-data`.
            body: The JSON value; for a form its fields by name, files as their names.
        """
        if not self.enabled:
            return None
        return self._check("request", (operation, "request", content_type), operation, body)

    def check_response(self, operation: str, status: int, body: Any) -> None:
        """Check an answer.

        Raises:
            BundleViolationError: If it is not what the bundle documents for the operation and status.
        """
        if self.enabled:
            self._require("response", (operation, "response", str(status)), f"{operation} {status}", body)

    def check_frame(self, frame: Mapping[str, Any]) -> None:
        """Check a socket frame by its type.

        Raises:
            BundleViolationError: If it is not what the bundle documents.
        """
        if self.enabled:
            self._require("frame", ("frame", str(frame["type"])), str(frame["type"]), frame)

    def check_webhook(self, schema: str, payload: Mapping[str, Any]) -> None:
        """Check a webhook payload against a component schema.

        Raises:
            BundleViolationError: If it is not what the bundle documents.
        """
        if self.enabled:
            self._require("frame", ("schema", schema), schema, payload)

    def _require(self, direction: str, key: tuple[str, ...], where: str, instance: Any) -> None:
        problem = self._check(direction, key, where, instance)
        if problem is not None:
            raise BundleViolationError(f"The sandbox's {direction} {where} violates the bundle: {problem}")

    def _check(self, direction: str, key: tuple[str, ...], where: str, instance: Any) -> str | None:
        validator = self._validators.get(key)
        if validator is None:
            validator = self._validators[key] = self._compile(key)
        if validator.is_valid(instance):
            return None
        errors = []
        for error in validator.iter_errors(instance):
            path = "/".join(str(part) for part in error.instance_path)
            errors.append(f"{path or '(root)'}: {error.message[:_MAX_MESSAGE]}")
            if len(errors) == _MAX_PROBLEMS:
                break
        problem = "; ".join(errors)
        self.books.violations.append(Violation(direction, where, problem))
        return problem

    def _compile(self, key: tuple[str, ...]) -> Any:
        # A compiled extension that a sandbox without validation need not have.
        import jsonschema_rs

        name, pointer = (_ASYNCAPI, _frame_pointer(key[1])) if key[0] == "frame" else self._openapi_place(key)
        if pointer is None:
            return jsonschema_rs.Draft202012Validator(True)
        if self._find(name, pointer) is None:
            raise BundleViolationError(f"The bundle documents no {key[0]} of type {key[1]}.")
        if name not in self._registries:
            # Documents are shared: a validator with a copy of its own would take two megabytes.
            self._registries[name] = jsonschema_rs.Registry(
                [(f"urn:{name}", self._document(name))], draft=jsonschema_rs.Draft202012
            )
        fragment = "/".join(quote(part.replace("~", "~0").replace("/", "~1")) for part in pointer)
        schema = {"$ref": f"urn:{name}#/{fragment}"}
        return jsonschema_rs.Draft202012Validator(schema, registry=self._registries[name])

    def _openapi_place(self, key: tuple[str, ...]) -> tuple[str, tuple[str, ...] | None]:
        """Return the document and the place of a schema in it, None where the bundle has no schema for a body."""
        if key[0] == "schema":
            return _OPENAPI, ("components", "schemas", key[1])
        operation_id, part, detail = key
        place = self._operation(operation_id)
        if part == "request":
            place = (*place, "requestBody", "content", detail, "schema")
        else:
            responses = self._find(_OPENAPI, (*place, "responses"))
            status = next((name for name in (detail, f"{detail[0]}XX", "default") if name in responses), None)
            if status is None:
                raise BundleViolationError(f"The bundle documents no answer with status {detail} of {operation_id}.")
            place = (*place, "responses", status)
            reference = responses[status].get("$ref")
            if reference is not None:
                place = tuple(reference.removeprefix("#/").split("/"))
            place = (*place, "content", "application/json", "schema")
        return _OPENAPI, place if self._find(_OPENAPI, place) is not None else None

    def _operation(self, operation_id: str) -> tuple[str, ...]:
        """Return the place of an operation."""
        if not self._operations:
            for path, path_item in self._document(_OPENAPI)["paths"].items():
                for method, operation in path_item.items():
                    if isinstance(operation, dict) and "operationId" in operation:
                        self._operations[operation["operationId"]] = ("paths", path, method)
        try:
            return self._operations[operation_id]
        except KeyError:
            raise BundleViolationError(f"The bundle has no operation {operation_id}.") from None

    def _find(self, name: str, place: tuple[str, ...]) -> Any:
        """Return what stands at a place of a document, None if nothing does."""
        target: Any = self._document(name)
        for part in place:
            target = target.get(part)
            if target is None:
                return None
        return target

    def _document(self, name: str) -> dict[str, Any]:
        if name not in self._documents:
            spec = importlib.util.find_spec(_PACKAGE)
            folders = list(spec.submodule_search_locations or ()) if spec else []
            path = next((Path(folder) / name for folder in folders if (Path(folder) / name).is_file()), None)
            if path is None:
                raise BundleViolationError(
                    f"{_PACKAGE}/{name} is missing, so nothing can be validated: run `python -m codegen build`, "
                    "or start the sandbox with validate=False (--no-validation)."
                )
            self._documents[name] = json.loads(path.read_text(encoding="utf-8"))
        return self._documents[name]


def _frame_pointer(frame_type: str) -> tuple[str, ...]:
    name = "".join(word.capitalize() for word in frame_type.split("_")) + "Frame"
    return ("components", "schemas", name)
