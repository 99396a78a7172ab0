"""`Wiro` and `AsyncWiro`: where everything begins.

Both take the same arguments and differ in the last call only: whatever can be decided without I/O is in functions that
they share, and the handles of synchronous runs are facades over the asynchronous ones.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

from wiro import portal
from wiro.catalog import (
    Model,
    check_parameters,
    has_files,
    model_from_rows,
    model_not_found,
    parse_model_name,
)
from wiro.config import Config, WaitSettings, resolve_config
from wiro.errors import AmbiguousRequestError, InvalidArgumentError, NotFoundError
from wiro.runs import AsyncRun, Run
from wiro.transport import AsyncTransport, SyncTransport
from wiro_client.api import Api, AsyncApi

if TYPE_CHECKING:
    from types import TracebackType

    from wiro_client.models.run_response import RunResponse
    from wiro_client.models.tool_detail_response import ToolDetailResponse

__all__ = ["AsyncModels", "AsyncWiro", "Models", "Wiro"]

# A model's parameters change rarely, and a stale copy costs a refused run at worst, which is free.
_MODEL_LIFETIME_SECONDS: Final = 300.0


class _Catalogue:
    """Models that were looked up a short while ago."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, Model]] = {}

    def recent(self, name: str) -> Model | None:
        expires, model = self._known.get(name, (0.0, None))
        return model if time.monotonic() < expires else None

    def keep(self, name: str, answer: ToolDetailResponse) -> Model:
        model = model_from_rows(name, answer.to_dict().get("tool"))
        self._known[name] = (time.monotonic() + _MODEL_LIFETIME_SECONDS, model)
        return model


class Models:
    """The catalogue of models: `wiro.models`."""

    def __init__(self, api: Api, catalogue: _Catalogue) -> None:
        self._api = api
        self._catalogue = catalogue

    def get(self, name: str) -> Model:
        """Look up one model and its parameters; the answer is remembered for five minutes.

        Args:
            name: `owner/model`.

        Raises:
            InvalidArgumentError: That is no model name; nothing was sent.
            ModelNotFoundError: There is no such model, or this key may not see it.
        """
        owner, slug = parse_model_name(name)
        if model := self._catalogue.recent(name):
            return model
        try:
            return self._catalogue.keep(name, self._api.tools.detail(slugowner=owner, slugproject=slug))
        except NotFoundError as error:
            raise model_not_found(name, error) from error


class AsyncModels:
    """The catalogue of models: `wiro.models`."""

    def __init__(self, api: AsyncApi, catalogue: _Catalogue) -> None:
        self._api = api
        self._catalogue = catalogue

    async def get(self, name: str) -> Model:
        """Look up one model and its parameters; like `Models.get`."""
        owner, slug = parse_model_name(name)
        if model := self._catalogue.recent(name):
            return model
        try:
            return self._catalogue.keep(name, await self._api.tools.detail(slugowner=owner, slugproject=slug))
        except NotFoundError as error:
            raise model_not_found(name, error) from error


class _Client:
    """What both clients know before they do anything; `Wiro` tells the arguments."""

    def __init__(
        self,
        api_key: str | None = None,
        api_secret: str | None = None,
        *,
        auth: str = "auto",
        base_url: str | None = None,
        socket_url: str | None = None,
        team_guid: str | None = None,
        timeout: float | None = None,
        max_retries: int = 2,
        wait_settings: WaitSettings | None = None,
    ) -> None:
        self._config = resolve_config(
            api_key,
            api_secret,
            auth=auth,
            base_url=base_url,
            socket_url=socket_url,
            team_guid=team_guid,
            timeout=timeout,
            max_retries=max_retries,
            wait_settings=wait_settings,
        )
        self._catalogue = _Catalogue()
        self._open()

    @classmethod
    def _from_config(cls, config: Config) -> Self:
        client = cls.__new__(cls)
        client._config, client._catalogue = config, _Catalogue()
        client._open()
        return client

    def _open(self) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._config.base_url!r}, auth={self._config.auth!r})"

    @property
    def config(self) -> Config:
        """The configuration in force."""
        return self._config


class Wiro(_Client):
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

    Raises:
        ConfigurationError: Something is missing or not acceptable.

    Attributes:
        api: Every REST operation, such as `wiro.api.tasks.detail(taskid="1")`.
        models: The catalogue of models.
    """

    def _open(self) -> None:
        self._transport = SyncTransport(self._config)
        self.api = Api(self._transport)
        self.models = Models(self.api, self._catalogue)
        # What the handles of runs use on the background loop.
        self._background = AsyncWiro._from_config(self._config)

    def run(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        validate: bool = True,
        callback_url: str | None = None,
        project_id: str | None = None,
    ) -> Run:
        """Submit a run. It costs money, is sent once, and returns as soon as it is accepted.

        Args:
            model: `owner/model`.
            params: Parameters of the model: JSON values, and `wiro.File` where it takes files.
            validate: Check the parameters against the catalogue first, which may cost one free request.
            callback_url: Where Wiro posts the result when the run ends.
            project_id: Project that pays; None = the key's own.

        Returns:
            The run, to wait for, follow or stop.

        Raises:
            InvalidArgumentError: Something that cannot be sent; nothing was.
            InvalidParametersError: Parameters that the model does not accept; nothing was sent.
            ModelNotFoundError: There is no such model, or this key may not use it.
            ConcurrencyLimitError: All task slots are busy.
            InsufficientBalanceError: The wallet holds too little.
            AmbiguousRequestError: The run may have been accepted, but the answer was lost.
            TransportError: Wiro could not be reached; nothing was submitted.
        """
        arguments = _run_arguments(model, params, callback_url, project_id)
        if validate:
            check_parameters(self.models.get(model), params or {})
        try:
            answer = self.api.runs.create(**arguments)
        except NotFoundError as error:
            raise model_not_found(model, error) from error
        return Run(self._background._handle(_reference(answer), model))

    def attach(self, task_id: str | None = None, *, token: str | None = None) -> Run:
        """Take up a run that was submitted before, here or elsewhere. Sends nothing.

        Args:
            task_id: Id of the task.
            token: Its task token; without it, the first use costs one request that reads it by the id.

        Raises:
            InvalidArgumentError: Neither was given.
        """
        return Run(self._background.attach(task_id, token=token))

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


class AsyncWiro(_Client):
    """Wiro for coroutines; takes the arguments of `Wiro`. It may be used from several event loops.

    Attributes:
        api: Every REST operation, such as `await wiro.api.tasks.detail(taskid="1")`.
        models: The catalogue of models.
    """

    def _open(self) -> None:
        self._transport = AsyncTransport(self._config)
        self.api = AsyncApi(self._transport)
        self.models = AsyncModels(self.api, self._catalogue)

    async def run(
        self,
        model: str,
        params: Mapping[str, Any] | None = None,
        *,
        validate: bool = True,
        callback_url: str | None = None,
        project_id: str | None = None,
    ) -> AsyncRun:
        """Submit a run; takes and raises what `Wiro.run` does."""
        arguments = _run_arguments(model, params, callback_url, project_id)
        if validate:
            check_parameters(await self.models.get(model), params or {})
        try:
            answer = await self.api.runs.create(**arguments)
        except NotFoundError as error:
            raise model_not_found(model, error) from error
        return self._handle(_reference(answer), model)

    def attach(self, task_id: str | None = None, *, token: str | None = None) -> AsyncRun:
        """Take up a run that was submitted before; like `Wiro.attach`, and no coroutine."""
        return self._handle({"task_id": task_id, "token": token}, None)

    def _handle(self, reference: Mapping[str, str | None], model: str | None) -> AsyncRun:
        return AsyncRun(self.api, self._transport, self._config, model=model, **reference)

    async def aclose(self) -> None:
        """Close the connections of this event loop. Runs that were submitted go on."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


def _run_arguments(
    model: str, params: Mapping[str, Any] | None, callback_url: str | None, project_id: str | None
) -> dict[str, Any]:
    """Return the arguments of `runs.create`, checked."""
    owner, slug = parse_model_name(model)
    if params is not None and not isinstance(params, Mapping):
        raise InvalidArgumentError(
            f"params is a {type(params).__name__}; accepted: a mapping from parameter names to values, or None.",
            parameter="params",
        )
    body = dict(params or {})
    if callback_url is not None:
        body["callbackUrl"] = _checked_callback_url(callback_url)
    if project_id is not None:
        if not isinstance(project_id, str) or not project_id.strip():
            raise InvalidArgumentError(
                f"project_id is {project_id!r}; accepted: the id of a project, or None.", parameter="project_id"
            )
        body["projectid"] = project_id
    return {"owner_slug": owner, "model_slug": slug, "body": body, "multipart": has_files(body)}


def _checked_callback_url(url: object) -> str:
    problem = None
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            problem = "is no http:// or https:// address"
        elif "@" in parts.netloc:
            problem = "carries a user name or password"
        elif parts.fragment or any(character.isspace() for character in str(url)):
            problem = "has a fragment or white space"
    except ValueError:
        problem = "is no address"
    if problem:
        # Not quoted: people put secrets into the addresses of their webhooks.
        raise InvalidArgumentError(f"callback_url {problem}.", parameter="callback_url")
    return str(url)


def _reference(answer: RunResponse) -> dict[str, str | None]:
    """Return id and token of an accepted run."""
    task_id, token = (str(value) if value else None for value in (answer.taskid, answer.socketaccesstoken))
    if not task_id and not token:
        raise AmbiguousRequestError(
            "runs_create was accepted, but the answer names neither a task id nor a token. "
            "Look for it among the recent tasks before you send it again.",
            operation="runs_create",
            status_code=200,
        )
    return {"task_id": task_id, "token": token}
