"""The attempt logic without any transport: replies are fed to the generator by hand."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import call, config_for
from wiro._attempts import Answer, Failure, Pause, Send, attempts, merge_headers, policy_for, timeouts_for
from wiro.auth import KeyAuth
from wiro.config import Timeouts
from wiro.errors import AmbiguousRequestError, ApiError, InvalidArgumentError, RequestTimeoutError, TransportError

if TYPE_CHECKING:
    from collections.abc import Generator

CONFIG = config_for("https://api.example/v1")
GOOD = Answer(status_code=200, headers={}, content=b'{"result": true}')


def start(effect: Any = "read", **options: Any) -> Generator[Any, Any, Any]:
    return attempts(call(effect), options, CONFIG, KeyAuth("test-api-key"))


def lost(timed_out: bool = False) -> Failure:
    return Failure(kind="lost", timed_out=timed_out, cause=OSError("reset"))


def test_one_good_attempt() -> None:
    steps = start()
    step = next(steps)
    assert isinstance(step, Send)
    assert step.request.url == "https://api.example/v1/Task/Detail"
    assert step.timeouts == CONFIG.timeouts
    with pytest.raises(StopIteration) as finished:
        steps.send(GOOD)
    assert finished.value.value == {"result": True}


def test_resend_pause_and_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "uniform", lambda least, most: 1.0)
    steps = start()
    next(steps)
    assert steps.send(lost()) == Pause(0.5)
    assert isinstance(steps.send(None), Send)
    assert steps.send(Answer(status_code=503, headers={"retry-after": "3"})) == Pause(3)
    assert isinstance(steps.send(None), Send)
    with pytest.raises(RequestTimeoutError, match="tried 3 times"):
        steps.send(lost(timed_out=True))


def test_money_is_sent_once() -> None:
    steps = start("charge")
    next(steps)
    with pytest.raises(AmbiguousRequestError, match="test_charge may have been accepted") as caught:
        steps.send(lost())
    assert isinstance(caught.value.__cause__, TransportError)
    assert isinstance(caught.value.__cause__.__cause__, OSError)


def test_money_that_never_left_is_sent_again() -> None:
    steps = start("charge")
    next(steps)
    assert isinstance(steps.send(Failure(kind="not_sent", timed_out=False, cause=OSError("refused"))), Pause)
    assert isinstance(steps.send(None), Send)


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, OSError])
@pytest.mark.parametrize(("effect", "noted"), [("read", 0), ("idempotent", 0), ("create", 1), ("charge", 1)])
def test_interruptions_pass_with_a_note(interruption: type[BaseException], effect: str, noted: int) -> None:
    steps = start(effect)
    next(steps)
    with pytest.raises(interruption) as caught:
        steps.throw(interruption())
    assert len(getattr(caught.value, "__notes__", ())) == noted


def test_an_interruption_between_attempts_has_nothing_to_note() -> None:
    steps = start("charge")
    next(steps)
    steps.send(Answer(status_code=429, headers={}))
    with pytest.raises(KeyboardInterrupt) as caught:
        steps.throw(KeyboardInterrupt())
    assert not hasattr(caught.value, "__notes__")


@pytest.mark.parametrize("code", [96, 97, 98, 99, 1, 404])
@pytest.mark.parametrize("status", [200, 429, 500, 503])
def test_a_documented_refusal_is_final_whatever_the_status(code: int, status: int) -> None:
    for effect in ("read", "charge"):
        steps = start(effect)
        next(steps)
        content = f'{{"result": false, "errors": [{{"code": {code}, "message": "no"}}]}}'.encode()
        with pytest.raises(ApiError) as caught:
            steps.send(Answer(status_code=status, headers={}, content=content))
        assert caught.value.code == code


def test_code_0_speaks_only_with_its_status() -> None:
    content = b'{"result": false, "errors": [{"code": 0, "message": "Request parameter [prompt] required"}]}'
    steps = start("charge")
    next(steps)
    with pytest.raises(ApiError, match="prompt"):
        steps.send(Answer(status_code=200, headers={}, content=content))
    steps = start("charge")
    next(steps)
    with pytest.raises(AmbiguousRequestError):
        steps.send(Answer(status_code=500, headers={}, content=content))


def test_the_reason_of_a_failure_is_quoted_without_secrets() -> None:
    steps = start("read", max_retries=0)
    next(steps)
    cause = OSError("proxy said: Proxy-Authorization: Basic canary==")
    with pytest.raises(TransportError) as caught:
        steps.send(Failure(kind="lost", timed_out=False, cause=cause))
    assert "proxy said" in str(caught.value)
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is cause


def test_a_failure_without_a_text_is_called_by_its_class() -> None:
    steps = start("read", max_retries=0)
    next(steps)
    with pytest.raises(TransportError, match="BrokenPipeError"):
        steps.send(Failure(kind="lost", timed_out=False, cause=BrokenPipeError()))


def test_a_transport_that_forgets_to_reply_is_told() -> None:
    steps = start()
    next(steps)
    with pytest.raises(TypeError, match="replied None"):
        steps.send(None)


def test_requests_hide_their_headers() -> None:
    assert "test-api-key" not in repr(next(start()))


def test_later_headers_win_without_regard_to_case() -> None:
    assert merge_headers({"Accept": "a", "X": "1"}, {"accept": "b"}) == {"accept": "b", "X": "1"}


@pytest.mark.parametrize(
    ("name", "value"), [("a b", "x"), ("", "x"), ("a:", "x"), ("a", "x\n"), ("a", "é"), ("a", None)]
)
def test_headers_that_cannot_be_sent(name: str, value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"header|HTTP"):
        merge_headers({name: value})


def test_options_override_the_configuration() -> None:
    assert policy_for(CONFIG, {}).max_retries == 2
    assert policy_for(CONFIG, {"max_retries": 0}).max_retries == 0
    assert timeouts_for(CONFIG, {"timeout": 2.0}) == Timeouts(2, 2, 2, 2)
    assert timeouts_for(CONFIG, {"timeout": None}) == CONFIG.timeouts
