"""A thousand runs under a budget: nothing is submitted unless the whole batch is within it.

Make the pool once; its slots are how many runs Wiro works on for this batch at the same time:

    airflow pools set wiro_batch 32 "Runs on Wiro" --include-deferred

A task that is deferred holds its slot of such a pool, but no worker. One budget covers all: the price of a run is
asked before the first is submitted, and `max_cost_usd` holds each of them to it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.providers.common.compat.sdk import DAG, AirflowFailException, Param, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_batch",
    description="Many mapped runs with a pool and a budget.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["example", "wiro"],
    params={
        "count": Param(1000, type="integer", minimum=1, maximum=1024, description="How many runs."),
        "budget_usd": Param(35.0, type="number", description="Most that the batch may cost."),
        "model": Param("sandbox/image", type="string", description="owner/model with a price a run."),
        "seconds": Param(20, type="number", description="Run time of one run in the sandbox."),
    },
) as dag:

    @task
    def plan(**context: Any) -> dict[str, Any]:
        """Ask for the price of a run and refuse a batch that is not within the budget."""
        from airflow_provider_wiro.hooks.wiro import WiroHook

        params = context["params"]
        runs = [
            {"prompt": f"picture {number + 1} of {params['count']}", "seconds": params["seconds"]}
            for number in range(params["count"])
        ]
        with WiroHook().get_conn() as client:
            quote = client.models.get(params["model"]).quote(runs[0])
        if quote.usd is None or float(quote.usd) * len(runs) > params["budget_usd"]:
            raise AirflowFailException(
                f"{len(runs)} runs at {quote.usd} USD each are not within {params['budget_usd']} USD."
            )
        return {"runs": runs, "usd_a_run": float(quote.usd)}

    planned = plan()

    @task
    def runs(planned: Any) -> list[dict[str, Any]]:
        """Return the parameters of each run."""
        parameters: list[dict[str, Any]] = planned["runs"]
        return parameters

    batch = WiroRunModelOperator.partial(
        task_id="run",
        model="{{ params.model }}",
        max_cost_usd="{{ ti.xcom_pull(task_ids='plan')['usd_a_run'] }}",
        pool="wiro_batch",
        timeout=timedelta(hours=6),
    ).expand(parameters=runs(planned))

    @task(trigger_rule="all_done")
    def account(results: Any, **context: Any) -> dict[str, Any]:
        """Say how many runs succeeded and what they cost together."""
        # Nothing at all if no run began.
        done = [result for result in results or [] if result is not None]
        return {
            "succeeded": len(done),
            "asked_for": context["params"]["count"],
            "cost_usd": round(sum(result["cost_usd"] or 0 for result in done), 6),
        }

    account(batch.output)
