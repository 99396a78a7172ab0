"""Arguments that come from other tasks, from templates and from files."""

from datetime import UTC, datetime
from typing import Any

from airflow.providers.common.compat.sdk import DAG, task

from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.operators.models import WiroRunModelOperator

_START = {"schedule": None, "start_date": datetime(2025, 1, 1, tzinfo=UTC), "catchup": False}

with DAG("mapping", params={"image": "", "folder": ""}, **_START) as dag:

    @task
    def words() -> dict[str, Any]:
        """Return what the other tasks ask for."""
        return {"first": "mapped one"}

    @task
    def single() -> dict[str, str]:
        """Return the parameters of one run."""
        return {"prompt": "mapped two"}

    @task
    def several() -> list[dict[str, str]]:
        """Return the parameters of several runs."""
        return [{"prompt": "mapped three"}]

    @task
    def requests() -> list[dict[str, Any]]:
        """Return whole sets of arguments."""
        return [
            {"model": "sandbox/language", "parameters": {"prompt": "mapped four"}},
            {"model": "sandbox/language", "parameters": {"prompt": "mapped five"}},
        ]

    WiroRunModelOperator(
        task_id="nested", model="sandbox/language", parameters={"prompt": words()["first"], "seconds": 1}
    )
    WiroRunModelOperator.partial(
        task_id="expanded", model="sandbox/language", timeout=60, max_cost_usd="{{ 5 }}", allow_estimate=True
    ).expand(parameters=[single(), {"prompt": "{{ task.task_id }}"}])
    WiroRunModelOperator.partial(task_id="pulled", model="sandbox/language").expand(parameters=several())
    WiroRunModelOperator.partial(task_id="together", retries=0).expand_kwargs(requests())
    WiroRunModelOperator.partial(
        task_id="with_file",
        model="sandbox/image-edit",
        parameters={"prompt": "with a file", "inputImage": WiroFile("{{ params.image }}")},
    ).expand(output_path=["{{ params.folder }}/a", "memory://mapped/b"])

with DAG("costly", **_START) as costly:
    WiroRunModelOperator(
        task_id="dear", model="sandbox/image", parameters={"prompt": "dear"}, max_cost_usd=0.0001, retries=3
    )

with DAG("busy", **_START) as busy:
    for name, seconds in (("inline", 30), ("deferred", 0)):
        WiroRunModelOperator(
            task_id=name, model="sandbox/language", parameters={"prompt": f"busy {name}"}, inline_wait=seconds
        )
