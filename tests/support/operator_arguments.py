"""The arguments of this provider's operators and sensors, read from their signatures."""

from __future__ import annotations

import inspect
from importlib import import_module

from airflow_provider_wiro.get_provider_info import get_provider_info

__all__ = ["arguments_of", "classes_of"]


def arguments_of(kind: type) -> dict[str, inspect.Parameter]:
    """Return the arguments that this provider's classes add to Airflow's."""
    found: dict[str, inspect.Parameter] = {}
    for base in kind.__mro__:
        init = base.__dict__.get("__init__")
        if base.__module__.startswith("airflow_provider_wiro") and init is not None:
            for name, parameter in inspect.signature(init).parameters.items():
                if name != "self" and parameter.kind is not parameter.VAR_KEYWORD:
                    found.setdefault(name, parameter)
    return found


def classes_of(*kinds: str) -> list[type]:
    """Return the public classes of the modules that the provider info names under `operators`, `sensors`, …."""
    info = get_provider_info()
    modules = [import_module(name) for kind in kinds for entry in info[kind] for name in entry["python-modules"]]
    return [getattr(module, name) for module in modules for name in module.__all__]
