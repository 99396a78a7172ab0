"""`wiro run`: one run of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wiro.cli.documents import quote_document, submitted_document, usd
from wiro.cli.options import global_options, pass_session, save_option, seconds_from, timeout_option
from wiro.cli.parameters import parameters_from

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from wiro.catalog import Model
    from wiro.cli.session import Session
    from wiro.pricing import Quote
    from wiro.runs import Run

__all__ = ["run_command", "submit"]


@click.command("run")
@click.argument("model", metavar="OWNER/MODEL")
@click.option("-p", "--param", "flags", multiple=True, metavar="KEY=VALUE", help="One parameter; repeat for more.")
@click.option("--params", metavar="JSON|@FILE", help="All parameters as a JSON object; @- reads stdin. -p wins.")
@click.option("--quote", "only_quote", is_flag=True, help="Print what it would cost, and submit nothing.")
@click.option("--max-cost", type=float, metavar="USD", help="Submit only if it cannot cost more.")
@click.option("--allow-estimate", is_flag=True, help="Let --max-cost accept an estimate.")
@save_option
@timeout_option
@click.option(
    "--slot-timeout",
    type=seconds_from,
    metavar="TIME",
    help="Longest wait for a task slot while all are busy; without it the run is refused.",
)
@click.option("--no-wait", is_flag=True, help="Print the id as soon as the run is accepted.")
@click.option("--no-validate", is_flag=True, help="Do not check the parameters against the model's schema.")
@click.option("--thinking", is_flag=True, help="Write a language model's thoughts to stderr.")
@click.option("--callback-url", metavar="URL", help="Where Wiro posts the result.")
@click.option("--project", metavar="ID", help="Project that pays.")
@global_options
@pass_session
def run_command(
    session: Session,
    model: str,
    flags: tuple[str, ...],
    params: str | None,
    only_quote: bool,
    max_cost: float | None,
    allow_estimate: bool,
    save: Path | None,
    timeout: float | None,
    slot_timeout: float | None,
    no_wait: bool,
    no_validate: bool,
    thinking: bool,
    callback_url: str | None,
    project: str | None,
) -> None:
    r"""Run a model: submit, show its progress, print what it made.

    \b
      -p prompt="a lake"       a value, typed by the model's own schema
      -p inputImage=@lake.png  a local file, where the model takes files
      -p seed:=42              JSON

    Output files are printed as addresses, one a line, or saved with --save and printed as paths. A language model's
    answer is printed while it is written.
    """
    if no_wait and (save is not None or timeout is not None):
        raise click.UsageError("--no-wait cannot go together with --save or --timeout")
    known = session.client.models.get(model) if only_quote or not no_validate else None
    parameters = parameters_from(params, flags, known)
    if known is not None and only_quote:
        _print_quote(session, known, parameters, max_cost, allow_estimate)
        return
    # Imported here: `wiro --help` needs none of it.
    from wiro.cli.following import deliver, follow

    run = submit(
        session,
        model,
        parameters,
        validate=not no_validate,
        max_cost_usd=max_cost,
        allow_estimate=allow_estimate,
        callback_url=callback_url,
        project_id=project,
        slot_timeout=slot_timeout,
    )
    if not no_wait:
        deliver(session, follow(session, run, timeout=timeout, thinking=thinking), save)
    elif session.as_json:
        session.emit(submitted_document(run.task_id, model, run.status))
    else:
        session.result(run.task_id)


def submit(session: Session, model: str, parameters: dict[str, Any], **options: Any) -> Run:
    """Submit a run and say its id, so that it can be found again whatever happens to this process."""
    from wiro.cli.interruption import settle_interrupted, stopping_unheard, submitting

    with submitting(session, in_flight=False) as state:
        run = session.client.run(model, parameters, **options)
        name = f"run {run.task_id}"
        # In here: who reads the id may end this process at once, and the run must not go on then.
        with stopping_unheard(session, name, run.stop):
            session.say(f"{name} of {model}")
    if state.interruption is not None:
        settle_interrupted(session, name, run.stop, later=f"wiro tasks wait {run.task_id}")
        raise state.interruption
    return run


def _print_quote(
    session: Session, model: Model, parameters: dict[str, Any], limit: float | None, allow_estimate: bool
) -> None:
    from wiro.pricing import check_cost_limit, checked_cost_limit

    quote = model.quote(model.written(parameters))
    if session.as_json:
        session.emit({"model": model.name, **quote_document(quote)})
    else:
        session.result(_quote_line(quote))
    if limit is not None:
        maximum: Decimal = checked_cost_limit(limit)
        check_cost_limit(model.name, quote, maximum, allow_estimate=allow_estimate)


def _quote_line(quote: Quote) -> str:
    price = "unknown" if quote.usd is None else f"{usd(quote.usd)} USD"
    note = "" if quote.certainty in ("exact", "unknown") else f" ({quote.certainty})"
    return f"{price}{note}: {quote.basis}"
