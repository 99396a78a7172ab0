"""Runs for synchronous code; `wiro.runs` is where they are public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiro import portal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from wiro._deltas import Delta
    from wiro._results import RunResult
    from wiro.protocol import TaskEvent
    from wiro.realtime import RealtimeSession
    from wiro.runs import AsyncRun

__all__ = ["Run"]


class Run:
    """One submitted run, for synchronous code. Made by `Wiro.run` and `Wiro.attach`.

    Args:
        run: The run that does the work on the background loop.
    """

    def __init__(self, run: AsyncRun) -> None:
        self._run = run

    def __repr__(self) -> str:
        """Show what may be shown; see `AsyncRun`."""
        return repr(self._run).removeprefix("Async")

    @property
    def task_id(self) -> str:
        """Id of the task; empty until the first answer if the run was attached to by its token alone."""
        return self._run.task_id

    @property
    def token(self) -> str | None:
        """Task token, a secret; None until the first answer if the run was attached to by its id."""
        return self._run.token

    @property
    def model(self) -> str:
        """``owner/model``; empty while not known."""
        return self._run.model

    @property
    def status(self) -> str | None:
        """Latest known status; None before anything was heard. `refresh` asks."""
        return self._run.status

    def refresh(self) -> dict[str, Any]:
        """Ask Task/Detail for the row; see `AsyncRun.refresh`."""
        return portal.run(self._run.refresh)

    def wait(
        self,
        timeout: float | None = None,
        *,
        stop_on_interrupt: bool = False,
        on_frame: Callable[[Mapping[str, Any]], object] | None = None,
    ) -> RunResult:
        """Wait for the end of the run; see `AsyncRun.wait`. Ctrl-C ends the waiting; the run goes on unless told."""
        return portal.run(self._run.wait, timeout, stop_on_interrupt=stop_on_interrupt, on_frame=on_frame)

    def events(self, timeout: float | None = None) -> Iterator[TaskEvent]:
        """Follow the run: yields its events and ends after the terminal one; see `AsyncRun.events`."""
        return portal.iterate(lambda: self._run.events(timeout))

    def deltas(self, timeout: float | None = None) -> Iterator[Delta]:
        """Stream the text of a language model in pieces; see `AsyncRun.deltas`."""
        return portal.iterate(lambda: self._run.deltas(timeout))

    def realtime(self, *, ready_timeout: float | None = 120.0) -> RealtimeSession:
        """Join the live session of a realtime model, with ``with``; see `AsyncRun.realtime`."""
        from wiro.realtime import RealtimeSession

        return RealtimeSession(self._run.realtime(ready_timeout=ready_timeout))

    def cancel(self) -> None:
        """Take the run out of the queue; see `AsyncRun.cancel`."""
        portal.run(self._run.cancel)

    def kill(self) -> None:
        """Stop the run on its worker; see `AsyncRun.kill`."""
        portal.run(self._run.kill)

    def stop(self) -> None:
        """End the run, wherever it is; see `AsyncRun.stop`."""
        portal.run(self._run.stop)

    def delete_files(self) -> None:
        """Delete the files of this run from Wiro, once it has ended; see `AsyncRun.delete_files`."""
        portal.run(self._run.delete_files)
