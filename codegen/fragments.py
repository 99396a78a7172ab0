"""Reads the YAML fragments of a specification and merges them into one document.

Fragments are merged deeply; two fragments that say something about the same place contradict each other, which is an
error. The file that holds ``asyncapi:`` is a document of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from attrs import define, field

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Specification", "SpecificationError", "load_specification", "merge_fragments", "parse_fragment"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SpecificationError(Exception):
    """The specification cannot be used; the message names the file and the place."""


@define
class Specification:
    """Everything the fragments say.

    Attributes:
        document: The merged OpenAPI document.
        asyncapi: The AsyncAPI document as written, its references still pointing into ``document``; {} without one.
        asyncapi_file: Name of its file.
        files: Names of all files, sorted.
        origins: JSON pointer (as a tuple of keys) to the name of the file that contributed it.
    """

    document: dict[str, Any]
    asyncapi: dict[str, Any] = field(factory=dict)
    asyncapi_file: str = "asyncapi.yaml"
    files: list[str] = field(factory=list)
    origins: dict[tuple[str, ...], str] = field(factory=dict)

    def file_of(self, place: tuple[str, ...]) -> str:
        """Return the name of the file that contributed a place of the merged document."""
        for length in range(len(place), 0, -1):
            origin = self.origins.get(place[:length])
            if origin is not None:
                return origin
        return self.files[0] if self.files else "spec"


class _FragmentLoader(_Loader):  # type: ignore[misc]
    """YAML without the surprises: duplicate keys are errors, ``on`` and ``no`` are strings, dates are strings."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise SpecificationError(f"line {line}: the key {key!r} is there twice")
            seen.add(key)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


# YAML 1.1 reads on, 12:30, 010 and 2024-01-01 as a boolean, two numbers and a date; YAML 1.2 does not.
_PLAIN_VALUES = {
    "tag:yaml.org,2002:bool": (r"true|false", "tf"),
    "tag:yaml.org,2002:int": (r"[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+", "-+0123456789"),
    "tag:yaml.org,2002:float": (r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
}
_FragmentLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
for _tag, (_pattern, _first) in _PLAIN_VALUES.items():
    _FragmentLoader.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern})$"), list(_first))


def parse_fragment(text: str, name: str) -> dict[str, Any]:
    """Return the content of one YAML fragment; keys that look like numbers (status codes) become strings."""
    try:
        content = yaml.load(text, _FragmentLoader)  # noqa: S506 - derived from a safe loader
    except yaml.YAMLError as error:
        raise SpecificationError(f"{name}: not YAML: {error}") from error
    except SpecificationError as error:
        raise SpecificationError(f"{name}: {error}") from None
    if not isinstance(content, dict):
        raise SpecificationError(f"{name}: a fragment is a mapping")
    fragment: dict[str, Any] = _with_text_keys(content)
    return fragment


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_text_keys(item) for item in value]
    return value


def merge_fragments(texts: dict[str, str]) -> Specification:
    """Merge fragments given as texts by file name."""
    specification = Specification({}, files=sorted(texts))
    # The root fragment first: readers of the bundle expect the version and the title at the top.
    for name in sorted(texts, key=lambda name: (name != "openapi.yaml", name)):
        fragment = parse_fragment(texts[name], name)
        if "asyncapi" in fragment:
            if specification.asyncapi:
                raise SpecificationError(f"{name}: there is another AsyncAPI document, {specification.asyncapi_file}")
            specification.asyncapi, specification.asyncapi_file = fragment, name
            continue
        _merge(specification, specification.document, fragment, name, ())
    if not specification.document:
        raise SpecificationError("there is no fragment")
    return specification


def _merge(
    specification: Specification, into: dict[str, Any], fragment: dict[str, Any], name: str, place: tuple[str, ...]
) -> None:
    for key, value in fragment.items():
        here = (*place, key)
        if key not in into:
            into[key] = value
            specification.origins[here] = name
            if isinstance(value, dict) and len(here) < 3:
                into[key] = {}
                _merge(specification, into[key], value, name, here)
        elif isinstance(into[key], dict) and isinstance(value, dict) and len(here) < 3:
            _merge(specification, into[key], value, name, here)
        else:
            other = specification.file_of(here)
            raise SpecificationError(f"{name}: {'.'.join(here)} is also in {other}")


def load_specification(folder: Path) -> Specification:
    """Read and merge all ``*.yaml`` files of a folder.

    Raises:
        SpecificationError: A file is not YAML, has a key twice, or says the same as another one.
    """
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    if not texts:
        raise SpecificationError(f"{folder}: there are no YAML files")
    return merge_fragments(texts)
