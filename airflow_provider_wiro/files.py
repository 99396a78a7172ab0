"""Files among the parameters of a run.

A string is an address and never a path: parameters often come from elsewhere, and a path in them must not make a worker
publish one of its files. Whoever means a file says so: `WiroFile("…")`, a `pathlib.Path` or an `ObjectStoragePath`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.storage import storage_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiro import Wiro

__all__ = ["WiroFile", "comparable", "is_file", "open_files", "with_addresses"]


class WiroFile:
    """A file that a run takes, such as `{"inputImage": WiroFile("s3://bucket/{{ ds }}.png")}`; it is uploaded first.

    Args:
        path: Local path, or the address of any storage that Airflow or fsspec can open; templated.
    """

    # Airflow renders the fields of objects that it finds inside templated arguments.
    template_fields: Sequence[str] = ("path",)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path if isinstance(path, str) else str(path)
        if not self.path.strip():
            raise ValueError("WiroFile is empty; accepted: a local path, or an address such as 's3://bucket/file.png'.")

    def __repr__(self) -> str:
        """Show the path. Airflow stores this text as part of the DAG, so it is the same in every process."""
        return f"WiroFile({self.path!r})"

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same path."""
        return isinstance(other, WiroFile) and other.path == self.path

    def __hash__(self) -> int:
        """Hash the path."""
        return hash((WiroFile, self.path))


def is_file(value: Any) -> bool:
    """Tell whether a value in parameters is a file."""
    return isinstance(value, (WiroFile, os.PathLike)) or _is_object_path(value)


def comparable(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters as JSON, with where each file is instead of the file.

    A retry may run on another machine, where the file is gone although the run that took it is paid for.
    """
    return {name: _mapped(value, lambda file: {"file": _address(file)}) for name, value in parameters.items()}


@contextmanager
def open_files(parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Open the files in parameters, as the `wiro` library takes them.

    Yields:
        The parameters, with local paths as `pathlib.Path` and others as open `wiro.File`.

    Raises:
        ValueError: A file is not there, or cannot be opened.
    """
    with ExitStack() as opened:
        yield {name: _mapped(value, lambda file: _open(file, opened)) for name, value in parameters.items()}


def with_addresses(client: Wiro, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Upload the open files in parameters, and return the parameters with their addresses instead.

    Before the submission is recorded, for an upload may fail, and costs nothing.
    """
    from wiro import File

    return {
        name: _mapped(value, client.upload, lambda one: isinstance(one, (Path, File)))
        for name, value in parameters.items()
    }


def _mapped(value: Any, change: Any, is_one: Any = is_file) -> Any:
    """Return a value with every file in it, also in lists and dicts, replaced by what a function makes of it."""
    if is_one(value):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _mapped(entry, change, is_one) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mapped(entry, change, is_one) for entry in value]
    return value


def _open(file: Any, opened: ExitStack) -> Any:
    from wiro import File

    address = _address(file)
    path = file if _is_object_path(file) else storage_path(address)
    if isinstance(path, Path) and not _is_object_path(path):
        if not path.is_file():
            raise ValueError(f"the file {address!r} is not there.")
        return path
    try:
        return File(opened.enter_context(path.open("rb")), path.name)
    except Exception as error:
        raise ValueError(f"the file {address!r} cannot be opened: {error}") from error


def _address(file: Any) -> str:
    return file.path if isinstance(file, WiroFile) else str(file)


def _is_object_path(value: Any) -> bool:
    """Tell whether a value is a path of Airflow's or fsspec's object storage.

    By version it is a `pathlib.Path`, an `os.PathLike` or neither, but only it knows a protocol.
    """
    return isinstance(getattr(value, "protocol", None), str) and callable(getattr(value, "joinpath", None))
