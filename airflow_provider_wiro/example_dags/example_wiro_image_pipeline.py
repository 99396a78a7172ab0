"""From many prompts to finished pictures: one mapped task paints each prompt, another edits each picture.

Every picture is a task of its own: one that fails is retried or cleared alone, and the others are not paid for again.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_image_pipeline",
    description="Paint every prompt, edit every picture, and write down what was made and what it cost.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["example", "wiro"],
    params={
        "prompts": Param(["a lake at dawn", "a harbour at noon", "a street at night"], type="array", minItems=1),
        "style": Param("as a watercolour", type="string", minLength=1),
        "paint_model": Param("sandbox/image", type="string", description="owner/model that makes an image."),
        "edit_model": Param("sandbox/image-edit", type="string", description="owner/model that changes one."),
        "output_folder": Param(str(Path(tempfile.gettempdir()) / "wiro"), type="string", minLength=1),
    },
) as dag:

    @task
    def orders(**context: Any) -> list[dict[str, str]]:
        """Return the parameters of one run for each prompt."""
        return [{"prompt": prompt} for prompt in context["params"]["prompts"]]

    painted = WiroRunModelOperator.partial(
        task_id="paint", model="{{ params.paint_model }}", max_cost_usd=0.10, allow_estimate=True
    ).expand(parameters=orders())

    @task
    def changes(picture: dict[str, Any], **context: Any) -> dict[str, str]:
        """Return the parameters for editing one picture. It stays on Wiro: its address is enough."""
        return {"inputImage": picture["outputs"][0]["url"], "prompt": context["params"]["style"]}

    edited = WiroRunModelOperator.partial(
        task_id="edit",
        model="{{ params.edit_model }}",
        output_path="{{ params.output_folder }}/{{ run_id | replace(':', '-') }}",
        max_cost_usd=0.10,
        allow_estimate=True,
    ).expand(parameters=changes.expand(picture=painted.output))

    @task
    def catalogue(painted: Any, edited: Any) -> dict[str, Any]:
        """Name the finished files and add up what they cost."""
        results = [*painted, *edited]
        return {
            "files": [output["path"] for result in edited for output in result["outputs"]],
            "cost_usd": round(sum(result["cost_usd"] or 0 for result in results), 6),
        }

    catalogue(painted.output, edited.output)
