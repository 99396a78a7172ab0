"""Showing a run while it works: a bar on stderr, the text of a language model on stdout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

import click

from wiro.cli.frames import TextStream, news_from
from wiro.cli.session import printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Any

    from rich.progress import Progress

    from wiro.cli.session import Session

__all__ = ["Display"]


class Display:
    """Shows one run; a context manager.

    The bar appears only on a terminal and leaves when the first word of an answer comes: both are on the same screen.

    Args:
        session: Decides whether stdout is for text or for one JSON document.
        title: What the bar is about.
        thinking: Whether to write a model's thoughts to stderr.
    """

    def __init__(self, session: Session, title: str, *, thinking: bool = False) -> None:
        self._session = session
        self._title = printable(title)
        self._thinking = thinking
        self._bar: Progress | None = None
        self._label = ""
        self.answer = TextStream(self._write_answer)
        self._thoughts = TextStream(self._write_thought)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            self._bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                TextColumn("{task.fields[percent]}"),
                TimeElapsedColumn(),
                console=self._session.console(),
                transient=True,
            )
            self._bar.add_task(self._title, total=None, percent="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._remove_bar()
        if self.answer.text:
            click.echo()
        elif self._thoughts.text:
            click.echo(err=True)

    def feed(self, frame: Mapping[str, Any]) -> None:
        """Show what a frame says."""
        news = news_from(frame)
        if self._bar is not None:
            self._label = news.label or self._label
            total = None if news.percent is None else 100.0
            percent = "" if news.percent is None else f"{news.percent:.0f} %"
            description = f"{self._title}  {printable(self._label)}"
            self._bar.update(
                self._bar.task_ids[0], description=description, completed=news.percent, total=total, percent=percent
            )
        if self._thinking:
            self._thoughts.feed(news.thinking)
        if not self._session.as_json:
            self.answer.feed(news.answer)

    def _write_answer(self, text: str) -> None:
        self._remove_bar()
        if self._thoughts.text and not self.answer.text:
            click.echo("\n", err=True)
        self._session.write(text)

    def _write_thought(self, text: str) -> None:
        self._remove_bar()
        click.echo(printable(text), nl=False, err=True)

    def _remove_bar(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
