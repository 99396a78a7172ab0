"""One request as an operation sees it, and what an operation is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from wiro.sandbox.refusals import refuse

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["ApiRequest", "Handler", "Operation"]


@define(kw_only=True)
class ApiRequest:
    """One authenticated request.

    Args:
        body: The JSON object, or the fields of a form with `Upload`s for files.
        path_values: What stands in the braces of the path.
        identity: How the caller proved who it is.
        problem: What the bundle has against the body, if anything.
        team_guid: The team that the `teamGUID` header names, None without one.
    """

    body: dict[str, Any]
    path_values: Mapping[str, str] = field(factory=dict)
    identity: str = "key"
    problem: str | None = None
    team_guid: str | None = None

    def accept(self) -> None:
        """Go on only with a body that the bundle allows; called after the documented checks and before any effect.

        Raises:
            RefusedError: If the bundle forbids the body. It says nothing of why; the books do.
        """
        if self.problem is not None:
            raise refuse("invalid_parameters")


Handler = Callable[["World", ApiRequest], Awaitable[dict[str, Any]]]


@frozen
class Operation:
    """One operation.

    Args:
        id: Operation id in the bundle.
        path: Path below `/v1`.
        handler: What it does.
        aliases: The bundle's name by each other documented name of a parameter.
        public: Whether anybody may use it without a key.
    """

    id: str
    path: str
    handler: Handler
    aliases: Mapping[str, str] = field(factory=dict)
    public: bool = field(default=False, kw_only=True)
