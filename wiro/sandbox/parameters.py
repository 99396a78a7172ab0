"""From the body of a Run to what the model gets: values, numbers, ranges and files, or a documented refusal."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from wiro.sandbox.catalogue import FILE_TYPES, InputFile, Parameter, SandboxModel
from wiro.sandbox.files import FileStore
from wiro.sandbox.refusals import refuse

__all__ = ["Accepted", "Upload", "accept_parameters"]

# Service parameters that every run may have and no model gets.
_SERVICE_PARAMETERS = frozenset({"callbackUrl", "projectid"})
_NUMERIC_TYPES = frozenset({"range", "number", "numeric", "integer", "float"})


@frozen
class Upload:
    """One file part of a multipart body.

    Making one hashes its content, which for a large file is work for a thread.
    """

    name: str
    content_type: str
    content: bytes = field(repr=False)
    sha256: str = field(init=False)

    @sha256.default
    def _hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@frozen
class Accepted:
    """What a run works with: parameters as Task/Detail shows them, files by parameter, a hash equal for equal runs."""

    parameters: dict[str, Any]
    files: dict[str, tuple[InputFile, ...]]
    fingerprint: str


def accept_parameters(model: SandboxModel, body: Mapping[str, Any], store: FileStore) -> Accepted:
    """Check a run's parameters.

    Args:
        model: The model that is run.
        body: JSON values, or for a multipart body text and `Upload`s; a repeated field is a list.
        store: Where uploads are kept.

    Raises:
        RefusedError: With the documented message for the first wrong parameter; nothing was stored.
    """
    given = {name: value for name, value in body.items() if name not in _SERVICE_PARAMETERS}
    for parameter in model.parameters:
        if parameter.type in FILE_TYPES:
            _check_files(parameter, given)
        else:
            _check_value(parameter, given.get(parameter.id))
    fingerprint = _fingerprint(model, given)
    kept = {name: _keep(value, store) for name, value in given.items()}
    files = {
        parameter.id: tuple(_input_file(url, store) for url in _urls(parameter, kept))
        for parameter in model.parameters
        if parameter.type in FILE_TYPES
    }
    return Accepted(kept, files, fingerprint)


def _check_value(parameter: Parameter, value: Any) -> None:
    if value is None or (isinstance(value, str) and not value.strip()):
        if parameter.required:
            raise refuse("parameter_required", name=parameter.id)
        return
    if isinstance(value, (Upload, Mapping, Sequence)) and not isinstance(value, str):
        raise refuse("invalid_parameters")
    if parameter.type.lower() in _NUMERIC_TYPES:
        _check_number(parameter, value)
    elif parameter.type == "select" and str(value) not in parameter.options:
        raise refuse("invalid_parameters")


def _check_number(parameter: Parameter, value: Any) -> None:
    try:
        read = math.nan if isinstance(value, bool) else float(value)
    except (ValueError, OverflowError):
        read = math.nan
    if not math.isfinite(read):
        raise refuse("not_numeric", name=parameter.id)
    minimum, maximum = parameter.minimum, parameter.maximum
    if minimum is not None and maximum is not None and not minimum <= read <= maximum:
        raise refuse("out_of_range", name=parameter.id, min=f"{minimum:g}", max=f"{maximum:g}")


def _check_files(parameter: Parameter, given: Mapping[str, Any]) -> None:
    entries = _entries(parameter, given)
    if any(not isinstance(entry, (str, Upload)) for entry in entries):
        raise refuse("invalid_parameters")
    if not entries and parameter.required:
        raise refuse("file_required", name=parameter.id)
    if len(entries) > 1 and parameter.type == "fileinput":
        raise refuse("invalid_parameters")


def _entries(parameter: Parameter, given: Mapping[str, Any]) -> list[Any]:
    """Return uploads and URLs of a file parameter: in `{id}`, and for all but combined ones also in `{id}Url`."""
    entries = _as_list(given.get(parameter.id))
    if parameter.type != "combinefileinput":
        for value in _as_list(given.get(f"{parameter.id}Url")):
            entries.extend(value.split(",") if isinstance(value, str) else [value])
    return [entry for entry in entries if entry not in (None, "")]


def _urls(parameter: Parameter, kept: Mapping[str, Any]) -> list[str]:
    return [str(entry).strip() for entry in _entries(parameter, kept)]


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _keep(value: Any, store: FileStore) -> Any:
    if isinstance(value, Upload):
        return store.url(store.add(value.name, value.content_type, value.content, sha256=value.sha256))
    if isinstance(value, list):
        return [_keep(item, store) for item in value]
    return value


def _input_file(url: str, store: FileStore) -> InputFile:
    stored = store.find_url(url)
    if stored is None:
        # What is not here is not fetched; its address stands for its content.
        return InputFile(name=url.rsplit("/", 1)[-1], url=url, sha256=hashlib.sha256(url.encode()).hexdigest())
    return InputFile(name=stored.name, url=url, content=stored.content, sha256=stored.sha256)


def _fingerprint(model: SandboxModel, given: Mapping[str, Any]) -> str:
    plain = json.dumps([model.name, given], sort_keys=True, default=_hash_upload)
    return hashlib.sha256(plain.encode()).hexdigest()


def _hash_upload(value: Any) -> str:
    if isinstance(value, Upload):
        return value.sha256
    raise TypeError(type(value).__name__)
