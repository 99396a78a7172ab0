"""As many mapped runs as the configuration says; all waiting is done by the triggerer."""

from typing import Any

from airflow.providers.common.compat.sdk import DAG, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("bench_mapped", schedule=None):

    @task
    def runs(dag_run: Any = None) -> list[dict[str, Any]]:
        """Return the parameters of each run."""
        count, seconds = dag_run.conf["count"], dag_run.conf["seconds"]
        return [{"prompt": f"{dag_run.run_id} {number}", "seconds": seconds} for number in range(count)]

    WiroRunModelOperator.partial(task_id="paint", model="sandbox/image", inline_wait=0).expand(parameters=runs())
