"""The public names of a package with their signatures, as text: what users rely on, and what must not change unseen.

`python -m tests.support.public_api` writes the files that the tests compare with; their diff is what a reviewer reads.
"""

from __future__ import annotations

import difflib
import enum
import functools
import importlib
import inspect
import pkgutil
import re
import sys
import types
from abc import ABC
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Unpack, get_args, get_origin, is_typeddict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA = Path(__file__).parents[1] / "contract" / "data" / "public_api"
COMMAND = "python -m tests.support.public_api"
PACKAGES = ("wiro", "wiro_client", "airflow_provider_wiro")
#: Of these only what the package itself exports is public.
_OPAQUE = ("wiro.sandbox", "wiro.cli", "wiro_client.api", "wiro_client.models")
#: What Airflow and authors of DAGs import from the provider; its other modules are parts of these.
_OF_THE_PROVIDER = (
    "decorators",
    "files",
    "get_provider_info",
    "hooks",
    "links",
    "notifications",
    "operators",
    "sensors",
    "triggers",
)
_OURS = tuple(f"{name}." for name in PACKAGES)
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def described(package: str) -> dict[str, str]:
    """Return everything public of a package: a text for each module with a line for each name, sorted."""
    found = {}
    for name in sorted(_public_modules(package)):
        module = importlib.import_module(name)
        lines = [f"module {name}"]
        for public in sorted(set(module.__all__)):
            lines += (f"  {line}" for line in _described(public, getattr(module, public)))
        found[name] = "\n".join(lines) + "\n"
    return found


def difference(package: str) -> str:
    """Return what has changed since the file was written, as a diff; empty if nothing has."""
    pinned = (DATA / f"{package}.txt").read_text(encoding="utf-8")
    before = {text.split()[1]: text for text in re.split(r"^(?=module )", pinned, flags=re.MULTILINE) if text}
    now = described(package)
    names = sorted(name for name in {*before, *now} if not _needs_newer_airflow(name))
    texts = ["".join(versions.get(name, "") for name in names).splitlines() for versions in (before, now)]
    return "\n".join(difflib.unified_diff(*texts, "pinned", "now", lineterm="", n=1))


def _needs_newer_airflow(name: str) -> bool:
    """Tell whether a module says so itself; other reasons for not being importable are for the test to see."""
    try:
        importlib.import_module(name)
    except ImportError as error:
        return "need Airflow 3" in str(error)
    return False


def _public_modules(package: str) -> Iterator[str]:
    root = importlib.import_module(package)
    yield package
    if package in _OPAQUE:
        return
    for found in pkgutil.iter_modules(root.__path__, f"{package}."):
        last = found.name.rpartition(".")[2]
        internal = package == "airflow_provider_wiro" and last not in _OF_THE_PROVIDER
        if last.startswith("_") or internal or _needs_newer_airflow(found.name):
            continue
        if found.ispkg:
            yield from _public_modules(found.name)
        elif hasattr(importlib.import_module(found.name), "__all__"):
            yield found.name


def _described(name: str, value: Any) -> Iterator[str]:
    if inspect.isclass(value) and get_origin(value) is None:
        yield from _described_class(name, value)
    elif isinstance(value, (types.FunctionType, functools.partial)):
        yield f"{_keyword(value)} {name}{_signature(value)}"
    elif isinstance(value, types.ModuleType):
        yield f"module {name}"
    elif get_origin(value) is not None or isinstance(value, types.UnionType):
        yield f"type {name} = {' | '.join(sorted(map(_shown, get_args(value)))) or value}"
    else:
        yield f"value {name}: {type(value).__name__}"


def _described_class(name: str, kind: type) -> Iterator[str]:
    bases = ", ".join(dict.fromkeys(base.__name__ for base in _public_bases(kind)))
    yield f"class {name}({bases})" if bases else f"class {name}"
    if issubclass(kind, enum.Enum):
        yield f"  members {', '.join(f'{member.name}={member.value!r}' for member in kind)}"
        return
    if is_typeddict(kind):
        yield f"  keys {', '.join(f'{key}: {_shown(hint)}' for key, hint in sorted(kind.__annotations__.items()))}"
        return
    # Also what comes from private base classes; what comes from elsewhere is not ours to pin.
    attributes = {
        attribute: value
        for base in reversed(kind.__mro__)
        if f"{base.__module__}.".startswith(_OURS) and (base is kind or base.__module__ != "wiro_client.model")
        for attribute, value in vars(base).items()
        if attribute == "__init__" or not attribute.startswith("_")
    }
    taken = set(inspect.signature(attributes["__init__"]).parameters) if "__init__" in attributes else set()
    for attribute in sorted({*_documented_attributes(kind)} - {*attributes} - taken):
        yield f"  attribute {attribute}"
    for attribute, value in sorted(attributes.items()):
        found = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
        if isinstance(value, property):
            yield f"  property {attribute} -> {_shown(inspect.signature(_getter(value)).return_annotation)}"
        elif isinstance(found, types.FunctionType):
            prefix = f"{type(value).__name__} " if found is not value else ""
            yield f"  {prefix}{_keyword(found)} {attribute}{_signature(found)}"
        elif isinstance(value, types.MemberDescriptorType):
            if attribute not in taken:
                yield f"  attribute {attribute}"
        elif isinstance(value, (str, int, float, bool, tuple, frozenset, type(None))):
            yield f"  value {attribute} = {sorted(value) if isinstance(value, frozenset) else value!r}"
        else:
            yield f"  value {attribute}: {type(value).__name__}"


def _public_bases(kind: type) -> Iterator[type]:
    """Yield what a class is, as far as users can name it: private base classes stand for their own bases."""
    for base in kind.__bases__:
        private = any(part.startswith("_") for part in (*base.__module__.split("."), base.__name__))
        if private and f"{base.__module__}.".startswith(_OURS):
            yield from _public_bases(base)
        elif base not in (object, ABC, Generic):
            yield base


def _getter(value: property) -> Callable[..., Any]:
    if value.fget is None:
        raise TypeError(f"{value} cannot be read")
    return value.fget


def _keyword(function: Any) -> str:
    asynchronous = inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)
    return "async def" if asynchronous else "def"


class _Annotation:
    """Shown without the quotes that a string has."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _signature(function: Any) -> str:
    found = inspect.signature(function)
    parameters = [
        one.replace(annotation=_Annotation(_shown(one.annotation))) if one.annotation is not one.empty else one
        for one in found.parameters.values()
    ]
    result = found.return_annotation
    shown = result if result is found.empty else _Annotation(_shown(result))
    return _ADDRESS.sub("", str(found.replace(parameters=parameters, return_annotation=shown)))


def _documented_attributes(kind: type) -> Iterator[str]:
    """Yield the names under "Attributes:" in the docstring of a class: some are made by its constructor only."""
    lines = (inspect.cleandoc(kind.__doc__) if kind.__doc__ else "").splitlines()
    if "Attributes:" in lines:
        for line in lines[lines.index("Attributes:") + 1 :]:
            if found := re.match(r"    (\w+):", line):
                yield found[1]
            elif line and not line.startswith(" "):
                return


def _shown(hint: Any) -> str:
    if isinstance(hint, str):
        return hint
    if get_origin(hint) is Unpack:
        return f"Unpack[{get_args(hint)[0].__name__}]"
    forward = getattr(hint, "__forward_arg__", None)
    if forward or (inspect.isclass(hint) and get_origin(hint) is None):
        return forward or hint.__name__
    # Where Python 3.13 keeps its paths.
    return str(hint).replace("pathlib._local.", "pathlib.")


def write(*packages: str) -> None:
    """Write what is public now."""
    DATA.mkdir(exist_ok=True)
    for package in packages or PACKAGES:
        (DATA / f"{package}.txt").write_text("".join(described(package).values()), encoding="utf-8")


if __name__ == "__main__":
    write(*sys.argv[1:])
