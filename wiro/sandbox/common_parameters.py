"""Parameters that many models share."""

from wiro.sandbox.catalogue import Parameter

__all__ = ["PROMPT", "choice", "file_input", "number_input", "run_time", "text_input"]

PROMPT = Parameter(
    id="prompt",
    type="textarea",
    label="Prompt",
    required=True,
    placeholder="Describe what you want...",
    note="Text description of the desired output",
)


def run_time(default: int) -> Parameter:
    """How many seconds the model runs."""
    return number_input("seconds", "Run time", "How many seconds the model runs", default, 0, 86_400)


def number_input(
    name: str, label: str, note: str, default: int, minimum: int, maximum: int, *, kind: str = "range"
) -> Parameter:
    """A whole number; `kind` is `range`, `number`, `numeric`, `integer` or `float`."""
    return Parameter(
        id=name, type=kind, label=label, default=str(default), note=note, minimum=minimum, maximum=maximum, step=1
    )


def text_input(name: str, label: str, note: str, kind: str = "text") -> Parameter:
    """An optional text of one line, or of several as `textarea`."""
    return Parameter(id=name, type=kind, label=label, note=note)


def choice(name: str, label: str, *options: str) -> Parameter:
    """One of several values, the first by default."""
    return Parameter(id=name, type="select", label=label, default=options[0], options=options)


def file_input(name: str, kind: str, label: str, *, required: bool = True) -> Parameter:
    """One file, several, or files and addresses mixed: `fileinput`, `multifileinput`, `combinefileinput`."""
    return Parameter(id=name, type=kind, label=label, required=required, note="Upload a file or provide a URL")
