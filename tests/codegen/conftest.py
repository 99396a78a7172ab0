"""These tests need the generator, which only the `codegen` dependency group brings: `tox -e codegen-check`."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("openapi_python_client") else ["test_*.py"]
