"""Docstrings of the generated code, wrapped and escaped."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.operation_views import OperationView
    from codegen.views import ModelView

__all__ = ["class_docstring", "method_docstring", "text_docstring"]

_WIDTH = 112

_EFFECTS = {
    "read": "Changes nothing: may be repeated.",
    "idempotent": "May be repeated: doing it twice is the same as doing it once.",
    "create": "Not to be repeated blindly: every request that arrives makes something new.",
    "charge": "Costs money each time it arrives: never send it twice for one purpose.",
}

_STATUS = {
    "mentioned": "The documentation mentions this operation without describing it.",
    "legacy": "Only older documentation describes this operation.",
    "newer": "Only newer documentation describes this operation.",
}


def _escaped(text: str) -> str:
    """Return text that can stand inside triple double quotes."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _wrapped(text: str, indent: int, *, width: int = _WIDTH, hanging: int = 0) -> str:
    """Wrap one paragraph, every line but the first indented by ``indent`` + ``hanging`` spaces."""
    lines = textwrap.wrap(
        " ".join(text.split()),
        width - indent,
        subsequent_indent=" " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"\n{' ' * indent}".join(lines)


def _assembled(sections: list[str], indent: int) -> str:
    """Join sections with blank lines; a docstring must not end with a quote."""
    text = _escaped(f"\n\n{' ' * indent}".join(section for section in sections if section))
    if "\n" in text:
        return f'"""{text}\n{" " * indent}"""'
    return f'"""{text} """' if text.endswith('"') else f'"""{text}"""'


def _listed(title: str, entries: list[tuple[str, str]], indent: int) -> str:
    if not entries:
        return ""
    pad = " " * (indent + 4)
    lines = [pad + _wrapped(f"{name}: {text}", indent + 4, hanging=4) for name, text in entries]
    return "\n".join([f"{title}:", *lines])


def class_docstring(model: ModelView, indent: int = 4) -> str:
    """Return the docstring of a model class."""
    attributes = [(field.name, field.description) for field in model.fields if field.description]
    summary = model.description or f"{model.class_name}."
    return _assembled([_wrapped(summary, indent), _listed("Attributes", attributes, indent)], indent)


def method_docstring(operation: OperationView, indent: int = 8) -> str:
    """Return the docstring of a method: what it does, what it takes, what it raises, and where that is documented."""
    data = operation.raw.data
    arguments = [
        (
            argument.name,
            argument.description + "".join(f" Older name: ``{alias}``." for alias in argument.aliases),
        )
        for argument in operation.arguments
    ]
    if operation.either:
        arguments.append(("multipart", "True sends a form even without files. A File among the arguments always does."))
    arguments.append(("request_options", "Timeout, headers and retries of this request."))
    notes = [_EFFECTS.get(str(data.get("x-wiro-effect")), ""), _STATUS.get(str(data.get("x-wiro-status")), "")]
    if data.get("x-wiro-auth") == "none":
        notes.append("Needs no API key.")
    elif data.get("x-wiro-auth") == "runtime":
        notes.append("Called by the runtime of an agent, with its own authentication.")
    if data.get("deprecated"):
        notes.append("Deprecated.")
    source = f"{operation.raw.method.upper()} {operation.raw.path}"
    if data.get("x-wiro-docs"):
        source += f", documented in {data['x-wiro-docs']}."
    sections = [
        _wrapped(str(data.get("summary", operation.raw.id)), indent),
        _wrapped(str(data.get("description", "")), indent),
        _wrapped(" ".join(note for note in notes if note), indent),
        _listed("Args", arguments, indent),
        _listed("Returns", [(operation.result or "Any", "The answer.")], indent),
        _listed("Raises", _raised(operation), indent),
        _wrapped(source, indent),
    ]
    return _assembled(sections, indent)


def _raised(operation: OperationView) -> list[tuple[str, str]]:
    documented = []
    for error in operation.raw.data.get("x-wiro-documented-errors") or ():
        text = str(error.get("message", "")).rstrip(". ")
        if error.get("code") is not None:
            text = f"code {error['code']} ({text})" if text else f"code {error['code']}"
        documented.append(f"{text}: {error['when']}" if error.get("when") else text)
    refusals = "The service refused." + (f" Documented: {'; '.join(documented)}." if documented else "")
    return [
        ("InvalidArgumentError", "An argument is missing or has the wrong type; nothing was sent."),
        ("ApiError", refusals),
        ("InvalidResponseError", "The answer is not a JSON object."),
    ]


def text_docstring(text: str, indent: int) -> str:
    """Return a docstring of one paragraph."""
    return _assembled([_wrapped(text, indent)], indent)
