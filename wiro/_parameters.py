"""Parameters of a model, read from the rows of the catalogue.

Numbers and booleans may be strings there, and whole fields JSON within a string. Everything is read leniently: a model
whose schema looks odd can still be run.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Option", "Parameter", "list_of", "number_of", "parameters_of", "text_of"]

_FILE_TYPES: Final = frozenset({"fileinput", "multifileinput", "combinefileinput"})
_NUMBER_TYPES: Final = frozenset({"range", "number", "numeric", "integer", "float"})
_TEXT_TYPES: Final = frozenset({"text", "textarea", "select"})
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
        minimum: Least number accepted; of a file parameter the least number of files.
        maximum: Greatest number accepted; of a file parameter the greatest number of files.
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

    @property
    def is_text(self) -> bool:
        """Whether it takes a text, be it one of several options."""
        return self.type in _TEXT_TYPES

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a run that fill it: its id, and where documented the one for addresses of files."""
        return (self.id, f"{self.id}Url") if self.type in ("fileinput", "multifileinput") else (self.id,)


def parameters_of(value: object) -> Iterator[Parameter]:
    """Yield the parameters of a model.

    Args:
        value: The `parameters` field of its row: groups of items (documented), or a flat list of items.
    """
    for group in list_of(value):
        if not isinstance(group, dict):
            continue
        title = text_of(group.get("title"))
        for item in list_of(group["items"]) if "items" in group else [group]:
            if isinstance(item, dict) and (identifier := text_of(item.get("id")).strip()):
                yield _parameter(identifier, item, title if "items" in group else "")


def list_of(value: object) -> list[Any]:
    """Return a list, also one that is written as JSON in a string; anything else is an empty one."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return []
    return list(value) if isinstance(value, (list, tuple)) else []


def text_of(value: object) -> str:
    """Return a value as the service writes it in strings: booleans in lower case, whole numbers without a point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else "" if value is None else str(value)


def number_of(value: object) -> float | None:
    """Return a finite number, also one that is written as a string; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _parameter(identifier: str, item: Mapping[str, Any], group: str) -> Parameter:
    return Parameter(
        id=identifier,
        type=text_of(item.get("type")).strip().lower(),
        label=text_of(item.get("label")),
        required=_truth(item.get("required")),
        default=item.get("default"),
        options=tuple(_options(item.get("options"))),
        minimum=number_of(item.get("min")),
        maximum=number_of(item.get("max")),
        step=number_of(item.get("step")),
        note=text_of(item.get("note") or item.get("description")),
        placeholder=text_of(item.get("placeholder")),
        group=group,
        advanced=_truth(item.get("advanced")),
    )


def _options(value: object) -> Iterator[Option]:
    for option in list_of(value):
        if isinstance(option, dict):
            text = text_of(option.get("value"))
            yield Option(text, text_of(option.get("label")) or text)
        elif option is not None:
            yield Option(text_of(option), text_of(option))


def _truth(value: object) -> bool:
    return value.strip().lower() in _TRUE_TEXTS if isinstance(value, str) else bool(value)
