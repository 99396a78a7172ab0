import os
import subprocess
import sys
from pathlib import Path

TESTS = """
import httpx
import pytest

def post(sandbox, path, body):
    headers = {"x-api-key": sandbox.api_key}
    return httpx.post(sandbox.base_url + path, json=body, headers=headers, trust_env=False).json()

def test_fixture(wiro_sandbox):
    assert post(wiro_sandbox, "/Run/sandbox/queued", {})["result"] is True
    assert len(wiro_sandbox.books.submissions) == 1

def test_each_test_has_its_own(wiro_sandbox):
    assert wiro_sandbox.books.submissions == []

@pytest.mark.parametrize("wiro_sandbox", [{"balance": 0, "time_scale": 7}], indirect=True)
def test_options(wiro_sandbox):
    assert wiro_sandbox.options.time_scale == 7
    assert post(wiro_sandbox, "/Run/sandbox/queued", {})["errors"][0]["code"] == 97

def test_violation(wiro_sandbox, monkeypatch):
    monkeypatch.setattr("wiro.sandbox.task_operations.task_row", lambda *_: {"status": 5})
    task_id = post(wiro_sandbox, "/Run/sandbox/queued", {})["taskid"]
    post(wiro_sandbox, "/Task/Detail", {"taskid": task_id})
"""


def test_fixture_serves_any_project_and_fails_on_violations(tmp_path: Path) -> None:
    (tmp_path / "test_project.py").write_text(TESTS)
    # Loaded by name alone: installed as an entry point it would be registered twice.
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "wiro.sandbox.pytest_plugin",
        "--rootdir",
        str(tmp_path),
        ".",
    ]
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "4 passed, 1 error" in result.stdout, result.stdout
    assert "The sandbox violated the bundle" in result.stdout
    assert "tasks_detail 200" in result.stdout
