from __future__ import annotations

import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.support.vectors import vectors
from wiro.auth import BearerAuth, KeyAuth, NonceSource, SignatureAuth, authenticator_for, sign
from wiro.config import resolve_config

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("vector", vectors("auth.hmac"), ids=lambda vector: vector["name"])
def test_signatures_are_those_of_the_public_clients(vector: dict[str, dict[str, str]]) -> None:
    inputs = vector["inputs"]
    signature = sign(inputs["api_key"], inputs["api_secret"], inputs["nonce"])
    assert signature == vector["headers_checked"]["x-signature"]


def test_signature_headers() -> None:
    authenticator = SignatureAuth("test-api-key", "test-secret", NonceSource(lambda: 1700000000000))
    assert authenticator.headers() == {
        "x-api-key": "test-api-key",
        "x-nonce": "1700000000000",
        "x-signature": "2d99fa1b6934f66a712785d1b402997e1b13d9d7cd5e0085211dac133ae4a8ef",
    }
    assert authenticator.headers()["x-nonce"] == "1700000000001"


def test_key_and_bearer_headers_carry_nothing_else() -> None:
    assert KeyAuth("k").headers() == {"x-api-key": "k"}
    assert BearerAuth("k").headers() == {"Authorization": "Bearer k"}


def test_nonces_strictly_increase_when_the_clock_stands_still_or_goes_back() -> None:
    times = iter([100, 100, 50, 101, 200])
    source = NonceSource(lambda: next(times))
    assert [source.next() for _ in range(5)] == ["100", "101", "102", "103", "200"]


@pytest.fixture
def restless_threads() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_nonces_are_unique_under_parallel_calls(restless_threads: None) -> None:
    source = NonceSource()
    together = threading.Barrier(16)

    def draw() -> list[int]:
        together.wait()
        return [int(source.next()) for _ in range(200)]

    with ThreadPoolExecutor(16) as pool:
        drawn = [future.result() for future in [pool.submit(draw) for _ in range(16)]]
    assert len({nonce for nonces in drawn for nonce in nonces}) == 3200
    assert all(nonces == sorted(nonces) for nonces in drawn)


class _Hesitant(NonceSource):
    """Lets every other thread go first between reading the last nonce and drawing the next one."""

    @property
    def _last(self) -> int:
        value = self._value
        time.sleep(0.0005)
        return value

    @_last.setter
    def _last(self, value: int) -> None:
        self._value = value


def test_a_hundred_parallel_draws_take_turns() -> None:
    source = _Hesitant()
    together = threading.Barrier(100)

    def draw() -> int:
        together.wait()
        return int(source.next())

    with ThreadPoolExecutor(100) as pool:
        drawn = [future.result() for future in [pool.submit(draw) for _ in range(100)]]
    assert len(set(drawn)) == 100


def test_all_authenticators_of_a_process_share_their_nonces() -> None:
    first, second = SignatureAuth("a", "b"), SignatureAuth("c", "d")
    nonces = [int(authenticator.headers()["x-nonce"]) for authenticator in (first, second) * 3]
    assert nonces == sorted(set(nonces))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_while_a_thread_draws_a_nonce_does_not_lock_the_child() -> None:
    authenticator = SignatureAuth("k", "s")
    source = authenticator.nonces
    with source._lock:
        child = os.fork()
        if child == 0:
            drawn = threading.Thread(target=authenticator.headers, daemon=True)
            drawn.start()
            drawn.join(5)
            os._exit(1 if drawn.is_alive() else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_the_configuration_chooses() -> None:
    assert isinstance(authenticator_for(resolve_config("k", environment={})), KeyAuth)
    assert isinstance(authenticator_for(resolve_config("k", "s", environment={})), SignatureAuth)
    assert isinstance(authenticator_for(resolve_config("k", auth="bearer", environment={})), BearerAuth)


@pytest.mark.parametrize("authenticator", [KeyAuth("canary"), BearerAuth("canary"), SignatureAuth("canary", "canary")])
def test_representations_hide_secrets(authenticator: object) -> None:
    assert "canary" not in repr(authenticator)
