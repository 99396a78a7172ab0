"""What all sensors have in common: they watch a remote job, and never stop it, whatever becomes of the Airflow task.

A sensor has three ways to wait. Deferred it waits on the triggerer, on the socket that all Wiro tasks share, and knows
within a second. In the modes `poke` and `reschedule` it asks every `poke_interval` seconds, one request each. A name
that stands for an id is looked up first.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from airflow.providers.common.compat.sdk import (
    AirflowException,
    AirflowFailException,
    AirflowSensorTimeout,
    AirflowSkipException,
    BaseSensorOperator,
    PokeReturnValue,
)

from airflow_provider_wiro.arguments import checked_conn_id, checked_flag, checked_seconds, is_rendered
from airflow_provider_wiro.events import checked_event, verdict_on
from airflow_provider_wiro.hooks.wiro import WiroHook
from wiro.errors import NotFoundError, WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import timedelta

    from airflow.providers.common.compat.sdk import Context
    from airflow.triggers.base import BaseTrigger

    from wiro import Wiro

__all__ = ["WatchingSensor"]

#: A job that has ended tells its result within moments; one in an error state, within the grace that it has to recover.
_RESULT_SECONDS: Final = 180.0
#: Pause before a name is looked up again, doubling up to `poke_interval`.
_FIRST_PAUSE_SECONDS: Final = 1.0

_Seen = TypeVar("_Seen")


class WatchingSensor(BaseSensorOperator):
    """Waits for a remote job; see the top of the module.

    Args:
        wiro_conn_id: Connection id, templated.
        deferrable: Whether to wait on the triggerer. None is yes, unless `mode` is "reschedule".
        inline_wait: Seconds, or a timedelta, that the worker waits before it defers; 0 defers at once.
        kwargs: Those of Airflow's sensors, such as `timeout`, `poke_interval`, `mode` and `soft_fail`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("wiro_conn_id",)
    ui_color = "#e8e4ff"

    def __init__(
        self,
        *,
        wiro_conn_id: str = WiroHook.default_conn_name,
        deferrable: bool | None = None,
        inline_wait: float | timedelta = 10.0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.wiro_conn_id = wiro_conn_id
        if is_rendered(wiro_conn_id):
            checked_conn_id(wiro_conn_id)
        self.deferrable = not self.reschedule if deferrable is None else checked_flag("deferrable", deferrable)
        self.inline_wait = checked_seconds("inline_wait", inline_wait, zero=True)
        if self.deferrable and self.reschedule:
            raise ValueError("deferrable is True and mode is 'reschedule'; accepted: one of the two.")

    # What a subclass says about its kind of job.

    @abstractmethod
    def _checked_id(self) -> str:
        """Return the id of the job.

        Raises:
            ValueError: No id looks like this.
        """

    def _resolved(self, client: Wiro, remote_id: str) -> str:  # noqa: ARG002
        """Return the id that the trigger needs, if people may write something else for it."""
        return remote_id

    @abstractmethod
    def _subject(self, remote_id: str) -> str:
        """Return the job in the middle of a sentence, such as `Wiro task 7`."""

    @abstractmethod
    def _has_news(self, client: Wiro, remote_id: str) -> bool:
        """Tell with one request whether the job has ended, or is in a state from which it may not come back."""

    @abstractmethod
    def _result(self, client: Wiro, remote_id: str, timeout: float) -> dict[str, Any]:
        """Wait for the job, at most so many seconds, and describe its result for XCom.

        Raises:
            WaitTimeoutError: The time is over; the job goes on.
            WiroError: The job did not succeed, if `_verdict` has a verdict on it; or it cannot be followed.
        """

    @abstractmethod
    def _trigger(self, remote_id: str, deadline: float) -> BaseTrigger:
        """Return the trigger that goes on waiting until the deadline, in seconds since the epoch."""

    def _verdict(self, error: WiroError) -> str | None:
        """Return why the job will never succeed, if that is what an error says."""
        verdict = verdict_on(error)
        return None if verdict is None else verdict[1]

    # What Airflow calls.

    def execute(self, context: Context) -> Any:
        """Wait for the job.

        Returns:
            Its result: what the operator that makes such jobs returns.
        """
        if not self.deferrable:
            return super().execute(context)
        deadline = time.time() + self.timeout
        with self._skipping_if_told():
            written = self._rendered_id()
            remote_id = self._looked_up(written, deadline)
            wait = min(self.inline_wait, float(self.timeout))
            result = None
            if wait > 0:
                result = self._looked(remote_id, lambda client: self._waited(client, remote_id, wait))
            if result is None:
                if time.time() >= deadline:
                    raise AirflowSensorTimeout(f"{self._subject(remote_id)} did not end within {self.timeout:g} s.")
                # The trigger keeps the deadline: Airflow's own looks at deferred tasks every 15 s only.
                self.defer(trigger=self._trigger(remote_id, deadline), method_name="execute_complete", timeout=None)
            return result

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ARG002
        """Turn the trigger's event into the sensor's result or its failure.

        Args:
            context: Airflow's context.
            event: See `airflow_provider_wiro.events`. It has a default because `dag.test()` may pass none.

        Returns:
            What `execute` returns.
        """
        with self._skipping_if_told():
            try:
                known = checked_event(event)
            except ValueError as error:
                raise AirflowException(str(error)) from error
            if known["status"] == "timeout":
                raise AirflowSensorTimeout(known["message"])
            if known["status"] in ("failed", "cancelled"):
                raise AirflowFailException(known["message"])
            if known["status"] != "success":
                raise AirflowException(known["message"])
            return {**known["result"], "resumed_at": time.time()}

    def poke(self, context: Context) -> bool | PokeReturnValue:  # noqa: ARG002
        """Look once."""
        written = self._rendered_id()
        result = self._looked(written, lambda client: self._ended(client, self._resolved(client, written)))
        return PokeReturnValue(is_done=True, xcom_value=result) if result is not None else False

    # How it is done.

    def _rendered_id(self) -> str:
        try:
            return self._checked_id()
        except ValueError as error:
            raise AirflowFailException(f"Nothing was watched: {error}") from error

    def _looked_up(self, written: str, deadline: float) -> str:
        """Return the id that the trigger needs. An outage does not end the sensor before its deadline."""
        pause = min(_FIRST_PAUSE_SECONDS, self.poke_interval)
        while (remote_id := self._looked(written, lambda client: self._resolved(client, written))) is None:
            remaining = deadline - time.time()
            if remaining <= 0:
                raise AirflowSensorTimeout(
                    f"{self._subject(written)} could not be looked for: Wiro was out of reach for {self.timeout:g} s."
                )
            time.sleep(min(pause, remaining))
            pause = min(2 * pause, self.poke_interval)
        return remote_id

    def _ended(self, client: Wiro, remote_id: str) -> dict[str, Any] | None:
        return self._waited(client, remote_id, _RESULT_SECONDS) if self._has_news(client, remote_id) else None

    def _waited(self, client: Wiro, remote_id: str, seconds: float) -> dict[str, Any] | None:
        try:
            return self._result(client, remote_id, seconds)
        except WaitTimeoutError:
            self.log.info("%s has not ended after %.1f s.", self._subject(remote_id), seconds)
            return None

    def _looked(self, remote_id: str, look: Callable[[Wiro], _Seen]) -> _Seen | None:
        """Return what somebody sees who has a client; None while Wiro cannot be reached, which proves nothing."""
        subject = self._subject(remote_id)
        try:
            with WiroHook(self.wiro_conn_id).get_conn() as client:
                return look(client)
        except NotFoundError as error:
            raise AirflowFailException(
                f"There is no {subject}, or not with the connection {self.wiro_conn_id!r} ({error})."
            ) from error
        except WiroError as error:
            reason = self._verdict(error)
            if reason is None and error.retryable:
                self.log.warning("Cannot look at %s (%s).", subject, error)
                return None
            raise AirflowFailException(reason or f"{subject} cannot be watched: {error}") from error
        except ValueError as error:
            raise AirflowFailException(f"{subject} cannot be watched: {error}") from error

    @contextmanager
    def _skipping_if_told(self) -> Iterator[None]:
        """Skip instead of failing, as Airflow's sensors do in their own loop, and only Airflow 3 when they resume."""
        try:
            yield
        except AirflowSkipException:
            raise
        except AirflowException as error:
            if self.soft_fail or self.never_fail:
                raise AirflowSkipException(f"Skipped instead of failed: {error}") from error
            raise
