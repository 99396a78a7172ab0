"""One image run with every setting of the operator at its default; the run's configuration says how long it takes."""

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("bench_resume", schedule=None):
    WiroRunModelOperator(
        task_id="paint",
        model="sandbox/image",
        parameters={"prompt": "{{ run_id }}", "seconds": "{{ dag_run.conf['seconds'] }}"},
    )
