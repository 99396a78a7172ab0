"""The notifier that tells an agent what became of a task or a DAG run."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from airflow.providers.common.compat.notifier import BaseNotifier

from airflow_provider_wiro.agent_arguments import checked_agent
from airflow_provider_wiro.agents import afind_agent, find_agent
from airflow_provider_wiro.arguments import checked_conn_id, checked_seconds, checked_text, is_rendered
from airflow_provider_wiro.hooks.wiro import WiroHook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from airflow.providers.common.compat.sdk import Context

__all__ = ["WiroAgentNotifier"]


class WiroAgentNotifier(BaseNotifier):
    """Sends a message to an agent, for `on_failure_callback`, `on_success_callback` and the like.

    The message is sent once, and costs credits of the agent. Whatever goes wrong is written to the log of the callback
    and goes no further: a notification never changes what becomes of a DAG.

    Args:
        agent: Guid, title or template slug of the agent, templated.
        message: What to say, templated.
        session: Key of the conversation, templated; None is the agent's default one.
        wait: Seconds, or a timedelta, to wait for the answer, which is then in the log too. Callbacks hold up whoever
            runs them, so the default is 0: not at all.
        wiro_conn_id: Connection id, templated.
        kwargs: What Airflow itself passes, such as `context`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("agent", "message", "session", "wiro_conn_id")

    def __init__(
        self,
        *,
        agent: str,
        message: str,
        session: str | None = None,
        wait: float | timedelta = 0.0,
        wiro_conn_id: str = WiroHook.default_conn_name,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.agent = agent
        self.message = message
        self.session = session
        self.wait = checked_seconds("wait", wait, zero=True)
        self.wiro_conn_id = wiro_conn_id
        if is_rendered(wiro_conn_id):
            checked_conn_id(wiro_conn_id)
        if is_rendered(agent):
            checked_agent(agent)
        if is_rendered(message):
            checked_text("message", message)
        if session is not None and is_rendered(session):
            checked_text("session", session)

    def __call__(self, *args: Any) -> None:
        """Render and send; called by Airflow with the context, and never raises."""
        # Rendering replaces the templates, and one notifier serves many tasks: the next one needs them again.
        notifier = copy.copy(self)
        try:
            super(WiroAgentNotifier, notifier).__call__(*args)
        except Exception:
            self.log.exception("The Wiro agent was not told.")

    def notify(self, context: Context) -> None:  # noqa: ARG002
        """Send the message, once.

        Raises:
            WiroError: It was not sent, or nobody knows.
            ValueError: A rendered argument is wrong.
        """
        agent_reference, message = checked_agent(self.agent), checked_text("message", self.message)
        with WiroHook(self.wiro_conn_id).get_conn() as client:
            sent = find_agent(client, agent_reference).send(message, session=self.session or None)
            self.log.info("Told Wiro agent %s: message %s.", agent_reference, sent.guid)
            if self.wait > 0:
                self.log.info("It answered: %s", sent.wait(timeout=self.wait).text)

    async def async_notify(self, context: Context) -> None:  # noqa: ARG002
        """Send the message, once, from the triggerer; Airflow reports what this raises as a failed callback.

        Raises:
            WiroError: It was not sent, or nobody knows.
            ValueError: A rendered argument is wrong.
        """
        agent_reference, message = checked_agent(self.agent), checked_text("message", self.message)
        async with await WiroHook(self.wiro_conn_id).aget_conn() as client:
            agent = await afind_agent(client, agent_reference)
            sent = await agent.send(message, session=self.session or None)
            self.log.info("Told Wiro agent %s: message %s.", agent_reference, sent.guid)
            if self.wait > 0:
                answer = await sent.wait(timeout=self.wait)
                self.log.info("It answered: %s", answer.text)
