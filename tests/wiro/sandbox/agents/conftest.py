from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sandbox_agents import AgentClient

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient


@pytest.fixture
def agents(client: SandboxClient) -> AgentClient:
    return AgentClient(client)
