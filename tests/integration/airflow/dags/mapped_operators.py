"""Every operator and sensor, mapped over two inputs each."""

from datetime import UTC, datetime

from airflow.providers.common.compat.sdk import DAG, task

from airflow_provider_wiro.operators.agents import (
    WiroAgentTeardownOperator,
    WiroConfigureAgentOperator,
    WiroStartAgentOperator,
    WiroStopAgentOperator,
)
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.files import WiroDeleteTaskFilesOperator, WiroUploadFileOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor
from airflow_provider_wiro.sensors.messages import WiroAgentMessageSensor
from airflow_provider_wiro.sensors.tasks import WiroTaskSensor

with DAG(
    "mapped_operators",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    params={"files": ["/data/a.png", "/data/b.png"]},
) as dag:

    @task
    def files(**context):
        return context["params"]["files"]

    @task
    def requests(address):
        return {"inputImage": address, "prompt": "mapped", "seconds": 1}

    upload = WiroUploadFileOperator.partial(task_id="upload").expand(file=files())
    run = WiroRunModelOperator.partial(task_id="run", model="sandbox/image-edit").expand(
        parameters=requests.expand(address=upload.output)
    )
    sense = WiroTaskSensor.partial(task_id="sense").expand(wiro_task_id=run.output)
    delete = WiroDeleteTaskFilesOperator.partial(task_id="delete").expand(wiro_task_id=run.output)
    sense >> delete

    deploy = WiroDeployAgentOperator.partial(task_id="deploy", skills=["website"], start=False).expand(
        title=["Mapped one", "Mapped two"]
    )
    configure = WiroConfigureAgentOperator.partial(task_id="configure", strategies={"tone": "short"}).expand(
        agent=deploy.output
    )
    start = WiroStartAgentOperator.partial(task_id="start").expand(agent=configure.output)
    status = WiroAgentStatusSensor.partial(task_id="status").expand(agent=start.output)
    ask = WiroAgentMessageOperator.partial(task_id="ask", message="Hello from {{ ti.map_index }}").expand(
        agent=status.output
    )
    answered = WiroAgentMessageSensor.partial(task_id="answered").expand(message_guid=ask.output)
    stop = WiroStopAgentOperator.partial(task_id="stop").expand(agent=answered.output)
    teardown = WiroAgentTeardownOperator.partial(task_id="teardown").expand(agent=stop.output)
