"""A faithful local Wiro: the documented HTTP API, socket and webhooks on one port, with no account and no money.

`python -m wiro.sandbox` starts one in the foreground; `Sandbox` runs one inside this process, for tests.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wiro.sandbox.books import Books
    from wiro.sandbox.faults import Fault, Faults
    from wiro.sandbox.options import SandboxOptions
    from wiro.sandbox.server import Sandbox

__all__ = ["Books", "Fault", "Faults", "Sandbox", "SandboxOptions"]

_MODULES = {
    "Books": "books",
    "Fault": "faults",
    "Faults": "faults",
    "Sandbox": "server",
    "SandboxOptions": "options",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
