"""Prints the client into a folder: models, operations, tables and the fixed runtime modules."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import ErrorLevel, GeneratorError
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]

from codegen.docstrings import class_docstring, method_docstring, text_docstring
from codegen.documents import Document
from codegen.fragments import SpecificationError
from codegen.operation_views import TagView, tag_views
from codegen.views import EnumView, ModelView, enum_views, model_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

__all__ = ["CONFIG_FILE", "TEMPLATES", "render"]

CONFIG_FILE = Path(__file__).with_name("config.yaml")
TEMPLATES = Path(__file__).with_name("templates")

_RUFF = "--isolated --no-cache --quiet --target-version py311 --line-length 120"
_RUFF_CHECK = f"check {_RUFF} --fix-only --exit-zero --select F401,I,PIE790"
_RUFF_FORMAT = f"format {_RUFF}"


@frozen
class _Views:
    models: list[ModelView]
    enums: list[EnumView]
    tags: list[TagView]


def render(document: dict[str, Any], folder: Path) -> None:
    """Write the client of a merged OpenAPI document into a new folder.

    Raises:
        SpecificationError: The generator could not take something; it would otherwise leave it out silently.
    """
    config = _config(folder)
    parsed = GeneratorData.from_dict(_for_parser(document), config=config)
    if isinstance(parsed, GeneratorError):
        raise SpecificationError(f"the generator refuses the specification: {parsed.header} {parsed.detail}")
    project = Project(openapi=parsed, config=config, custom_template_path=TEMPLATES)
    _refuse_losses(project)
    source = Document(document)
    views = _Views(model_views(parsed, source), enum_views(parsed, source), tag_views(parsed, source))
    folder.mkdir(parents=True)
    for name, text in _files(project.env, source, views):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for module in sorted((TEMPLATES / "runtime").glob("*.py")):
        shutil.copyfile(module, folder / module.name)
    (folder / "py.typed").touch()
    _format(folder)


def _config(folder: Path) -> Config:
    return Config.from_sources(
        ConfigFile.load_from_path(CONFIG_FILE), MetaType.NONE, folder, "utf-8", overwrite=False, output_path=folder
    )


def _for_parser(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document without the operations that generate nothing."""
    described = Document(document)
    without = {operation.place for operation in described.operations() if not operation.generates}
    paths = {
        path: {key: value for key, value in item.items() if ("paths", path, key) not in without}
        for path, item in document.get("paths", {}).items()
    }
    return {**document, "paths": paths}


def _refuse_losses(project: Project) -> None:
    losses = [
        f"{error.header or ''} {error.detail or ''}".strip()
        for error in project._get_errors()
        if error.level in (ErrorLevel.ERROR, ErrorLevel.WARNING)
    ]
    if losses:
        raise SpecificationError("the generator leaves something out:\n  " + "\n  ".join(losses))


def _files(env: Environment, source: Document, views: _Views) -> Iterator[tuple[str, str]]:
    """Yield name and text of every printed file."""
    env.filters.update(pystr=repr, astuple=tuple)
    env.globals.update(
        class_docstring=class_docstring, method_docstring=method_docstring, text_docstring=text_docstring
    )

    def printed(template: str, **values: Any) -> str:
        return env.get_template(template).render(**values)

    yield "__init__.py", printed("package_init.py.jinja")
    for model in views.models:
        yield f"models/{model.module}.py", printed("model.py.jinja", model=model)
    for enum in views.enums:
        yield f"models/{enum.module}.py", printed("enum.py.jinja", enum=enum)
    classes = sorted(
        [(model.module, model.class_name) for model in views.models]
        + [(enum.module, enum.class_name) for enum in views.enums]
    )
    yield "models/__init__.py", printed("models_init.py.jinja", classes=classes)
    for tag in views.tags:
        imports = sorted({pair for operation in tag.operations for pair in operation.imports})
        yield f"api/{tag.name}/__init__.py", printed("endpoint_init.py.jinja", tag=tag, imports=imports)
        for operation in tag.operations:
            yield f"api/{tag.name}/{operation.name}.py", printed("endpoint_module.py.jinja", operation=operation)
    yield "api/__init__.py", printed("api_init.py.jinja", tags=views.tags)
    operations = [operation.raw for tag in views.tags for operation in tag.operations]
    yield "operations.py", printed("operations.py.jinja", operations=operations)
    errors = source.data.get("x-wiro-errors") or []
    yield "error_table.py", printed("error_table.py.jinja", errors=errors)
    yield "openapi.json", json.dumps(source.data, ensure_ascii=False, indent=1) + "\n"


def _format(folder: Path) -> None:
    ruff = str(find_ruff_bin())
    for arguments in (_RUFF_CHECK, _RUFF_FORMAT):
        done = subprocess.run([ruff, *arguments.split(), "."], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode != 0:
            raise SpecificationError(f"the generated code cannot be formatted:\n{done.stderr}")
