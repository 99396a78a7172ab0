"""Where files are read from and saved to: a local path, or any address that Airflow or fsspec can open."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import ObjectStoragePath
    from upath import UPath

__all__ = ["StoragePath", "check_output_folder", "storage_path", "without_user_info"]

StoragePath: TypeAlias = "Path | ObjectStoragePath | UPath"

_LOCAL = "file://"
_USER_INFO = re.compile(r"(?<=:/)(/?)([^/\s]+)@")


def storage_path(address: str) -> StoragePath:
    """Return the path of an address, whose storage can be opened from here.

    Args:
        address: A local path, `file://…`, or an address such as `s3://bucket/folder` or `s3://connection@bucket/folder`.

    Returns:
        A local path, else one of Airflow's object storage; where Airflow has no provider for the address, of fsspec.

    Raises:
        ValueError: Nothing that is installed can open it, or it lacks what its storage needs, such as a connection.
    """
    if _is_local(address):
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
    raise ValueError(f"{without_user_info(address)!r} cannot be opened: {_without_password(str(problem), address)}")


def check_output_folder(address: str) -> None:
    """Find out whether files can be saved in a folder: better known before than after the money is spent.

    Args:
        address: As for `storage_path`. A local folder is created; of others it is only known that they can be opened.

    Raises:
        ValueError: They cannot; the message names `output_path`.
    """
    try:
        folder = storage_path(address)
        if _is_local(address):
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(str(folder), os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    except (OSError, RuntimeError, ValueError) as error:
        raise ValueError(f"output_path is no folder to save in: {error}") from None


def without_user_info(address: str) -> str:
    """Return an address as it may be shown: what precedes the @ of its host may be a password."""
    return _USER_INFO.sub(r"\1***@", address, count=1)


def _without_password(problem: str, address: str) -> str:
    """Return what a storage complains about: Airflow takes all before the @ for a connection, and names it."""
    found = _USER_INFO.search(address)
    return problem.replace(found[2], "***") if found is not None and ":" in found[2] else problem


def _is_local(address: str) -> bool:
    return "://" not in address or address.startswith(_LOCAL)
