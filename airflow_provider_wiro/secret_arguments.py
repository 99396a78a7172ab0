"""Templated arguments whose values Airflow must not show.

Airflow writes every template field into its database twice: as it stands in the DAG file, and rendered. A
`SecretArgument` shows it names instead of values in both places, and hands the rendered values out once the task runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from airflow.providers.common.compat.sdk import BaseOperator, XComArg, mask_secret

__all__ = ["SecretArgument", "SecretArgumentsMixin"]

_HIDDEN: Final = "***"


class SecretArgument:
    """The value of one argument.

    Airflow renders it where it is, because of `template_fields`, and shows what `serialize` (Airflow 3) or `str`
    (Airflow 2) returns.

    Args:
        value: As the author of the DAG wrote it: a mapping, text with templates, or the output of another task.
    """

    template_fields = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def serialize(self) -> Any:
        """Return the shape of the value: names of mappings, and no leaf."""
        return _hidden(self.value)

    def __str__(self) -> str:
        return json.dumps(self.serialize())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"

    def copy(self) -> SecretArgument:
        """Return another one with the same value."""
        return SecretArgument(self.value)

    def reveal(self) -> Any:
        """Return the value, and let Airflow mask all texts in it wherever this task logs them."""
        for text in _texts(self.value):
            mask_secret(text)
        return self.value


class SecretArgumentsMixin(BaseOperator):
    """An operator with secret arguments: the attributes that hold a `SecretArgument`."""

    def _secret(self, value: Any) -> SecretArgument | None:
        """Wrap an argument in `__init__`; None stays None."""
        if value is None:
            return None
        # Airflow finds the tasks that an argument depends on in plain template fields only.
        XComArg.apply_upstream_relationship(self, value)
        return SecretArgument(value)

    def prepare_for_execution(self) -> Any:
        """Return a copy to execute, whose secrets may be rendered without changing those of the DAG."""
        task = super().prepare_for_execution()
        for name, value in vars(task).items():
            if isinstance(value, SecretArgument):
                setattr(task, name, value.copy())
        return task


def _hidden(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _hidden(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_hidden(entry) for entry in value]
    return _HIDDEN


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    entries = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [text for entry in entries for text in _texts(entry)]
