"""Calls as the generated client makes them, one of each effect, without needing any particular operation."""

from __future__ import annotations

from typing import Any, Literal

from wiro.config import Config, resolve_config
from wiro_client.calls import Call, FormPart, Operation
from wiro_client.types import UNSET

Effect = Literal["read", "idempotent", "create", "charge"]


def call(
    effect: Effect = "read",
    *,
    auth: Literal["none", "key", "runtime"] = "key",
    path: str = "/Task/Detail",
    json: Any = UNSET,
    form: list[FormPart] | None = None,
    headers: dict[str, str] | None = None,
) -> Call[Any]:
    """Return a call whose result is the decoded answer."""
    operation = Operation(
        id=f"test_{effect}", tag="test", method="POST", path=path, effect=effect, auth=auth, status="current"
    )
    body = {"taskid": "1"} if json is UNSET and form is None else json
    return Call(
        operation=operation, path=path, headers=headers or {}, json=body, form=form, parse=lambda answer: answer
    )


def config_for(base_url: str, **arguments: Any) -> Config:
    """Return a configuration for a test server, untouched by the environment."""
    defaults: dict[str, Any] = {"api_key": "test-api-key", "timeout": 5.0, "environment": {}}
    return resolve_config(base_url=base_url, **{**defaults, **arguments})
