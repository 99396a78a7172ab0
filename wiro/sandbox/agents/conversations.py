"""Drives messages through their stages, tells the socket, spends the credits and calls back."""

import asyncio
from typing import Any

from attrs import define, field

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.agents.activity import ActivityLog
from wiro.sandbox.agents.answers import OUT_OF_CREDITS, Answer, answer_to, progress
from wiro.sandbox.agents.calendar import Calendar
from wiro.sandbox.agents.dialects import progress_in, snapshot_in
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.messages import Message, MessageStore
from wiro.sandbox.agents.pricing import action_costs, number
from wiro.sandbox.agents.webhooks import AgentWebhooks
from wiro.sandbox.books import Books, Violation
from wiro.sandbox.clock import Clock
from wiro.sandbox.delivery import FrameDelivery
from wiro.sandbox.options import Dialect
from wiro.sandbox.validation import BundleViolationError

__all__ = ["Conversations"]

_QUEUE_SECONDS = 0.1

# What the socket says of any failure; the reason itself is in the row and in the webhook only.
_SANITISED = "Agent is temporarily unavailable. Please try again shortly."
_NO_ENDPOINT = "Could not resolve agent endpoint"
_ABORTED = "AbortError"


@define(kw_only=True, eq=False)
class Conversations:
    """Answers messages, those of one session one after another.

    Each message has one asyncio task while it lives; whoever ends it from outside cancels that and sets the last status
    in the same step, so nothing can follow a terminal status.
    """

    dialect: Dialect
    clock: Clock
    calendar: Calendar
    messages: MessageStore
    books: Books
    delivery: FrameDelivery
    webhooks: AgentWebhooks
    _workers: dict[str, asyncio.Task[None]] = field(factory=dict, init=False)
    _locks: dict[tuple[str, str], asyncio.Lock] = field(factory=dict, init=False)

    def start(self, agent: UserAgent, message: Message) -> None:
        """Put a message into the queue of its agent."""
        self.messages.add(message)
        worker = asyncio.create_task(self._live(agent, message))
        self._workers[message.guid] = worker
        worker.add_done_callback(lambda done: self._done(message, done))

    def snapshot(self, token: str) -> dict[str, Any]:
        """Return the answer to a subscription: how far the message is, or that nobody knows it."""
        frame: dict[str, Any] = {"type": "agent_subscribed", "agenttoken": token, "result": True}
        message = self.messages.find(None, token)
        if message is None:
            return frame | {"status": "unknown"}
        known = frame | {"status": message.status, "debugoutput": message.output}
        return snapshot_in(self.dialect, known, message)

    def cancel(self, agent: UserAgent | None, message: Message) -> None:
        """Cancel a message; one that is still queued ends in silence, without frame and webhook."""
        queued = message.status == "agent_queue"
        self._abandon(message)
        if not queued:
            message.output = message.response = _ABORTED
        message.move_to("agent_cancel", self.calendar.now())
        if agent is not None:
            self._note(agent.activity, message)
        if not queued:
            self._emit(message, "agent_cancel", _ABORTED)
            self._call_back(message)

    def forget(self, message: Message) -> None:
        """Stop the work on a message that is deleted."""
        self._abandon(message)
        self.messages.remove(message)

    def agent_moved(self, agent: UserAgent) -> None:
        """Fail what an agent works on, or was to work on, when it no longer runs."""
        if agent.status is AgentStatus.RUNNING:
            return
        for message in self.messages.of_agent(agent.guid):
            if not message.is_terminal:
                self._abandon(message)
                self._fail(agent, message, _NO_ENDPOINT, _SANITISED)

    def abandon_all(self) -> None:
        """Stop all work without a trace, when the sandbox is reset or shut down."""
        for worker in self._workers.values():
            worker.cancel()
        self._workers.clear()
        self._locks.clear()

    async def _live(self, agent: UserAgent, message: Message) -> None:
        lock = self._locks.setdefault((agent.guid, message.session), asyncio.Lock())
        async with lock:
            await self.clock.sleep(_QUEUE_SECONDS)
            answer = answer_to(message.content, len(message.attachments))
            if agent.credits.remaining <= 0:
                answer = Answer(text=OUT_OF_CREDITS, seconds=0)
            self._enter(message, "agent_start")
            self._emit(message, "agent_start", "")
            await self._produce(message, answer)
            if answer.failure is not None:
                self._fail(agent, message, answer.failure, _SANITISED)
            elif answer.degenerate:
                self._fail(agent, message, answer.text, self._figures(answer))
            else:
                self._finish(agent, message, answer)

    async def _produce(self, message: Message, answer: Answer) -> None:
        steps = [] if answer.failure is not None else list(answer.steps())
        pause = answer.seconds / (len(steps) + 1)
        for position, (thinking, text, is_thinking) in enumerate(steps, 1):
            await self.clock.sleep(pause)
            report = progress_in(
                self.dialect, progress(thinking, text, is_thinking=is_thinking, elapsed=pause * position)
            )
            message.output = report["raw"]
            self._enter(message, "agent_output")
            self._emit(message, "agent_output", report)
        await self.clock.sleep(pause)

    def _finish(self, agent: UserAgent, message: Message, answer: Answer) -> None:
        """Publish the answer and spend its credits, in one step as seen from outside."""
        report = self._figures(answer)
        message.metadata = report
        message.output = message.response = answer.text
        message.move_to("agent_end", self.calendar.now())
        self._spend(agent, message, answer)
        self._note(agent.activity, message, elapsedTime=report["elapsedTime"], wordCount=report["wordCount"])
        self._emit(message, "agent_end", report)
        self._call_back(message)

    def _fail(self, agent: UserAgent, message: Message, reason: str, told: str | dict[str, Any]) -> None:
        message.output = message.response = reason
        message.move_to("agent_error", self.calendar.now())
        self._note(agent.activity, message)
        self._emit(message, "agent_error", told)
        self._call_back(message)

    def _spend(self, agent: UserAgent, message: Message, answer: Answer) -> None:
        if answer.text == OUT_OF_CREDITS:
            return
        cost = agent.credits.deduct_action(
            action_costs(agent.enabled_skills), answer.action, self.calendar.now(), message.session, message.guid
        )
        details = {"cost": number(-cost.amount), "balanceafter": number(cost.balance_after)}
        agent.activity.write(self.calendar.now(), "deduct", answer.action, session=message.session, details=details)

    def _note(self, log: ActivityLog, message: Message, **details: Any) -> None:
        log.write(
            self.calendar.now(),
            "message",
            message.status,
            session=message.session,
            actor=message.sender,
            details={"messageguid": message.guid, "prompt": message.content, **details},
        )

    def _figures(self, answer: Answer) -> dict[str, Any]:
        report = progress(answer.thinking, answer.text, is_thinking=False, elapsed=answer.seconds)
        return progress_in(self.dialect, report)

    def _enter(self, message: Message, status: str) -> None:
        message.move_to(status, self.calendar.now())

    def _emit(self, message: Message, frame_type: str, told: str | dict[str, Any]) -> None:
        failed = frame_type in ("agent_error", "agent_cancel")
        frame = {"type": frame_type, "agenttoken": message.token, "message": told, "result": not failed}
        self.delivery.send(message.guid, message.token, frame)

    def _call_back(self, message: Message) -> None:
        if message.callback_url:
            self.webhooks.deliver(message.guid, message.callback_url, message.webhook())

    def _abandon(self, message: Message) -> None:
        worker = self._workers.pop(message.guid, None)
        if worker is not None:
            worker.cancel()

    def _done(self, message: Message, worker: asyncio.Task[None]) -> None:
        self._workers.pop(message.guid, None)
        if worker.cancelled() or (error := worker.exception()) is None or isinstance(error, BundleViolationError):
            return
        # A mistake in the sandbox itself: tests read of it in the books.
        self.books.violations.append(Violation("message", message.guid, f"{type(error).__name__}: {error}"))
