"""A model that fails although the task may be retried: the bill must not grow."""

from datetime import timedelta

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("e2e_failing", schedule=None):
    WiroRunModelOperator(
        task_id="paint",
        model="sandbox/failing",
        parameters={"prompt": "{{ run_id }}", "stderr": "CUDA out of memory"},
        retries=2,
        retry_delay=timedelta(seconds=1),
    )
