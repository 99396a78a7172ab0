"""Paint a picture, write about it, and use both: three tasks on the connection `wiro_default`.

The names are those of the local sandbox's models; trigger the DAG with the names of real ones to use it on Wiro.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_run_model",
    description="An image and a text from Wiro, and a task that uses both.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    tags=["example", "wiro"],
    params={
        "prompt": Param("a red fox in snow", type="string", minLength=1, description="What to paint and write about."),
        "output_folder": Param(
            str(Path(tempfile.gettempdir()) / "wiro"), type="string", minLength=1, description="Where files are saved."
        ),
        "image_model": Param("sandbox/image", type="string", description="owner/model that makes an image."),
        "language_model": Param("sandbox/language", type="string", description="owner/model that writes text."),
    },
) as dag:
    # Takes 20 s in the sandbox: longer than the operator waits on the worker, so the task is deferred.
    paint = WiroRunModelOperator(
        task_id="paint",
        model="{{ params.image_model }}",
        parameters={"prompt": "{{ params.prompt }}"},
        output_path="{{ params.output_folder }}",
    )

    # Answers within seconds: finishes on the worker.
    describe = WiroRunModelOperator(
        task_id="describe",
        model="{{ params.language_model }}",
        parameters={"prompt": "Write one sentence about a picture of {{ params.prompt }}."},
    )

    @task
    def publish(picture: Any, description: Any) -> dict[str, Any]:
        """Put the saved image and its text together."""
        return {
            "image": picture["outputs"][0]["path"],
            "caption": description["text"],
            "cost_usd": (picture["cost_usd"] or 0) + (description["cost_usd"] or 0),
        }

    publish(paint.output, describe.output)
