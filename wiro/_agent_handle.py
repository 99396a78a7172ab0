"""A deployed agent, as callers hold it: `AsyncAgent`, and `Agent` for synchronous code."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from wiro._agent_account import AsyncBilling, AsyncLogs, Billing, Logs
from wiro._agent_setup import AgentLink, AsyncOAuth, AsyncSkills, OAuth, Skills
from wiro._agent_states import SetUpWait, StatePoller, StateWait, is_down, is_up, no_such_agent
from wiro._attempts import accepted_without_id
from wiro._facades import Facade, blocking, iterating
from wiro._hub_subscription import checked_wait_timeout
from wiro._local_files import OpenFiles, file_parts
from wiro._repeats import change
from wiro.agent_credentials import write_credentials
from wiro.agent_lifecycle import AgentStatus, parse_agent_status
from wiro.errors import InvalidArgumentError, WaitTimeoutError
from wiro.messages import AsyncMessage, Message
from wiro.pagination import aiterate
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from wiro._agent_states import OnStatus
    from wiro.config import Config
    from wiro_client.api import AsyncApi
    from wiro_client.calls import RequestOptions
    from wiro_client.models import UserAgentCredentialFieldHistoryResponse, UserAgentMessageSession

__all__ = ["Agent", "AsyncAgent"]


class AsyncAgent:
    """One deployed agent. Made by `AsyncAgents`.

    Args:
        api: Generated resources.
        config: Socket address and waiting settings.
        guid: Guid of the agent.
        team_guid: Team that the agent belongs to; None for the client's own.
        row: A row of the agent that was read before, if any.

    Attributes:
        guid: Guid of the agent.
        team_guid: Team that its requests name; None for the client's own.
        oauth: The accounts that it is connected to.
        skills: What it can do and when.
        billing: Subscription, tier and credits.
        logs: What it did.
    """

    def __init__(
        self,
        api: AsyncApi,
        config: Config,
        guid: str,
        *,
        team_guid: str | None = None,
        row: Mapping[str, Any] | None = None,
    ) -> None:
        if not isinstance(guid, str) or not guid:
            raise InvalidArgumentError(f"guid is {guid!r}; accepted: the guid of an agent.", parameter="guid")
        self._api = api
        self._config = config
        self._row: dict[str, Any] = dict(row or {})
        self.guid = guid
        self.team_guid = team_guid
        self._options: RequestOptions = {"headers": {"teamGUID": team_guid}} if team_guid else {}
        self._link = link = AgentLink(api, guid, self._options)
        self.oauth, self.skills = AsyncOAuth(link), AsyncSkills(link)
        self.billing, self.logs = AsyncBilling(link), AsyncLogs(link)

    def __repr__(self) -> str:
        status = self.status
        shown = status.name if status is not None else None
        return f"{type(self).__name__}(guid={self.guid!r}, title={self.title!r}, status={shown!r})"

    @property
    def row(self) -> dict[str, Any]:
        """The latest row of the agent as sent; empty before one was read. `refresh` reads it."""
        return self._row

    @property
    def title(self) -> str:
        """Its title; empty while not known."""
        title = self._row.get("title")
        return title if isinstance(title, str) else ""

    @property
    def status(self) -> AgentStatus | None:
        """Its state according to the latest row; None while not known."""
        return parse_agent_status(self._row.get("status"))

    @property
    def missing_credentials(self) -> tuple[str, ...]:
        """Keys of the credentials that have to be written before it can start, according to the latest full row."""
        credentials = self._row.get("credentials")
        pairs = credentials.items() if isinstance(credentials, dict) else ()
        rows = ((key, row) for key, row in pairs if isinstance(row, dict))
        return tuple(key for key, row in rows if row.get("_required_missing") is True and not row.get("optional"))

    async def refresh(self) -> dict[str, Any]:
        """Ask UserAgent/Detail.

        Returns:
            The whole row: credentials, skills, credits, subscription.

        Raises:
            NotFoundError: There is no such agent, or it belongs to somebody else.
        """
        answer = await self._api.user_agents.detail(guid=self.guid, request_options=self._options)
        rows = answer.to_dict().get("useragents")
        if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
            raise no_such_agent()
        self._row = rows[0]
        return self._row

    async def start(self) -> None:
        """Queue the agent; `wait_until_running` tells when it takes messages.

        Raises:
            ApiError: It runs or is on its way already, needs more setup, or has no credits or subscription.
        """
        start = self._api.user_agents.start(guid=self.guid, request_options=self._options)
        if await change(start, self.refresh, is_up):
            self._row = {**self._row, "status": int(AgentStatus.QUEUED)}

    async def stop(self) -> None:
        """Stop the agent; one that waits for a worker at once, others gracefully.

        Raises:
            ApiError: There is nothing to stop.
        """
        await change(self._api.user_agents.stop(guid=self.guid, request_options=self._options), self.refresh, is_down)

    async def wait_until_running(self, timeout: float | None = None, *, on_status: OnStatus = None) -> None:  # noqa: ASYNC109
        """Wait until the agent takes messages, through a restart if it is in one.

        All waiters of an event loop share one poller: the socket says nothing about the states of agents.

        Args:
            timeout: Total seconds to wait, above 0; None for no limit.
            on_status: Called with each state that the agent comes to, in the thread of the event loop.

        Raises:
            WaitTimeoutError: The time is over; the agent goes on.
            AgentNotRunningError: It will not run by itself: it is stopped, failed, or needs more setup.
            NotFoundError: There is no such agent.
        """
        wait = StateWait(AgentStatus.RUNNING, self._config.wait.agent_restart_grace_seconds)
        await self._wait_for("running", wait, timeout, on_status)

    async def wait_until_stopped(self, timeout: float | None = None, *, on_status: OnStatus = None) -> None:  # noqa: ASYNC109
        """Wait until the agent rests: stopped, failed, or in need of setup; otherwise like `wait_until_running`."""
        await self._wait_for("stopped", StateWait(AgentStatus.STOPPED, 0.0), timeout, on_status)

    async def wait_until_set_up(self, timeout: float | None = None, *, on_status: OnStatus = None) -> None:  # noqa: ASYNC109
        """Wait until nothing is missing that the agent needs to start, such as the consent of a person.

        Otherwise like `wait_until_running`.
        """
        await self._wait_for("set up", SetUpWait(), timeout, on_status)

    async def configure(self, credentials: Mapping[str, Mapping[str, Any]]) -> int:
        """Write credentials. An agent that runs restarts; one that lacked only these can be started.

        Args:
            credentials: Fields by credential key, with lists of objects where a credential has them, such as
                ``{"gmail": {"account": "...", "apppassword": "..."}, "var-website": {"urls": [{"url": "..."}]}}``.

        Returns:
            How many fields were written.

        Raises:
            InvalidArgumentError: A value cannot be written; nothing was sent.
            InvalidRequestError: The service refused some of the fields; it wrote the others.
        """
        document = await write_credentials(self._link, credentials)
        rows = document.get("useragents")
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            self._row = {**self._row, **rows[0]}
        applied = document.get("applied")
        return applied if isinstance(applied, int) else 0

    async def credential_history(self, key: str) -> UserAgentCredentialFieldHistoryResponse:
        """Return who changed which fields of a credential, and when."""
        return await self._api.user_agents.credential_field_history(
            useragentguid=self.guid, credentialkey=key, request_options=self._options
        )

    async def update(self, *, title: str | None = None, description: str | None = None) -> None:
        """Change title or description; an agent that runs restarts."""
        await self._api.user_agents.update(
            guid=self.guid,
            title=UNSET if title is None else title,
            description=UNSET if description is None else description,
            request_options=self._options,
        )

    async def pin(self, pinned: bool = True) -> None:
        """Pin the agent, or unpin it."""
        await self._api.user_agents.pin(useragentguid=self.guid, pinned=pinned, request_options=self._options)

    async def send(
        self, text: str, *, session: str | None = None, files: Sequence[object] = (), callback_url: str | None = None
    ) -> AsyncMessage:
        """Send a message. It costs credits, is sent once, and returns as soon as it is accepted.

        Args:
            text: What to say; may be empty if there are files.
            session: Key of the conversation; None = ``"default"``.
            files: `pathlib.Path`, bytes, open binary files, PIL images or `wiro.File`.
            callback_url: Where Wiro posts the answer.

        Returns:
            The message, to wait for, follow or cancel.

        Raises:
            AgentNotRunningError: The agent does not run; nothing was sent on.
            InsufficientCreditsError: It has no credits left.
            InvalidArgumentError: A file cannot be read; nothing was sent.
            AmbiguousRequestError: It may have been accepted, but the answer was lost: look into `history`.
        """
        with OpenFiles() as opened:
            parts = await asyncio.to_thread(file_parts, opened, files) if files else []
            answer = await self._api.user_agent_messages.send(
                useragentguid=self.guid,
                message=text,
                sessionkey=UNSET if session is None else session,
                callbackurl=UNSET if callback_url is None else callback_url,
                # Documented: one file in `attachment`, several in `attachments[]`.
                attachment=parts[0] if len(parts) == 1 else UNSET,
                attachments=parts if len(parts) > 1 else UNSET,
                request_options=self._options,
            )
        row = answer.to_dict()
        if not any(isinstance(row.get(name), str) and row[name] for name in ("messageguid", "agenttoken")):
            raise accepted_without_id("user_agent_messages_send", "the messages of history()")
        return self._message({name: row.get(name) for name in ("agenttoken", "status")}, row.get("messageguid"))

    def message(self, guid: str | None = None, *, token: str | None = None) -> AsyncMessage:
        """Take up a message that was sent before. Sends nothing.

        Args:
            guid: Guid of the message.
            token: Its token.

        Raises:
            InvalidArgumentError: Neither was given.
        """
        return self._message({"agenttoken": token}, guid)

    async def history(self, session: str | None = None, *, page_size: int = 100) -> AsyncIterator[AsyncMessage]:
        """Iterate over the messages of a conversation, newest first.

        Args:
            session: Key of the conversation; None = ``"default"``.
            page_size: Messages to ask for at once, at most 200.

        Yields:
            Messages with their ``row``.
        """
        rows = aiterate(
            self._api.user_agent_messages.history,
            page_size=page_size,
            useragentguid=self.guid,
            sessionkey=UNSET if session is None else session,
            request_options=self._options,
        )
        async for found in rows:
            row = found.to_dict()
            yield self._message(row, row.get("guid"))

    async def sessions(self) -> list[UserAgentMessageSession]:
        """List the conversations."""
        answer = await self._api.user_agent_messages.sessions(useragentguid=self.guid, request_options=self._options)
        return (answer.data.sessions if answer.data else None) or []

    async def delete_session(self, session: str) -> None:
        """Delete a conversation with all its messages."""
        await self._api.user_agent_messages.delete_session(
            useragentguid=self.guid, sessionkey=session, request_options=self._options
        )

    async def delete_messages(self, *guids: str, side: str = "both") -> None:
        """Hide messages.

        Args:
            *guids: Guids of the messages.
            side: What to hide of each: ``"user"``, ``"agent"`` or ``"both"``.
        """
        items = [{"messageguid": guid, "side": side} for guid in guids]
        await self._api.user_agent_messages.delete(useragentguid=self.guid, items=items, request_options=self._options)

    async def _wait_for(
        self, wanted: str, wait: StateWait | SetUpWait, timeout_seconds: float | None, on_status: OnStatus
    ) -> None:
        limit = checked_wait_timeout(timeout_seconds)
        poller = StatePoller.current(self._config, self._options, self.team_guid or "")
        try:
            async with asyncio.timeout(limit):
                row = await poller.wait(self._api, self.guid, wait, on_status)
        except TimeoutError:
            raise WaitTimeoutError(
                f"Agent {self.guid} was not {wanted} within {limit:g} s. It goes on.", task_id=self.guid
            ) from None
        self._row = {**self._row, **row}

    def _message(self, row: dict[str, Any], guid: object) -> AsyncMessage:
        token = row.get("agenttoken")
        return AsyncMessage(
            self._api,
            self._config,
            guid=guid if isinstance(guid, str) else None,
            token=token if isinstance(token, str) else None,
            options=self._options,
            row=row,
        )


class Agent(Facade[AsyncAgent]):
    """One deployed agent, for synchronous code. Made by `Agents`; see `AsyncAgent`.

    Attributes:
        oauth: The accounts that it is connected to.
        skills: What it can do and when.
        billing: Subscription, tier and credits.
        logs: What it did.
    """

    def __init__(self, asynchronous: AsyncAgent) -> None:
        super().__init__(asynchronous)
        self.oauth = OAuth(asynchronous.oauth)
        self.skills = Skills(asynchronous.skills)
        self.billing = Billing(asynchronous.billing)
        self.logs = Logs(asynchronous.logs)

    @property
    def guid(self) -> str:
        """Guid of the agent."""
        return self._asynchronous.guid

    @property
    def team_guid(self) -> str | None:
        """Team that its requests name; None for the client's own."""
        return self._asynchronous.team_guid

    @property
    def row(self) -> dict[str, Any]:
        """The latest row of the agent as sent; empty before one was read."""
        return self._asynchronous.row

    @property
    def title(self) -> str:
        """Its title; empty while not known."""
        return self._asynchronous.title

    @property
    def status(self) -> AgentStatus | None:
        """Its state according to the latest row; None while not known."""
        return self._asynchronous.status

    @property
    def missing_credentials(self) -> tuple[str, ...]:
        """Keys of the credentials that have to be written before it can start, according to the latest full row."""
        return self._asynchronous.missing_credentials

    refresh = blocking(AsyncAgent.refresh)
    start = blocking(AsyncAgent.start)
    stop = blocking(AsyncAgent.stop)
    wait_until_running = blocking(AsyncAgent.wait_until_running)
    wait_until_stopped = blocking(AsyncAgent.wait_until_stopped)
    wait_until_set_up = blocking(AsyncAgent.wait_until_set_up)
    configure = blocking(AsyncAgent.configure)
    credential_history = blocking(AsyncAgent.credential_history)
    update = blocking(AsyncAgent.update)
    pin = blocking(AsyncAgent.pin)
    sessions = blocking(AsyncAgent.sessions)
    delete_session = blocking(AsyncAgent.delete_session)
    delete_messages = blocking(AsyncAgent.delete_messages)

    _send = blocking(AsyncAgent.send)
    _history = iterating(AsyncAgent.history)

    def send(
        self, text: str, *, session: str | None = None, files: Sequence[object] = (), callback_url: str | None = None
    ) -> Message:
        """Send a message; see `AsyncAgent.send`."""
        return Message(self._send(text, session=session, files=files, callback_url=callback_url))

    def message(self, guid: str | None = None, *, token: str | None = None) -> Message:
        """Take up a message that was sent before; see `AsyncAgent.message`."""
        return Message(self._asynchronous.message(guid, token=token))

    def history(self, session: str | None = None, *, page_size: int = 100) -> Iterator[Message]:
        """Iterate over the messages of a conversation, newest first; see `AsyncAgent.history`."""
        return (Message(found) for found in self._history(session, page_size=page_size))
