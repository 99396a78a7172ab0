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
