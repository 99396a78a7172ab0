import importlib.util
import json
from pathlib import Path

import pytest

from tests.support.contract import openapi_document
from wiro.sandbox.operations import OPERATIONS, REQUEST_NAMES, find_operation


def test_every_operation_is_the_one_that_the_bundle_has_at_its_path() -> None:
    spec = importlib.util.find_spec("wiro_client")
    assert spec is not None
    assert spec.origin is not None
    paths = json.loads((Path(spec.origin).parent / "openapi.json").read_text(encoding="utf-8"))["paths"]
    for operation in OPERATIONS:
        assert paths[operation.path]["post"]["operationId"] == operation.id
    assert len({operation.id for operation in OPERATIONS}) == len(OPERATIONS)


def test_requests_are_named_as_in_the_bundle_and_downloads_besides() -> None:
    paths = openapi_document()["paths"]
    ids = {operation["operationId"] for methods in paths.values() for operation in methods.values()}
    assert {*ids, "files_download"} == REQUEST_NAMES


def test_path_values_are_read() -> None:
    found = find_operation("/Run/google/nano-banana")
    assert found is not None
    assert (found[0].id, found[1]) == ("runs_create", {"owner-slug": "google", "model-slug": "nano-banana"})


@pytest.mark.parametrize("path", ["", "/", "/Run", "/Run/a", "/Run//b", "/Run/a/b/c", "/task/detail", "/Task/Detail/"])
def test_other_paths_are_unknown(path: str) -> None:
    assert find_operation(path) is None
