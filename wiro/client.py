"""`Wiro` and `AsyncWiro`: where everything begins.

Both take the same arguments and differ in the last call only: whatever can be decided without I/O is in functions that
they share, and the handles of synchronous runs are facades over the asynchronous ones.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Self

from wiro import portal
from wiro._client_base import ClientBase
from wiro._results import result_from_outcome
from wiro._steps import carry_out, carry_out_async
from wiro._submission import submission_steps
from wiro.agents import Agents, AsyncAgents
from wiro.catalog import AsyncModels, Models
from wiro.chats import AsyncChat, Chat
from wiro.lifecycle import TaskLifecycle
from wiro.runs import AsyncRun, Run, RunResult
from wiro.tasks import AsyncTasks, Tasks
from wiro.transport import AsyncTransport, SyncTransport
from wiro_client.api import Api, AsyncApi

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from types import TracebackType

    from wiro_client.calls import RequestOptions

__all__ = ["AsyncModels", "AsyncWiro", "Models", "Wiro"]


class Wiro(ClientBase):
    """Wiro for synchronous code. Threads may share it.

    Args:
        api_key: Project API key; else `WIRO_API_KEY`.
        api_secret: Project secret; else `WIRO_API_SECRET`. With it, requests are signed.
        auth: `"auto"`, or insist on `"key"`, `"signature"` or `"bearer"`.
        base_url: REST root; else `WIRO_BASE_URL`, else the public one.
        socket_url: WebSocket address; else `WIRO_SOCKET_URL`, else the one that belongs to the REST root.
        team_guid: Team workspace; else `WIRO_TEAM_GUID`.
        timeout: Seconds one attempt of a request may take in each phase; None = 60. Waiting for runs has a timeout of
            its own.
        max_retries: How often a request that may be repeated is sent again.
        wait_settings: Intervals and limits of waiting for runs.
        environment: Where the `WIRO_*` variables are looked up, instead of `os.environ`; ``{}`` reads none.

    Raises:
        ConfigurationError: Something is missing or not acceptable.

    Attributes:
        api: Every REST operation, such as `wiro.api.tasks.detail(taskid="1")`.
        models: The catalogue of models.
        tasks: Runs that were submitted before.
        agents: Agents, in the catalogue and deployed.
    """

    def _open(self) -> None:
        # What the handles of runs use on the background loop.
        background = AsyncWiro._from_config(self._config)
        background._uploads = self._uploads
        self._connect(SyncTransport(self._config), background)

    def _borrow(self, lender: Self, options: RequestOptions) -> None:
        background = AsyncWiro.__new__(AsyncWiro)
        background._config, background._catalogue, background._uploads = self._config, self._catalogue, self._uploads
        background._borrow(lender._background, options)
        self._connect(lender._transport.with_options(options, self._config), background)

    def _connect(self, transport: SyncTransport, background: AsyncWiro) -> None:
        self._transport, self._background = transport, background
        self.api = Api(transport)
        self.models = Models(self.api, transport, self._catalogue)
        self.tasks = Tasks(self.api, self._background.tasks)
        self.agents = Agents(self._background.agents)

    def run(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        validate: bool = True,
        max_cost_usd: Decimal | float | None = None,
        allow_estimate: bool = False,
        multipart: bool = False,
        callback_url: str | None = None,
        project_id: str | None = None,
        slot_timeout: float | None = None,
    ) -> Run:
        """Submit a run. It costs money, is sent once, and returns as soon as it is accepted.

        Args:
            model: `owner/model`.
            params: Parameters of the model: JSON values, and where it takes files `pathlib.Path`, bytes, open binary
                files, PIL images, `wiro.File`, http(s) addresses or outputs of earlier runs, one or a list of them.
            validate: Check the parameters against the catalogue first, which may cost one free request. Choices are
                then sent as strings and numbers as numbers, however they were written.
            max_cost_usd: Submit only if the run cannot cost more than so many USD by the prices in the catalogue.
            allow_estimate: Accept an estimate for that, such as the cost at the average run time: the run may then
                cost more. A cost that nobody knows is refused nevertheless.
            multipart: Send local files within the run. Otherwise each is uploaded first, once for this client, and the
                run gets its address.
            callback_url: Where Wiro posts the result when the run ends.
            project_id: Project that pays; None = the key's own.
            slot_timeout: While all task slots are busy, wait so many seconds in all for one, above 0, and submit again:
                a run that was refused for that costs nothing. None raises `ConcurrencyLimitError` at once.

        Returns:
            The run, to wait for, follow or stop.

        Raises:
            InvalidArgumentError: Something that cannot be sent; nothing was.
            InvalidParametersError: Parameters that the model does not accept; nothing was sent.
            CostLimitError: The run would cost more than `max_cost_usd`, or might; nothing was submitted.
            ModelNotFoundError: There is no such model, or this key may not use it.
            ConcurrencyLimitError: All task slots are busy, and stayed so for `slot_timeout`.
            InsufficientBalanceError: The wallet holds too little.
            AmbiguousRequestError: The run may have been accepted, but the answer was lost.
            TransportError: Wiro could not be reached; nothing was submitted.
        """
        steps = submission_steps(
            self._catalogue,
            self._uploads,
            model,
            params,
            validate=validate,
            max_cost_usd=max_cost_usd,
            allow_estimate=allow_estimate,
            multipart=multipart,
            callback_url=callback_url,
            project_id=project_id,
            slots=self._background.tasks._slot_wait(slot_timeout),
        )
        return Run(self._background._handle(carry_out(steps, self._transport.send), model))

    def attach(self, task_id: str | None = None, *, token: str | None = None) -> Run:
        """Take up a run that was submitted before, here or elsewhere. Sends nothing.

        Args:
            task_id: Id of the task.
            token: Its task token; without it, the first use costs one request that reads it by the id.

        Raises:
            InvalidArgumentError: Neither was given.
        """
        return Run(self._background.attach(task_id, token=token))

    def chat(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        session_id: str | None = None,
        user_id: str | None = None,
    ) -> Chat:
        """Begin a conversation with a language model, or continue one. Sends nothing.

        Args:
            model: `owner/model`.
            params: Parameters of every turn, such as `temperature`.
            session_id: Id of a conversation to continue, a UUID; None begins a new one.
            user_id: Id of your user, a UUID.
        """
        return Chat(self, model, params, session_id=session_id, user_id=user_id)

    def result(self, task_id: str | None = None, *, token: str | None = None) -> RunResult | None:
        """Return the result of a run that has ended, however it did; None while it goes on. One request, no waiting.

        Args:
            task_id: Id of the task.
            token: Its task token, if the id is not known.

        Raises:
            InvalidArgumentError: Neither was given.
            NotFoundError: There is no such task, or it belongs to somebody else.
        """
        return portal.run(self._background.result, task_id, token=token)

    def upload(self, file: object, *, folder_id: str | None = None) -> str:
        """Upload a local file and return its address, to be used in runs. `run` does it by itself.

        Args:
            file: `pathlib.Path`, bytes, open binary file, PIL image or `wiro.File`; up to 100 MB. The same content is
                uploaded once an hour at most.
            folder_id: Folder to store it in; None is the account's own.

        Raises:
            InvalidArgumentError: It is no file or cannot be read; nothing was sent.
            AmbiguousRequestError: The file may have been stored, but the answer was lost.
        """
        return carry_out(self._uploads.address_steps(file, folder_id), self._transport.send)

    def close(self) -> None:
        """Close all connections. Runs that were submitted go on."""
        self._transport.close()
        if self._background._transport.connected:
            portal.run(self._background.aclose)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncWiro(ClientBase):
    """Wiro for coroutines; takes the arguments of `Wiro`. It may be used from several event loops.

    Attributes:
        api: Every REST operation, such as `await wiro.api.tasks.detail(taskid="1")`.
        models: The catalogue of models.
        tasks: Runs that were submitted before.
        agents: Agents, in the catalogue and deployed.
    """

    def _open(self) -> None:
        self._connect(AsyncTransport(self._config))

    def _borrow(self, lender: Self, options: RequestOptions) -> None:
        self._connect(lender._transport.with_options(options, self._config))

    def _connect(self, transport: AsyncTransport) -> None:
        self._transport = transport
        self.api = AsyncApi(transport)
        self.models = AsyncModels(self.api, transport, self._catalogue)
        self.tasks = AsyncTasks(self.api, self._config, self._handle)
        self.agents = AsyncAgents(self.api, self._config)

    async def run(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        validate: bool = True,
        max_cost_usd: Decimal | float | None = None,
        allow_estimate: bool = False,
        multipart: bool = False,
        callback_url: str | None = None,
        project_id: str | None = None,
        slot_timeout: float | None = None,
    ) -> AsyncRun:
        """Submit a run; takes and raises what `Wiro.run` does."""
        steps = submission_steps(
            self._catalogue,
            self._uploads,
            model,
            params,
            validate=validate,
            max_cost_usd=max_cost_usd,
            allow_estimate=allow_estimate,
            multipart=multipart,
            callback_url=callback_url,
            project_id=project_id,
            slots=self.tasks._slot_wait(slot_timeout),
        )
        return self._handle(await carry_out_async(steps, self._transport.send), model)

    def attach(self, task_id: str | None = None, *, token: str | None = None) -> AsyncRun:
        """Take up a run that was submitted before; like `Wiro.attach`, and no coroutine."""
        return self._handle({"task_id": task_id, "token": token}, None)

    def chat(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        session_id: str | None = None,
        user_id: str | None = None,
    ) -> AsyncChat:
        """Begin or continue a conversation with a language model; like `Wiro.chat`, and no coroutine."""
        return AsyncChat(self, model, params, session_id=session_id, user_id=user_id)

    async def result(self, task_id: str | None = None, *, token: str | None = None) -> RunResult | None:
        """Return the result of a run that has ended, however it did; like `Wiro.result`."""
        run = self.attach(task_id, token=token)
        lifecycle = TaskLifecycle(self._config.wait.task_error_grace_seconds)
        lifecycle.feed_detail(await run.refresh(), time.time())
        if lifecycle.outcome is None:
            return None
        return result_from_outcome(
            lifecycle.outcome, task_id=run.task_id, model=run.model, open_download=self._transport.download
        )

    async def upload(self, file: object, *, folder_id: str | None = None) -> str:
        """Upload a local file and return its address; like `Wiro.upload`."""
        return await carry_out_async(self._uploads.address_steps(file, folder_id), self._transport.send)

    def _handle(self, reference: Mapping[str, str | None], model: str | None) -> AsyncRun:
        return AsyncRun(self.api, self._transport, self._config, model=model, uploads=self._uploads, **reference)

    async def aclose(self) -> None:
        """Close the connections of this event loop. Runs that were submitted go on."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()
