"""A conversation over several tasks: the language model remembers what was said under one session id.

The id is made from the DAG run, so a retry or a cleared task goes on with the same conversation.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.models import WiroRunModelOperator

with DAG(
    "example_wiro_chat",
    description="Ask, and ask again in the same conversation.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    tags=["example", "wiro"],
    params={
        "question": Param("Who wrote Faust?", type="string", minLength=1),
        "next_question": Param("And when?", type="string", minLength=1),
        "model": Param("sandbox/language", type="string", description="owner/model that converses."),
    },
) as dag:

    @task
    def conversation(**context: Any) -> str:
        """Return the id of this DAG run's conversation."""
        return str(uuid5(NAMESPACE_URL, f"{context['dag'].dag_id}/{context['run_id']}"))

    session = conversation()

    ask = WiroRunModelOperator(
        task_id="ask",
        model="{{ params.model }}",
        parameters={"prompt": "{{ params.question }}", "session_id": session},
    )

    # What is nested in the parameters is templated like everything else.
    ask_again = WiroRunModelOperator(
        task_id="ask_again",
        model="{{ params.model }}",
        parameters={
            "prompt": "{{ params.next_question }}",
            "session_id": "{{ ti.xcom_pull(task_ids='conversation') }}",
        },
    )

    @task
    def transcript(first: Any, second: Any, **context: Any) -> str:
        """Return the conversation as text."""
        params = context["params"]
        turns = ((params["question"], first["text"]), (params["next_question"], second["text"]))
        return "\n".join(f"> {question}\n{answer}" for question, answer in turns)

    ask >> ask_again
    transcript(ask.output, ask_again.output)
