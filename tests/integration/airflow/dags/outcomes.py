"""Tasks that end in other ways than plain success."""

from datetime import UTC, datetime, timedelta

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("outcomes", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC), catchup=False) as dag:
    for name, deferred in (("inline", 10.0), ("deferred", 0)):
        # Retries would run it again: the bill must not grow for a model that fails.
        WiroRunModelOperator(
            task_id=f"failing_{name}",
            model="sandbox/failing",
            parameters={"prompt": "failing"},
            inline_wait=deferred,
            retries=2,
            retry_delay=timedelta(0),
        )
        WiroRunModelOperator(
            task_id=f"endless_{name}",
            model="sandbox/queued",
            parameters={"prompt": "endless"},
            inline_wait=deferred,
            timeout=1,
        )
    WiroRunModelOperator(
        task_id="mapped_0",
        model="sandbox/language",
        parameters='{{ {"prompt": "from a template", "seconds": 1} | tojson }}',
    )
    WiroRunModelOperator.partial(task_id="mapped", model="sandbox/language").expand(
        parameters=[{"prompt": "one", "seconds": 1}, {"prompt": "two", "seconds": 1}]
    )

with DAG("interrupted", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC), catchup=False) as interrupted:
    WiroRunModelOperator(
        task_id="interrupted",
        model="sandbox/queued",
        parameters={"prompt": "interrupted"},
        deferrable=False,
        execution_timeout=timedelta(seconds=1),
    )

with DAG("terminated", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC), catchup=False) as terminated:
    WiroRunModelOperator(
        task_id="terminated", model="sandbox/queued", parameters={"prompt": "terminated"}, deferrable=False
    )
