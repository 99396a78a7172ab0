"""The subcommands of `wiro agents` that deploy, set up, start and stop agents, and show their logs."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from wiro.cli.agent_documents import agent_document, day_of
from wiro.cli.documents import quote_document, usd
from wiro.cli.options import global_options, pass_session, timeout_option

if TYPE_CHECKING:
    from wiro.agents import Agent
    from wiro.cli.session import Session

__all__ = ["SETUP_COMMANDS"]

_credentials = click.option(
    "--credentials",
    metavar="@FILE",
    help='JSON object of credentials, such as {"gmail": {"account": ...}}; @- reads stdin.',
)
_no_wait = click.option("--no-wait", is_flag=True, help="Do not wait until it is done.")


@click.command("catalog")
@click.argument("search", required=False)
@global_options
@pass_session
def catalog(session: Session, search: str | None) -> None:
    """List the agents that can be deployed, with the prices of 30 days in USD."""
    found: list[dict[str, Any]] = [
        {
            "agent": row.get("slug"),
            "title": row.get("title"),
            "headline": row.get("headline"),
            "prices_usd": {tier: str(price) for tier, price in _prices(row).items()},
        }
        for row in (template.to_dict() for template in session.client.agents.catalog(search))
    ]
    if session.as_json:
        session.emit({"agents": found})
        return
    rows: list[tuple[object, ...]] = [
        (one["agent"], one["title"], ", ".join(f"{tier} {price} USD" for tier, price in one["prices_usd"].items()))
        for one in found
    ]
    session.table(("agent", "title", "30 days"), rows)
    if not found:
        session.say("no agents found")


@click.command("deploy")
@click.argument("template", required=False, metavar="[SLUG]")
@click.option("--skill", "skills", multiple=True, metavar="NAME", help="Skill of a custom build; repeat for more.")
@click.option("--title", help="Name of the new agent.")
@click.option("--description", help="What it is for.")
@click.option("--tier", type=click.Choice(["starter", "pro"]), default="starter", show_default=True)
@_credentials
@click.option("--quote", "only_quote", is_flag=True, help="Print what 30 days would cost, and deploy nothing.")
@click.option("--max-cost", type=float, metavar="USD", help="Deploy only if 30 days cost no more.")
@global_options
@pass_session
def deploy(
    session: Session,
    template: str | None,
    skills: tuple[str, ...],
    title: str | None,
    description: str | None,
    tier: str,
    credentials: str | None,
    only_quote: bool,
    max_cost: float | None,
) -> None:
    """Deploy an agent of the catalogue, or a custom build of skills. Its first 30 days are paid from the wallet."""
    if (template is None) == (not skills):
        raise click.UsageError("give the slug of an agent of the catalogue, or --skill for a custom build")
    if not only_quote and not title:
        raise click.UsageError("a deployment needs a --title")
    written = _credentials_from(credentials)
    agents = session.client.agents
    if only_quote or max_cost is not None:
        preview = agents.template(template) if template is not None else agents.pricing_preview(skills, tier=tier)
        _quote(session, template or "a custom build", tier, _prices(preview.to_dict()).get(tier), only_quote, max_cost)
        if only_quote:
            return
    agent = agents.deploy(
        template,
        title=title or "",
        tier=tier,
        skills=skills or None,
        credentials=written,
        description=description,
    )
    _tell(session, agent, "deployed", agent.guid)
    if agent.missing_credentials and not session.as_json:
        session.say(f"it lacks credentials: {', '.join(agent.missing_credentials)}")


@click.command("configure")
@click.argument("guid")
@_credentials
@global_options
@pass_session
def configure(session: Session, guid: str, credentials: str | None) -> None:
    """Write credentials of an agent; one that runs restarts. They come from a file, never from the command line."""
    written = _credentials_from(credentials)
    if not written:
        raise click.UsageError("--credentials @FILE is needed")
    agent = session.client.agents.get(guid)
    fields = agent.configure(written)
    _tell(session, agent, "configured", f"{fields} fields are written", fields=fields)


@click.command("start")
@click.argument("guid")
@_no_wait
@timeout_option
@global_options
@pass_session
def start(session: Session, guid: str, no_wait: bool, timeout: float | None) -> None:
    """Start an agent and wait until it takes messages."""
    agent = session.client.agents.get(guid)
    agent.start()
    if not no_wait:
        agent.wait_until_running(timeout)
    _tell(session, agent, "started", f"agent {guid} is {'queued' if no_wait else 'running'}")


@click.command("stop")
@click.argument("guid")
@_no_wait
@timeout_option
@global_options
@pass_session
def stop(session: Session, guid: str, no_wait: bool, timeout: float | None) -> None:
    """Stop an agent and wait until it has stopped."""
    agent = session.client.agents.get(guid)
    agent.stop()
    if not no_wait:
        agent.wait_until_stopped(timeout)
    _tell(session, agent, "stopped", f"agent {guid} is {'stopping' if no_wait else 'stopped'}")


@click.command("logs")
@click.argument("guid")
@click.option("--lines", type=click.IntRange(1, 5000), default=50, show_default=True, help="Most events of today.")
@click.option("--day", metavar="YYYY-MM-DD", help="All events of that day in UTC instead, of the last 180.")
@global_options
@pass_session
def logs(session: Session, guid: str, lines: int, day: str | None) -> None:
    """Show what an agent did."""
    read = session.client.agents.get(guid).logs
    answer = (read.tail(lines=lines) if day is None else read.read(day)).to_dict()
    found = answer.get("events")
    events = [event for event in found if isinstance(event, dict)] if isinstance(found, list) else []
    if session.as_json:
        session.emit({"agent": guid, "date": answer.get("date"), "events": events})
        return
    rows = [(day_of(one.get("ts")), one.get("kind"), one.get("action"), one.get("session")) for one in events]
    session.table(("time", "kind", "action", "conversation"), list(rows))
    if not events:
        session.say("no events found")


SETUP_COMMANDS: Final[tuple[click.Command, ...]] = (catalog, deploy, configure, start, stop, logs)


def _credentials_from(source: str | None) -> dict[str, Any] | None:
    """Read credentials from a file or stdin. On the command line other users of the machine could read them."""
    if source is None:
        return None
    if not source.startswith("@"):
        raise click.UsageError("--credentials takes @FILE or @-, so that they do not show in the list of processes")
    try:
        text = sys.stdin.read() if source == "@-" else Path(source[1:]).read_text(encoding="utf-8")
        found = json.loads(text)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no JSON"
        raise click.UsageError(f"--credentials: cannot read {source[1:]}: {reason}") from None
    if not isinstance(found, dict) or not all(isinstance(fields, dict) for fields in found.values()):
        raise click.UsageError("--credentials: accepted is a JSON object of objects: credential, field, value")
    return found


def _prices(row: dict[str, Any]) -> dict[str, float]:
    """Return the price of 30 days in USD by tier, from a row of the catalogue or a PricingPreview."""
    tiers = row.get("tiers")
    pairs = tiers.items() if isinstance(tiers, dict) else ()
    prices = {tier: values.get("priceUsd") for tier, values in pairs if isinstance(values, dict)}
    return {tier: price for tier, price in prices.items() if isinstance(price, int | float)}


def _quote(
    session: Session, name: str, tier: str, price: float | None, only_quote: bool, max_cost: float | None
) -> None:
    """Print what 30 days cost if that is wanted, and refuse more than a limit."""
    from wiro.pricing import Quote, check_cost_limit, checked_cost_limit

    quote = Quote(
        usd=None if price is None else Decimal(str(price)),
        certainty="unknown" if price is None else "exact",
        method="",
        basis=f"30 days, {tier}" if price is not None else f"the catalogue has no price for {tier}",
    )
    if only_quote and session.as_json:
        session.emit({"agent": name, "tier": tier, **quote_document(quote)})
    elif only_quote:
        session.result(f"{'unknown' if quote.usd is None else f'{usd(quote.usd)} USD'}: {quote.basis}")
    if max_cost is not None:
        check_cost_limit(name, quote, checked_cost_limit(max_cost), allow_estimate=False)


def _tell(session: Session, agent: Agent, action: str, line: str, **facts: Any) -> None:
    if session.as_json:
        session.emit(agent_document(agent) | {"action": action} | facts)
    elif action == "deployed":
        session.result(line)
    else:
        session.say(line)
