"""Links from a task instance in the Airflow UI to Wiro.

Airflow 3 shows the address that lies in XCom under the key of the link, and asks `get_link` for it on the worker when a
task ends. So a link that shall work while its task is deferred is pushed before that, with `push_link`. Airflow 2 asks
`get_link` in the webserver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from airflow.providers.common.compat.sdk import BaseOperatorLink, XCom

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import BaseOperator, Context, TaskInstanceKey

__all__ = ["AGENTS_PAGE", "WiroAgentLink", "WiroModelLink", "WiroOutputLink", "model_page", "push_link"]

_SITE: Final = "https://wiro.ai"
#: Where one's agents are. The pages of single agents have no documented address.
AGENTS_PAGE: Final = f"{_SITE}/panel/agents"


def model_page(model: str) -> str:
    """Return the address of a model's page, `owner/model` given."""
    return f"{_SITE}/models/{model}"


def push_link(context: Context, link: BaseOperatorLink, address: str) -> None:
    """Make a link work from now on, also while the task is deferred."""
    context["ti"].xcom_push(key=link.xcom_key, value=address)


class _WiroLink(BaseOperatorLink):
    """What the links have in common: XCom has the address as soon as anybody knows it."""

    @property
    def xcom_key(self) -> str:
        """XCom key of the address. Airflow 2 has no such property to inherit."""
        return f"_link_{type(self).__name__}"

    def get_link(self, operator: BaseOperator, *, ti_key: TaskInstanceKey) -> str:  # noqa: ARG002
        """Return the address, or nothing while it is not known."""
        address: Any = XCom.get_value(key=self.xcom_key, ti_key=ti_key)
        return address if isinstance(address, str) else ""


class WiroModelLink(_WiroLink):
    """The page of the model that the task runs; pushed before the task waits."""

    name = "Wiro model"


class WiroOutputLink(_WiroLink):
    """The first file that the model made, on Wiro; known when the task has succeeded."""

    name = "First output"

    def get_link(self, operator: BaseOperator, *, ti_key: TaskInstanceKey) -> str:  # noqa: ARG002
        """Return the address of the first output in the task's result, or nothing if there is none."""
        result: Any = XCom.get_value(key="return_value", ti_key=ti_key)
        outputs = result.get("outputs") if isinstance(result, dict) else None
        first = outputs[0] if isinstance(outputs, list) and outputs else None
        address = first.get("url") if isinstance(first, dict) else None
        return address if isinstance(address, str) else ""


class WiroAgentLink(_WiroLink):
    """The page with one's agents; pushed before the task waits."""

    name = "Wiro agents"

    def get_link(self, operator: BaseOperator, *, ti_key: TaskInstanceKey) -> str:  # noqa: ARG002
        """Return the address, which is the same for all agents."""
        return AGENTS_PAGE
