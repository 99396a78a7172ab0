"""Faults from a file: a list of rules, in YAML or JSON, with an optional seed for those that act by chance.

seed: 7
faults:
- {operation: runs_create, kind: drop_after_accept}
- {kind: lose_frame, probability: 0.1, times: null}
"""

from pathlib import Path
from typing import Any

import yaml

from wiro.sandbox.faults import Faults

__all__ = ["read_faults"]

_NAMES = frozenset({"faults", "seed"})


def read_faults(path: Path) -> Faults:
    """Read a file of faults.

    Raises:
        OSError: If the file cannot be read.
        ValueError: If it says something else, with the number of the rule.
    """
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is neither YAML nor JSON: {error}") from None
    if isinstance(document, list):
        document = {"faults": document}
    if isinstance(document, dict) and not document.keys() <= _NAMES:
        unknown = ", ".join(sorted(str(name) for name in document.keys() - _NAMES))
        raise ValueError(f"{path} says {unknown}; accepted: {', '.join(sorted(_NAMES))}.")
    if not isinstance(document, dict) or not isinstance(document.get("faults"), list):
        raise ValueError(f"{path} holds no list of faults.")
    seed = document.get("seed", 0)
    if isinstance(seed, bool) or not isinstance(seed, int):
        raise ValueError(f"{path}: seed must be a whole number, not {seed!r}.")
    faults = Faults(seed)
    for number, rule in enumerate(document["faults"], 1):
        _add(faults, rule, f"{path}, fault {number}")
    return faults


def _add(faults: Faults, rule: Any, where: str) -> None:
    if not isinstance(rule, dict):
        raise ValueError(f"{where}: {rule!r} is no rule.")
    try:
        faults.add(**{str(name): value for name, value in rule.items()})
    except ValueError as error:
        raise ValueError(f"{where}: {error.args[0]}") from None
