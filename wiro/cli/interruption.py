"""Ctrl-C, SIGTERM and SIGHUP while something runs that costs money: no id is lost, and nothing goes on by accident."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import click

from wiro.cli.exits import Terminated
from wiro.cli.report import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiro.cli.session import Session

__all__ = ["Submitting", "settle_interrupted", "stopping_unheard", "submitting", "terminating"]


# Windows has no SIGHUP.
_ENDINGS: Final = tuple(number for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None)) if number is not None)


class Submitting:
    """What was asked for while a submission was on its way.

    Attributes:
        in_flight: Whether the request may have been accepted, so that its answer is waited for.
        interruption: Ctrl-C, SIGTERM or SIGHUP, whichever came; None if neither did.
    """

    def __init__(self, in_flight: bool) -> None:
        self.in_flight = in_flight
        self.interruption: KeyboardInterrupt | None = None

    def report(self, in_flight: bool) -> None:
        """Take note that the request is sent, or that it was refused and shall be sent again later.

        Raises:
            KeyboardInterrupt: It was interrupted, so it shall not be sent again.
        """
        self.in_flight = in_flight
        if not in_flight and self.interruption is not None:
            raise self.interruption


@contextmanager
def terminating(session: Session) -> Iterator[None]:
    """Let SIGTERM, and SIGHUP of a terminal that is closed, end what this command does as Ctrl-C would, unasked.

    Once: whoever sends it again does not make a remote run stop sooner. A process that was told to ignore one, as by
    `nohup`, does.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def terminate(_number: int, _frame: Any) -> None:
        session.signalled = True
        if not session.terminated:
            session.terminated = True
            raise Terminated

    taken = [number for number in _ENDINGS if signal.getsignal(number) == signal.SIG_DFL]
    for number in taken:
        signal.signal(number, terminate)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def submitting(session: Session, *, in_flight: bool = True) -> Iterator[Submitting]:
    """Hold back the first Ctrl-C or SIGTERM until the answer is there, so that the id of what was submitted is known.

    The second Ctrl-C gets through: the answer may never come.

    Args:
        session: Says that the answer is waited for.
        in_flight: Whether it is held back from the beginning. Otherwise it interrupts the uploads before the request of
            a run, and the wait for a slot.
    """
    from wiro._submission import report_in_flight

    state = Submitting(in_flight)
    if threading.current_thread() is not threading.main_thread():
        yield state
        return

    def hold_back(number: int, frame: Any) -> None:
        if not state.in_flight:
            former[number](number, frame)
            return
        terminated = number != signal.SIGINT
        if state.interruption is not None and not terminated:
            raise KeyboardInterrupt
        session.signalled = session.signalled or terminated
        session.terminated = session.terminated or terminated
        state.interruption = Terminated() if session.terminated else KeyboardInterrupt()
        # While the id is written, stderr takes nothing from a handler; there is no answer to wait for then either.
        with suppress(RuntimeError):
            session.mention("\nwiro: waiting for the answer to the submission, to know its id; Ctrl-C again gives up")

    # A signal that this process ignores stays ignored.
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, *_ENDINGS)}
    former: dict[int, Any] = {
        number: handler for number, handler in handlers.items() if handler not in (signal.SIG_IGN, signal.SIG_DFL, None)
    }
    for number in former:
        signal.signal(number, hold_back)
    token = report_in_flight.set(state.report)
    try:
        yield state
    finally:
        report_in_flight.reset(token)
        for number, handler in former.items():
            signal.signal(number, handler)


def settle_interrupted(
    session: Session, name: str, stop: Callable[[], object], *, later: str, mine: bool = True
) -> None:
    """After Ctrl-C or SIGTERM: stop the remote job or leave it, as the user says, and say what became of it.

    Args:
        session: Tells whether there is somebody to ask.
        name: What it is, with its id.
        stop: Stops it.
        later: Command that takes it up again.
        mine: Whether this command submitted it. Then it is stopped if nobody can be asked.
    """
    # First of all, should a further Ctrl-C end everything.
    session.mention(f"\nwiro: interrupted; {name} still runs: {later}")
    wanted = mine
    if session.asks:
        try:
            wanted = click.confirm(f"Stop {name}?", default=mine, err=True)
        except click.Abort as abort:
            # Ctrl-C once more means yes; the end of the input (Ctrl-D) takes the default.
            wanted = mine or (isinstance(abort.__context__, KeyboardInterrupt) and not session.terminated)
            session.mention("")
        except OSError:
            # The terminal is gone, and nobody can answer any more.
            wanted = mine
    if not wanted:
        session.mention(f"wiro: {name} goes on and is billed")
        return
    if _stop(session, name, stop):
        session.mention(f"wiro: {name} is stopped")


@contextmanager
def stopping_unheard(session: Session, name: str, stop: Callable[[], object], *, mine: bool = True) -> Iterator[None]:
    """Stop a remote job if its id or its answer cannot be told: it is not worth its price then.

    Most likely whoever read this command's output has left.

    Args:
        session: Says why it could not be stopped.
        name: What it is, with its id.
        stop: Stops it.
        mine: Whether this command submitted it; otherwise it goes on.
    """
    from wiro.errors import WiroError

    try:
        yield
    except WiroError:
        raise
    except Exception:
        if mine:
            _stop(session, name, stop)
        raise


def _stop(session: Session, name: str, stop: Callable[[], object]) -> bool:
    from wiro.errors import WiroError

    # From here on SIGTERM could only keep it from being stopped.
    session.terminated = True
    try:
        stop()
    except WiroError as error:
        session.mention(f"wiro: {name} could not be stopped and goes on: {one_line(error)}")
        return False
    return True
