"""Every effect against every fault: nothing that costs money or creates something is ever accepted twice.

Two tables. The first has all four effects, on a server that can break a connection at any byte; faults last, so every
resend meets them again. The second submits real runs to the sandbox and believes its books.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen

from tests.support.calls import Effect, call, config_for
from tests.support.http_server import Behaviour, Drop, FaultyServer, Reply, Seen, refused_url
from tests.support.transports import FACES, Face
from wiro import AsyncWiro, Wiro
from wiro.errors import (
    AmbiguousRequestError,
    ApiError,
    AuthenticationError,
    ConcurrencyLimitError,
    InsufficientBalanceError,
    InvalidRequestError,
    InvalidResponseError,
    NotFoundError,
    RateLimitError,
    RequestTimeoutError,
    ServerError,
    SkillsApplyError,
    TransportError,
)
from wiro.retry import RetryPolicy
from wiro_client.error_table import ERROR_TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiro.sandbox.server import Sandbox


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RetryPolicy, "delay", lambda self, index, jitter=1.0: 0.01)


@frozen
class Row:
    """One fault that lasts.

    Attributes:
        name: What happens.
        behaviour: How the server does it.
        safe: What a read or idempotent call ends with.
        money: What a create or charge call ends with.
        safe_requests: How many complete requests of a safe call the server sees.
        money_requests: The same for money; more than one only where the server refuses each.
        refuses: Whether the server refuses what it sees, so that none of it counts as accepted.
        timeout: Seconds for each request, so many that a busy machine never exceeds them unless they are the fault.
    """

    name: str
    behaviour: Behaviour
    safe: type[Exception]
    money: type[Exception]
    safe_requests: int = 3
    money_requests: int = 1
    refuses: bool = False
    timeout: float = 10.0


def refusal(code: int, status: int = 200) -> Reply:
    return Reply(status, {"result": False, "errors": [{"code": code, "message": "no"}]})


EXCEPTIONS = {
    "AuthenticationError": AuthenticationError,
    "ConcurrencyLimitError": ConcurrencyLimitError,
    "InsufficientBalanceError": InsufficientBalanceError,
    "InvalidRequestError": InvalidRequestError,
    "NotFoundError": NotFoundError,
    "SkillsApplyError": SkillsApplyError,
}

TABLE = [
    Row("reset before the body", Drop("before_request"), TransportError, AmbiguousRequestError, 0, 0),
    Row("reset during the body", Drop("during_body"), TransportError, AmbiguousRequestError, 0, 0),
    Row("reset after the body", Drop("after_body"), TransportError, AmbiguousRequestError),
    Row("reset during the answer", Reply(send_only=5), TransportError, AmbiguousRequestError),
    Row("timeout", Reply(pause=30), RequestTimeoutError, AmbiguousRequestError, timeout=0.6),
    Row("408", Reply(408), ApiError, AmbiguousRequestError),
    Row("429", Reply(429), RateLimitError, RateLimitError, money_requests=3, refuses=True),
    Row(
        "429 with Retry-After",
        Reply(429, headers={"Retry-After": "0.05"}),
        RateLimitError,
        RateLimitError,
        money_requests=3,
        refuses=True,
    ),
    Row(
        "429 with a long Retry-After",
        Reply(429, headers={"Retry-After": "3600"}),
        RateLimitError,
        RateLimitError,
        safe_requests=1,
        refuses=True,
    ),
    *(
        Row(str(status), Reply(status, b"<html>"), ServerError, AmbiguousRequestError)
        for status in (500, 502, 503, 504)
    ),
    Row("503 with Retry-After", Reply(503, headers={"Retry-After": "0.05"}), ServerError, AmbiguousRequestError),
    Row("garbage body", Reply(200, b"<html>"), InvalidResponseError, AmbiguousRequestError, safe_requests=1),
    Row("not an object", Reply(200, b"[1]"), InvalidResponseError, AmbiguousRequestError, safe_requests=1),
    *(
        Row(
            f"result false, code {code}",
            refusal(code),
            EXCEPTIONS[rule.exception],
            EXCEPTIONS[rule.exception],
            safe_requests=1,
            refuses=True,
        )
        for code, rule in ERROR_TABLE.items()
    ),
    Row("500 with code 0", refusal(0, 500), ServerError, AmbiguousRequestError),
    Row("500 with code 97", refusal(97, 500), InsufficientBalanceError, InsufficientBalanceError, 1, refuses=True),
    *(
        Row(f"redirect {status}", Reply(status, headers={"Location": "/v1/x"}), ApiError, ApiError, 1)
        for status in (301, 307, 308)
    ),
    *(
        Row(f"redirect {status}", Reply(status, headers={"Location": "/v1/x"}), ApiError, AmbiguousRequestError, 1)
        for status in (302, 303)
    ),
]


@pytest.fixture(params=FACES)
def connect(request: pytest.FixtureRequest) -> Callable[..., Face]:
    return lambda url, timeout=10.0: FACES[request.param](config_for(url, timeout=timeout))


@pytest.mark.parametrize("effect", ["read", "idempotent", "create", "charge"])
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_faults_that_last(row: Row, effect: Effect, connect: Callable[..., Face]) -> None:
    money = effect in ("create", "charge")
    with FaultyServer(row.behaviour) as server, connect(server.url, row.timeout) as face:
        with pytest.raises(row.money if money else row.safe) as caught:
            face.send(call(effect))
        accepted = 0 if row.refuses else len(server.requests)
        assert len(server.requests) == (row.money_requests if money else row.safe_requests)
        assert server.connections <= (3 if not money or row.refuses else 1)
    if money:
        assert accepted <= 1
    if isinstance(caught.value, AmbiguousRequestError):
        assert f"test_{effect} may have been accepted" in str(caught.value)
        assert "before you send it again" in str(caught.value)
        assert not caught.value.retryable


@pytest.mark.parametrize("effect", ["read", "idempotent", "create", "charge"])
def test_connection_refused(effect: Effect, connect: Callable[..., Face]) -> None:
    with connect(refused_url()) as face, pytest.raises(TransportError, match="tried 3 times"):
        face.send(call(effect))


@pytest.mark.parametrize("effect", ["create", "charge"])
@pytest.mark.parametrize("row", [row for row in TABLE if not row.refuses], ids=lambda row: row.name)
def test_a_fault_that_passes_does_not_tempt_into_a_second_submission(
    row: Row, effect: Effect, connect: Callable[..., Face]
) -> None:
    """The server would accept a resend at once: the moment at which a careless client pays twice."""
    with FaultyServer() as server, connect(server.url, row.timeout) as face:
        server.script(row.behaviour)
        with pytest.raises(row.money):
            face.send(call(effect))
        assert len(server.requests) <= 1


def test_a_refused_submission_is_sent_again_and_accepted_once(connect: Callable[..., Face]) -> None:
    accepted: list[Seen] = []

    def accept(seen: Seen) -> Reply:
        accepted.append(seen)
        return Reply()

    with FaultyServer(accept) as server, connect(server.url) as face:
        server.script(Reply(429), Reply(429))
        face.send(call("charge"))
    assert len(accepted) == 1
    assert len(server.requests) == 3


MODEL = "sandbox/image"
PARAMS = {"prompt": "a fox", "seconds": 60}


class SyncSubmitter:
    def __init__(self, sandbox: Sandbox) -> None:
        self.wiro = Wiro(sandbox.api_key, sandbox.api_secret, base_url=sandbox.base_url, timeout=1)

    def submit(self) -> Any:
        return self.wiro.run(MODEL, PARAMS)

    def close(self) -> None:
        self.wiro.close()


class AsyncSubmitter:
    def __init__(self, sandbox: Sandbox) -> None:
        self.wiro = AsyncWiro(sandbox.api_key, sandbox.api_secret, base_url=sandbox.base_url, timeout=1)
        self.runner = asyncio.Runner()

    def submit(self) -> Any:
        return self.runner.run(self.wiro.run(MODEL, PARAMS))

    def close(self) -> None:
        self.runner.run(self.wiro.aclose())
        self.runner.close()


@pytest.fixture(scope="module")
def shared_sandbox() -> Iterator[Sandbox]:
    from wiro.sandbox import Sandbox

    with Sandbox() as running:
        yield running


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Sandbox:
    shared_sandbox.reset()
    return shared_sandbox


@pytest.fixture(params=[SyncSubmitter, AsyncSubmitter])
def submitter(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[SyncSubmitter | AsyncSubmitter]:
    opened = request.param(sandbox)
    yield opened
    opened.close()


SANDBOX_TABLE: list[tuple[dict[str, Any], type[Exception] | None, int]] = [
    ({"kind": "drop_before_accept"}, AmbiguousRequestError, 0),
    ({"kind": "drop_after_accept"}, AmbiguousRequestError, 1),
    ({"kind": "cut_body"}, AmbiguousRequestError, 1),
    ({"kind": "delay", "seconds": 3}, AmbiguousRequestError, 1),
    ({"kind": "garbage"}, AmbiguousRequestError, 0),
    ({"kind": "garbage", "accepted": True}, AmbiguousRequestError, 1),
    *(({"kind": "status", "status": status}, AmbiguousRequestError, 0) for status in (408, 500, 502, 503, 504)),
    *(
        ({"kind": "status", "status": status, "accepted": True}, AmbiguousRequestError, 1)
        for status in (408, 500, 502, 503, 504)
    ),
    ({"kind": "status", "status": 429}, None, 1),
    ({"kind": "status", "status": 429, "retry_after": "0.1", "times": 2}, None, 1),
    ({"kind": "status", "status": 429, "times": None}, RateLimitError, 0),
    ({"kind": "status", "status": 429, "retry_after": "3600"}, RateLimitError, 0),
    ({"kind": "status", "status": 401}, AuthenticationError, 0),
    ({"kind": "status", "status": 400}, InvalidRequestError, 0),
]


@pytest.mark.parametrize(
    ("fault", "error", "submissions"),
    SANDBOX_TABLE,
    ids=lambda value: " ".join(map(str, value.values())) if isinstance(value, dict) else "",
)
def test_the_sandboxs_books_show_at_most_one_submission(
    sandbox: Sandbox,
    submitter: SyncSubmitter | AsyncSubmitter,
    fault: dict[str, Any],
    error: type[Exception] | None,
    submissions: int,
) -> None:
    sandbox.faults.add(operation="runs_create", **fault)
    if error is None:
        assert submitter.submit().task_id == sandbox.books.submissions[0].taskid
    else:
        with pytest.raises(error):
            submitter.submit()
    if fault["kind"] == "delay":
        # The slow request is still being handled; it counts when it arrives in the books.
        asyncio.run(asyncio.sleep(2.5))
        submissions = min(submissions, len(sandbox.books.submissions))
    assert len(sandbox.books.submissions) == submissions


def test_faults_of_the_lookup_do_not_stop_a_submission(
    sandbox: Sandbox, submitter: SyncSubmitter | AsyncSubmitter
) -> None:
    for kind in ("drop_before_accept", "drop_after_accept"):
        sandbox.faults.add(operation="tools_detail", kind=kind)
    submitter.submit()
    assert len(sandbox.books.submissions) == 1
