"""One DAG for every moment at which a worker dies."""

from datetime import UTC, datetime, timedelta

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

for moment in ("before_id", "after_id", "before_delivery", "after_delivery"):
    with DAG(f"killed_{moment}", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC), catchup=False) as dag:
        WiroRunModelOperator(
            task_id="write",
            model="sandbox/language",
            parameters={"prompt": moment, "seconds": 1},
            retries=3,
            retry_delay=timedelta(0),
        )
    globals()[dag.dag_id] = dag
