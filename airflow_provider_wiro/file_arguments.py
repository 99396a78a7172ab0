"""Templated arguments that hold files."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from airflow.providers.common.compat.sdk import BaseOperator

from airflow_provider_wiro.files import WiroFile

if TYPE_CHECKING:
    import jinja2
    from airflow.providers.common.compat.sdk import Context

__all__ = ["FileArgumentsMixin"]


class FileArgumentsMixin(BaseOperator):
    """An operator with a `WiroFile` in its templated arguments.

    Airflow renders the fields of such an object where it is. All mapped instances of a task, and all runs in one
    process, have the same object: every one after the first would take the file of the first.
    """

    def render_template(
        self,
        content: Any,
        context: Context,
        jinja_env: jinja2.Environment | None = None,
        seen_oids: set[int] | None = None,
    ) -> Any:
        """Render as Airflow does, but a file into a copy, so that the one in the DAG keeps its template."""
        # Airflow never renders what came out of XCom. It knows such a value by its id, which a copy would not have.
        if isinstance(content, WiroFile) and id(content) not in (seen_oids or ()):
            content = copy.copy(content)
        return super().render_template(content, context, jinja_env, seen_oids)
