import subprocess
import sys

import pytest

import wiro.sandbox


def test_public_names() -> None:
    assert wiro.sandbox.__all__ == ["Books", "Fault", "Faults", "Sandbox", "SandboxOptions"]
    assert all(getattr(wiro.sandbox, name).__name__ == name for name in wiro.sandbox.__all__)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="surprise"):
        _ = wiro.sandbox.surprise


def test_package_and_plugin_import_nothing_heavy() -> None:
    code = (
        "import sys, pytest; before = set(sys.modules)\n"
        "import wiro.sandbox.pytest_plugin\n"
        "heavy = {'starlette', 'uvicorn', 'PIL', 'jsonschema_rs', 'httpx', 'websockets', 'wiro_client', 'attr'}\n"
        "print(sorted(heavy & (set(sys.modules) - before)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
