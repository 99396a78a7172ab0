"""A thousand mapped runs; `trigger_rows` puts them into the database as deferred, so no worker has to run."""

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("bench_triggers", schedule=None):
    WiroRunModelOperator.partial(task_id="wait", model="sandbox/image").expand(
        parameters=[{"prompt": str(number)} for number in range(1000)]
    )
