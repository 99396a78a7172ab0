from __future__ import annotations

import itertools

import pytest

from tests.support.vectors import vectors
from wiro.retry import Decision, Effect, Outcome, RetryPolicy, decide, may_repeat
from wiro_client.exchange import parse_retry_after

POLICY = RetryPolicy()
SAFE: tuple[Effect, ...] = ("read", "idempotent")
MONEY: tuple[Effect, ...] = ("create", "charge")


def answered(status: int, *, refused: bool = False, retry_after: float | None = None) -> Outcome:
    return Outcome(kind="answered", status_code=status, refused=refused, retry_after=retry_after)


@pytest.mark.parametrize("vector", vectors("retry.delay"), ids=lambda vector: str(vector["request_body"]))
def test_delays_are_those_of_the_public_clients(vector: dict[str, dict[str, float]]) -> None:
    inputs = vector["request_body"]
    delay = POLICY.delay(int(inputs["retry_index"]), inputs["jitter"])
    assert delay * 1000 == vector["expect"]["delay_ms"]


def test_delays_stay_bounded_for_any_index() -> None:
    assert POLICY.delay(10_000) == 4.0


@pytest.mark.parametrize("vector", vectors("retry_after"), ids=lambda vector: str(vector["headers_checked"]))
def test_retry_after_is_read_as_the_public_clients_read_it(vector: dict[str, dict[str, object]]) -> None:
    milliseconds = vector["expect"]["retry_after_ms"]
    seconds = parse_retry_after(str(vector["headers_checked"]["Retry-After (response)"]))
    assert (None if seconds is None else round(seconds * 1000)) == milliseconds


ROWS: list[tuple[str, Outcome, str, str]] = [
    ("no byte can have left", Outcome(kind="not_sent"), "resend", "resend"),
    ("the connection ended", Outcome(kind="lost"), "resend", "ambiguous"),
    ("429", answered(429), "resend", "resend"),
    ("408", answered(408), "resend", "ambiguous"),
    *((str(status), answered(status), "resend", "ambiguous") for status in (500, 502, 503, 504)),
    *((str(status), answered(status), "stop", "ambiguous") for status in (501, 505, 520, 599)),
    *((str(status), answered(status), "stop", "ambiguous") for status in (302, 303)),
    *((str(status), answered(status), "stop", "stop") for status in (300, 301, 304, 307, 308)),
    *((f"unreadable {status}", answered(status), "stop", "ambiguous") for status in (200, 201, 204)),
    *(
        (f"refused with {status}", answered(status, refused=True), "stop", "stop")
        for status in (200, 400, 429, 500, 503)
    ),
    *((str(status), answered(status), "stop", "stop") for status in (400, 401, 403, 404, 409, 413, 422, 451)),
]


@pytest.mark.parametrize(("name", "outcome", "safe", "money"), ROWS, ids=[row[0] for row in ROWS])
def test_the_table(name: str, outcome: Outcome, safe: str, money: str) -> None:
    for effect in SAFE:
        assert decide(effect, outcome, 0, POLICY).action == safe
    for effect in MONEY:
        assert decide(effect, outcome, 0, POLICY).action == money


@pytest.mark.parametrize("effect", [*SAFE, *MONEY])
def test_retries_end(effect: Effect) -> None:
    outcome = Outcome(kind="not_sent")
    assert [decide(effect, outcome, attempt, POLICY).action for attempt in range(4)] == ["resend"] * 2 + ["stop"] * 2
    assert decide(effect, outcome, 0, RetryPolicy(max_retries=0)) == Decision("stop")


@pytest.mark.parametrize("effect", MONEY)
@pytest.mark.parametrize("attempt", [0, 1, 2, 7])
def test_money_is_ambiguous_in_every_attempt(effect: Effect, attempt: int) -> None:
    assert decide(effect, Outcome(kind="lost"), attempt, POLICY) == Decision("ambiguous")


def test_the_longer_of_policy_and_retry_after_counts() -> None:
    assert decide("read", answered(429, retry_after=0.1), 0, POLICY).delay_seconds == 0.5
    assert decide("read", answered(503, retry_after=7.5), 0, POLICY).delay_seconds == 7.5
    assert decide("read", answered(503), 1, POLICY, jitter=1.2).delay_seconds == pytest.approx(1.2)


def test_a_pause_longer_than_a_thread_should_sleep_is_left_to_the_caller() -> None:
    assert decide("read", answered(429, retry_after=121), 0, POLICY) == Decision("stop")
    assert decide("read", answered(429, retry_after=120), 0, POLICY).action == "resend"


def test_jitter_is_drawn_from_its_range() -> None:
    drawn = [POLICY.draw_jitter() for _ in range(500)]
    assert 0.8 <= min(drawn) < 0.9 < 1.1 < max(drawn) <= 1.2


def test_only_read_and_idempotent_may_repeat() -> None:
    assert [may_repeat(effect) for effect in (*SAFE, *MONEY)] == [True, True, False, False]


def test_money_is_never_resent_after_a_byte_may_have_left() -> None:
    """The rule itself, over everything an answer can say, and not only over the rows someone thought of."""
    for effect, status, refused, attempt in itertools.product(MONEY, range(100, 600), (True, False), range(3)):
        action = decide(effect, answered(status, refused=refused), attempt, POLICY).action
        assert action != "resend" or (status == 429 and not refused)
    for effect, attempt in itertools.product(MONEY, range(3)):
        assert decide(effect, Outcome(kind="lost"), attempt, POLICY).action == "ambiguous"
