"""What may be sent again: one pure function from (effect, outcome) to resend, stop or ambiguous.

Wiro has no idempotency key, so money depends on this table (rows: what happened, columns: `x-wiro-effect`):

    =======================================  =================  ==========================
    what happened                            read, idempotent   create, charge
    =======================================  =================  ==========================
    no byte can have left                    resend             resend
    the connection ended in between          resend             ambiguous
    429                                      resend             resend (it was refused)
    408, 500, 502, 503, 504                  resend             ambiguous
    any other 5xx                            stop               ambiguous
    302, 303 (the usual end of a POST)       stop               ambiguous
    success with an unreadable body          stop               ambiguous
    `result: false`, or a documented code    stop               stop (it was refused)
    any other answer                         stop               stop (it was refused)
    =======================================  =================  ==========================

503 counts as ambiguous although it often means "refused": a gateway sends the same status after it lost an application
server that had already accepted the run. 429 is sent by the rate limiter in front of the application.
"""

from __future__ import annotations

import random
from typing import Final, Literal

from attrs import frozen

__all__ = ["Decision", "Effect", "Outcome", "RetryPolicy", "decide", "may_repeat"]

Effect = Literal["read", "idempotent", "create", "charge"]

_RESENDABLE_STATUSES: Final = frozenset({408, 429, 500, 502, 503, 504})
_TOO_MANY_REQUESTS: Final = 429
# A server that handled a POST and then shows the result elsewhere answers with one of these.
_REDIRECTS_AFTER_POST: Final = frozenset({302, 303})


@frozen(slots=True, kw_only=True)
class RetryPolicy:
    """How often and how soon, in seconds.

    Attributes:
        max_retries: Resends after the first attempt.
        base_delay: Before the first resend; it doubles with each.
        max_delay: Limit of the doubling, before jitter.
        jitter: Range of the random factor that spreads clients out.
        longest_retry_after: When the server asks for a longer pause than this, the error is raised at once: the caller
            can plan for an hour, a blocked thread cannot.
    """

    max_retries: int = 2
    base_delay: float = 0.5
    max_delay: float = 4.0
    jitter: tuple[float, float] = (0.8, 1.2)
    longest_retry_after: float = 120.0

    def draw_jitter(self) -> float:
        """Return a random factor for `delay`."""
        return random.uniform(*self.jitter)  # noqa: S311 - spreads load, guards nothing

    def delay(self, retry_index: int, jitter: float = 1.0) -> float:
        """Return the pause in seconds before resend number `retry_index`, counted from 0."""
        return min(self.base_delay * 2.0 ** min(retry_index, 32), self.max_delay) * jitter


@frozen(slots=True, kw_only=True)
class Outcome:
    """How one attempt that did not succeed ended.

    Attributes:
        kind: `not_sent`: no byte of the request can have reached the server; `lost`: it may have, and no answer came;
            `answered`: there is a complete answer.
        status_code: HTTP status of the answer.
        retry_after: Pause in seconds that the server asked for.
        refused: Wiro's application decided and said no: `result: false` under a success status, or, under any status,
            one of its documented error codes other than the catch-all 0.
    """

    kind: Literal["not_sent", "lost", "answered"]
    status_code: int | None = None
    retry_after: float | None = None
    refused: bool = False


@frozen(slots=True)
class Decision:
    """What to do next.

    Attributes:
        action: `resend` after the delay, `stop` with the error at hand, or `ambiguous`: it must not be repeated and may
            have been accepted.
        delay_seconds: Pause before the resend.
    """

    action: Literal["resend", "stop", "ambiguous"]
    delay_seconds: float = 0.0


def may_repeat(effect: Effect) -> bool:
    """Tell whether doing the operation twice is the same as doing it once."""
    return effect in ("read", "idempotent")


def decide(effect: Effect, outcome: Outcome, attempt: int, policy: RetryPolicy, *, jitter: float = 1.0) -> Decision:
    """Decide what follows an attempt that did not succeed.

    Args:
        effect: What repeating the operation does.
        outcome: How the attempt ended.
        attempt: Number of the attempt, counted from 0.
        policy: How often and how soon.
        jitter: Random factor of the delay, drawn by the caller from `policy.jitter`.

    Returns:
        The decision.
    """
    if not _may_resend(effect, outcome):
        return Decision("ambiguous") if _is_ambiguous(effect, outcome) else Decision("stop")
    requested = outcome.retry_after or 0.0
    if attempt >= policy.max_retries or requested > policy.longest_retry_after:
        return Decision("stop")
    return Decision("resend", max(policy.delay(attempt, jitter), requested))


def _may_resend(effect: Effect, outcome: Outcome) -> bool:
    if outcome.kind == "not_sent":
        return True
    if outcome.kind == "lost":
        return may_repeat(effect)
    if outcome.refused:
        return False
    if outcome.status_code == _TOO_MANY_REQUESTS:
        return True
    return may_repeat(effect) and outcome.status_code in _RESENDABLE_STATUSES


def _is_ambiguous(effect: Effect, outcome: Outcome) -> bool:
    if may_repeat(effect) or outcome.refused:
        return False
    if outcome.kind == "lost" or outcome.status_code is None:
        return True
    status = outcome.status_code
    # A success that reaches this function is one whose body could not be read: the run exists, its id is lost.
    return status < 300 or status in _REDIRECTS_AFTER_POST or status == 408 or status >= 500
