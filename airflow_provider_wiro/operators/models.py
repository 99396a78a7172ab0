"""The operator that runs an AI model on Wiro and waits for its result."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from airflow_provider_wiro.arguments import (
    checked_flag,
    checked_model,
    checked_output_path,
    checked_parameters,
    checked_seconds,
    checked_usd,
    is_rendered,
)
from airflow_provider_wiro.file_arguments import FileArgumentsMixin
from airflow_provider_wiro.files import comparable, open_files, with_addresses
from airflow_provider_wiro.lineage import LineageMixin, file_datasets, model_dataset
from airflow_provider_wiro.links import WiroModelLink, WiroOutputLink, model_page, push_link
from airflow_provider_wiro.lookups import runs_like
from airflow_provider_wiro.operators._jobs import JobState, PaidRequest
from airflow_provider_wiro.operators._paid import PaidJobOperator
from airflow_provider_wiro.progress import ProgressLines
from airflow_provider_wiro.results import save_outputs, summary_of
from airflow_provider_wiro.submissions import fingerprint_of
from airflow_provider_wiro.triggers.models import WiroTaskTrigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from airflow.providers.common.compat.sdk import Context

    from airflow_provider_wiro.lineage import LineageDataset
    from wiro import Run, Wiro
    from wiro.runs import RunResult

__all__ = ["WiroRunModelOperator"]

_LINK: Final = WiroModelLink()
_STATES: Final = {
    None: JobState.ACTIVE,
    "succeeded": JobState.SUCCEEDED,
    "failed": JobState.FAILED,
    "cancelled": JobState.CANCELLED,
}


@frozen(kw_only=True)
class _RunRequest(PaidRequest):
    model: str
    parameters: dict[str, Any]

    @property
    def subject(self) -> str:
        return self.model

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.model, comparable(self.parameters))


class WiroRunModelOperator(FileArgumentsMixin, LineageMixin, PaidJobOperator[_RunRequest, "Run", "RunResult"]):
    """Runs a model and returns its result: outputs, text, cost, seconds.

    The task waits on Wiro's socket for `inline_wait` seconds and then defers, so that a long run holds no worker. What
    was submitted is recorded outside the worker: a retry attaches to the run that is already paid for instead of
    submitting again. A kill or the deadline stops the remote run. A model that fails (exit code other than 0) fails the
    task without retries.

    Args:
        model: `owner/model`, templated.
        parameters: The model's parameters, templated at any depth: a dict of JSON values and files, or a string that
            renders to a JSON object. A file is an `airflow_provider_wiro.files.WiroFile`, a `pathlib.Path` or an
            `ObjectStoragePath`; a string is the address of a file and never a path. (Airflow keeps the name `params`
            for itself.)
        validate: Whether to check `parameters` against the model's own description before anything is submitted.
        max_cost_usd: Submit only if the run cannot cost more than so many USD by the prices in the catalogue; None for
            no limit; templated.
        allow_estimate: Accept an estimate for that: the run may then cost more. A cost that nobody knows is refused
            nevertheless.
        wiro_conn_id: Connection id, templated.
        deferrable: Whether to defer after `inline_wait`; otherwise the worker waits to the end.
        inline_wait: Seconds, or a timedelta, that the worker waits before it defers; 0 defers at once. Very short
            deferrals run into a race of Airflow's scheduler that fails healthy tasks.
        timeout: Seconds, or a timedelta, after which the remote run is stopped and the task fails, counted from the
            start of each try; templated.
        output_path: Folder for the files that the model makes, templated: a local one, or an address of any storage
            that Airflow or fsspec can open, such as `s3://bucket/folder`; None leaves them on Wiro. They are saved in a
            folder of their own, `<output_path>/<Wiro task id>/`, as are a text and thinking too long for XCom.
        on_ambiguous: What to do when a run may or may not have been submitted, and none or several of those on Wiro may
            be it, which costs money either way: "fail" asks a person, "resubmit" submits again.
        resubmit_on_failure: Whether a retry after a run that failed submits it again. Otherwise a failed run fails the
            task without retries; a person who clears it runs it anew.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (*PaidJobOperator.template_fields, "model", "parameters")
    template_fields_renderers = {"parameters": "json"}  # noqa: RUF012 (Airflow declares it as an instance variable)
    operator_extra_links = (_LINK, WiroOutputLink())
    _kind = "task"

    def __init__(
        self,
        *,
        model: str,
        parameters: Mapping[str, Any] | str | None = None,
        validate: bool = True,
        allow_estimate: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.model = model
        self.parameters = {} if parameters is None else parameters
        self.validate = checked_flag("validate", validate)
        self.allow_estimate = checked_flag("allow_estimate", allow_estimate)
        if allow_estimate and self.max_cost_usd is None:
            raise ValueError("allow_estimate is True without a limit; accepted: only together with max_cost_usd.")
        self._check_static_arguments()

    def _check_static_arguments(self) -> None:
        super()._check_static_arguments()
        if is_rendered(self.model):
            checked_model(self.model)
        if is_rendered(self.parameters):
            checked_parameters(self.parameters)

    def _lineage_inputs(self) -> Iterable[LineageDataset]:
        return [model_dataset(self.model), *file_datasets(self.parameters)]

    def _request(self) -> _RunRequest:
        return _RunRequest(
            model=checked_model(self.model),
            parameters=checked_parameters(self.parameters),
            timeout=checked_seconds("timeout", self.timeout),
            output_path=checked_output_path(self.output_path),
            max_cost_usd=checked_usd("max_cost_usd", self.max_cost_usd),
        )

    def _announce(self, context: Context, request: _RunRequest) -> None:
        push_link(context, _LINK, model_page(request.model))

    def _prepare(self, client: Wiro, request: _RunRequest) -> _RunRequest:
        """Check parameters and cost, and upload files: all that may fail while it costs nothing."""
        from wiro.catalog import check_parameters
        from wiro.pricing import check_cost_limit

        parameters, quote = request.parameters, None
        limited = request.max_cost_usd is not None
        with open_files(parameters) as opened:
            if self.validate or limited:
                # The library remembers it for the submission.
                model = client.models.get(request.model)
                if self.validate:
                    check_parameters(model, opened)
                found = model.quote(opened)
                if request.max_cost_usd is not None:
                    check_cost_limit(model.name, found, request.max_cost_usd, allow_estimate=self.allow_estimate)
                quote = {"usd": None if found.usd is None else float(found.usd), "certainty": found.certainty}
            return evolve(request, parameters=with_addresses(client, opened), quote=quote)

    def _submit(self, client: Wiro, request: _RunRequest) -> Run:
        return client.run(
            request.model,
            request.parameters,
            validate=self.validate,
            max_cost_usd=request.max_cost_usd,
            allow_estimate=self.allow_estimate,
        )

    def _look_up(self, client: Wiro, request: _RunRequest, since: float) -> Sequence[str]:
        return runs_like(client, request.model, request.parameters, since)

    def _remote_id(self, job: Run) -> str:
        return job.task_id

    def _attach(self, client: Wiro, remote_id: str) -> Run:
        return client.attach(remote_id)

    def _look(self, job: Run) -> JobState:
        from wiro.lifecycle import TaskLifecycle

        lifecycle = TaskLifecycle()
        lifecycle.feed_detail(job.refresh(), time.time())
        return _STATES[lifecycle.outcome.kind if lifecycle.outcome else None]

    def _wait(self, job: Run, timeout: float) -> RunResult:
        return job.wait(timeout=timeout, on_frame=ProgressLines(self.log.info, f"Wiro task {job.task_id}"))

    def _trigger(self, remote_id: str, request: _RunRequest, deadline: float) -> WiroTaskTrigger:
        return WiroTaskTrigger(
            wiro_task_id=remote_id, model=request.model, deadline=deadline, wiro_conn_id=self.wiro_conn_id
        )

    def _summary(
        self,
        result: RunResult,
        request: _RunRequest,  # noqa: ARG002
        *,
        finished_at: float,
        resumed_at: float | None,
    ) -> dict[str, Any]:
        return summary_of(result, finished_at=finished_at, resumed_at=resumed_at)

    def _saved(self, result: RunResult, request: _RunRequest, summary: dict[str, Any]) -> dict[str, Any]:
        return summary if request.output_path is None else save_outputs(result, request.output_path, summary)

    def _stop_remote(self, job: Run) -> None:
        job.stop()
