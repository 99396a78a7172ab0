"""Runs that were submitted before, here or elsewhere: `wiro.tasks`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiro import portal
from wiro._results import model_of
from wiro._slots import SlotQueue, SlotTurn, SlotWait, TaskAccess
from wiro.catalog import parse_model_name
from wiro.pagination import aiterate, iterate
from wiro.protocol import frame_task_id
from wiro.runs import AsyncRun, Run
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from wiro.config import Config
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

    def __init__(self, api: Api, background: AsyncTasks) -> None:
        self._api = api
        self._background = background

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
        listing = _Listing(self._background._handle, model)
        tasks = iterate(self._api.tasks.list, page_size=page_size, sort="id", order="DESC", model_name=listing.slug)
        return (Run(run) for task in tasks if (run := listing.run_of(task)) is not None)

    def wait_for_slot(self, timeout: float | None = None, *, limit: int | None = None) -> None:
        """Wait until it is worth submitting again after `ConcurrencyLimitError`; `Wiro.run` can do it by itself.

        A slot is free when a task of the workspace has ended, or when fewer run than are allowed. All who wait in this
        process share one look at the tasks, and each free slot lets one of them go on, the oldest first. Somebody else
        may be faster, and then the submission is refused again.

        Args:
            timeout: Total seconds to wait, above 0; None for no limit.
            limit: How many tasks may run at once, `ConcurrencyLimitError.max_concurrent`; None if not known.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over.
            AuthenticationError: The key may not see its tasks.
        """
        portal.run(self._background.wait_for_slot, timeout, limit=limit)


class AsyncTasks:
    """Runs of the project: `wiro.tasks`."""

    def __init__(
        self, api: AsyncApi, config: Config, handle: Callable[[Mapping[str, str | None], str | None], AsyncRun]
    ) -> None:
        self._api = api
        self._config = config
        self._handle = handle

    def list(self, model: str | None = None, *, page_size: int = 100) -> AsyncIterator[AsyncRun]:
        """Iterate over the runs that were submitted, with `async for`; like `Tasks.list`."""
        listing = _Listing(self._handle, model)
        tasks = aiterate(self._api.tasks.list, page_size=page_size, sort="id", order="DESC", model_name=listing.slug)
        return (run async for task in tasks if (run := listing.run_of(task)) is not None)

    async def wait_for_slot(self, timeout: float | None = None, *, limit: int | None = None) -> None:  # noqa: ASYNC109
        """Wait until it is worth submitting again after `ConcurrencyLimitError`; see `Tasks.wait_for_slot`."""
        access = TaskAccess(self._api, self._handle)
        await SlotQueue.current(self._config).wait(SlotTurn(), access, limit, timeout)

    def _slot_wait(self, timeout: float | None) -> SlotWait | None:
        """Return what lets one submission wait for a slot so many seconds; None if it shall not wait."""
        return None if timeout is None else SlotWait(TaskAccess(self._api, self._handle), self._config, timeout)
