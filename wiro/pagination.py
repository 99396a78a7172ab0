"""Iterating over lists that the service answers page by page.

    for message in iterate(wiro.api.user_agent_messages.history, useragentguid=guid):
        ...
    async for agent in aiterate(wiro.api.agents.list, search="mail"):
        ...

The service pages in three ways: by offset with a total, by offset without one, where the length of the page tells, and
by the cursor `before`. Which one an operation uses is read from its arguments and answers.
"""

from __future__ import annotations

import json
from inspect import iscoroutinefunction, signature
from typing import TYPE_CHECKING, Any, Final, overload

from wiro_client.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from wiro_client.models.agent import Agent
    from wiro_client.models.agent_list_response import AgentListResponse
    from wiro_client.models.task import Task
    from wiro_client.models.task_list_response import TaskListResponse
    from wiro_client.models.tool import Tool
    from wiro_client.models.tool_list_response import ToolListResponse
    from wiro_client.models.user_agent import UserAgent
    from wiro_client.models.user_agent_message import UserAgentMessage
    from wiro_client.models.user_agent_message_history_response import UserAgentMessageHistoryResponse
    from wiro_client.models.user_agent_my_agents_response import UserAgentMyAgentsResponse
    from wiro_client.models.user_agent_transaction import UserAgentTransaction
    from wiro_client.models.user_agent_transaction_list_response import UserAgentTransactionListResponse

__all__ = ["aiterate", "iterate"]

#: Accepted by every paged operation; the smallest of the documented maxima is 100.
_PAGE_SIZE: Final = 100
#: Where the rows of an answer are.
_ROWS: Final = {
    "AgentListResponse": ("agents",),
    "TaskListResponse": ("tasklist",),
    "ToolListResponse": ("tool",),
    "UserAgentMessageHistoryResponse": ("data", "messages"),
    "UserAgentMyAgentsResponse": ("useragents",),
    "UserAgentTransactionListResponse": ("transactions",),
}


class _Pages:
    """Which page to ask for next, and which of its rows are new. Knows nothing about sending.

    Args:
        method: Bound method of a paged operation.
        page_size: Rows to ask for at once.
        arguments: Other arguments of the method.
    """

    def __init__(self, method: Callable[..., Any], page_size: int, arguments: dict[str, Any]) -> None:
        names = signature(method).parameters
        self._cursor = "before" in names
        if "limit" not in names or not (self._cursor or "start" in names):
            raise InvalidArgumentError(
                f"{getattr(method, '__qualname__', method)} does not answer in pages: call it directly.",
                parameter="method",
            )
        if "limit" in arguments:
            raise InvalidArgumentError("the rows of one page are set by page_size, not by limit.", parameter="limit")
        if isinstance(page_size, bool) or not isinstance(page_size, int) or page_size < 1:
            raise InvalidArgumentError(
                f"page_size is {page_size!r}; accepted: a whole number of at least 1.", parameter="page_size"
            )
        self._arguments = {**arguments, "limit": page_size}
        self._offset = 0 if self._cursor else _whole(arguments.get("start", 0))
        self._longest = 0
        self._count = 0
        self._seen: set[str] = set()
        self._last: list[str] | None = None

    def arguments(self) -> dict[str, Any] | None:
        """Return the arguments for the next page; None after the last one."""
        if self._arguments and not self._cursor:
            self._arguments["start"] = self._offset
        return self._arguments or None

    def feed(self, answer: Any) -> list[Any]:
        """Take the answer for the page that was asked for and return its rows that did not come before.

        Rows move down while somebody adds others on top, and come again on the next page.
        """
        rows = _rows(answer)
        keys = [_identity(row) for row in rows]
        marks = [key or json.dumps(row.to_dict(), sort_keys=True) for key, row in zip(keys, rows, strict=True)]
        if not rows or marks == self._last:
            # The same page again: a server that does not know the argument would answer it for ever.
            self._arguments = {}
            return []
        self._last = marks
        self._advance(answer, rows, keys[-1])
        new = []
        for row, key in zip(rows, keys, strict=True):
            if key is None or key not in self._seen:
                new.append(row)
            if key is not None:
                self._seen.add(key)
        return new

    def _advance(self, answer: Any, rows: list[Any], last_key: str | None) -> None:
        if self._cursor:
            more = getattr(answer.data, "hasmore", None)
            if more is False or last_key is None or last_key == self._arguments.get("before"):
                self._arguments = {}
            else:
                self._arguments["before"] = last_key
            return
        self._offset += len(rows)
        self._count += len(rows)
        total = _whole(getattr(answer, "total", None), -1)
        # Servers cap the page size, so a first page that is shorter than asked for need not be the last one.
        shorter = len(rows) < self._longest
        self._longest = max(self._longest, len(rows))
        if self._offset == total or (shorter and not self._count < total):
            self._arguments = {}


@overload
def iterate(method: Callable[..., TaskListResponse], *, page_size: int = ..., **arguments: Any) -> Iterator[Task]: ...
@overload
def iterate(method: Callable[..., ToolListResponse], *, page_size: int = ..., **arguments: Any) -> Iterator[Tool]: ...
@overload
def iterate(method: Callable[..., AgentListResponse], *, page_size: int = ..., **arguments: Any) -> Iterator[Agent]: ...
@overload
def iterate(
    method: Callable[..., UserAgentMyAgentsResponse], *, page_size: int = ..., **arguments: Any
) -> Iterator[UserAgent]: ...
@overload
def iterate(
    method: Callable[..., UserAgentTransactionListResponse], *, page_size: int = ..., **arguments: Any
) -> Iterator[UserAgentTransaction]: ...
@overload
def iterate(
    method: Callable[..., UserAgentMessageHistoryResponse], *, page_size: int = ..., **arguments: Any
) -> Iterator[UserAgentMessage]: ...
def iterate(method: Callable[..., Any], *, page_size: int = _PAGE_SIZE, **arguments: Any) -> Iterator[Any]:
    """Iterate over all rows of a paged operation. A page is fetched when its first row is asked for.

    Args:
        method: Method of a synchronous resource, such as `wiro.api.tasks.list`.
        page_size: Rows to ask for at once.
        **arguments: Other arguments of the method; `start` or `before` says where to begin.

    Returns:
        Iterator over the rows, each once, in the order of the service.

    Raises:
        InvalidArgumentError: The operation does not answer in pages, or an argument is wrong; nothing was sent.
    """
    if iscoroutinefunction(method):
        raise InvalidArgumentError("the method is asynchronous: use aiterate.", parameter="method")
    return _iterate(_Pages(method, page_size, arguments), method)


@overload
def aiterate(
    method: Callable[..., Awaitable[TaskListResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[Task]: ...
@overload
def aiterate(
    method: Callable[..., Awaitable[ToolListResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[Tool]: ...
@overload
def aiterate(
    method: Callable[..., Awaitable[AgentListResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[Agent]: ...
@overload
def aiterate(
    method: Callable[..., Awaitable[UserAgentMyAgentsResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[UserAgent]: ...
@overload
def aiterate(
    method: Callable[..., Awaitable[UserAgentTransactionListResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[UserAgentTransaction]: ...
@overload
def aiterate(
    method: Callable[..., Awaitable[UserAgentMessageHistoryResponse]], *, page_size: int = ..., **arguments: Any
) -> AsyncIterator[UserAgentMessage]: ...
def aiterate(
    method: Callable[..., Awaitable[Any]], *, page_size: int = _PAGE_SIZE, **arguments: Any
) -> AsyncIterator[Any]:
    """Iterate over all rows of a paged operation, with `async for`; see `iterate`.

    Args:
        method: Method of an asynchronous resource.
        page_size: Rows to ask for at once.
        **arguments: Other arguments of the method.
    """
    if not iscoroutinefunction(method):
        raise InvalidArgumentError("the method is not asynchronous: use iterate.", parameter="method")
    return _aiterate(_Pages(method, page_size, arguments), method)


def _iterate(pages: _Pages, method: Callable[..., Any]) -> Iterator[Any]:
    while (arguments := pages.arguments()) is not None:
        yield from pages.feed(method(**arguments))


async def _aiterate(pages: _Pages, method: Callable[..., Awaitable[Any]]) -> AsyncIterator[Any]:
    while (arguments := pages.arguments()) is not None:
        for row in pages.feed(await method(**arguments)):
            yield row


def _rows(answer: Any) -> list[Any]:
    value = answer
    for name in _ROWS[type(answer).__name__]:
        value = getattr(value, name, None)
    return [row for row in value if hasattr(row, "to_dict")] if isinstance(value, (list, tuple)) else []


def _identity(row: Any) -> str | None:
    for name in ("guid", "id"):
        value = getattr(row, name, None)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
            return str(value)
    return None


def _whole(value: object, default: int = 0) -> int:
    """Return a whole number that may be written as a string."""
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else default
