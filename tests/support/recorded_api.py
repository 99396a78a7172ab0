"""The generated API over nothing: every call is recorded and gets the answer that a test has put there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from wiro.errors import api_error
from wiro_client.api import AsyncApi
from wiro_client.exchange import decode
from wiro_client.types import Unset

if TYPE_CHECKING:
    from wiro_client.calls import Call, RequestOptions

__all__ = ["RecordedApi"]


class RecordedApi:
    """Takes the calls of `api`.

    Attributes:
        api: To be given to handles.
        calls: Operation id, body (form fields by name where it is a form) and `teamGUID` of each call.
        answers: What an operation answers besides `result: true`.
    """

    def __init__(self, **answers: dict[str, Any]) -> None:
        self.api = AsyncApi(self)  # type: ignore[arg-type]
        self.calls: list[tuple[str, dict[str, Any], str | None]] = []
        self.answers = answers

    @property
    def operations(self) -> list[str]:
        """Ids of what was called, in order."""
        return [operation for operation, _, _ in self.calls]

    @property
    def teams(self) -> set[str | None]:
        """All teams that calls named."""
        return {team for _, _, team in self.calls}

    async def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        operation = call.operation.id
        body = {part.name: part.value for part in call.form} if call.form is not None else call.json
        headers = {**call.headers, **((options or {}).get("headers") or {})}
        self.calls.append((operation, {} if isinstance(body, Unset) else dict(body), headers.get("teamGUID")))
        document = {"result": True, "errors": [], **self.answers.get(operation, {})}
        return decode(call, 200, {}, json.dumps(document).encode(), error_factory=api_error)
