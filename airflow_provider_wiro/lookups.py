"""Finding the run that a lost request may have made, among the runs that Wiro lists.

Wiro has no idempotency key, so a run is recognised by its model, its parameters and its time. The list has no time of
submission: a run that had started before the request was sent is another one, and so is one that ended without a start.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro import Wiro

__all__ = ["CLOCK_SKEW_SECONDS", "runs_like"]

#: How far the clocks of a worker and of Wiro may differ.
CLOCK_SKEW_SECONDS: Final = 5.0
#: How many of the newest runs are looked at. One that was lost some retries ago is among them.
_LOOKED_AT: Final = 500


def runs_like(client: Wiro, model: str, parameters: Mapping[str, Any], since: float) -> list[str]:
    """Return the ids of runs that a request may have made.

    Args:
        client: Client of the connection.
        model: `owner/model`.
        parameters: What the request had; files, which the list shows as addresses, are not compared.
        since: When the request was about to be sent, seconds since the epoch.

    Raises:
        WiroError: The runs cannot be listed.
    """
    from wiro.pagination import iterate

    slug = model.partition("/")[2]
    listed = iterate(client.api.tasks.list, page_size=100, sort="id", order="DESC", model_name=slug)
    rows = [task.to_dict() for task in islice(listed, _LOOKED_AT)]
    return [str(row["id"]) for row in rows if row.get("id") and _fits(row, model, parameters, since)]


def _fits(row: Mapping[str, Any], model: str, parameters: Mapping[str, Any], since: float) -> bool:
    if (row.get("modelslugowner"), row.get("modelslugproject")) != tuple(model.split("/", 1)):
        return False
    started_at = _number(row.get("starttime"))
    if started_at is None:
        # It still waits for a worker; one that was taken out of the queue has no bill that could be adopted.
        if row.get("endtime") or row.get("status") == "task_cancel":
            return False
    # Whole seconds: a run that started in the second of the request may be the one.
    elif started_at + 1 < Decimal(str(since - CLOCK_SKEW_SECONDS)):
        return False
    shown = row.get("parameters")
    return not isinstance(shown, dict) or all(
        _alike(shown[name], value) for name, value in parameters.items() if name in shown
    )


def _alike(shown: Any, sent: Any) -> bool:
    """Tell whether a listed value may be the one that was sent; the service may turn numbers into text."""
    if isinstance(sent, str) and not sent.strip():
        # A run with a cost limit sends the default that its price holds for instead.
        return True
    if isinstance(sent, bool) or isinstance(shown, bool):
        return str(shown).lower() == str(sent).lower()
    if isinstance(sent, str | int | float) and isinstance(shown, str | int | float):
        number = _number(sent)
        return str(shown) == str(sent) or (number is not None and number == _number(shown))
    # A list, an object or a file: the service may have written it anew.
    return True


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
