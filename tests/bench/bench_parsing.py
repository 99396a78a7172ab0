"""What a DAG file of this provider costs at parse, over what Airflow itself costs: every example, in fresh processes.

"Airflow itself" is what any DAG with a schedule, a parameter and two tasks loads, plus whatever the file imports from
Airflow. The provider is byte-compiled, as an installed one is. The processes also report whether the socket library was
loaded and whether anything tried to reach the network.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import airflow_provider_wiro.example_dags
from tests.support.airflow_home import airflow_environment

#: Milliseconds of one file.
LIMIT: Final = 40.0

_SCRIPT: Final = """
import json, sys, time
import airflow, airflow.triggers.base, datetime
from airflow.providers.common.compat.sdk import DAG, BaseOperator, BaseOperatorLink, Param, task

class Something(BaseOperator):
    template_fields = ("value",)

    def __init__(self, *, value, **kwargs):
        super().__init__(**kwargs)
        self.value = value

start = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
with DAG("something", schedule="0 2 * * *", start_date=start, params={{"p": Param("x", type="string")}}):
    @task
    def after(value):
        return value
    after(Something(task_id="before", value="{{{{ params.p }}}}").output)

{imports}

calls = []
sys.addaudithook(lambda event, arguments: calls.append(event) if event in (
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname") else None)
start = time.perf_counter()
import {module}
seconds = time.perf_counter() - start
print("REPORT=" + json.dumps({{
    "milliseconds": seconds * 1000, "network": calls, "websockets": "websockets" in sys.modules,
}}))
"""


def imports_from_airflow(source: str) -> str:
    """Return the statements with which a file imports from Airflow, at its top level."""
    statements = []
    for node in ast.parse(source).body:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if any(name == "airflow" or name.startswith("airflow.") for name in names):
            statements.append(ast.unparse(node))
    return "\n".join(statements)


def parsed(path: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Import one file in a fresh process and return its report."""
    module = f"{airflow_provider_wiro.example_dags.__name__}.{path.stem}"
    script = _SCRIPT.format(imports=imports_from_airflow(path.read_text(encoding="utf-8")), module=module)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    report: dict[str, Any] = json.loads(done.stdout.rpartition("REPORT=")[2])
    return report


def main() -> int:
    """Print the medians as JSON; fail over the limit, on network access and if the socket library was loaded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    files = sorted(Path(airflow_provider_wiro.example_dags.__path__[0]).glob("example_*.py"))
    reports: dict[str, list[dict[str, Any]]] = {path.stem: [] for path in files}
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | airflow_environment(Path(home))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            for path in files:
                report = parsed(path, environment)
                if number:  # the first round only warms the file cache
                    reports[path.stem].append(report)
    milliseconds = {
        name: round(statistics.median(report["milliseconds"] for report in found), 1) for name, found in reports.items()
    }
    bad = [name for name, found in reports.items() if any(one["network"] or one["websockets"] for one in found)]
    print(json.dumps({"milliseconds": milliseconds, "limit": LIMIT, "network_or_websockets": bad}))
    return 1 if bad or not files or max(milliseconds.values()) > LIMIT else 0


if __name__ == "__main__":
    raise SystemExit(main())
