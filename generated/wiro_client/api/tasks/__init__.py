"""Following, cancelling, killing and cleaning up the tasks that runs create."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.sort_order import SortOrder
    from ...models.task_cancel_response import TaskCancelResponse
    from ...models.task_detail_response import TaskDetailResponse
    from ...models.task_input_output_delete_response import TaskInputOutputDeleteResponse
    from ...models.task_kill_response import TaskKillResponse
    from ...models.task_list_response import TaskListResponse
    from ...models.task_stat_response import TaskStatResponse

__all__ = ["AsyncTasksApi", "TasksApi"]


class TasksApi:
    """Following, cancelling, killing and cleaning up the tasks that runs create."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def detail(
        self,
        *,
        tasktoken: str | Unset = UNSET,
        taskid: str | Unset = UNSET,
        socketaccesstoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskDetailResponse:
        """Read the state and the result of a task.

        Answers the task in a list of one. It has ended when `status` is task_postprocess_end or task_cancel,
        and has succeeded only when it ended with `pexit` "0". Give the token or the id.

        Changes nothing: may be repeated.

        Args:
            tasktoken: Token of the task, which Run calls `socketaccesstoken`. Give it or `taskid`. Older name:
                ``socketaccesstoken``.
            taskid: Identifier of the task. Give it or `tasktoken`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this token or
                id; code 0 (taskid or socketaccesstoken is required): neither was sent; code 0 (You don't have
                any permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Detail, documented in 001_e96aa5bc1228153b.txt:240, 400-576, 719-737, 1458-1462, 1599-1610,
        2020-2023.
        """
        from .detail import build_call

        call = build_call(
            tasktoken=tasktoken,
            taskid=taskid,
            socketaccesstoken=socketaccesstoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def cancel(
        self,
        *,
        taskid: str,
        request_options: RequestOptions | None = None,
    ) -> TaskCancelResponse:
        """Cancel a queued task.

        Takes a task out of the queue, at no cost. A task that a worker already has is refused with code 1: kill
        it instead. The documentation names the parameter `tasktoken`; the service and the vendor's own clients
        use `taskid`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            taskid: Identifier of the task. Where only the token is known, Task/Detail tells it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskCancelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this id; code
                1 (Task is not in a cancellable state): the task has left the queue; code 0 (You don't have any
                permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Cancel, documented in 001_e96aa5bc1228153b.txt:577-582, 1599-1610, 1875-1881, 2026.
        """
        from .cancel import build_call

        call = build_call(
            taskid=taskid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def kill(
        self,
        *,
        socketaccesstoken: str | Unset = UNSET,
        taskid: str | Unset = UNSET,
        tasktoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskKillResponse:
        """Stop a running task.

        Ends a task that has been assigned to a worker; it moves to task_cancel and is not billed. Give exactly
        one of the token and the id. The documentation names the token `tasktoken`; the service and the vendor's
        own clients use `socketaccesstoken` for the same value.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            socketaccesstoken: Token of the task. Give it or `taskid`, not both. Older name: ``tasktoken``.
            taskid: Identifier of the task. Give it or `socketaccesstoken`, not both.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskKillResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this token or
                id; code 1 (Task could not be killed: {reason}): the worker could not stop it; code 0 (You don't
                have any permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Kill, documented in 001_e96aa5bc1228153b.txt:583-589, 1599-1610, 1882-1888, 2029.
        """
        from .kill import build_call

        call = build_call(
            socketaccesstoken=socketaccesstoken,
            taskid=taskid,
            tasktoken=tasktoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def input_output_delete(
        self,
        *,
        tasktoken: str,
        socketaccesstoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskInputOutputDeleteResponse:
        """Delete the files of an ended task.

        Deletes the outputs of a task and the inputs that were uploaded for it, also from the content network;
        shared sample inputs stay. The task must have ended. Its record and parameters stay, its outputs become
        empty, and repeating the call succeeds.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            tasktoken: Token of the task, which Run calls `socketaccesstoken`. Older name:
                ``socketaccesstoken``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskInputOutputDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task of the caller has
                this token (`task-not-exist` elsewhere in the documentation); code 1 (Task must be completed or
                cancelled before deleting files): the task has not ended; code 0 (You don't have any permission
                for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/InputOutputDelete, documented in 001_e96aa5bc1228153b.txt:590-615, 1599-1610.
        """
        from .input_output_delete import build_call

        call = build_call(
            tasktoken=tasktoken,
            socketaccesstoken=socketaccesstoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def list(
        self,
        *,
        type_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        order: SortOrder | str | str | Unset = UNSET,
        start: str | int | Unset = UNSET,
        limit: str | int | Unset = UNSET,
        model_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskListResponse:
        """List tasks.

        Answers one page of the tasks in the workspace of the key. The documentation only names the operation;
        parameters and answer are what the vendor's own client sends and reads.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            type_: Kind of tasks; the vendor's client sends "model".
            sort: Field to sort by; the vendor's client sends "id".
            order: Direction of the sorting, ASC or DESC; the vendor's client sends DESC.
            start: How many rows to skip.
            limit: How many rows to answer; the vendor's client asks for at most 100.
            model_name: Only tasks of models whose slug contains this text.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/List, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11418-11419.
        """
        from .list import build_call

        call = build_call(
            type_=type_,
            sort=sort,
            order=order,
            start=start,
            limit=limit,
            model_name=model_name,
        )
        return self._sender.send(call, request_options)

    @keywords
    def stat(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> TaskStatResponse:
        """Read task statistics.

        Answers counters of the tasks in the workspace of the key. The documentation only names the operation
        and describes neither parameters nor answer; what arrives beside the envelope is kept as it is.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskStatResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Stat, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11420-11421.
        """
        from .stat import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncTasksApi:
    """Following, cancelling, killing and cleaning up the tasks that runs create."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def detail(
        self,
        *,
        tasktoken: str | Unset = UNSET,
        taskid: str | Unset = UNSET,
        socketaccesstoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskDetailResponse:
        """Read the state and the result of a task.

        Answers the task in a list of one. It has ended when `status` is task_postprocess_end or task_cancel,
        and has succeeded only when it ended with `pexit` "0". Give the token or the id.

        Changes nothing: may be repeated.

        Args:
            tasktoken: Token of the task, which Run calls `socketaccesstoken`. Give it or `taskid`. Older name:
                ``socketaccesstoken``.
            taskid: Identifier of the task. Give it or `tasktoken`.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this token or
                id; code 0 (taskid or socketaccesstoken is required): neither was sent; code 0 (You don't have
                any permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Detail, documented in 001_e96aa5bc1228153b.txt:240, 400-576, 719-737, 1458-1462, 1599-1610,
        2020-2023.
        """
        from .detail import build_call

        call = build_call(
            tasktoken=tasktoken,
            taskid=taskid,
            socketaccesstoken=socketaccesstoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def cancel(
        self,
        *,
        taskid: str,
        request_options: RequestOptions | None = None,
    ) -> TaskCancelResponse:
        """Cancel a queued task.

        Takes a task out of the queue, at no cost. A task that a worker already has is refused with code 1: kill
        it instead. The documentation names the parameter `tasktoken`; the service and the vendor's own clients
        use `taskid`.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            taskid: Identifier of the task. Where only the token is known, Task/Detail tells it.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskCancelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this id; code
                1 (Task is not in a cancellable state): the task has left the queue; code 0 (You don't have any
                permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Cancel, documented in 001_e96aa5bc1228153b.txt:577-582, 1599-1610, 1875-1881, 2026.
        """
        from .cancel import build_call

        call = build_call(
            taskid=taskid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def kill(
        self,
        *,
        socketaccesstoken: str | Unset = UNSET,
        taskid: str | Unset = UNSET,
        tasktoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskKillResponse:
        """Stop a running task.

        Ends a task that has been assigned to a worker; it moves to task_cancel and is not billed. Give exactly
        one of the token and the id. The documentation names the token `tasktoken`; the service and the vendor's
        own clients use `socketaccesstoken` for the same value.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            socketaccesstoken: Token of the task. Give it or `taskid`, not both. Older name: ``tasktoken``.
            taskid: Identifier of the task. Give it or `socketaccesstoken`, not both.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskKillResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task has this token or
                id; code 1 (Task could not be killed: {reason}): the worker could not stop it; code 0 (You don't
                have any permission for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Kill, documented in 001_e96aa5bc1228153b.txt:583-589, 1599-1610, 1882-1888, 2029.
        """
        from .kill import build_call

        call = build_call(
            socketaccesstoken=socketaccesstoken,
            taskid=taskid,
            tasktoken=tasktoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def input_output_delete(
        self,
        *,
        tasktoken: str,
        socketaccesstoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskInputOutputDeleteResponse:
        """Delete the files of an ended task.

        Deletes the outputs of a task and the inputs that were uploaded for it, also from the content network;
        shared sample inputs stay. The task must have ended. Its record and parameters stay, its outputs become
        empty, and repeating the call succeeds.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            tasktoken: Token of the task, which Run calls `socketaccesstoken`. Older name:
                ``socketaccesstoken``.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskInputOutputDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 1 (There is no task yet): no task of the caller has
                this token (`task-not-exist` elsewhere in the documentation); code 1 (Task must be completed or
                cancelled before deleting files): the task has not ended; code 0 (You don't have any permission
                for this action): the task belongs to somebody else.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/InputOutputDelete, documented in 001_e96aa5bc1228153b.txt:590-615, 1599-1610.
        """
        from .input_output_delete import build_call

        call = build_call(
            tasktoken=tasktoken,
            socketaccesstoken=socketaccesstoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def list(
        self,
        *,
        type_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        order: SortOrder | str | str | Unset = UNSET,
        start: str | int | Unset = UNSET,
        limit: str | int | Unset = UNSET,
        model_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TaskListResponse:
        """List tasks.

        Answers one page of the tasks in the workspace of the key. The documentation only names the operation;
        parameters and answer are what the vendor's own client sends and reads.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            type_: Kind of tasks; the vendor's client sends "model".
            sort: Field to sort by; the vendor's client sends "id".
            order: Direction of the sorting, ASC or DESC; the vendor's client sends DESC.
            start: How many rows to skip.
            limit: How many rows to answer; the vendor's client asks for at most 100.
            model_name: Only tasks of models whose slug contains this text.
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/List, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11418-11419.
        """
        from .list import build_call

        call = build_call(
            type_=type_,
            sort=sort,
            order=order,
            start=start,
            limit=limit,
            model_name=model_name,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def stat(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> TaskStatResponse:
        """Read task statistics.

        Answers counters of the tasks in the workspace of the key. The documentation only names the operation
        and describes neither parameters nor answer; what arrives beside the envelope is kept as it is.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            TaskStatResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Task/Stat, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11420-11421.
        """
        from .stat import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
