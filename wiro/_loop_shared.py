"""One thing for each event loop, such as connections, shared by all that use it there."""

from __future__ import annotations

import asyncio
import os
import threading
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LoopShared"]

_Thing = TypeVar("_Thing")


class LoopShared(Generic[_Thing]):
    """Makes a thing when the first user on an event loop asks for it, and gives it back to the last one to close it.

    Users that are collected without leaving do not count. A loop that is closed, and a forked child, begin anew:
    nothing of another loop or process can be closed from here.

    Args:
        make: Makes the thing; called while the loop runs.
    """

    def __init__(self, make: Callable[[], _Thing]) -> None:
        self._make = make
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._by_loop: dict[asyncio.AbstractEventLoop, tuple[_Thing, WeakSet[object]]] = {}

    def __len__(self) -> int:
        """Return how many loops have a thing, finished ones included until somebody asks on another."""
        return len(self._by_loop)

    def use(self, user: object) -> _Thing:
        """Return the thing of the running event loop, and note who uses it.

        Args:
            user: Who uses it; may ask as often as it likes.
        """
        loop = asyncio.get_running_loop()
        with self._own_lock():
            if loop not in self._by_loop:
                for finished in [known for known in self._by_loop if known.is_closed()]:
                    del self._by_loop[finished]
                self._by_loop[loop] = self._make(), WeakSet()
            thing, users = self._by_loop[loop]
            users.add(user)
            return thing

    def leave(self, user: object) -> _Thing | None:
        """End a use on the running event loop.

        Returns:
            The thing, if nobody uses it any more: then it must be closed. Otherwise None.
        """
        loop = asyncio.get_running_loop()
        with self._own_lock():
            thing, users = self._by_loop.get(loop, (None, WeakSet()))
            if user not in users:
                return None
            users.discard(user)
            if not users:
                del self._by_loop[loop]
                return thing
            return None

    def used_by(self, user: object) -> bool:
        """Whether somebody uses the thing of any loop of this process."""
        with self._own_lock():
            return any(user in users for _, users in self._by_loop.values())

    def _own_lock(self) -> threading.Lock:
        if self._owner != os.getpid():
            # A thread of the parent may have held the lock in the moment of the fork, and never lets go of it here.
            self._by_loop, self._owner, self._lock = {}, os.getpid(), threading.Lock()
        return self._lock
