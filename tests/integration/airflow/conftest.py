from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.airflow_home import migrate_database, use_temporary_airflow_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.sandbox import Sandbox

_HOME = use_temporary_airflow_home()
_DAGS = Path(__file__).parent / "dags"


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """A local Wiro in which a model's 20 s take 2 s."""
    from wiro.sandbox import Sandbox

    with Sandbox(port=0, time_scale=10) as running:
        yield running


@pytest.fixture(scope="session")
def airflow_home(sandbox: Sandbox) -> Path:
    """A migrated Airflow with the tests' and the example DAGs and a connection to the sandbox."""
    import airflow_provider_wiro

    migrate_database()
    examples = (Path(airflow_provider_wiro.__file__).parent / "example_dags").glob("example_*.py")
    for file in (*examples, *_DAGS.glob("*.py")):
        shutil.copy(file, _HOME / "dags")
    address = {"conn_type": "wiro", "host": sandbox.base_url}
    secret = {"api_secret": sandbox.api_secret}
    os.environ["AIRFLOW_CONN_WIRO_DEFAULT"] = json.dumps({**address, "password": sandbox.api_key, "extra": secret})
    os.environ["AIRFLOW_CONN_WITHOUT_KEY"] = json.dumps(address)
    os.environ["AIRFLOW_CONN_WRONG_KEY"] = json.dumps({**address, "password": "canary-wrong-key"})
    return _HOME
