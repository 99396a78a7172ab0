"""One image run that defers at once; the tests stall the triggerer under it, or mark it failed."""

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("e2e_deferred", schedule=None):
    WiroRunModelOperator(
        task_id="paint",
        model="sandbox/image",
        parameters={"prompt": "{{ run_id }}", "seconds": "{{ dag_run.conf['seconds'] }}"},
        inline_wait=0.5,
    )
