"""Where files are read from and saved to: a local path, or any address that Airflow or fsspec can open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import ObjectStoragePath
    from upath import UPath

__all__ = ["StoragePath", "storage_path"]

StoragePath: TypeAlias = "Path | ObjectStoragePath | UPath"

_LOCAL = "file://"


def storage_path(address: str) -> StoragePath:
    """Return the path of an address, whose storage can be opened from here.

    Args:
        address: A local path, `file://…`, or an address such as `s3://bucket/folder` or `s3://connection@bucket/folder`.

    Returns:
        A local path, else one of Airflow's object storage; where Airflow has no provider for the address, of fsspec.

    Raises:
        ValueError: Nothing that is installed can open it, or it lacks what its storage needs, such as a connection.
    """
    if "://" not in address or address.startswith(_LOCAL):
        return Path(address.removeprefix(_LOCAL)).expanduser()
    # Both take long to import, and few tasks save anything.
    from airflow.providers.common.compat.sdk import ObjectStoragePath
    from upath import UPath

    problem: Exception | None = None
    for kind in (ObjectStoragePath, UPath):
        try:
            path: ObjectStoragePath | UPath = kind(address)
            # Opens the storage, which is when a missing package or connection shows.
            path.fs  # noqa: B018
        except Exception as error:
            problem = problem or error
        else:
            return path
    raise ValueError(f"{address!r} cannot be opened: {problem}")
