"""From keyword arguments to a call: names, types and encodings are checked here, before anything is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from inspect import signature
from typing import Any, Literal, NoReturn, TypeVar
from urllib.parse import quote

from attrs import frozen

from .calls import Call, FormPart, Operation
from .errors import InvalidArgumentError
from .json_values import check_json
from .model import Model
from .shapes import Nested, Shape
from .types import UNSET, File, Unset

__all__ = ["Parameter", "keywords", "prepare"]

Function = TypeVar("Function", bound=Callable[..., Any])
Result = TypeVar("Result")


@frozen
class Parameter:
    """One argument of an operation.

    Attributes:
        name: Keyword of the method.
        wire_name: Name the service knows.
        location: Where it goes. ``content`` is the whole body, for bodies whose fields are free.
        shape: What it accepts.
        required: True if the operation cannot do without it.
        aliases: Older names of it; they are keywords too, and send the current name.
        pattern: Regular expression the text must match, for parts of the path.
        as_text: True if numbers are sent as strings.
    """

    name: str
    wire_name: str
    location: Literal["path", "header", "query", "body", "content"]
    shape: Shape
    required: bool = False
    aliases: tuple[str, ...] = ()
    pattern: str | None = None
    as_text: bool = False


def keywords(function: Function) -> Function:
    """Let missing keyword arguments through, so that ``prepare`` can say what they are.

    Python's own TypeError names a missing keyword but not what it takes. Type checkers still see it as required.
    """
    required = {
        parameter.name: UNSET
        for parameter in signature(function).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is parameter.empty
    }
    function.__kwdefaults__ = {**(function.__kwdefaults__ or {}), **required}
    return function


def prepare(
    operation: Operation,
    parameters: Sequence[Parameter],
    values: Mapping[str, Any],
    parse: Callable[[Any], Result],
    *,
    body: Literal["none", "json", "form", "either"] = "json",
    at_least: int = 0,
    at_most: int | None = None,
) -> Call[Result]:
    """Return the call of an operation.

    Args:
        operation: What to call.
        parameters: What it takes.
        values: The arguments by keyword; ``UNSET`` for those not given.
        parse: Makes the result from the answer.
        body: How the body is written; ``either`` is a form if it holds a file or ``multipart`` is True, else JSON.
        at_least: How many of the body's parameters must be given, whichever they are.
        at_most: How many of them may be given.

    Raises:
        InvalidArgumentError: An argument is missing or has the wrong type; the message names it.
    """
    path = operation.path
    headers: dict[str, str] = {}
    query: list[str] = []
    content: dict[str, Any] = {}
    for parameter in parameters:
        value = _argument(parameter, values)
        if value is UNSET:
            continue
        match parameter.location:
            case "path":
                path = path.replace(f"{{{parameter.wire_name}}}", _path_part(parameter, value))
            case "header":
                headers[parameter.wire_name] = _header_value(parameter, value)
            case "query":
                query.append(f"{quote(parameter.wire_name, safe='')}={quote(_form_text(value), safe='')}")
            case "content":
                content = _free_content(parameter, value, files=body in ("form", "either"))
            case "body":
                content[parameter.wire_name] = _text(value) if parameter.as_text else value
    if not at_least <= len(content) <= (len(content) if at_most is None else at_most):
        _refuse_count(parameters, content, at_least, at_most)
    if query:
        path = f"{path}?{'&'.join(query)}"
    as_form = body == "form" or (body == "either" and (values.get("multipart") is True or _has_file(content)))
    return Call(
        operation,
        path,
        headers,
        UNSET if as_form or body == "none" else {name: _json_value(value) for name, value in content.items()},
        _form(content) if as_form else None,
        parse=parse,
    )


def _refuse_count(
    parameters: Sequence[Parameter], content: Mapping[str, Any], at_least: int, at_most: int | None
) -> NoReturn:
    names = [parameter.name for parameter in parameters if parameter.location == "body"]
    count = "exactly" if at_most == at_least else "at least" if len(content) < at_least else "at most"
    number = at_least if len(content) < at_least else at_most
    given = ", ".join(content) or "none"
    raise InvalidArgumentError(
        f"{count} {number} of {', '.join(names)} must be given, not {given}", parameter=names[0] if names else ""
    )


def _argument(parameter: Parameter, values: Mapping[str, Any]) -> Any:
    """Return the checked value of a parameter, from its current keyword or an older one."""
    name, value = parameter.name, values[parameter.name]
    for alias in parameter.aliases:
        older = values.get(alias, UNSET)
        if older is UNSET:
            continue
        if value is not UNSET:
            raise InvalidArgumentError(f"{alias} is an older name of {name}: give one of them", parameter=alias)
        name, value = alias, older
    if isinstance(value, Unset):
        if parameter.required:
            raise InvalidArgumentError(f"{name} is required: {parameter.shape.label}", parameter=name)
        return UNSET
    if parameter.location != "content":
        parameter.shape.check(value, name)
    return value


def _path_part(parameter: Parameter, value: Any) -> str:
    text = _form_text(value)
    if parameter.pattern is not None and not re.fullmatch(parameter.pattern, text):
        raise InvalidArgumentError(
            f"{parameter.name} must match {parameter.pattern}: it becomes a part of the address",
            parameter=parameter.name,
        )
    if text in ("", ".", ".."):
        raise InvalidArgumentError(f"{parameter.name} must not be empty or dots only", parameter=parameter.name)
    return quote(text, safe="")


def _header_value(parameter: Parameter, value: Any) -> str:
    text = _form_text(value)
    if not text.isascii() or not text.isprintable():
        raise InvalidArgumentError(
            f"{parameter.name} must be printable ASCII: it is sent as a header", parameter=parameter.name
        )
    return text


def _free_content(parameter: Parameter, value: Any, *, files: bool) -> dict[str, Any]:
    """Return the checked fields of a body that takes more than the documented ones."""
    name = parameter.name
    if not isinstance(value, Model | Mapping) or not isinstance(parameter.shape, Nested):
        raise InvalidArgumentError(f"{name} must be {parameter.shape.label}", parameter=name)
    fields = value.to_dict() if isinstance(value, Model) else value
    documented = {field.name: field.shape for field in parameter.shape.model()._fields.values()}
    content: dict[str, Any] = {}
    for key, item in fields.items():
        if not isinstance(key, str):
            raise InvalidArgumentError(f"{name} must have strings as keys", parameter=name)
        if item is UNSET:
            continue
        if key in documented and not (files and _is_file(item)):
            documented[key].check(item, f"{name}.{key}")
        else:
            check_json(item, f"{name}.{key}", files=files)
        content[key] = item
    return content


def _is_file(value: Any) -> bool:
    return isinstance(value, File) or (isinstance(value, list | tuple) and any(map(_is_file, value)))


def _has_file(content: Mapping[str, Any]) -> bool:
    return any(map(_is_file, content.values()))


def _json_value(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {name: _json_value(item) for name, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_json_value(item) for item in value]
    return value


def _form(content: Mapping[str, Any]) -> list[FormPart]:
    """Return the parts of a form: lists become parts of one name, null is left out, objects are JSON text."""
    parts: list[FormPart] = []
    for name, value in content.items():
        items = value if isinstance(value, list | tuple) else (value,)
        parts += [
            FormPart(name, item if isinstance(item, File) else _form_text(item)) for item in items if item is not None
        ]
    return parts


def _form_text(value: Any) -> str:
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping | Model | list | tuple):
        return json.dumps(_json_value(value), ensure_ascii=False, separators=(",", ":"))
    return str(_json_value(value))


def _text(value: Any) -> Any:
    return _form_text(value) if isinstance(value, int | float) else value
