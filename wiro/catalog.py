"""Models and their parameters, and what is wrong with the parameters of a run before it costs anything.

Rows come from Tool/Detail, where numbers and booleans may be strings and whole fields may be JSON within a string.
Everything is read leniently here: a model whose schema looks odd can still be run.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from wiro._json import non_json_values
from wiro.errors import InvalidArgumentError, InvalidParametersError, ModelNotFoundError, NotFoundError
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "Model",
    "Option",
    "Parameter",
    "check_parameters",
    "has_files",
    "model_from_rows",
    "model_not_found",
    "parse_model_name",
]

_SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FILE_TYPES: Final = frozenset({"fileinput", "multifileinput", "combinefileinput"})
_NUMBER_TYPES: Final = frozenset({"range", "number", "numeric", "integer", "float"})
_TRUE_TEXTS: Final = frozenset({"true", "1", "yes", "required"})


@frozen(slots=True)
class Option:
    """One choice of a `select` parameter. `value` is what a run sends."""

    value: str
    label: str


@frozen(slots=True, kw_only=True)
class Parameter:
    """One input of a model.

    Attributes:
        id: Its key in a run.
        type: In lower case: text, textarea, select, range, number, fileinput, multifileinput, combinefileinput, or
            whatever else the catalogue says.
        label: For people.
        required: Whether a run without it is refused.
        default: What the model page fills in; None if nothing.
        options: Choices of a `select`.
        minimum: Least number accepted.
        maximum: Greatest number accepted.
        step: Distance of the numbers between.
        note: What the catalogue says about it.
        placeholder: Example input.
        group: Title of the group that it is shown in.
        advanced: Whether the model page hides it at first.
    """

    id: str
    type: str
    label: str = ""
    required: bool = False
    default: Any = None
    options: tuple[Option, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    note: str = ""
    placeholder: str = ""
    group: str = ""
    advanced: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it takes files or their addresses."""
        return self.type in _FILE_TYPES

    @property
    def is_number(self) -> bool:
        """Whether it takes a number."""
        return self.type in _NUMBER_TYPES


@frozen(slots=True, kw_only=True)
class Model:
    """A model of the catalogue.

    Attributes:
        owner: First half of its name.
        slug: Second half of its name.
        title: For people.
        description: One paragraph.
        categories: Such as `text-to-image`.
        parameters: In the order of the catalogue; empty if it does not say.
        raw: The whole row.
    """

    owner: str
    slug: str
    title: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = field(default=(), repr=False)
    raw: Mapping[str, Any] = field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """`owner/slug`, as `Wiro.run` takes it."""
        return f"{self.owner}/{self.slug}"


def parse_model_name(name: object) -> tuple[str, str]:
    """Split `owner/slug`.

    Raises:
        InvalidArgumentError: It is no model name.
    """
    parts = name.split("/") if isinstance(name, str) else []
    if len(parts) != 2 or not all(_SLUG.fullmatch(part) for part in parts):
        raise InvalidArgumentError(
            f"model is {name!r}; accepted: 'owner/model' as in the address of its page, each half of letters, digits, "
            "'.', '_' and '-', beginning with a letter or digit.",
            parameter="model",
        )
    return parts[0], parts[1]


def model_from_rows(name: str, rows: object) -> Model:
    """Read the answer of Tool/Detail.

    Args:
        name: What was asked for.
        rows: The `tool` list of the answer.

    Raises:
        ModelNotFoundError: The list is empty.
    """
    row = rows[0] if isinstance(rows, (list, tuple)) and rows else rows
    if not isinstance(row, dict) or not row:
        raise model_not_found(name)
    owner, slug = parse_model_name(name)
    return Model(
        owner=_slug(row, "owner") or owner,
        slug=_slug(row, "project") or slug,
        title=_text(row.get("title")),
        description=_text(row.get("description")),
        categories=tuple(_text(category) for category in _list(row.get("categories"))),
        parameters=tuple(_parameters(row.get("parameters"))),
        raw=row,
    )


def model_not_found(name: str, cause: NotFoundError | None = None) -> ModelNotFoundError:
    """Make the error for a model that does not exist, or that this key may not see."""
    error = ModelNotFoundError(
        operation=cause.operation if cause else "tools_detail",
        status_code=cause.status_code if cause else 200,
        code=cause.code if cause else None,
        message=f"there is no model {name!r}, or this key may not use it" + (f" [{cause.message}]" if cause else ""),
        errors=cause.errors if cause else (),
        body=cause.body if cause else {},
    )
    error.model = name
    return error


def check_parameters(model: Model, params: Mapping[str, Any]) -> None:
    """Check the parameters of a run against what the catalogue says about the model.

    Checked is what is certain to be refused: required parameters that are missing or empty, and values that cannot be
    sent. A required parameter with a default may be left out. Unknown parameters pass: the catalogue is not complete.

    Args:
        model: The model.
        params: Parameters of the run; a value may be a `File`, or a list with files in it.

    Raises:
        InvalidParametersError: Names every violation.
    """
    violations = [*_missing(model, params), *_unsendable(params)]
    if violations:
        raise InvalidParametersError(f"{model.name}: {'; '.join(violations)}.", violations)


def has_files(params: Mapping[str, Any]) -> bool:
    """Tell whether a run has files to upload, and therefore is sent as a multipart form."""
    return any(
        isinstance(inner, File) for value in params.values() for inner in (value if _is_list(value) else (value,))
    )


def _missing(model: Model, params: Mapping[str, Any]) -> Iterator[str]:
    for parameter in model.parameters:
        if not parameter.required:
            continue
        keys = [parameter.id]
        if parameter.type in ("fileinput", "multifileinput"):
            keys.append(f"{parameter.id}Url")  # documented: the file, or its address under this key
        given = [key for key in keys if key in params]
        if any(not _is_empty(params[key]) for key in given):
            continue
        label = f" ({parameter.label})" if parameter.label and parameter.label != parameter.id else ""
        if given:
            yield f"params.{parameter.id}{label} is required and must not be empty"
        elif _is_empty(parameter.default):
            yield f"params.{parameter.id}{label} is required"


def _unsendable(params: Mapping[Any, Any]) -> Iterator[str]:
    for key, value in params.items():
        if not isinstance(key, str):
            yield f"params has the key {key!r}, a {type(key).__name__}; parameter names are strings"
            continue
        path = f"params.{key}"
        if isinstance(value, File):
            continue
        if _is_list(value):
            pairs = [(f"{path}[{index}]", inner) for index, inner in enumerate(value) if not isinstance(inner, File)]
        else:
            pairs = [(path, value)]
        for place, inner in pairs:
            for where, problem in non_json_values(inner, place):
                hint = "; pass files as wiro.File" if isinstance(inner, (bytes, bytearray)) else ""
                yield f"{where} {problem}{hint}"


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _is_empty(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, (list, tuple)) and all(_is_empty(inner) for inner in value))


def _slug(row: Mapping[str, Any], half: str) -> str | None:
    for key in (f"cleanslug{half}", f"slug{half}"):
        value = row.get(key)
        if isinstance(value, str) and _SLUG.fullmatch(value):
            return value
    return None


def _parameters(value: object) -> Iterator[Parameter]:
    for group in _list(value):
        if not isinstance(group, dict):
            continue
        title = _text(group.get("title"))
        # Grouped is documented; a flat list of items is read too.
        for item in _list(group["items"]) if "items" in group else [group]:
            if isinstance(item, dict) and (identifier := _text(item.get("id")).strip()):
                yield _parameter(identifier, item, title if "items" in group else "")


def _parameter(identifier: str, item: Mapping[str, Any], group: str) -> Parameter:
    return Parameter(
        id=identifier,
        type=_text(item.get("type")).strip().lower(),
        label=_text(item.get("label")),
        required=_truth(item.get("required")),
        default=item.get("default"),
        options=tuple(_options(item.get("options"))),
        minimum=_number(item.get("min")),
        maximum=_number(item.get("max")),
        step=_number(item.get("step")),
        note=_text(item.get("note") or item.get("description")),
        placeholder=_text(item.get("placeholder")),
        group=group,
        advanced=_truth(item.get("advanced")),
    )


def _options(value: object) -> Iterator[Option]:
    for option in _list(value):
        if isinstance(option, dict):
            text = _text(option.get("value"))
            yield Option(text, _text(option.get("label")) or text)
        elif option is not None:
            yield Option(_text(option), _text(option))


def _list(value: object) -> list[Any]:
    """Return a list, also one that is written as JSON in a string."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return []
    return list(value) if isinstance(value, (list, tuple)) else []


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else "" if value is None else str(value)


def _truth(value: object) -> bool:
    return value.strip().lower() in _TRUE_TEXTS if isinstance(value, str) else bool(value)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return float(value)
    except ValueError:
        return None
