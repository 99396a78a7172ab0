"""A job of hours, such as a fine-tuning: upload the data, wait without a worker, tidy up whatever happens.

A worker, a triggerer or a scheduler may restart while the job runs: the task finds it again and never starts a second
one. Only `timeout`, a kill or a person who marks the task failed stops the job on Wiro.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.files import WiroDeleteTaskFilesOperator, WiroUploadFileOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_long_job",
    description="Upload, train for hours, keep the result, delete what is left on Wiro.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["example", "wiro"],
    params={
        "dataset": Param("/data/pictures.png", type="string", minLength=1, description="Path, or s3://… and the like."),
        "model": Param("sandbox/image-to-3d", type="string", description="owner/model that takes a file and long."),
        "seconds": Param(7200, type="integer", description="Run time in the sandbox."),
        "output_folder": Param(str(Path(tempfile.gettempdir()) / "wiro"), type="string", minLength=1),
    },
) as dag:
    upload = WiroUploadFileOperator(task_id="upload", file="{{ params.dataset }}", retries=3)

    train = WiroRunModelOperator(
        task_id="train",
        model="{{ params.model }}",
        parameters={
            "inputImage": "{{ ti.xcom_pull(task_ids='upload') }}",
            "seconds": "{{ params.seconds }}",
        },
        output_path="{{ params.output_folder }}",
        max_cost_usd=25,
        allow_estimate=True,
        timeout=timedelta(hours=12),
        # A retry attaches to the job that is already running; a job that failed is not run again unasked.
        retries=5,
        retry_delay=timedelta(minutes=2),
    )

    @task
    def register(result: Any) -> dict[str, Any]:
        """Hand the trained files on; yours go to a model registry."""
        (file,) = result["outputs"]
        return {"path": file["path"], "sha256": file["sha256"], "hours": result["elapsed_seconds"] / 3600}

    tidy = WiroDeleteTaskFilesOperator(task_id="tidy", wiro_task_id="{{ ti.xcom_pull(task_ids='train')['task_id'] }}")

    upload >> train
    register(train.output) >> tidy
