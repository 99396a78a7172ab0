"""A report every night, written and read aloud. Nobody has to call Airflow back when it is ready.

Both tasks defer at once (`inline_wait=0`), so during the night they hold no worker; the triggerer waits on one socket.
No webhook, no open port, no polling sensor.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_nightly_report",
    description="Write the report of the day and read it aloud.",
    schedule="0 2 * * *",
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=5)},
    tags=["example", "wiro"],
    params={
        "writer": Param("sandbox/language", type="string", description="owner/model that writes."),
        "speaker": Param("sandbox/text-to-speech", type="string", description="owner/model that speaks."),
        "output_folder": Param(str(Path(tempfile.gettempdir()) / "wiro"), type="string", minLength=1),
    },
) as dag:

    @task
    def figures() -> dict[str, int]:
        """Return the figures of the day; yours come from your own tables."""
        return {"orders": 128, "returns": 3, "visits": 4096}

    # The whole of `parameters` may be one template that renders to a JSON object.
    write = WiroRunModelOperator(
        task_id="write",
        model="{{ params.writer }}",
        parameters="""{{ {
            "prompt": "Write three sentences about these figures: " ~ (ti.xcom_pull(task_ids="figures") | tojson)
        } | tojson }}""",
        inline_wait=0,
        timeout=timedelta(hours=2),
    )

    speak = WiroRunModelOperator(
        task_id="speak",
        model="{{ params.speaker }}",
        parameters={"prompt": "{{ ti.xcom_pull(task_ids='write')['text'] }}"},
        output_path="{{ params.output_folder }}/{{ run_id | replace(':', '-') }}",
        inline_wait=0,
        timeout=timedelta(hours=2),
    )

    @task
    def file_report(report: Any, recording: Any) -> dict[str, Any]:
        """Put text and sound together."""
        return {"text": report["text"], "sound": recording["outputs"][0]["path"]}

    figures() >> write >> speak
    file_report(write.output, speak.output)
