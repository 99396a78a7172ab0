from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import wiro

ROOT = Path(__file__).parents[2]

PUBLIC = {
    "Agent",
    "AgentNotRunningError",
    "AgentStatus",
    "AmbiguousRequestError",
    "ApiError",
    "AsyncAgent",
    "AsyncMessage",
    "AsyncRun",
    "AsyncWiro",
    "AuthenticationError",
    "CallbackError",
    "ConcurrencyLimitError",
    "Config",
    "ConfigurationError",
    "CostLimitError",
    "Delta",
    "DownloadError",
    "File",
    "InsufficientBalanceError",
    "InsufficientCreditsError",
    "InvalidArgumentError",
    "InvalidParametersError",
    "InvalidRequestError",
    "InvalidResponseError",
    "Message",
    "MessageCancelledError",
    "MessageFailedError",
    "MessageResult",
    "Model",
    "ModelGroup",
    "ModelNotFoundError",
    "NotFoundError",
    "Output",
    "Parameter",
    "ParameterWarning",
    "Quote",
    "RateLimitError",
    "RawResponse",
    "RequestTimeoutError",
    "Run",
    "RunCancelledError",
    "RunFailedError",
    "RunResult",
    "SavedFile",
    "ServerError",
    "SkillsApplyError",
    "Timeouts",
    "TransportError",
    "UNSET",
    "Usage",
    "WaitSettings",
    "WaitTimeoutError",
    "Wiro",
    "WiroError",
    "__version__",
    "record_responses",
}


def test_public_names_are_pinned() -> None:
    assert set(wiro.__all__) == PUBLIC
    assert set(dir(wiro)) >= PUBLIC
    for name in PUBLIC:
        value = getattr(wiro, name)
        assert not isinstance(value, ModuleType)
        assert name == "__version__" or getattr(value, "__name__", name) == name


def test_every_error_is_public() -> None:
    from wiro import errors

    assert {name for name in errors.__all__ if name.endswith("Error")} <= PUBLIC


def test_other_names_do_not_exist() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Wireless'"):
        wiro.Wireless  # noqa: B018


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert wiro.__version__ == project["version"]


def test_importing_loads_nothing_heavy() -> None:
    script = "import sys, wiro; print(*(name for name in sys.modules if name.split('.')[0] in sys.argv[1:]))"
    heavy = ["httpx", "httpcore", "anyio", "websockets", "wiro_client", "attrs", "attr", "asyncio", "ssl", "json"]
    result = subprocess.run([sys.executable, "-c", script, *heavy], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []


def test_only_the_transport_names_httpx() -> None:
    naming = {path.name for path in (ROOT / "wiro").glob("*.py") if "import httpx" in path.read_text()}
    assert naming == {"transport.py"}
