"""The credentials of one agent: what was written into which field, by whom, and whether that is enough to start."""

import re
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field, frozen

from wiro.sandbox.agents.accounts import Actor, actor_dict, actor_uuid
from wiro.sandbox.agents.credential_kinds import CredentialKind, find_credential
from wiro.sandbox.registry.rows import credential_description

__all__ = ["AgentCredential", "CredentialBook", "FieldChange"]

_REDACTED = "[REDACTED]"
# Positions in lists beyond this are refused: nobody has so many apps, and each position costs memory.
_MAX_ORDINAL = 1000
_LIST_PATH = re.compile(r"[a-z]+(\.[0-9]{1,3}\.[a-z]+)*")
_SESSION_MODES = ("private", "collaborative", "group")

_Place = tuple[str | None, int, str]


@frozen(kw_only=True)
class FieldChange:
    """One write of one field."""

    guid: str
    key: str
    name: str
    value: str
    status: str
    parent: str | None
    ordinal: int
    actor: Actor | None
    at: int

    def to_dict(self, useragent_guid: str) -> dict[str, Any]:
        """Return the entry as the API writes it."""
        return {
            "guid": self.guid,
            "useragentguid": useragent_guid,
            "credentialkey": self.key,
            "fieldname": self.name,
            "fieldvalue": self.value,
            "fieldstatus": self.status,
            "parentfield": self.parent,
            "ordinal": self.ordinal,
            "operation": "upsert",
            "changedby": actor_uuid(self.actor),
            "changedby_user": actor_dict(self.actor),
            "changedat": self.at,
        }


@define(kw_only=True)
class AgentCredential:
    """One credential of an agent.

    Args:
        kind: Its description.
        optional: Whether the agent runs without it.
        extra: Whether it is off until somebody fills it.
        connected_at: When a person connected an account, seconds since the epoch; None if nobody did.
        identity: What the provider said about that account, by field name.
    """

    kind: CredentialKind
    optional: bool
    extra: bool = False
    connected_at: int | None = None
    identity: dict[str, str] = field(factory=dict)
    _values: dict[_Place, str] = field(factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether everything that it needs is there."""
        if self.kind.platform:
            return True
        if self.kind.oauth:
            return self.connected_at is not None
        required = self.kind.fields[: self.kind.required]
        listed = self.kind.required_list
        return all(self.value(name) for name in required) and (
            listed is None or any(parent == listed and value for (parent, _, _), value in self._values.items())
        )

    def value(self, name: str) -> str:
        """Return the value of a field outside lists, empty if it was not written."""
        return self._values.get((None, 0, name), "")

    def write(self, name: str, value: str, parent: str | None, ordinal: int) -> bool:
        """Set a field; tell whether there is such a field."""
        if parent is not None and _LIST_PATH.fullmatch(parent) is None:
            return False
        path = None if parent is None else re.sub(r"\.[0-9]+", "", parent)
        # Recipes of the documentation write `apikey` where the registry says `apiKey`.
        name = next((field for field in self.kind.fields if field.lower() == name.lower()), name)
        if not self.kind.accepts(name, path) or ordinal > _MAX_ORDINAL:
            return False
        self._values[(parent, ordinal if parent is not None else 0, name)] = value
        return True

    def to_dict(self) -> dict[str, Any]:
        """Return it as the API writes it: flags, description and values."""
        row: dict[str, Any] = {
            "_connected": self.kind.oauth and self.connected_at is not None,
            "optional": self.optional,
            "extra": self.extra,
            "_editable": dict.fromkeys(self.kind.fields, True),
            "_schema": credential_description(self.kind.key),
            "_required_missing": not self.is_complete,
            **{name: self.value(name) for name in self.kind.fields},
            **self.identity,
        }
        for parent in sorted({place[0] for place in self._values if place[0] is not None}):
            _fill_list(row, parent, {place: value for place, value in self._values.items() if place[0] == parent})
        if self.connected_at is not None:
            row["connectedat"] = self.connected_at
        return row


@define
class CredentialBook:
    """All credentials of one agent, by their registry keys, and the history of writes."""

    _credentials: dict[str, AgentCredential] = field(factory=dict)
    history: list[FieldChange] = field(factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether the agent can start."""
        return all(credential.optional or credential.is_complete for credential in self._credentials.values())

    def declare(self, wanted: Mapping[str, bool]) -> None:
        """Set which credentials the agent has and which of them are optional; values that were written stay.

        Args:
            wanted: Whether it is optional, by key.
        """
        for key, optional in wanted.items():
            kind = find_credential(key)
            if kind is None:
                continue
            known = self._credentials.setdefault(kind.key, AgentCredential(kind=kind, optional=optional))
            known.optional = optional
        for key, credential in self._credentials.items():
            if key not in wanted:
                credential.optional = True

    def get(self, key: str) -> AgentCredential | None:
        """Return a credential by any name of it, None if the agent does not have it."""
        kind = find_credential(key)
        return None if kind is None else self._credentials.get(kind.key)

    def write(self, row: Mapping[str, Any], actor: Actor, now: int) -> bool:
        """Write one field; tell whether it was taken. A credential that the agent did not have becomes an extra one."""
        kind = find_credential(str(row.get("credentialkey", "")))
        name = row.get("fieldname")
        if kind is None or kind.platform or not isinstance(name, str) or name.startswith("_"):
            return False
        value, parent, ordinal = _as_text(row.get("fieldvalue")), row.get("parentfield"), row.get("ordinal", 0)
        if value is None or not isinstance(parent, str | None) or not isinstance(ordinal, int) or ordinal < 0:
            return False
        credential = self._credentials.get(kind.key) or AgentCredential(kind=kind, optional=True, extra=True)
        if name == "sessionmode" and value not in ("", *_SESSION_MODES):
            return False
        if not credential.write(name, value, parent or None, ordinal):
            return False
        self._credentials[kind.key] = credential
        self.history.append(
            FieldChange(
                guid=str(uuid.uuid4()),
                key=kind.key,
                name=name,
                value=_REDACTED if name in kind.secrets else value,
                status="oauth_app" if kind.oauth and name in kind.secrets else "user",
                parent=parent or None,
                ordinal=ordinal,
                actor=actor,
                at=now,
            )
        )
        return True

    def changes(self, key: str, since: int | None, until: int | None) -> Iterable[FieldChange]:
        """Return the writes of a credential between two moments in seconds since the epoch, newest first."""
        kind = find_credential(key)
        return (
            change
            for change in reversed(self.history)
            if kind is not None
            and change.key == kind.key
            and (since is None or change.at >= since)
            and (until is None or change.at <= until)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return all credentials as the API writes them; the platform's own are never shown."""
        return {
            key: credential.to_dict() for key, credential in self._credentials.items() if not credential.kind.platform
        }


def _as_text(value: Any) -> str | None:
    """Return a field value as text; numbers and lists are newer forms of it."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ",".join(map(str, value)) if isinstance(value, list) else None


def _fill_list(row: dict[str, Any], parent: str, values: Mapping[_Place, str]) -> None:
    """Put the values of one list where its path says: `accounts.0.apps` is a list within the first account."""
    target: Any = row
    parts = parent.split(".")
    for name, position in zip(parts[:-1:2], parts[1::2], strict=True):
        target = _entry(_list_at(target, name), int(position))
    entries = _list_at(target, parts[-1])
    for (_, ordinal, name), value in sorted(values.items(), key=lambda item: item[0][1]):
        _entry(entries, ordinal)[name] = value


def _list_at(target: dict[str, Any], name: str) -> list[dict[str, Any]]:
    if not isinstance(target.get(name), list):
        target[name] = []
    entries: list[dict[str, Any]] = target[name]
    return entries


def _entry(entries: list[dict[str, Any]], position: int) -> dict[str, Any]:
    while len(entries) <= position:
        entries.append({})
    return entries[position]
