"""What a change of the specification means for users of the client."""

from __future__ import annotations

import math
import subprocess
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from codegen.documents import Document, RawOperation
from codegen.fragments import Specification, SpecificationError, load_specification, merge_fragments
from codegen.lint.problems import reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Changes", "compare", "compare_with"]

_SIMILAR = 0.6
"""Share of common fields from which a removed and an added schema are one that was renamed."""


@define
class Changes:
    """What changed for users, one line each."""

    breaking: list[str] = field(factory=list)
    compatible: list[str] = field(factory=list)

    def report(self) -> str:
        """Return the changes as text, breaking ones first."""
        if not self.breaking and not self.compatible:
            return "Nothing changed for users of the client."
        verdict = "This breaks users of the client." if self.breaking else "This breaks nobody."
        sections = [("Breaking", self.breaking), ("Compatible", self.compatible)]
        lines = [line for title, found in sections if found for line in (f"{title}:", *(f"  - {one}" for one in found))]
        return "\n".join([*lines, verdict])


def compare_with(root: Path, old: str) -> tuple[int, str]:
    """Compare the specification of a checkout with that of a git revision.

    Returns:
        Exit code (0 nothing breaks, 1 something does) and report.

    Raises:
        SpecificationError: The revision is unknown or its specification cannot be read.
    """
    changes = compare(_at_revision(root, old), load_specification(root / "spec"))
    return (1 if changes.breaking else 0), changes.report()


def _at_revision(root: Path, revision: str) -> Specification:
    names = _git(root, "ls-tree", "--name-only", "-z", revision, "spec/").split("\0")
    texts = {
        name.removeprefix("spec/"): _git(root, "show", f"{revision}:{name}") for name in names if name.endswith(".yaml")
    }
    if not texts:
        raise SpecificationError(f"{revision} has no specification")
    return merge_fragments(texts)


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - no shell, and git is the program that is meant
        ["git", "-C", str(root), *arguments],  # noqa: S607
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise SpecificationError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def compare(old: Specification, new: Specification) -> Changes:
    """Return what changed between two specifications for code that uses the client."""
    changes = Changes()
    before, after = Document(old.document), Document(new.document)
    _compare_operations(before, after, changes)
    _compare_schemas(before, after, changes)
    return changes


def _generated(document: Document) -> dict[str, RawOperation]:
    return {operation.id: operation for operation in document.operations() if operation.generates}


def _compare_operations(before: Document, after: Document, changes: Changes) -> None:
    old, new = _generated(before), _generated(after)
    by_address = {(operation.method, operation.path): operation.id for operation in new.values()}
    renamed: set[str] = set()
    for name in sorted(old.keys() - new.keys()):
        successor = by_address.get((old[name].method, old[name].path))
        if successor is None or successor in old:
            changes.breaking.append(f"operation {name} was removed")
        else:
            renamed.add(successor)
            changes.breaking.append(f"operation {name} was renamed to {successor}")
            _compare_arguments(before, after, old[name], new[successor], changes)
    for name in sorted(new.keys() - old.keys() - renamed):
        changes.compatible.append(f"operation {name} was added")
    for name in sorted(old.keys() & new.keys()):
        _compare_arguments(before, after, old[name], new[name], changes)
        for key, label in (("x-wiro-effect", "effect"), ("x-wiro-auth", "auth")):
            was, now = old[name].data.get(key), new[name].data.get(key)
            if was != now:
                changes.compatible.append(f"operation {name}: {label} was {was}, is {now}")
        if new[name].data.get("deprecated") and not old[name].data.get("deprecated"):
            changes.compatible.append(f"operation {name} is deprecated")
        results = [document.answer_name(one) for document, one in ((before, old[name]), (after, new[name]))]
        if results[0] != results[1]:
            changes.breaking.append(f"operation {name}: the result was {results[0]}, is {results[1]}")


def _compare_arguments(
    before: Document, after: Document, old: RawOperation, new: RawOperation, changes: Changes
) -> None:
    was, now = dict(_arguments(before, old)), dict(_arguments(after, new))
    aliases = {alias: name for name, argument in now.items() for alias in argument.aliases}
    for name in sorted(was.keys() - now.keys()):
        if name in aliases:
            changes.compatible.append(f"argument {new.id}({name}) is now called {aliases[name]}; both work")
        else:
            changes.breaking.append(f"argument {new.id}({name}) was removed")
    for name in sorted(now.keys() - was.keys()):
        required = now[name].required and name not in aliases.values()
        line = f"argument {new.id}({name}) was added"
        (changes.breaking if required else changes.compatible).append(f"{line} and is required" if required else line)
    for name in sorted(was.keys() & now.keys()):
        what = f"argument {new.id}({name})"
        _compare_need(what, was[name].required, now[name].required, changes)
        _compare_kind(what, was[name].kind, now[name].kind, changes, accepts=True)
        _compare_enum(what, was[name].schema, now[name].schema, changes)
    for name, argument in sorted(was.items()):
        for alias in sorted(set(argument.aliases) - aliases.keys() - now.keys()):
            changes.breaking.append(f"argument {new.id}({alias}), an older name of {name}, was removed")
    counts = (_counts(before, before.body_schemas(old).values()), _counts(after, after.body_schemas(new).values()))
    _compare_counts(f"operation {new.id}", "arguments", *counts, changes)


@frozen
class _Argument:
    schema: dict[str, Any]
    kind: set[str]
    required: bool
    aliases: list[str]


def _arguments(document: Document, operation: RawOperation) -> Iterator[tuple[str, _Argument]]:
    """Yield every argument by its name on the wire."""
    for parameter in document.parameters(operation):
        schema = parameter.get("schema", {})
        kind = _kind(document, schema)
        yield str(parameter.get("name")), _Argument(schema, kind, parameter.get("required") is True, [])
    for body in document.body_schemas(operation).values():
        required = document.required(body)
        for name, inner in document.properties(body).items():
            aliases = inner.get("x-wiro-aliases") or []
            yield name, _Argument(inner, _kind(document, inner), name in required, aliases)


def _compare_schemas(before: Document, after: Document, changes: Changes) -> None:
    bodies = {name for document in (before, after) for name in _request_names(document)}
    old = {name: schema for name, schema in before.schemas.items() if name not in bodies}
    new = {name: schema for name, schema in after.schemas.items() if name not in bodies}
    added = new.keys() - old.keys()
    for name in sorted(old.keys() - new.keys()):
        successor = max(sorted(added), key=lambda other: _likeness(before, after, name, other), default=None)
        if successor is not None and _likeness(before, after, name, successor) >= _SIMILAR:
            added.discard(successor)
            changes.breaking.append(f"model {name} was renamed to {successor}")
        else:
            changes.breaking.append(f"model {name} was removed")
    changes.compatible += [f"model {name} was added" for name in sorted(added)]
    sent = _sent(before) & _sent(after)
    received = _received(before) & _received(after)
    for name in sorted(old.keys() & new.keys()):
        _compare_fields(before, after, name, changes, sent=name in sent, received=name in received or name not in sent)


def _request_names(document: Document) -> Iterator[str]:
    for schema in _request_schemas(document):
        yield str(schema.get("$ref", "")).rpartition("/")[2]


def _request_schemas(document: Document) -> Iterator[dict[str, Any]]:
    for operation in document.operations():
        yield from document.body_schemas(operation).values()


def _sent(document: Document) -> set[str]:
    return set(reachable(document, _request_schemas(document)))


def _received(document: Document) -> set[str]:
    """Return the schemas of answers, webhooks and frames: all but those that only requests lead to."""
    sent = _sent(document)
    others = {name: schema for name, schema in document.schemas.items() if name not in sent}
    return others.keys() | set(reachable(document, iter(others.values())))


def _likeness(before: Document, after: Document, old: str, new: str) -> float:
    was, now = set(before.properties_of(old)), set(after.properties_of(new))
    return len(was & now) / len(was | now) if was | now else 0.0


def _compare_fields(
    before: Document, after: Document, name: str, changes: Changes, *, sent: bool, received: bool
) -> None:
    """Compare a model by who writes it: users what is sent, the service what is received, both where it is both."""
    was, now = before.properties_of(name), after.properties_of(name)
    needed = [document.required(document.schemas[name]) if sent else set() for document in (before, after)]
    for one in sorted(was.keys() - now.keys()):
        changes.breaking.append(f"field {name}.{one} was removed")
    for one in sorted(now.keys() - was.keys()):
        line = f"field {name}.{one} was added"
        required = one in needed[1]
        (changes.breaking if required else changes.compatible).append(f"{line} and is required" if required else line)
    for one in sorted(was.keys() & now.keys()):
        what = f"field {name}.{one}"
        _compare_need(what, one in needed[0], one in needed[1], changes)
        kinds = (_kind(before, was[one]), _kind(after, now[one]))
        if sent:
            _compare_kind(f"{what} in requests" if received else what, *kinds, changes, accepts=True)
        if received:
            _compare_kind(f"{what} in answers" if sent else what, *kinds, changes, accepts=False)
        _compare_enum(what, was[one], now[one], changes)
    _compare_enum(f"enum {name}", before.schemas[name], after.schemas[name], changes)
    if sent:
        counts = (_counts(before, [before.schemas[name]]), _counts(after, [after.schemas[name]]))
        _compare_counts(f"model {name}", "fields", *counts, changes)


def _compare_need(what: str, old: bool, new: bool, changes: Changes) -> None:
    if new and not old:
        changes.breaking.append(f"{what} is newly required")
    elif old and not new:
        changes.compatible.append(f"{what} is no longer required")


def _counts(document: Document, schemas: Iterable[dict[str, Any]]) -> tuple[int, float]:
    """Return how many properties the strictest of some object schemas wants at least and at most."""
    resolved = [document.resolve(schema) for schema in schemas]
    least = max((schema.get("minProperties", 0) for schema in resolved), default=0)
    return least, min((schema.get("maxProperties", math.inf) for schema in resolved), default=math.inf)


def _compare_counts(what: str, noun: str, old: tuple[int, float], new: tuple[int, float], changes: Changes) -> None:
    (was_least, was_most), (least, most) = old, new
    if least != was_least:
        line = f"{what}: the least number of {noun} was {was_least}, is {least}"
        (changes.breaking if least > was_least else changes.compatible).append(line)
    if most != was_most:
        counts = ["unlimited" if count == math.inf else str(count) for count in (was_most, most)]
        line = f"{what}: the greatest number of {noun} was {counts[0]}, is {counts[1]}"
        (changes.breaking if most < was_most else changes.compatible).append(line)


def _compare_enum(what: str, old: dict[str, Any], new: dict[str, Any], changes: Changes) -> None:
    was, now = _members(old), _members(new)
    if not now:  # Whether the type changed is told elsewhere.
        return
    for value in sorted(was.keys() - now.keys(), key=str):
        changes.breaking.append(f"{what}: the value {value!r} was removed")
    for value in sorted(was.keys() & now.keys(), key=str):
        if was[value] != now[value]:
            changes.breaking.append(f"{what}: the name of {value!r} was {was[value]}, is {now[value]}")
    for value in sorted(now.keys() - was.keys(), key=str):
        changes.compatible.append(f"{what}: the value {value!r} was added")


def _members(schema: dict[str, Any]) -> dict[Any, str | None]:
    """Return the values of an enum with the names of its members."""
    values, names = schema.get("enum") or [], schema.get("x-enum-varnames") or []
    return dict(zip_longest(values, names[: len(values)]))


def _compare_kind(what: str, old: set[str], new: set[str], changes: Changes, *, accepts: bool) -> None:
    """Note a changed type: accepting more and returning less are compatible."""
    if old == new:
        return
    fits = old <= new if accepts else new <= old
    line = f"{what}: the type was {_listed(old)}, is {_listed(new)}"
    (changes.compatible if fits else changes.breaking).append(line)


def _kind(document: Document, schema: Any) -> set[str]:
    """Return the types a schema allows, as words."""
    if not isinstance(schema, dict) or not schema:
        return {"anything"}
    if "$ref" in schema:
        return {str(schema["$ref"]).rpartition("/")[2]}
    options = [*(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())]
    if options:
        return set().union(*(_kind(document, option) for option in options))
    if "const" in schema:
        return {repr(schema["const"])}
    kinds = schema.get("type", "anything")
    names = set(kinds) if isinstance(kinds, list) else {str(kinds)}
    if "array" in names:
        names = (names - {"array"}) | {f"array of {_listed(_kind(document, schema.get('items')))}"}
    return {"file" if name == "string" and schema.get("format") == "binary" else name for name in names}


def _listed(kinds: set[str]) -> str:
    return " or ".join(sorted(kinds))
