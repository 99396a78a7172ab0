"""What is wrong with the parameters of a run, and how they are written for the service."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from wiro._file_values import ACCEPTED_FILES, address_of, entries_of, is_address, is_local_file
from wiro._json import non_json_values
from wiro._parameters import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiro._parameters import Parameter

__all__ = ["find_hints", "find_violations", "is_empty", "written"]

_SERVICE_KEYS: Final = frozenset({"callbackUrl", "projectid"})
_NUMERAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_OPTIONS_SHOWN: Final = 30
_SIMILAR: Final = 0.7


def find_violations(parameters: Sequence[Parameter], params: Mapping[Any, Any]) -> Iterator[str]:
    """Yield everything that makes a run certain to be refused, one phrase each.

    Args:
        parameters: What the model takes.
        params: What a run would send.
    """
    yield from _missing(parameters, params)
    by_key = {key: parameter for parameter in parameters for key in parameter.keys}
    for key, value in params.items():
        if not isinstance(key, str):
            yield f"params has the key {key!r}, a {type(key).__name__}; parameter names are strings"
            continue
        parameter = by_key.get(key)
        unsendable = list(_unsendable(f"params.{key}", value))
        if unsendable:
            yield from unsendable
        elif parameter is None or is_empty(value):
            continue
        elif parameter.is_file:
            yield from _wrong_files(parameter, key, params)
        elif any(map(is_local_file, entries_of(value))) and (parameter.is_text or parameter.is_number):
            yield f"params.{key} is a file, and it takes {'a number' if parameter.is_number else 'a text'}"
        elif parameter.is_number:
            yield from _wrong_number(parameter, value)
        elif parameter.type == "select" and parameter.options:
            yield from _wrong_choice(parameter, value)


def find_hints(parameters: Sequence[Parameter], params: Mapping[Any, Any]) -> Iterator[str]:
    """Yield what may be a mistake: names that the catalogue does not know. It is not complete, so they are allowed."""
    known = {key: key for parameter in parameters for key in parameter.keys}
    if not known:
        return
    by_lower = {key.lower(): key for key in known}
    for key in params:
        if not isinstance(key, str) or key in known or key in _SERVICE_KEYS:
            continue
        similar = difflib.get_close_matches(key.lower(), by_lower, 1, _SIMILAR)
        question = f"; did you mean {by_lower[similar[0]]!r}?" if similar else ""
        yield f"params.{key} is not among the documented parameters{question}"


def written(parameters: Sequence[Parameter], params: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters as the service wants them: choices are strings and numbers are numbers.

    A choice of `true` or `5` is sent as a string though it looks like something else; a number that came as text, say
    from a template or a form, is sent as a number. Whatever fits neither stays as it is.
    """
    by_id = {parameter.id: parameter for parameter in parameters}
    result = dict(params)
    for key, value in params.items():
        parameter = by_id.get(key)
        if parameter is None:
            continue
        if parameter.type == "select" and isinstance(value, (bool, int, float)):
            result[key] = text_of(value)
        elif parameter.is_number and isinstance(value, str) and _NUMERAL.fullmatch(value.strip()):
            exact = Decimal(value.strip())
            result[key] = int(exact) if exact == exact.to_integral_value() else float(exact)
    return result


def is_empty(value: object) -> bool:
    """Tell whether a value counts as not given: nothing, blanks, or a list of such."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, (list, tuple)) and all(is_empty(inner) for inner in value))


def _missing(parameters: Sequence[Parameter], params: Mapping[Any, Any]) -> Iterator[str]:
    for parameter in parameters:
        if not parameter.required:
            continue
        given = [key for key in parameter.keys if key in params]
        if any(not is_empty(params[key]) for key in given):
            continue
        label = f" ({parameter.label})" if parameter.label and parameter.label != parameter.id else ""
        if given and any(not option.value.strip() for option in parameter.options):
            continue  # nothing is one of the choices
        if given:
            yield f"params.{parameter.id}{label} is required and must not be empty"
        elif is_empty(parameter.default):
            yield f"params.{parameter.id}{label} is required"


def _unsendable(path: str, value: object) -> Iterator[str]:
    """Yield where JSON ends. Files are no JSON but are sent otherwise: as a value or in a list, not deeper."""
    if isinstance(value, (list, tuple)):
        pairs = [(f"{path}[{index}]", inner) for index, inner in enumerate(value)]
    else:
        pairs = [(path, value)]
    for place, inner in pairs:
        if is_local_file(inner) or address_of(inner) is not None:
            continue
        yield from (f"{where} {problem}" for where, problem in non_json_values(inner, place))


def _wrong_files(parameter: Parameter, key: str, params: Mapping[Any, Any]) -> Iterator[str]:
    value = params[key]
    for index, entry in enumerate(entries_of(value)):
        place = f"params.{key}[{index}]" if isinstance(value, (list, tuple)) else f"params.{key}"
        if isinstance(entry, str) and not is_address(entry):
            yield f"{place} is a text that is no http(s) address; pass a pathlib.Path for a local file"
        elif not is_local_file(entry) and address_of(entry) is None:
            yield f"{place} is a {type(entry).__name__}; accepted: {ACCEPTED_FILES}"
    if key != next(name for name in parameter.keys if name in params and not is_empty(params[name])):
        return  # counted with the first key
    count = _count_files(parameter, params)
    maximum = 1 if parameter.type == "fileinput" else parameter.maximum
    minimum = None if parameter.type == "fileinput" else parameter.minimum
    if maximum is not None and 0 < maximum < count:
        yield f"params.{parameter.id} has {count} files; accepted: {'one' if maximum == 1 else f'up to {maximum:g}'}"
    if minimum is not None and count < minimum:
        yield f"params.{parameter.id} has {_counted(count)}; accepted: at least {minimum:g}"


def _count_files(parameter: Parameter, params: Mapping[Any, Any]) -> int:
    count = 0
    for key in parameter.keys:
        for entry in entries_of(params.get(key)):
            # Documented: several addresses in the key for addresses are separated by commas.
            several = key != parameter.id and parameter.type == "multifileinput" and isinstance(entry, str)
            count += len([part for part in entry.split(",") if part.strip()]) if several else 1
    return count


def _counted(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _wrong_number(parameter: Parameter, value: object) -> Iterator[str]:
    place = f"params.{parameter.id}"
    number = _decimal(value)
    if number is None or not _fits(parameter, number):
        yield f"{place} is {_shown(value)}; accepted: {_accepted_numbers(parameter)}"


def _fits(parameter: Parameter, number: Decimal) -> bool:
    minimum, maximum = _decimal(parameter.minimum), _decimal(parameter.maximum)
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        return False
    if parameter.type == "integer" and number != number.to_integral_value():
        return False
    step = _decimal(parameter.step)
    if step is None or step <= 0:
        return True
    # Nothing says where the steps begin: at the minimum, as in HTML, at 0, or at the default.
    starts = (minimum, Decimal(0), _decimal(parameter.default))
    # Fractions, because the remainder of a Decimal has a precision and 1e300 is beyond it.
    exact = Fraction(number)
    return any(start is not None and (exact - Fraction(start)) % Fraction(step) == 0 for start in starts)


def _accepted_numbers(parameter: Parameter) -> str:
    text = "a whole number" if parameter.type == "integer" else "a number"
    if parameter.minimum is not None and parameter.maximum is not None:
        text += f" from {text_of(parameter.minimum)} to {text_of(parameter.maximum)}"
    elif parameter.minimum is not None:
        text += f" of at least {text_of(parameter.minimum)}"
    elif parameter.maximum is not None:
        text += f" of at most {text_of(parameter.maximum)}"
    if parameter.step is not None and parameter.step > 0:
        text += f" in steps of {text_of(parameter.step)}"
    return text


def _wrong_choice(parameter: Parameter, value: object) -> Iterator[str]:
    accepted = [option.value for option in parameter.options]
    several = isinstance(value, (list, tuple))
    for index, choice in enumerate(value if isinstance(value, (list, tuple)) else (value,)):
        if text_of(choice) in accepted and isinstance(choice, (str, bool, int, float)):
            continue
        shown = ", ".join(map(repr, accepted[:_OPTIONS_SHOWN]))
        if len(accepted) > _OPTIONS_SHOWN:
            shown += f" and {len(accepted) - _OPTIONS_SHOWN} more"
        place = f"params.{parameter.id}[{index}]" if several else f"params.{parameter.id}"
        yield f"{place} is {_shown(choice)}; accepted: {shown}{_meant(parameter, choice)}"


def _meant(parameter: Parameter, choice: object) -> str:
    asked = text_of(choice).strip().lower()
    for option in parameter.options:
        if asked in (option.value.strip().lower(), option.label.strip().lower()):
            return f"; did you mean {option.value!r}?"
    return ""


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    text = str(value).strip()
    return Decimal(text) if _NUMERAL.fullmatch(text) else None
