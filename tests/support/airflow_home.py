"""An Airflow of this process's own: a temporary AIRFLOW_HOME, set before anything imports Airflow."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

__all__ = ["airflow_environment", "migrate_database", "use_temporary_airflow_home"]


def airflow_environment(home: Path) -> dict[str, str]:
    """Return the variables of an Airflow that touches nothing outside `home`."""
    return {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(home / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home / 'airflow.db'}",
        "AIRFLOW__API_AUTH__JWT_SECRET": "only-for-tests-and-long-enough-for-any-hash",
    }


@cache
def use_temporary_airflow_home() -> Path:
    """Make a home for this process. Call it at the top of a conftest, before Airflow is imported."""
    if "airflow" in sys.modules:
        raise RuntimeError("Airflow was imported before its home was set; it has read another configuration.")
    home = Path(tempfile.mkdtemp(prefix="wiro-airflow-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "dags").mkdir()
    os.environ.update(airflow_environment(home))
    return home


@cache
def migrate_database() -> None:
    """Create the tables, once a process; takes some seconds."""
    use_temporary_airflow_home()
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, capture_output=True, timeout=120)
