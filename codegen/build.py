"""From ``spec/`` to ``generated/wiro_client``, all or nothing, and the proof that one matches the other."""

from __future__ import annotations

import fcntl
import filecmp
import hashlib
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.asyncapi import bundle_asyncapi, validate_asyncapi
from codegen.fragments import Specification, SpecificationError, load_specification
from codegen.lint import lint
from codegen.rendering import CONFIG_FILE, TEMPLATES, render

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ROOT", "build", "differences", "generate", "validated"]

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("generated") / "wiro_client"


def validated(folder: Path) -> Specification:
    """Read a specification and check it in every way.

    Raises:
        SpecificationError: Something is wrong; the message lists every fault found by the first check that fails.
    """
    specification = load_specification(folder)
    problems = lint(specification)
    if problems:
        raise SpecificationError("\n".join(str(problem) for problem in problems))
    faults = [
        f"{'.'.join(str(part) for part in error.absolute_path)}: {error.message}"
        for error in OpenAPIV31SpecValidator(specification.document).iter_errors()
    ]
    if faults:
        raise SpecificationError("not valid OpenAPI 3.1:\n  " + "\n  ".join(faults))
    if specification.asyncapi:
        validate_asyncapi(bundle_asyncapi(specification), specification.asyncapi_file)
    return specification


def generate(spec: Path, folder: Path) -> None:
    """Write the client of a specification into a new folder.

    Args:
        spec: Folder with the fragments.
        folder: Where the package goes; it must not exist.

    Raises:
        SpecificationError: The specification is wrong, or the generator cannot take it.
    """
    specification = validated(spec)
    render(specification.document, folder)
    if specification.asyncapi:
        _write_json(folder / "asyncapi.json", bundle_asyncapi(specification))
    _write_json(folder / "build_record.json", _record(spec))


def build(root: Path = ROOT) -> list[str]:
    """Regenerate the client of a checkout.

    Returns:
        Names of the files that changed, relative to the package. Nothing changes unless everything succeeded.
    """
    with _locked(root), _temporary() as fresh:
        generate(root / "spec", fresh)
        changed = _differences(fresh, root / PACKAGE)
        for name in changed:
            target = root / PACKAGE / name
            if (fresh / name).exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _replace(fresh / name, target)
            else:
                target.unlink()
        _remove_empty_folders(root / PACKAGE)
        return changed


def differences(root: Path = ROOT) -> list[str]:
    """Return the files of the committed client that are not what the specification gives."""
    with _temporary() as fresh:
        generate(root / "spec", fresh)
        return _differences(fresh, root / PACKAGE)


def _differences(fresh: Path, committed: Path) -> list[str]:
    names = sorted({*_files(fresh), *_files(committed)})
    return [
        name
        for name in names
        if not (fresh / name).exists()
        or not (committed / name).exists()
        or not filecmp.cmp(fresh / name, committed / name, shallow=False)
    ]


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix()


def _replace(source: Path, target: Path) -> None:
    """Put a file in place in one step: other processes may be importing the package."""
    partial = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, partial)
    os.replace(partial, target)


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if path.name != "__pycache__" and not any(child.name != "__pycache__" for child in path.iterdir()):
            shutil.rmtree(path)


@contextmanager
def _temporary() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="wiro-codegen-") as folder:
        yield Path(folder) / "wiro_client"


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Let one build at a time change a checkout."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    with open(Path(tempfile.gettempdir()) / f"wiro-codegen-{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _record(spec: Path) -> dict[str, Any]:
    return {
        "spec_sha256": _digest(spec, sorted(spec.glob("*.yaml"))),
        "config_sha256": _digest(CONFIG_FILE.parent, [CONFIG_FILE]),
        "templates_sha256": _digest(TEMPLATES, sorted([*TEMPLATES.glob("*.jinja"), *TEMPLATES.glob("runtime/*.py")])),
        "openapi_python_client": version("openapi-python-client"),
        "ruff": version("ruff"),
    }


def _digest(folder: Path, files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
