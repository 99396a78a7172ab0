"""All operations, by their path, and the names of everything that a request can be."""

from collections.abc import Mapping

from wiro.sandbox.account import ACCOUNT_OPERATIONS
from wiro.sandbox.agents.operations import AGENT_OPERATIONS
from wiro.sandbox.downloads import DOWNLOAD
from wiro.sandbox.file_operations import FILE_OPERATIONS
from wiro.sandbox.oauth import OAUTH_OPERATIONS
from wiro.sandbox.oauth.providers import PROVIDERS
from wiro.sandbox.registry import REGISTRY_OPERATIONS
from wiro.sandbox.requests import Operation
from wiro.sandbox.task_operations import TASK_OPERATIONS
from wiro.sandbox.teams import TEAM_OPERATIONS
from wiro.sandbox.tool_operations import TOOL_OPERATIONS

__all__ = ["OPERATIONS", "REQUEST_NAMES", "find_operation"]

OPERATIONS: tuple[Operation, ...] = (
    *TOOL_OPERATIONS,
    *TASK_OPERATIONS,
    *FILE_OPERATIONS,
    *REGISTRY_OPERATIONS,
    *AGENT_OPERATIONS,
    *OAUTH_OPERATIONS,
    *TEAM_OPERATIONS,
    *ACCOUNT_OPERATIONS,
)

#: Names of all requests that faults can hit: operations, downloads, and the callbacks of the providers.
REQUEST_NAMES: frozenset[str] = frozenset(
    {operation.id for operation in OPERATIONS} | {provider.callback_id for provider in PROVIDERS.values()} | {DOWNLOAD}
)

_BY_PATH: Mapping[str, Operation] = {operation.path: operation for operation in OPERATIONS}
_RUN = _BY_PATH["/Run/{owner-slug}/{model-slug}"]


def find_operation(path: str) -> tuple[Operation, dict[str, str]] | None:
    """Return the operation at a path and what stands in its braces.

    Args:
        path: Decoded path below `/v1`, such as `/Task/Detail`.
    """
    operation = _BY_PATH.get(path)
    if operation is not None:
        return operation, {}
    match path.split("/"):
        case ["", "Run", owner, slug] if owner and slug:
            return _RUN, {"owner-slug": owner, "model-slug": slug}
    return None
