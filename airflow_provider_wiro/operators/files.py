"""Operators for files: one takes a file to Wiro, one deletes what a task left there."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, BaseOperator

from airflow_provider_wiro.arguments import checked_conn_id, checked_remote_id, checked_text, is_rendered
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.lineage import LineageMixin, file_dataset
from airflow_provider_wiro.storage import storage_path
from wiro.errors import AmbiguousRequestError, InvalidResponseError, NotFoundError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from airflow.providers.common.compat.sdk import Context, ObjectStoragePath

    from airflow_provider_wiro.lineage import LineageDataset

__all__ = ["WiroDeleteTaskFilesOperator", "WiroUploadFileOperator"]

_ACCEPTED_FILES: Final = "a local path, an address that ObjectStoragePath opens (such as 's3://…'), or either as a path"
#: A lost answer leaves a second copy at worst: an upload costs nothing.
_MAY_BE_REPEATED: Final = (AmbiguousRequestError, InvalidResponseError)


class WiroUploadFileOperator(LineageMixin, BaseOperator):
    """Uploads a file and returns its address, which runs take as input.

    The file is streamed, at most 100 MB. Uploading costs nothing; a retry after a worker died uploads a second copy.

    Args:
        file: Local path, or an address that Airflow's `ObjectStoragePath` opens (`file://`, `s3://`, …), templated; or
            a path object.
        name: Name that the file gets, whose ending tells its kind; None keeps its own. Templated.
        folder_id: Id of the Wiro folder to store it in, templated; None is the account's default folder.
        wiro_conn_id: Connection id, templated.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("file", "name", "folder_id", "wiro_conn_id")
    ui_color = "#e8e4ff"

    def __init__(
        self,
        *,
        file: str | os.PathLike[str] | ObjectStoragePath,
        name: str | None = None,
        folder_id: str | None = None,
        wiro_conn_id: str = WiroHook.default_conn_name,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.file = file
        self.name = name
        self.folder_id = folder_id
        self.wiro_conn_id = wiro_conn_id
        if is_rendered(wiro_conn_id):
            checked_conn_id(wiro_conn_id)
        if is_rendered(file):
            _checked_file(file)
        for argument, value in (("name", name), ("folder_id", folder_id)):
            if value is not None and is_rendered(value):
                checked_text(argument, value)

    def execute(self, context: Context) -> str:  # noqa: ARG002
        """Upload the file.

        Returns:
            Its address.
        """
        try:
            path = _path_of(_checked_file(self.file))
            name = checked_text("name", path.name if self.name is None else self.name)
            folder_id = None if self.folder_id is None else checked_text("folder_id", self.folder_id)
        except ValueError as error:
            raise AirflowFailException(f"Nothing was uploaded: {error}") from error
        with _errors_of("uploaded"), WiroHook(self.wiro_conn_id).get_conn() as client:
            # Imported here: at DAG parse nobody uploads.
            from wiro import File

            with _opened(path) as payload:
                address = client.upload(File(payload, name), folder_id=folder_id)
        self.log.info("Uploaded %s to %s.", name, address)
        return address

    def _lineage_inputs(self) -> Iterable[LineageDataset]:
        return [file_dataset(str(self.file))]

    def _lineage_outputs(self, result: Any) -> Iterable[LineageDataset]:
        return [file_dataset(result)] if isinstance(result, str) else []


class WiroDeleteTaskFilesOperator(BaseOperator):
    """Deletes the files of a Wiro task that has ended: its outputs, and the inputs that were uploaded for it.

    The task's record stays. Deleting again is fine.

    Args:
        wiro_task_id: Id of the Wiro task, or the result of the operator that ran it, such as `paint.output`; templated.
        wiro_conn_id: Connection id, templated.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("wiro_task_id", "wiro_conn_id")
    ui_color = "#e8e4ff"

    def __init__(self, *, wiro_task_id: Any, wiro_conn_id: str = WiroHook.default_conn_name, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.wiro_task_id = wiro_task_id
        self.wiro_conn_id = wiro_conn_id
        if is_rendered(wiro_conn_id):
            checked_conn_id(wiro_conn_id)
        if is_rendered(wiro_task_id):
            checked_remote_id("wiro_task_id", wiro_task_id, key="task_id")

    def execute(self, context: Context) -> dict[str, Any]:  # noqa: ARG002
        """Delete the files.

        Returns:
            `task_id` and `outputs`, the number of output files that the task still had.
        """
        try:
            task_id = checked_remote_id("wiro_task_id", self.wiro_task_id, key="task_id")
        except ValueError as error:
            raise AirflowFailException(f"Nothing was deleted: {error}") from error
        with _errors_of("deleted"), WiroHook(self.wiro_conn_id).get_conn() as client:
            run = client.attach(task_id)
            try:
                row = run.refresh()
            except NotFoundError as error:
                raise AirflowFailException(
                    f"Nothing was deleted: Wiro knows no task {task_id}, or not with the connection "
                    f"{self.wiro_conn_id!r}. wiro_task_id is the id that Wiro gave, not Airflow's task id."
                ) from error
            from wiro.lifecycle import TERMINAL_STATUSES

            if row.get("status") not in TERMINAL_STATUSES:
                raise AirflowException(
                    f"Nothing was deleted: Wiro task {task_id} has not ended ({row.get('status')}); "
                    "its files can be deleted once it has."
                )
            run.delete_files()
        outputs = row.get("outputs")
        count = len(outputs) if isinstance(outputs, list) else 0
        self.log.info("Deleted the files of Wiro task %s, %d of them outputs.", task_id, count)
        return {"task_id": task_id, "outputs": count}


def _checked_file(value: Any) -> Any:
    """Return what was given for a file, if it may be one.

    Raises:
        ValueError: It is something else, or an address that the service fetches by itself.
    """
    if isinstance(value, os.PathLike) or hasattr(value, "open"):
        return value
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"file is {value!r}; accepted: {_ACCEPTED_FILES}.")
    if value.startswith(("http://", "https://", "data:")):
        raise ValueError(f"file is {value!r}, which Wiro fetches by itself: give it to the run as it is.")
    return value


def _path_of(file: Any) -> Any:
    """Return an object with `name` and `open`: a path of the local disk or of any storage.

    Raises:
        ValueError: Nothing that is installed can open it.
    """
    if hasattr(file, "open"):
        return file
    address = os.fspath(file)
    try:
        return storage_path(address)
    except ValueError as error:
        raise ValueError(f"file is {address!r}; accepted: {_ACCEPTED_FILES}. {error}") from error


@contextmanager
def _opened(path: Any) -> Iterator[Any]:
    try:
        payload = path.open("rb")
    except OSError as error:
        raise AirflowException(f"Nothing was uploaded: {path} cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        # No provider that is installed knows addresses of this kind.
        raise AirflowFailException(f"Nothing was uploaded: {path} cannot be read: {error}") from error
    with payload:
        yield payload


@contextmanager
def _errors_of(done: str) -> Iterator[None]:
    """Translate errors: what another try cannot change fails the task at once. Trying again costs nothing."""
    try:
        yield
    except WiroError as error:
        again = error.retryable or isinstance(error, _MAY_BE_REPEATED)
        raise (AirflowException if again else AirflowFailException)(f"Nothing was {done}: {error}") from error
