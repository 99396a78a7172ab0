"""Keep what a model makes, whoever asked for it: the DAG starts when tasks of the model have succeeded.

A watcher in the triggerer looks at the project's tasks every 30 seconds, so nothing has to call Airflow. It needs
Airflow 3.0; from 3.3 on it remembers across restarts what it has told.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

try:
    from airflow.sdk import Asset, AssetWatcher

    from airflow_provider_wiro.triggers.watchers import WiroFinishedTaskTrigger
except ImportError:
    # Airflow 2 has no asset watchers: there this file has no DAG.
    pass
else:
    pictures = Asset(
        "wiro_pictures",
        watchers=[
            AssetWatcher(
                name="finished_pictures",
                trigger=WiroFinishedTaskTrigger(model="sandbox/image", outcomes=["succeeded"], poll_interval=30),
            )
        ],
    )

    with DAG(
        "example_wiro_finished_tasks",
        description="Save the outputs of every task of a model, wherever it was submitted.",
        schedule=[pictures],
        start_date=datetime(2025, 1, 1, tzinfo=UTC),
        catchup=False,
        tags=["example", "wiro"],
        params={
            "output_folder": Param(
                str(Path(tempfile.gettempdir()) / "wiro"), type="string", minLength=1, description="Where files go."
            ),
        },
    ) as dag:

        @task
        def finished(**context: Any) -> list[str]:
            """Return the tasks that ended; events that came together start one DAG run."""
            events = [event for events in context["triggering_asset_events"].values() for event in events]
            # A set, because the last events before the death of a triggerer may come twice.
            return sorted({event.extra["payload"]["task_id"] for event in events})

        @task
        def keep(wiro_task_id: str, **context: Any) -> list[str]:
            """Save the outputs of one task."""
            from airflow_provider_wiro.hooks.wiro import WiroHook

            with WiroHook().get_conn() as client:
                result = client.attach(wiro_task_id).wait(timeout=60)
                folder = Path(context["params"]["output_folder"]) / wiro_task_id
                return [str(file.path) for file in result.save(folder)]

        keep.expand(wiro_task_id=finished())
