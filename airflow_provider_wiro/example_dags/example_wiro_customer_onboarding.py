"""Give a new customer an agent: deploy it, write its credentials, invite the customer to connect accounts, start it.

The consent to an account is the customer's own: `connect_links` in XCom has the addresses of the consent pages, one a
missing account, valid for 15 minutes. The sensor waits for the customer without holding a worker.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.providers.common.compat.sdk import DAG, Param, task

from airflow_provider_wiro.operators.agents import WiroStartAgentOperator
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor

with DAG(
    "example_wiro_customer_onboarding",
    description="Deploy an agent for a customer, who connects an account to it; then start and greet.",
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["example", "wiro"],
    params={
        "customer": Param("Acme", type="string", minLength=1),
        "come_back_to": Param("https://example.com/connected", type="string", description="Page of yours."),
    },
) as dag:
    deploy = WiroDeployAgentOperator(
        task_id="deploy",
        title="Posts of {{ params.customer }}",
        skills=["int-twitterx-post", "int-gmail-check"],
        # From a connection of yours, so that they stand in no DAG file; Airflow shows them nowhere.
        credentials={
            "gmail": {"account": "{{ conn.customer_gmail.login }}", "apppassword": "{{ conn.customer_gmail.password }}"}
        },
        strategies={"tone": "Friendly and short."},
        redirect_url="{{ params.come_back_to }}",
        # What is missing is the customer's to give: the DAG goes on and invites.
        wait_for_setup=False,
        max_cost_usd=50,
    )

    @task
    def invite(agent: Any, **context: Any) -> str:
        """Write the invitation; yours sends it."""
        links = "\n".join(f"{account}: {address}" for account, address in agent["connect_links"].items())
        return f"Welcome, {context['params']['customer']}! Please connect your accounts:\n{links}"

    connected = WiroAgentStatusSensor(
        task_id="connected", agent=deploy.output, wanted="set_up", timeout=timedelta(days=3).total_seconds()
    )
    start = WiroStartAgentOperator(task_id="start", agent=deploy.output)
    greet = WiroAgentMessageOperator(
        task_id="greet",
        agent=deploy.output,
        message="Introduce yourself to {{ params.customer }}.",
        session="onboarding",
    )

    invite(deploy.output) >> connected >> start >> greet
