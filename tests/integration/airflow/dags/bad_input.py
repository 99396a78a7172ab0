"""One task for every mistake that must cost nothing."""

from datetime import UTC, datetime

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG("bad_input", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC), catchup=False) as dag:
    for task_id, arguments in {
        "unknown_model": {"model": "sandbox/nothing", "parameters": {"prompt": "x"}},
        "empty_prompt": {"model": "sandbox/image", "parameters": {"prompt": "{{ '' }}"}},
        "missing_prompt": {"model": "sandbox/image"},
        "not_json": {"model": "sandbox/image", "parameters": "{{ 'prompt: x' }}"},
        "no_time": {"model": "sandbox/image", "parameters": {"prompt": "x"}, "timeout": "{{ 0 }}"},
        "missing_connection": {"model": "sandbox/image", "parameters": {"prompt": "x"}, "wiro_conn_id": "nowhere"},
        "missing_key": {"model": "sandbox/image", "parameters": {"prompt": "x"}, "wiro_conn_id": "without_key"},
        "wrong_key": {"model": "sandbox/image", "parameters": {"prompt": "x"}, "wiro_conn_id": "wrong_key"},
    }.items():
        WiroRunModelOperator(task_id=task_id, **arguments)
