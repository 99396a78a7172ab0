"""One sandbox for all tests of the sandbox, emptied before each; its own violations fail the test that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def shared_sandbox() -> Iterator[Sandbox]:
    with Sandbox(time_scale=50) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Iterator[Sandbox]:
    shared_sandbox.reset()
    yield shared_sandbox
    assert [violation for violation in shared_sandbox.books.violations if violation.direction != "request"] == []


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[SandboxClient]:
    client = SandboxClient(sandbox)
    yield client
    client.http.close()
