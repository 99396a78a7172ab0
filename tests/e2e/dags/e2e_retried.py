"""One image run that waits inline and may be retried; the tests kill its worker."""

from datetime import timedelta

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("e2e_retried", schedule=None):
    WiroRunModelOperator(
        task_id="paint",
        model="sandbox/image",
        parameters={"prompt": "{{ run_id }}", "seconds": 15},
        deferrable=False,
        retries=2,
        retry_delay=timedelta(seconds=1),
    )
