"""Ctrl-C while something runs that costs money: no id is lost, and nothing goes on by accident."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.report import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiro.cli.session import Session

__all__ = ["Submitting", "settle_interrupted", "submitting"]


class Submitting:
    """Whether Ctrl-C was pressed while a submission was on its way."""

    interrupted = False


@contextmanager
def submitting(session: Session) -> Iterator[Submitting]:
    """Hold back the first Ctrl-C until the answer is there, so that the id of what was submitted is known.

    The second one gets through: the answer may never come.
    """
    state = Submitting()
    if threading.current_thread() is not threading.main_thread():
        yield state
        return

    def hold_back(_number: int, _frame: Any) -> None:
        if state.interrupted:
            raise KeyboardInterrupt
        state.interrupted = True
        session.say("\nwiro: waiting for the answer to the submission, to know its id; Ctrl-C again gives up")

    former = signal.signal(signal.SIGINT, hold_back)
    try:
        yield state
    finally:
        signal.signal(signal.SIGINT, former)


def settle_interrupted(
    session: Session, name: str, stop: Callable[[], object], *, later: str, mine: bool = True
) -> None:
    """After Ctrl-C: stop the remote job or leave it, as the user says, and say what became of it.

    Args:
        session: Tells whether there is somebody to ask.
        name: What it is, with its id.
        stop: Stops it.
        later: Command that takes it up again.
        mine: Whether this command submitted it. Then it is stopped if nobody can be asked.
    """
    from wiro.errors import WiroError

    # First of all, should a further Ctrl-C end everything.
    session.say(f"\nwiro: interrupted; {name} still runs: {later}")
    wanted = mine
    if session.asks:
        try:
            wanted = click.confirm(f"Stop {name}?", default=mine, err=True)
        except click.Abort as abort:
            # Ctrl-C once more means yes; the end of the input (Ctrl-D) takes the default.
            wanted = mine or isinstance(abort.__context__, KeyboardInterrupt)
            session.say("")
    if not wanted:
        session.say(f"wiro: {name} goes on and is billed")
        return
    try:
        stop()
    except WiroError as error:
        session.say(f"wiro: {name} could not be stopped and goes on: {one_line(error)}")
    else:
        session.say(f"wiro: {name} is stopped")
