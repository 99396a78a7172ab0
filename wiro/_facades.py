"""Synchronous faces of asynchronous handles, without writing anything twice.

    class Logs(Facade[AsyncLogs]):
        days = blocking(AsyncLogs.days)

A method made here takes the arguments of the asynchronous one, runs it on the background loop of `wiro.portal` and
returns its result.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from wiro import portal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

__all__ = ["Facade", "blocking", "iterating"]

_Asynchronous = TypeVar("_Asynchronous")
_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


class Facade(Generic[_Asynchronous]):
    """The synchronous face of one asynchronous object.

    Args:
        asynchronous: What does the work.
    """

    def __init__(self, asynchronous: _Asynchronous) -> None:
        self._asynchronous = asynchronous

    def __repr__(self) -> str:
        return repr(self._asynchronous).removeprefix("Async")


def blocking(
    method: Callable[Concatenate[Any, _Parameters], Awaitable[_Result]],
) -> Callable[Concatenate[Any, _Parameters], _Result]:
    """Make a method that waits for a coroutine method of the same name."""

    @wraps(method)
    def call(self: Facade[Any], /, *args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        return portal.run(method, self._asynchronous, *args, **kwargs)

    return call


def iterating(
    method: Callable[Concatenate[Any, _Parameters], AsyncIterator[_Result]],
) -> Callable[Concatenate[Any, _Parameters], Iterator[_Result]]:
    """Make a method that iterates over what an asynchronous iterator of the same name yields."""

    @wraps(method)
    def call(self: Facade[Any], /, *args: _Parameters.args, **kwargs: _Parameters.kwargs) -> Iterator[_Result]:
        return portal.iterate(lambda: method(self._asynchronous, *args, **kwargs))

    return call
