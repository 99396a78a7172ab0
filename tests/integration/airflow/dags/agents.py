"""Agents from deployment to their end, and a customer who has to connect an account."""

from datetime import UTC, datetime

from airflow.providers.common.compat.sdk import DAG, task

from airflow_provider_wiro.operators.agents import (
    WiroAgentTeardownOperator,
    WiroConfigureAgentOperator,
    WiroStartAgentOperator,
    WiroStopAgentOperator,
)
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator

SETTINGS = {"schedule": None, "start_date": datetime(2025, 1, 1, tzinfo=UTC), "catchup": False}

with DAG("agents_life", **SETTINGS) as life:
    deploy = WiroDeployAgentOperator(
        task_id="deploy",
        title="Bot of {{ run_id }}",
        skills="{{ ['int-gmail-check'] | tojson }}",
        credentials={"gmail": {"account": "me@example.com", "apppassword": "{{ var.value.wiro_canary }}"}},
        inline_wait=0,
    )

    ask = WiroAgentMessageOperator.partial(
        task_id="ask", agent=deploy.output, session="{{ run_id }}", inline_wait=0
    ).expand(message=["one of {{ run_id }}", "two of {{ run_id }}"])

    @task
    def typed_by_customers():
        """What customers type must not be rendered: that would give them the variables of this Airflow."""
        return [{"gmail": {"account": "{{ var.value.wiro_canary }}", "apppassword": "typed by a customer"}}]

    configure = WiroConfigureAgentOperator.partial(
        task_id="configure", agent=deploy.output, strategies={"tone": "friendly"}, inline_wait=0
    ).expand(credentials=typed_by_customers())

    stop = WiroStopAgentOperator(task_id="stop", agent=deploy.output, inline_wait=0)
    start = WiroStartAgentOperator(task_id="start", agent="Bot of {{ run_id }}", deferrable=False)
    give_up = WiroAgentTeardownOperator(
        task_id="give_up", agent="{{ ti.xcom_pull(task_ids='deploy', key='agent_guid') }}", inline_wait=0
    ).as_teardown(setups=deploy)

    ask >> configure >> stop >> start >> give_up

with DAG("agents_customer", **SETTINGS) as customer:
    onboard = WiroDeployAgentOperator(
        task_id="onboard",
        title="Social of {{ run_id }}",
        template="social-manager",
        redirect_url="https://example.com/back",
        max_cost_usd=9,
        inline_wait=0,
    )

    @task
    def links(agent_guid, connect_links):
        """Use what the deployment pushed."""
        return {agent_guid: connect_links}

    links(onboard.output["agent_guid"], onboard.output["connect_links"])

with DAG("agents_that_are_not_there", **SETTINGS) as missing:
    failing = WiroStartAgentOperator(task_id="failing", agent="Nobody")
    never = WiroAgentMessageOperator(task_id="never", agent="Nobody", message="Hello")
    # Not a teardown of a setup: Airflow would not run it after a setup that failed, which may have paid all the same.
    gone = WiroAgentTeardownOperator(
        task_id="gone", agent="{{ ti.xcom_pull(task_ids='failing', key='agent_guid') }}"
    ).as_teardown()
    failing >> never >> gone
