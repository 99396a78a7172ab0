"""The bundle as a judge: every request, answer, frame and webhook is held against the generated documents.

The documents are read and compiled on first use. A violation by the sandbox is a failure of the sandbox, not a warning.
"""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from wiro.sandbox.books import Books, Violation

__all__ = ["BundleViolationError", "Validation"]

_PACKAGE = "wiro_client"
_MAX_PROBLEMS = 3


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
    _operations: dict[str, dict[str, Any]] = field(factory=dict, init=False)
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
            errors.append(f"{path or '(root)'}: {error.message}")
            if len(errors) == _MAX_PROBLEMS:
                break
        problem = "; ".join(errors)
        self.books.violations.append(Violation(direction, where, problem))
        return problem

    def _compile(self, key: tuple[str, ...]) -> Any:
        # A compiled extension that a sandbox without validation need not have.
        import jsonschema_rs

        if key[0] == "frame":
            document, schema = self._document("asyncapi.json"), self._frame_schema(key[1])
        else:
            document, schema = self._document("openapi.json"), self._openapi_schema(key)
        return jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})

    def _openapi_schema(self, key: tuple[str, ...]) -> dict[str, Any]:
        if key[0] == "schema":
            return {"$ref": f"#/components/schemas/{key[1]}"}
        operation_id, part, detail = key
        operation = self._operation(operation_id)
        if part == "request":
            content = operation.get("requestBody", {}).get("content", {})
        else:
            responses = operation["responses"]
            response = responses.get(detail) or responses.get(f"{detail[0]}XX") or responses.get("default")
            if response is None:
                raise BundleViolationError(f"The bundle documents no answer with status {detail} of {operation_id}.")
            content = self._resolve(response).get("content", {})
            detail = "application/json"
        schema: dict[str, Any] = content.get(detail, {}).get("schema", {})
        return schema

    def _operation(self, operation_id: str) -> dict[str, Any]:
        if not self._operations:
            for path_item in self._document("openapi.json")["paths"].values():
                for operation in path_item.values():
                    if isinstance(operation, dict) and "operationId" in operation:
                        self._operations[operation["operationId"]] = operation
        try:
            return self._operations[operation_id]
        except KeyError:
            raise BundleViolationError(f"The bundle has no operation {operation_id}.") from None

    def _resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        reference = node.get("$ref")
        if reference is None:
            return node
        target: Any = self._document("openapi.json")
        for part in reference.removeprefix("#/").split("/"):
            target = target[part]
        return dict(target)

    def _frame_schema(self, frame_type: str) -> dict[str, Any]:
        name = "".join(word.capitalize() for word in frame_type.split("_")) + "Frame"
        if name not in self._document("asyncapi.json")["components"]["schemas"]:
            raise BundleViolationError(f"The bundle documents no frame of type {frame_type}.")
        return {"$ref": f"#/components/schemas/{name}"}

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
