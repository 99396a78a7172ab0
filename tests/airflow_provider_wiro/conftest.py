from __future__ import annotations

import pytest

from tests.support.airflow_home import use_temporary_airflow_home
from tests.support.airflow_tasks import connection_to

use_temporary_airflow_home()


@pytest.fixture
def connected_sandbox(wiro_sandbox, monkeypatch):
    """A sandbox of the test's own, at the other end of `wiro_default`."""
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", connection_to(wiro_sandbox))
    return wiro_sandbox


@pytest.fixture
def client(connected_sandbox):
    """A client of `wiro_default`."""
    from airflow_provider_wiro.hooks.wiro import WiroHook

    with WiroHook().get_conn() as client:
        yield client


@pytest.fixture
def agent(client):
    """A custom build that lacks nothing but a start."""
    agent = client.agents.deploy(title="Inbox bot", skills=["int-gmail-check"])
    agent.configure({"gmail": {"account": "me@example.com", "apppassword": "abcd efgh"}})
    return agent


@pytest.fixture
def running_agent(agent):
    agent.start()
    agent.wait_until_running(timeout=30)
    return agent
