"""Parameters of a run from the command line, typed by the model's own schema.

    -p prompt="a lake"        text, or a number where the model takes one
    -p inputImage=@lake.png   a local file, where the model takes files; repeat it for several
    -p seed:=42               JSON, whatever the model takes

Only parameters that take files read them: a prompt that begins with an @ is a prompt, and never publishes a file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiro.catalog import Model, Parameter

__all__ = ["parameters_from"]

_BOOLEAN_TYPES: Final = frozenset({"boolean", "bool", "checkbox", "switch", "toggle"})
_BOOLEANS: Final = {"true": True, "false": False}


def parameters_from(document: str | None, flags: Sequence[str], model: Model | None) -> dict[str, Any]:
    """Return the parameters of a run.

    Args:
        document: A JSON object, `@file` with one, or `@-` for stdin.
        flags: `key=value`, `key=@file` or `key:=JSON`; they win over the document.
        model: Its schema types the values; None leaves texts as they are, and takes every `@file` for a file.

    Raises:
        UsageError: Names what cannot be read.
    """
    params = _document(document) if document is not None else {}
    given: dict[str, list[Any]] = {}
    for flag in flags:
        key, value = _flag(flag, model)
        given.setdefault(key, []).append(value)
    return params | {key: values[0] if len(values) == 1 else values for key, values in given.items()}


def _flag(flag: str, model: Model | None) -> tuple[str, Any]:
    key, equals, text = flag.partition("=")
    if not equals or not key.rstrip(":"):
        raise click.UsageError(f"-p {flag!r}: write key=value, key=@file or key:=JSON")
    if key.endswith(":"):
        return key[:-1], _json(text, f"-p {key}=...")
    if model is None:
        return key, Path(text[1:]) if text.startswith("@") else text
    parameter = next((parameter for parameter in model.parameters if key in parameter.keys), None)
    if parameter is None:
        if text.startswith("@"):
            files = ", ".join(known.id for known in model.parameters if known.is_file) or "none"
            raise click.UsageError(f"-p {flag}: {model.name} has no such parameter; those that take files: {files}")
        return key, text
    return key, _typed(parameter, text, flag)


def _typed(parameter: Parameter, text: str, flag: str) -> Any:
    if parameter.is_file and text.startswith("@"):
        path = Path(text[1:]).expanduser()
        if not path.is_file():
            raise click.UsageError(f"-p {flag}: there is no file {str(path)!r}")
        return path
    if parameter.is_number:
        # Anything else stays as it is, for the check against the schema to name it with what is accepted.
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
    if parameter.type in _BOOLEAN_TYPES:
        return _BOOLEANS.get(text.lower(), text)
    return text


def _document(text: str) -> dict[str, Any]:
    source = "--params"
    if text.startswith("@"):
        source = f"--params {text}"
        try:
            text = sys.stdin.read() if text == "@-" else Path(text[1:]).expanduser().read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise click.UsageError(f"{source}: cannot be read: {reason}") from error
    document = _json(text, source)
    if not isinstance(document, dict):
        raise click.UsageError(f"{source}: is a JSON {type(document).__name__}; accepted: an object")
    return document


def _json(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"{source}: is no JSON: {error}") from error
