"""One DAG for each row of the money matrix, made from the plans that the tests wrote; `chaos` itself warms up."""

from __future__ import annotations

import json
import os
import time
from datetime import timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.operators.models import WiroRunModelOperator

FOLDER = Path(os.environ["CHAOS_FOLDER"])
HELD_SECONDS = 600.0


def mark(context: Any, moment: str) -> None:
    """Tell the test which process has come how far: it waits for this file, and kills the process in it."""
    instance = context["ti"]
    file = FOLDER / f"{instance.dag_id}.{instance.try_number}.{moment}"
    file.with_suffix(".new").write_text(str(os.getpid()))
    file.with_suffix(".new").rename(file)


def before_execute(context: Any, *, hold: str) -> None:
    """Run before `execute()` and again when a deferred task resumes."""
    mark(context, "started")
    if hold == "before_execute" and context["ti"].try_number == 1:
        mark(context, "held")
        time.sleep(HELD_SECONDS)


def after_execute(context: Any, result: Any = None, *, hold: str, raises: bool) -> None:
    """Run after `execute()` returned a result, before the operator's own `post_execute`."""
    if context["ti"].try_number != 1:
        return
    if raises:
        raise RuntimeError("The DAG's own hook failed.")
    if hold == "after_execute":
        mark(context, "held")
        time.sleep(HELD_SECONDS)


def holding_after_delivery(operator: Any) -> Any:
    """Return the operator, with a pause between its last word and Airflow's success."""

    def post_execute(self: Any, context: Any, result: Any = None) -> None:
        operator.post_execute(self, context, result)
        if context["ti"].try_number == 1:
            mark(context, "held")
            time.sleep(HELD_SECONDS)

    return type(operator.__name__, (operator,), {"post_execute": post_execute})


def operator_of(plan: dict[str, Any]) -> Any:
    module, _, name = plan["operator"].rpartition(".")
    operator = getattr(import_module(module), name)
    return holding_after_delivery(operator) if plan["hold"] == "after_delivery" else operator


with DAG("chaos", schedule=None):
    WiroRunModelOperator(
        task_id="paid",
        wiro_conn_id="{{ dag_run.conf['connection'] }}",
        model="sandbox/image",
        parameters={"prompt": "warm up", "seconds": 3},
        inline_wait=0,
    )

for plan in json.loads((FOLDER / "plans.json").read_text()):
    with DAG(plan["dag_id"], schedule=None):
        operator_of(plan)(
            task_id="paid",
            wiro_conn_id="{{ dag_run.conf['connection'] }}",
            execution_timeout=timedelta(seconds=plan["execution_timeout"]) if plan["execution_timeout"] else None,
            retries=plan["retries"],
            retry_delay=timedelta(seconds=plan["retry_seconds"]),
            pre_execute=partial(before_execute, hold=plan["hold"]),
            post_execute=partial(after_execute, hold=plan["hold"], raises=plan["raises"]),
            **plan["arguments"],
        )
