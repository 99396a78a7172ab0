"""The documented HTTP API: authentication, bodies, operations, envelopes, validation and faults, in this order."""

import json
import logging
import time
from collections.abc import Mapping, MutableMapping
from http import HTTPStatus
from typing import Any

from attrs import frozen
from starlette.responses import Response

from wiro.sandbox.authentication import authenticate
from wiro.sandbox.bodies import FORM, JSON, read_form, read_json
from wiro.sandbox.books import RequestRecord, Violation
from wiro.sandbox.interference import Receive, Scope, Send, answer, interrupt, named_tasks
from wiro.sandbox.operations import find_operation
from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import RefusedError, refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.validation import BundleViolationError
from wiro.sandbox.world import World

__all__ = ["PREFIX", "Api"]

PREFIX = "/v1"

_LOG = logging.getLogger(__name__)


@frozen(eq=False)
class Api:
    """The ASGI application below `/v1`."""

    world: World

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = find_operation(scope["path"].removeprefix(PREFIX)) if scope["method"] == "POST" else None
        if found is None:
            refusal = refuse("unknown_url")
            await _json_response(refusal.status, refusal.to_dict())(scope, receive, send)
            return
        operation, path_values = found
        books = self.world.books
        books.counts[operation.id] += 1
        arrived = time.time()
        named: frozenset[str] = frozenset()
        if self.world.faults.choose_tasks:
            receive, named = await named_tasks(self.world, receive)
        fault = await interrupt(self.world, operation.id, scope, receive, send, named)
        if fault is not None:
            books.record_request(RequestRecord(arrived, operation.id, fault.status, None, fault.kind))
            return
        try:
            status, payload = await self._carry_out(operation, path_values, scope, receive)
        except ConnectionAbortedError:
            return
        except BundleViolationError as violation:
            status, payload = _failed(str(violation))
        except Exception as error:
            # A mistake in the sandbox itself: tests read of it in the books, people in the log.
            _LOG.exception("%s failed in the sandbox", operation.id)
            books.violations.append(Violation("response", operation.id, f"{type(error).__name__}: {error}"))
            status, payload = _failed(f"The sandbox failed: {error}")
        fault = await answer(self.world, operation.id, _json_response(status, payload), scope, receive, send, named)
        result = payload.get("result")
        books.record_request(
            RequestRecord(arrived, operation.id, status, result, None if fault is None else fault.kind)
        )

    async def _carry_out(
        self, operation: Operation, path_values: Mapping[str, str], scope: Scope, receive: Receive
    ) -> tuple[int, dict[str, Any]]:
        status = int(HTTPStatus.OK)
        try:
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            identity = "public" if operation.public else self._authenticate(headers, scope)
            content_type, body = await self._read(headers, scope, receive)
            problem = self.world.validation.request_problem(
                operation.id, content_type, _canonical(body, operation.aliases)
            )
            request = ApiRequest(
                body=body,
                path_values=path_values,
                identity=identity,
                problem=problem,
                team_guid=headers.get("teamguid") or None,
            )
            payload = {"result": True, "errors": [], **await self._handle(operation, request)}
        except RefusedError as refusal:
            status, payload = refusal.status, refusal.to_dict()
            self.world.books.refusals[str(refusal.code)] += 1
        self.world.validation.check_response(operation.id, status, payload)
        return status, payload

    async def _handle(self, operation: Operation, request: ApiRequest) -> dict[str, Any]:
        try:
            return await operation.handler(self.world, request)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            if self.world.validation.enabled:
                raise
            # Nothing has held the body against the bundle, so a wrong value shows only where it is used.
            _LOG.warning("%s was sent something that it cannot use", operation.id, exc_info=error)
            self.world.books.violations.append(Violation("request", operation.id, f"{type(error).__name__}: {error}"))
            raise refuse("invalid_parameters") from error

    def _authenticate(self, headers: Mapping[str, str], scope: Scope) -> str:
        address = scope["client"][0] if scope.get("client") else ""
        return authenticate(headers, address, self.world.options, self.world.project)

    async def _read(
        self, headers: Mapping[str, str], scope: MutableMapping[str, Any], receive: Receive
    ) -> tuple[str, dict[str, Any]]:
        if headers.get("content-type", "").lower().startswith(FORM):
            return FORM, await read_form(scope, receive, self.world.options.max_body_bytes)
        return JSON, await read_json(receive, self.world.options.max_json_bytes)


def _canonical(body: Mapping[str, Any], aliases: Mapping[str, str]) -> dict[str, Any]:
    """Return a body as the bundle writes it: its own parameter names, and names in place of files."""
    return {aliases.get(name, name): _without_files(value) for name, value in body.items()}


def _without_files(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_files(item) for item in value]
    return value.name if isinstance(value, Upload) else value


def _failed(message: str) -> tuple[int, dict[str, Any]]:
    return int(HTTPStatus.INTERNAL_SERVER_ERROR), {"result": False, "errors": [{"code": 0, "message": message}]}


def _json_response(status: int, payload: Mapping[str, Any]) -> Response:
    content = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return Response(content.encode(), status, media_type="application/json")
