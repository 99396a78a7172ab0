"""Showing a run or a message while it works: a bar on stderr, the text of a language model on stdout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from wiro._deltas import DeltaReader
from wiro.cli.frames import DeltaWriter, contents_of, news_from, words_for
from wiro.cli.session import is_terminal, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Any

    from rich.progress import Progress, ProgressColumn, Task
    from rich.text import Text

    from wiro._deltas import Delta
    from wiro.cli.session import Session

__all__ = ["Display"]


class Display:
    """Shows one run or message; a context manager.

    The bar appears only on a terminal and leaves when the first word of an answer comes: both are on the same screen.

    Args:
        session: Decides whether stdout is for text or for one JSON document.
        title: Says what is shown, for the bar.
        status: Says the status that is known before the first frame.
        thinking: Whether to write a model's thoughts to stderr.
    """

    def __init__(
        self, session: Session, title: Callable[[], str], status: Callable[[], str | None], *, thinking: bool = False
    ) -> None:
        self._session = session
        self._title = title
        self._status = status
        self._thinking = thinking
        self._bar: Progress | None = None
        self._label = ""
        self._reader = DeltaReader()
        self._answer = DeltaWriter(self._write_answer)
        self._thoughts = DeltaWriter(self._write_thought)

    def __enter__(self) -> Self:
        if is_terminal(sys.stderr):
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            self._bar = Progress(
                SpinnerColumn(),
                self._description_column(),
                BarColumn(),
                TextColumn("{task.fields[percent]}"),
                TimeElapsedColumn(),
                console=self._session.console(),
                refresh_per_second=5,
                transient=True,
            )
            self._bar.add_task("", total=None, percent="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._remove_bar()
        if self._answer.begun:
            self._session.write("\n")
        elif self._thoughts.begun:
            self._session.say("")

    def feed(self, frame: Mapping[str, Any]) -> None:
        """Show what a frame says."""
        news = news_from(frame)
        if self._bar is not None:
            self._label = news.label or self._label
            if news.percent is not None:
                percent = f"{news.percent:.0f} %"
                self._bar.update(self._bar.task_ids[0], completed=news.percent, total=100.0, percent=percent)
        for content in contents_of(frame):
            self.feed_content(content)

    def feed_content(self, content: object) -> None:
        """Show what a language model said since it was last shown.

        Args:
            content: What it said so far, in one of the shapes of the service.
        """
        for delta in self._reader.feed(content):
            self.feed_delta(delta)

    def feed_delta(self, delta: Delta) -> None:
        """Show a piece of a text."""
        if delta.kind == "answer" and not self._session.as_json:
            self._answer.feed(delta)
        elif delta.kind == "thinking" and self._thinking:
            self._thoughts.feed(delta)

    def finish(self, text: str) -> None:
        """Show the whole text, unless an answer was shown while it was written."""
        if text and not self._answer.begun:
            self.feed_content({"answer": [text]})

    def _description_column(self) -> ProgressColumn:
        from rich.progress import ProgressColumn
        from rich.text import Text

        display = self

        class Description(ProgressColumn):
            """What the run is doing: the last frame tells, or until there is one, what was asked on subscribing."""

            def render(self, _task: Task) -> Text:
                doing = display._label or words_for(display._status())
                return Text(f"{printable(display._title())}  {printable(doing)}")

        return Description()

    def _write_answer(self, text: str) -> None:
        self._remove_bar()
        if self._thoughts.begun and not self._answer.begun:
            self._session.say("\n")
        self._session.write(text)

    def _write_thought(self, text: str) -> None:
        self._remove_bar()
        self._session.write(text, err=True)

    def _remove_bar(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
