"""`wiro models`: the catalogue."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from wiro.cli.documents import model_document, usd
from wiro.cli.options import global_options, pass_session

if TYPE_CHECKING:
    from wiro.catalog import Model, Parameter
    from wiro.cli.session import Session

__all__ = ["models_command"]


@click.group("models", no_args_is_help=False)
@global_options
def models_command() -> None:
    """Search the catalogue and show what a model takes."""


@models_command.command("search")
@click.argument("words", nargs=-1)
@click.option("--category", "categories", multiple=True, help="Only models of this category; repeat for several.")
@click.option("--owner", help="Only models of this owner.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most models to list.")
@global_options
@pass_session
def search(
    session: Session, words: tuple[str, ...], categories: tuple[str, ...], owner: str | None, limit: int
) -> None:
    """List models; without words, all of them."""
    found = list(islice(session.client.models.search(" ".join(words), categories=categories, owner=owner), limit))
    if session.as_json:
        session.emit({"models": [model_document(model, parameters=False) for model in found]})
        return
    rows = [(model.name, model.title, ", ".join(model.categories)) for model in found]
    session.table(("model", "title", "categories"), list(rows))
    if not found:
        session.say("no models found")


@models_command.command("show")
@click.argument("model", metavar="OWNER/MODEL")
@global_options
@pass_session
def show(session: Session, model: str) -> None:
    """Show a model, its price and its parameters."""
    found = session.client.models.get(model)
    if session.as_json:
        session.emit(model_document(found, parameters=True))
        return
    session.result(*_heading(found))
    rows = [(_name(parameter), parameter.type, _accepted(parameter), parameter.note) for parameter in found.parameters]
    session.table(("parameter", "type", "accepted", "note"), list(rows))


def _heading(model: Model) -> list[str]:
    quote = model.quote()
    price = f"{usd(quote.usd)} USD, {quote.certainty}: {quote.basis}" if quote.usd is not None else quote.basis
    lines = [f"{model.name}: {model.title}" if model.title else model.name]
    return [*lines, *filter(None, [model.description]), f"price of a run with its defaults: {price}"]


def _name(parameter: Parameter) -> str:
    return f"{parameter.id} *" if parameter.required else parameter.id


def _accepted(parameter: Parameter) -> str:
    """Say what a parameter takes, with its default in parentheses."""
    if parameter.options:
        text = " | ".join(option.value for option in parameter.options)
    elif parameter.minimum is not None or parameter.maximum is not None:
        ends = ("" if end is None else f"{end:g}" for end in (parameter.minimum, parameter.maximum))
        text = "..".join(ends)
    else:
        text = ""
    return f"{text} ({parameter.default})".strip() if parameter.default not in (None, "") else text
