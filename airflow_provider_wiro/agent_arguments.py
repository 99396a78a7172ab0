"""Checks of the arguments that say which agent is meant and how it is set up; see `airflow_provider_wiro.arguments`.

Messages name the place of a wrong value. They never show a value of `credentials`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from airflow_provider_wiro.arguments import is_rendered

__all__ = [
    "CustomSkill",
    "checked_agent",
    "checked_credentials",
    "checked_custom_skills",
    "checked_skills",
    "checked_text",
    "is_rendered_throughout",
]

#: What a template makes of a value that is not there.
_NOTHING: Final = ("", "None")
_SHOWN_CHARACTERS: Final = 80
_SKILL_FIELDS: Final = {
    "strategies": ("value", "description", "enabled"),
    "schedules": ("interval", "value", "description", "enabled"),
}


@frozen(kw_only=True)
class CustomSkill:
    """A strategy or a schedule as an agent shall have it; None leaves a field as it is.

    Attributes:
        key: Its key, with or without prefix.
        value: Instructions.
        interval: Cron expression in UTC, of a schedule.
        description: What it is for.
        enabled: Whether it counts, or runs.
    """

    key: str
    value: str | None = None
    interval: str | None = None
    description: str | None = None
    enabled: bool | None = None


def is_rendered_throughout(value: Any) -> bool:
    """Tell whether a value and all that it holds are final: no Jinja marks, and no output of another task."""
    if isinstance(value, Mapping):
        return all(map(is_rendered_throughout, [*value, *value.values()]))
    if isinstance(value, list | tuple | set):
        return all(map(is_rendered_throughout, value))
    return is_rendered(value)


def checked_agent(value: Any) -> str:
    """Return what names an agent: its guid, title or slug, or the guid in the result of another operator.

    Raises:
        ValueError: It is something else.
    """
    if isinstance(value, Mapping):
        value = value.get("agent_guid", value)
    if not isinstance(value, str) or value.strip() in _NOTHING:
        raise ValueError(
            f"agent is {_shown(value)}; accepted: the guid, the title or the slug of a deployed agent, "
            "or the result of another Wiro agent operator."
        )
    return value.strip()


def checked_text(name: str, value: Any, accepted: str = "a non-empty string") -> str:
    """Return a text that is not blank.

    Raises:
        ValueError: It is something else.
    """
    if not isinstance(value, str) or value.strip() in _NOTHING:
        raise ValueError(f"{name} is {_shown(value)}; accepted: {accepted}.")
    return value


def checked_credentials(value: Any) -> dict[str, dict[str, Any]]:
    """Return credentials: fields by credential key, lists of objects where a credential has them.

    Args:
        value: A mapping, text with a JSON object (a rendered template), or None.

    Raises:
        ValueError: It is something else, or holds a value that cannot be written. The value is not shown.
    """
    accepted = "accepted: a dict of credential keys to dicts of fields, or a string with a JSON object"
    if value is None:
        return {}
    if isinstance(value, str):
        value = _from_json("credentials", value, accepted, secret=True)
    if not isinstance(value, Mapping):
        raise ValueError(f"credentials is a {type(value).__name__}; {accepted}.")
    if not value:
        return {}
    from wiro.agent_credentials import check_credentials

    check_credentials(value)
    return {key: dict(fields) for key, fields in value.items()}


def checked_skills(value: Any) -> dict[str, bool]:
    """Return switches of registry skills.

    Args:
        value: A mapping of names to True or False, a list of names to switch on, text with either as JSON, or None.

    Raises:
        ValueError: It is something else.
    """
    accepted = "accepted: a dict of skill names to True or False, or a list of skill names"
    if value is None:
        return {}
    if isinstance(value, str):
        value = _from_json("skills", value, accepted)
    switches = value if isinstance(value, Mapping) else dict.fromkeys(value, True) if _is_list_of_texts(value) else None
    if switches is None:
        raise ValueError(f"skills is {_shown(value)}; {accepted}.")
    for name, enabled in switches.items():
        if not isinstance(name, str) or not name or not isinstance(enabled, bool):
            raise ValueError(f"skills[{name!r}] is {_shown(enabled)}; {accepted}.")
    return dict(switches)


def checked_custom_skills(name: str, value: Any) -> tuple[CustomSkill, ...]:
    """Return strategies or schedules.

    Args:
        name: `strategies` or `schedules`, the name of the argument.
        value: A mapping of keys to a text (the instructions of a strategy, the interval of a schedule) or to a mapping
            of fields; text with such a JSON object; or None.

    Raises:
        ValueError: It is something else.
    """
    fields = _SKILL_FIELDS[name]
    accepted = f"accepted: a dict of keys to a text ({fields[0]}) or to a dict of {', '.join(fields)}"
    if value is None:
        return ()
    if isinstance(value, str):
        value = _from_json(name, value, accepted)
    if not isinstance(value, Mapping):
        raise ValueError(f"{name} is {_shown(value)}; {accepted}.")
    found = []
    for key, entry in value.items():
        given = {fields[0]: entry} if isinstance(entry, str) else entry
        if (
            not isinstance(key, str)
            or not key
            or not isinstance(given, Mapping)
            or not given
            or set(given) - set(fields)
        ):
            raise ValueError(f"{name}[{key!r}] is {_shown(entry)}; {accepted}.")
        for field, content in given.items():
            if not isinstance(content, bool if field == "enabled" else str):
                raise ValueError(f"{name}[{key!r}][{field!r}] is {_shown(content)}; {accepted}.")
        found.append(CustomSkill(key=key, **given))
    return tuple(found)


def _from_json(name: str, text: str, accepted: str, *, secret: bool = False) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        # The error of the parser quotes nothing, but the text may be a secret.
        shown = "" if secret else f": {_shown(text)}"
        raise ValueError(f"{name} is not JSON ({error}){shown}; {accepted}.") from None


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(entry, str) and entry for entry in value)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 1]}…"
