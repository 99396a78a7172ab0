"""The pipeline: all or nothing, the same bytes everywhere, and a check that notices every difference."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from codegen import build as pipeline
from codegen.build import PACKAGE, ROOT, build, differences, generate, validated
from codegen.fragments import SpecificationError
from tests.support.specifications import THINGS, things_with, write_specification

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with the small specification and its client."""
    write_specification(tmp_path)
    build(tmp_path)
    return tmp_path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_client_is_complete(checkout: Path) -> None:
    names = bytes_of(checkout / PACKAGE).keys()
    assert {
        "__init__.py", "py.typed", "openapi.json", "asyncapi.json", "build_record.json", "operations.py",
        "error_table.py", "errors.py", "model.py", "models/__init__.py", "models/thing.py", "models/thing_kind.py",
        "api/__init__.py", "api/things/__init__.py", "api/things/detail.py", "api/things/make.py",
    } <= names  # fmt: skip
    assert not [name for name in names if "callback" in name]


def test_a_second_build_changes_nothing(checkout: Path) -> None:
    assert build(checkout) == []
    assert differences(checkout) == []


def test_check_names_changed_missing_and_extra_files(checkout: Path) -> None:
    package = checkout / PACKAGE
    (package / "models" / "thing.py").write_text("edited = True\n")
    (package / "operations.py").unlink()
    (package / "api" / "extra.py").touch()
    expected = ["api/extra.py", "models/thing.py", "operations.py"]
    assert differences(checkout) == expected
    assert build(checkout) == expected
    assert differences(checkout) == []
    assert not (package / "api" / "extra.py").exists()


def test_check_notices_a_changed_specification(checkout: Path) -> None:
    write_specification(checkout, things=THINGS.replace("Its size, in bytes.", "Its size, in KiB."))
    assert differences(checkout) == ["asyncapi.json", "build_record.json", "models/thing.py", "openapi.json"]


def test_folders_of_removed_models_disappear(checkout: Path) -> None:
    stale = checkout / PACKAGE / "api" / "gone"
    stale.mkdir()
    (stale / "__init__.py").touch()
    (stale / "__pycache__").mkdir()
    build(checkout)
    assert not stale.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (THINGS + "\nextra: [", "not YAML"),
        (THINGS.replace("x-wiro-effect: read", "x-wiro-effect: maybe"), r"things\.yaml: .*\(rule 16\)"),
        (
            things_with(lambda d: d["paths"]["/Thing/{owner-slug}/Make"]["post"].pop("parameters")),
            "OpenAPI 3.1|leaves something out",
        ),
    ],
)
def test_nothing_changes_when_something_is_wrong(checkout: Path, text: str, message: str) -> None:
    before = bytes_of(checkout / PACKAGE)
    write_specification(checkout, things=text)
    with pytest.raises(SpecificationError, match=message):
        build(checkout)
    assert bytes_of(checkout / PACKAGE) == before


def test_a_wrong_asyncapi_document_stops_the_build(tmp_path: Path) -> None:
    folder = write_specification(tmp_path, asyncapi="asyncapi: 3.0.0\ninfo: {title: T}\n")
    with pytest.raises(SpecificationError, match=r"info\.version is missing"):
        validated(folder)


def test_losses_of_the_generator_are_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "lint", lambda specification: [])
    lost = things_with(lambda d: d["components"]["schemas"].update(Lost={"type": "array", "description": "No items."}))
    with pytest.raises(SpecificationError, match="leaves something out"):
        generate(write_specification(tmp_path, things=lost), tmp_path / "client")


def test_the_record_tells_what_the_client_was_made_of(checkout: Path) -> None:
    record = json.loads((checkout / PACKAGE / "build_record.json").read_text())
    assert record["openapi_python_client"] == "0.29.1"
    assert set(record) == {"spec_sha256", "config_sha256", "templates_sha256", "openapi_python_client", "ruff"}
    write_specification(checkout, things=THINGS + "# A comment.\n")
    build(checkout)
    changed = json.loads((checkout / PACKAGE / "build_record.json").read_text())
    assert {key for key in record if record[key] != changed[key]} == {"spec_sha256"}


def test_builds_of_one_checkout_wait_for_each_other(checkout: Path) -> None:
    shutil.rmtree(checkout / PACKAGE)
    command = [sys.executable, "-m", "codegen", "--root", str(checkout), "build"]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    outputs = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum("up to date" in output for output in outputs) == 2


def pythons() -> list[str]:
    """Return the interpreters that have the generator: this one, and what WIRO_CODEGEN_PYTHONS names."""
    return [sys.executable, *filter(None, os.environ.get("WIRO_CODEGEN_PYTHONS", "").split(os.pathsep))]


@pytest.mark.parametrize("python", pythons())
@pytest.mark.parametrize("seed", ["0", "1", "7"])
def test_the_same_bytes_under_every_hash_seed(checkout: Path, tmp_path: Path, python: str, seed: str) -> None:
    target = tmp_path / "again"
    program = (
        "import sys; from pathlib import Path; from codegen.build import generate; generate(*map(Path, sys.argv[1:]))"
    )
    command = [python, "-c", program, str(checkout / "spec"), str(target)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert bytes_of(target) == bytes_of(checkout / PACKAGE)


def test_the_committed_client_is_what_the_specification_gives() -> None:
    started = time.monotonic()
    assert differences(ROOT) == []
    assert time.monotonic() - started < 20


def test_generated_files_do_not_depend_on_the_folder(checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "ruff.toml"
    other.parent.mkdir()
    other.write_text("line-length = 40\n")
    generate(checkout / "spec", other.parent / "client")
    assert bytes_of(other.parent / "client") == bytes_of(checkout / PACKAGE)
