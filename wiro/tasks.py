"""Runs that were submitted before, here or elsewhere: `wiro.tasks`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiro._results import model_of
from wiro.catalog import parse_model_name
from wiro.pagination import aiterate, iterate
from wiro.protocol import frame_task_id
from wiro.runs import AsyncRun, Run
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from wiro_client.api import Api, AsyncApi
    from wiro_client.models.task import Task

__all__ = ["AsyncTasks", "Tasks"]


class _Listing:
    """What is asked for and which of the answered tasks are wanted."""

    def __init__(self, handle: Callable[[Mapping[str, str | None], str | None], AsyncRun], model: str | None) -> None:
        self._handle = handle
        self._model = model
        self.slug = parse_model_name(model)[1] if model is not None else UNSET

    def run_of(self, task: Task) -> AsyncRun | None:
        """Return the handle of a task, or None if it is of another model or has no name."""
        row: dict[str, Any] = task.to_dict()
        task_id, token, status = frame_task_id(row), row.get("socketaccesstoken"), row.get("status")
        # The service looks for the text anywhere in the name; who asked for a model wants that one.
        if not (task_id or token) or (self._model is not None and model_of(row) != self._model):
            return None
        reference = {"task_id": task_id, "token": token, "status": status if isinstance(status, str) else None}
        return self._handle(reference, model_of(row) or None)


class Tasks:
    """Runs of the project: `wiro.tasks`."""

    def __init__(self, api: Api, handle: Callable[[Mapping[str, str | None], str | None], AsyncRun]) -> None:
        self._api = api
        self._handle = handle

    def list(self, model: str | None = None, *, page_size: int = 100) -> Iterator[Run]:
        """Iterate over the runs that were submitted, the newest first. Pages are fetched as they are needed.

        Args:
            model: `owner/model`; None for all.
            page_size: Runs to ask for at once, at most 100.

        Returns:
            Iterator over handles, with the status that the list says; `Wiro.attach` finds one by its id.

        Raises:
            InvalidArgumentError: An argument is wrong; nothing was sent.
        """
        listing = _Listing(self._handle, model)
        tasks = iterate(self._api.tasks.list, page_size=page_size, sort="id", order="DESC", model_name=listing.slug)
        return (Run(run) for task in tasks if (run := listing.run_of(task)) is not None)


class AsyncTasks:
    """Runs of the project: `wiro.tasks`."""

    def __init__(self, api: AsyncApi, handle: Callable[[Mapping[str, str | None], str | None], AsyncRun]) -> None:
        self._api = api
        self._handle = handle

    def list(self, model: str | None = None, *, page_size: int = 100) -> AsyncIterator[AsyncRun]:
        """Iterate over the runs that were submitted, with `async for`; like `Tasks.list`."""
        listing = _Listing(self._handle, model)
        tasks = aiterate(self._api.tasks.list, page_size=page_size, sort="id", order="DESC", model_name=listing.slug)
        return (run async for task in tasks if (run := listing.run_of(task)) is not None)
