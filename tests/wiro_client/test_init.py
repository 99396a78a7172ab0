"""The package as a whole: what it exports, and what importing it costs."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys

import pytest

import wiro_client
import wiro_client.models
from wiro_client.model import Model


def imported_by(statement: str) -> set[str]:
    program = f"import sys, json\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_public_names() -> None:
    assert wiro_client.__all__ == [
        "UNSET", "Api", "ApiError", "AsyncApi", "AsyncClient", "AsyncSender", "Call", "Client",
        "ConnectionFailedError", "ErrorItem", "File", "FormPart", "InvalidArgumentError", "InvalidResponseError",
        "Operation", "RequestOptions", "Sender", "Unset", "WiroError", "parse_timestamp",
    ]  # fmt: skip
    for name in wiro_client.__all__:
        assert getattr(wiro_client, name) is not None
    assert set(wiro_client.__all__) <= set(dir(wiro_client))


@pytest.mark.parametrize("module", [wiro_client, wiro_client.models])
def test_unknown_names_are_attribute_errors(module: object) -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        module.Nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_model_can_be_imported_and_read() -> None:
    assert len(wiro_client.models.__all__) > 250
    assert set(wiro_client.models.__all__) <= set(dir(wiro_client.models))
    for name in wiro_client.models.__all__:
        model = getattr(wiro_client.models, name)
        if isinstance(model, type) and issubclass(model, Model):
            empty = model.from_dict({})
            assert empty.to_dict() == {}
            assert repr(empty) == f"{name}()"


def test_every_module_can_be_imported_on_its_own() -> None:
    for module in pkgutil.walk_packages(wiro_client.__path__, "wiro_client."):
        importlib.import_module(module.name)


@pytest.mark.parametrize(
    "statement",
    ["import wiro_client", "import wiro_client.models", "import wiro_client.operations, wiro_client.error_table"],
)
def test_importing_is_cheap(statement: str) -> None:
    modules = imported_by(statement)
    assert not {"httpx", "asyncio", "email"} & modules
    assert not [name for name in modules if name.startswith("wiro_client.models.")]


def test_one_operation_imports_only_what_it_needs() -> None:
    modules = imported_by("from wiro_client.api.tasks.detail import build_call")
    assert "httpx" not in modules
    assert {name for name in modules if name.startswith("wiro_client.models.")} == {
        "wiro_client.models.task_detail_response"
    }
