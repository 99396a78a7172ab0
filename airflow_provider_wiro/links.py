"""Links from a task instance in the Airflow UI to Wiro."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from airflow.providers.common.compat.sdk import BaseOperatorLink, XCom

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import BaseOperator, TaskInstanceKey

__all__ = ["WiroModelLink", "model_page"]

_SITE = "https://wiro.ai"


def model_page(model: str) -> str:
    """Return the address of a model's page, `owner/model` given."""
    return f"{_SITE}/models/{model}"


class WiroModelLink(BaseOperatorLink):
    """The page of the model that the task runs.

    The operator writes the address to XCom before it waits, so that the link works while the task is deferred.
    """

    name = "Wiro model"

    @property
    def xcom_key(self) -> str:
        """XCom key of the address. Airflow 3 shows whatever stands there; 2.11 has no such property to inherit."""
        return "_link_WiroModelLink"

    def get_link(self, operator: BaseOperator, *, ti_key: TaskInstanceKey) -> str:  # noqa: ARG002
        """Return the address, or nothing when the task has not pushed it yet."""
        address: Any = XCom.get_value(key=self.xcom_key, ti_key=ti_key)
        return address or ""
