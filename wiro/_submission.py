"""From the arguments of `Wiro.run` to an accepted run: whatever can be refused is refused before money is spent."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from wiro._attempts import accepted_without_id
from wiro._local_files import OpenFiles
from wiro._steps import Awaited
from wiro.catalog import model_not_found, parse_model_name
from wiro.errors import (
    ConcurrencyLimitError,
    InvalidArgumentError,
    NotFoundError,
    ParameterWarning,
)
from wiro.files import with_addresses, with_parts

if TYPE_CHECKING:
    from decimal import Decimal

    from wiro._slots import SlotWait
    from wiro._steps import Steps
    from wiro.catalog import Catalogue, Model
    from wiro.files import Uploads
    from wiro_client.models.run_response import RunResponse

__all__ = ["checked_params", "report_in_flight", "submission_steps"]

#: Called with True before the request that may cost money, and with False when it was refused and shall be sent again
#: later. For the command, which holds Ctrl-C back only in between.
report_in_flight: ContextVar[Callable[[bool], None]] = ContextVar(
    "wiro_submission_in_flight", default=lambda _in_flight: None
)


def submission_steps(
    catalogue: Catalogue,
    uploads: Uploads,
    model: str,
    params: Mapping[str, Any] | None,
    *,
    validate: bool,
    callback_url: str | None,
    project_id: str | None,
    max_cost_usd: Decimal | float | None,
    allow_estimate: bool,
    multipart: bool,
    slots: SlotWait | None = None,
) -> Steps[dict[str, str | None]]:
    """Submit a run; see `Wiro.run` for arguments and errors. With `slots` it waits while all task slots are busy.

    Returns:
        Task id and token of the run.
    """
    owner, slug = parse_model_name(model)
    body = checked_params(params)
    service = _service_parameters(callback_url, project_id)
    # Imported when they are used: clients that only look something up start faster.
    from wiro.pricing import checked_cost_limit
    from wiro_client.api.runs import create

    limit = None if max_cost_usd is None else checked_cost_limit(max_cost_usd)
    found = (yield from catalogue.get_steps(model)) if validate or limit is not None else None
    if validate and found is not None:
        for hint in found.validate(body):
            if "did you mean" in hint:
                # At the caller of `run`, behind this generator and the function that carries it out.
                warnings.warn(f"{model}: {hint}", ParameterWarning, stacklevel=4)
        body = found.written(body)
    if limit is not None and found is not None:
        body = _within_limit(found, body, limit, allow_estimate)
    parameters = found.parameters if found is not None else ()
    with OpenFiles() as files:
        if multipart:
            body = yield from with_parts(files, parameters, body)
        else:
            body = yield from with_addresses(uploads, files, parameters, body)
            if limit is not None and found is not None:
                # An archive has become several files by now, and each of them may be priced.
                body = _within_limit(found, body, limit, allow_estimate)
        while True:
            report_in_flight.get()(True)
            try:
                answer = yield create.build_call(
                    owner_slug=owner, model_slug=slug, body={**body, **service}, multipart=multipart
                )
                break
            except NotFoundError as error:
                raise model_not_found(model, error) from error
            except ConcurrencyLimitError as refusal:
                # Certainly not accepted: it may be submitted again without being paid twice.
                if slots is None:
                    raise
                report_in_flight.get()(False)
                yield Awaited(partial(slots.after, refusal))
                files.rewind()
    reference = _reference(answer)
    if slots is not None and slots.waited:
        yield Awaited(partial(slots.submitted, reference))
    return reference


def checked_params(params: object) -> dict[str, Any]:
    """Return a copy of the parameters of a run.

    Raises:
        InvalidArgumentError: They are no mapping.
    """
    if params is not None and not isinstance(params, Mapping):
        raise InvalidArgumentError(
            f"params is a {type(params).__name__}; accepted: a mapping from parameter names to values, or None.",
            parameter="params",
        )
    return dict(params or {})


def _within_limit(model: Model, body: dict[str, Any], limit: Decimal, allow_estimate: bool) -> dict[str, Any]:
    """Return the parameters of a run for which its quote holds, if that is within the limit."""
    from wiro.pricing import check_cost_limit

    quote = model.quote(body)
    check_cost_limit(model.name, quote, limit, allow_estimate=allow_estimate)
    # What was quoted is what is sent: the price holds for these values, whatever the service would assume.
    return {**body, **model.written(quote.defaults)}


def _service_parameters(callback_url: str | None, project_id: str | None) -> dict[str, str]:
    found = {}
    if callback_url is not None:
        found["callbackUrl"] = _checked_callback_url(callback_url)
    if project_id is not None:
        if not isinstance(project_id, str) or not project_id.strip():
            raise InvalidArgumentError(
                f"project_id is {project_id!r}; accepted: the id of a project, or None.", parameter="project_id"
            )
        found["projectid"] = project_id
    return found


def _checked_callback_url(url: object) -> str:
    problem = None
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            problem = "is no http:// or https:// address"
        elif "@" in parts.netloc:
            problem = "carries a user name or password"
        elif parts.fragment or any(character.isspace() for character in str(url)):
            problem = "has a fragment or white space"
    except ValueError:
        problem = "is no address"
    if problem:
        # Not quoted: people put secrets into the addresses of their webhooks.
        raise InvalidArgumentError(f"callback_url {problem}.", parameter="callback_url")
    return str(url)


def _reference(answer: RunResponse) -> dict[str, str | None]:
    """Return id and token of an accepted run."""
    task_id, token = (str(value) if value else None for value in (answer.taskid, answer.socketaccesstoken))
    if not task_id and not token:
        raise accepted_without_id("runs_create", "the recent tasks")
    return {"task_id": task_id, "token": token}
