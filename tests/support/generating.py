"""Generates a client into a temporary folder and imports it under a name of its own."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from codegen.build import generate
from tests.support.specifications import write_specification

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


class Recorder:
    """Keeps the calls it is given and answers with a document."""

    def __init__(self, answer: dict[str, Any] | None = None) -> None:
        self.calls: list[Any] = []
        self._answer = answer or {}

    def send(self, call: Any, options: Any = None) -> Any:
        self.calls.append(call)
        return call.parse(self._answer)


def generated_package(folder: Path, name: str, **replaced: str) -> Iterator[ModuleType]:
    """Yield the client of the small specification, with fragments replaced, and forget it afterwards."""
    generate(write_specification(folder, **replaced), folder / name)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
        for module in [module for module in sys.modules if module.partition(".")[0] == name]:
            del sys.modules[module]
