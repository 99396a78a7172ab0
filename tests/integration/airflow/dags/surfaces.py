"""Everything that a person may see of the provider, on a connection whose secrets must not be among it."""

import os
from datetime import UTC, datetime

from airflow.providers.common.compat.sdk import DAG, task

from airflow_provider_wiro.notifications.agents import WiroAgentNotifier
from airflow_provider_wiro.operators.agents import WiroConfigureAgentOperator
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.files import WiroDeleteTaskFilesOperator, WiroUploadFileOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor
from airflow_provider_wiro.sensors.messages import WiroAgentMessageSensor
from airflow_provider_wiro.sensors.tasks import WiroTaskSensor

_FOLDER = os.environ.get("SURFACES_FOLDER", "/tmp")

with DAG(
    "surfaces",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    default_args={"wiro_conn_id": "canary"},
) as dag:
    deploy = WiroDeployAgentOperator(
        task_id="deploy",
        title="Canary bot",
        skills=["int-gmail-check"],
        credentials={"gmail": {"account": "me@example.com", "apppassword": "{{ var.value.surfaces_password }}"}},
    )
    configure = WiroConfigureAgentOperator(
        task_id="configure", agent=deploy.output, credentials={"gmail": {"account": "{{ var.value.surfaces_account }}"}}
    )
    running = WiroAgentStatusSensor(task_id="running", agent="Canary bot", inline_wait=0)
    ask = WiroAgentMessageOperator(task_id="ask", agent=deploy.output, message="What is new?", inline_wait=0)
    answered = WiroAgentMessageSensor(task_id="answered", message_guid=ask.output, inline_wait=0)

    upload = WiroUploadFileOperator(task_id="upload", file=f"{_FOLDER}/note.txt")

    @task.wiro(model="sandbox/image", output_path=f"{_FOLDER}/out", inline_wait=0)
    def paint(note):
        return {"prompt": f"a picture of {note}"}

    @task.wiro(model="sandbox/language")
    def describe(subject, run_id=None):
        return {"prompt": f"{subject} in {run_id}", "seconds": 1}

    painted = paint(upload.output)
    described = describe.expand(subject=["a fox", "an owl"])
    watched = WiroTaskSensor(task_id="watched", wiro_task_id=painted, inline_wait=0)
    poked = WiroTaskSensor(task_id="poked", wiro_task_id=painted, deferrable=False, poke_interval=0.1)
    deleted = WiroDeleteTaskFilesOperator(task_id="deleted", wiro_task_id=painted)

    failing = WiroRunModelOperator(
        task_id="failing",
        model="sandbox/failing",
        parameters={"prompt": "failing"},
        on_failure_callback=WiroAgentNotifier(
            agent="Canary bot",
            message="{{ ti.task_id }} of {{ dag.dag_id }} failed",
            session="failures",
            wiro_conn_id="canary",
        ),
    )
    skipped = WiroTaskSensor(task_id="skipped", wiro_task_id="987654321", soft_fail=True, inline_wait=0)
    refused = WiroRunModelOperator(
        task_id="refused", model="sandbox/language", parameters={"prompt": "x"}, wiro_conn_id="canary_wrong"
    )
    wrong = WiroRunModelOperator(
        task_id="wrong", model="sandbox/language", parameters={"prompt": "x"}, wiro_conn_id="canary_mistyped"
    )

    deploy >> configure >> running >> ask
    running >> failing
    painted >> [watched, poked] >> deleted
