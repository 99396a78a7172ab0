"""Three agents, one after another: the first researches, the second writes, the third publishes.

The agents are deployed once and reused by every later run (`if_exists="reuse"`). Each DAG run is a conversation of its
own with every agent, so a retry goes on where it was and two runs do not mix.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.agents import WiroStopAgentOperator
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator

with DAG(
    "example_wiro_agent_newsroom",
    description="Research, write and publish with three agents.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["example", "wiro"],
    params={
        "topic": Param("foxes in the city", type="string", minLength=1, description="What to write about."),
        "desk": Param("Newsroom", type="string", minLength=1, description="First word of the agents' titles."),
    },
) as dag:
    staff = {
        name: WiroDeployAgentOperator(
            task_id=f"employ_{name}",
            title=f"{{{{ params.desk }}}}: {name}",
            skills=skills,
            if_exists="reuse",
            # The first period of one agent.
            max_cost_usd=20,
        )
        for name, skills in (
            ("researcher", ["website", "util-html-strip"]),
            ("writer", ["util-html-strip"]),
            ("publisher", ["int-calendarific"]),
        )
    }

    research = WiroAgentMessageOperator(
        task_id="research",
        agent=staff["researcher"].output,
        message="Find what is new about {{ params.topic }}.",
        session="{{ run_id }}",
    )
    write = WiroAgentMessageOperator(
        task_id="write",
        agent=staff["writer"].output,
        message="Write an article from these notes:\n{{ ti.xcom_pull(task_ids='research')['text'] }}",
        session="{{ run_id }}",
    )
    publish = WiroAgentMessageOperator(
        task_id="publish",
        agent=staff["publisher"].output,
        message="Publish this article:\n{{ ti.xcom_pull(task_ids='write')['text'] }}",
        session="{{ run_id }}",
    )

    # They rest until the next article; their subscription goes on.
    rest = WiroStopAgentOperator.partial(task_id="rest").expand(agent=[agent.output for agent in staff.values()])

    @task
    def proof(research: Any, write: Any, publish: Any) -> dict[str, Any]:
        """Return what was said and what it cost in credits."""
        answers = {"research": research, "write": write, "publish": publish}
        return {
            "answers": {name: answer["text"] for name, answer in answers.items()},
            "credits": sum(answer["credits"] or 0 for answer in answers.values()),
        }

    research >> write >> publish >> rest
    proof(research.output, write.output, publish.output)
