"""Starting a model. Every run is a task and is billed when it succeeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.run_request import RunRequest
    from ...models.run_response import RunResponse

__all__ = ["AsyncRunsApi", "RunsApi"]


class RunsApi:
    """Starting a model. Every run is a task and is billed when it succeeds."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def create(
        self,
        *,
        owner_slug: str,
        model_slug: str,
        body: RunRequest | Mapping[str, Any],
        multipart: bool = False,
        request_options: RequestOptions | None = None,
    ) -> RunResponse:
        """Run a model.

        Starts one task and answers its id and its socket token at once; the result follows over the socket,
        Task/Detail or the webhook. A successful task is billed, and the service knows no idempotency key:
        sending the request twice runs and bills twice. Parameters are validated by the service, which refuses a
        missing, non-numeric or out-of-range one with code 0.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            owner_slug: Clean slug of the model's owner, such as `google`. Letters, digits, dot, hyphen and
                underscore.
            model_slug: Clean slug of the model, such as `nano-banana-pro`. Letters, digits, dot, hyphen and
                underscore.
            body: Parameters of the model by their ids, beside those that every run takes. Numbers of range
                parameters are JSON numbers, values of selects strings. Files are given as URLs: in `{id}Url`
                for fileinput (one) and multifileinput (several, separated by commas), in `{id}` as a list for
                combinefileinput; where a parameter has no `{id}Url`, the URL goes into `{id}`.
            multipart: True sends a form even without files. A File among the arguments always does.
            request_options: Timeout, headers and retries of this request.

        Returns:
            RunResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 96 (You have reached your concurrent task limit): as
                many tasks run as the balance allows; code 97 (Insufficient balance): the wallet holds less than
                0.50 USD, for training 10 USD; code 98 (sign in to run this model): the model needs a registered
                account; code 0 (Request parameter [{name}] required): a required parameter is missing; code 0
                (Request parameter [{name}] must be integer or float): a number is not one; code 0 (Request
                parameter [{name}] must be between {min} and {max}): a number is out of range; code 0 (Request
                files [{name}] required): a required file is missing; code 0 (Request parameters are invalid):
                the body cannot be read; code 1 (tool-not-accessible): the model exists but not for this key;
                code 1 (slug-owner-project-not-exist): no model has these slugs; code 0 (Your account has been
                suspended. Please contact support): the account is suspended; code 0 (You don't have any
                permission for this action): the key may not run it; code 0 (This model is not allowed in your
                team. Contact your team admin): the team's model access excludes it.
            InvalidResponseError: The answer is not a JSON object.

        POST /Run/{owner-slug}/{model-slug}, documented in 001_e96aa5bc1228153b.txt:212-239, 246-398, 622-649,
        975-992, 1091-1101, 1203-1210, 1470-1499, 1563-1597, 11323-11333.
        """
        from .create import build_call

        call = build_call(
            owner_slug=owner_slug,
            model_slug=model_slug,
            body=body,
            multipart=multipart,
        )
        return self._sender.send(call, request_options)


class AsyncRunsApi:
    """Starting a model. Every run is a task and is billed when it succeeds."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def create(
        self,
        *,
        owner_slug: str,
        model_slug: str,
        body: RunRequest | Mapping[str, Any],
        multipart: bool = False,
        request_options: RequestOptions | None = None,
    ) -> RunResponse:
        """Run a model.

        Starts one task and answers its id and its socket token at once; the result follows over the socket,
        Task/Detail or the webhook. A successful task is billed, and the service knows no idempotency key:
        sending the request twice runs and bills twice. Parameters are validated by the service, which refuses a
        missing, non-numeric or out-of-range one with code 0.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            owner_slug: Clean slug of the model's owner, such as `google`. Letters, digits, dot, hyphen and
                underscore.
            model_slug: Clean slug of the model, such as `nano-banana-pro`. Letters, digits, dot, hyphen and
                underscore.
            body: Parameters of the model by their ids, beside those that every run takes. Numbers of range
                parameters are JSON numbers, values of selects strings. Files are given as URLs: in `{id}Url`
                for fileinput (one) and multifileinput (several, separated by commas), in `{id}` as a list for
                combinefileinput; where a parameter has no `{id}Url`, the URL goes into `{id}`.
            multipart: True sends a form even without files. A File among the arguments always does.
            request_options: Timeout, headers and retries of this request.

        Returns:
            RunResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 96 (You have reached your concurrent task limit): as
                many tasks run as the balance allows; code 97 (Insufficient balance): the wallet holds less than
                0.50 USD, for training 10 USD; code 98 (sign in to run this model): the model needs a registered
                account; code 0 (Request parameter [{name}] required): a required parameter is missing; code 0
                (Request parameter [{name}] must be integer or float): a number is not one; code 0 (Request
                parameter [{name}] must be between {min} and {max}): a number is out of range; code 0 (Request
                files [{name}] required): a required file is missing; code 0 (Request parameters are invalid):
                the body cannot be read; code 1 (tool-not-accessible): the model exists but not for this key;
                code 1 (slug-owner-project-not-exist): no model has these slugs; code 0 (Your account has been
                suspended. Please contact support): the account is suspended; code 0 (You don't have any
                permission for this action): the key may not run it; code 0 (This model is not allowed in your
                team. Contact your team admin): the team's model access excludes it.
            InvalidResponseError: The answer is not a JSON object.

        POST /Run/{owner-slug}/{model-slug}, documented in 001_e96aa5bc1228153b.txt:212-239, 246-398, 622-649,
        975-992, 1091-1101, 1203-1210, 1470-1499, 1563-1597, 11323-11333.
        """
        from .create import build_call

        call = build_call(
            owner_slug=owner_slug,
            model_slug=model_slug,
            body=body,
            multipart=multipart,
        )
        return await self._sender.send(call, request_options)
