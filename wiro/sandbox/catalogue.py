"""What a model is: its place in the catalogue, the parameters it takes, its price and what it does."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from wiro.sandbox.pricing import PriceTier

if TYPE_CHECKING:
    from wiro.sandbox.realtime import RealtimeSession

__all__ = [
    "FILE_TYPES",
    "InputFile",
    "Outcome",
    "OutputFile",
    "Parameter",
    "Plan",
    "RunInput",
    "SandboxModel",
    "Step",
]

FILE_TYPES = frozenset({"fileinput", "multifileinput", "combinefileinput"})

_AVERAGE_SECONDS = 10


@frozen(kw_only=True)
class InputFile:
    """One file given to a run: where it can be fetched, its hash, and its content if the sandbox holds it."""

    name: str
    url: str
    sha256: str
    content: bytes | None = field(default=None, repr=False)


@frozen(kw_only=True)
class RunInput:
    """What a model gets: the id of its task, the parameters, and the files by parameter."""

    task_id: str
    parameters: Mapping[str, Any]
    files: Mapping[str, tuple[InputFile, ...]]


@frozen
class Step:
    """One thing a running model writes.

    Args:
        at: Seconds since the model started.
        type: `task_output` for stdout, `task_error` for stderr.
        message: Progress object, language object or plain text.
    """

    at: float
    type: Literal["task_output", "task_error"]
    message: Any


@frozen
class OutputFile:
    """A file that a model produced."""

    name: str
    content_type: str
    content: bytes = field(repr=False)


@frozen(kw_only=True)
class Outcome:
    """How a model ended.

    Args:
        exit_code: 0 for success.
        stdout: The whole log; of a language model its answer with the thinking between tags.
        stderr: What it wrote to stderr, empty if nothing.
        text: The merged plain text of a language model, which is its `debugoutput`.
        files: Output files.
        content: The `raw` output of a language model, instead of files.
        tokens: Tokens used, for prices by token.
        pixels: Size of one output, for prices by pixel.
        audio_seconds: Length of the input sound, for prices by its seconds.
        video_seconds: Length of the output video, for prices by its seconds.
    """

    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""
    text: str | None = None
    files: tuple[OutputFile, ...] = ()
    content: Mapping[str, Any] | None = None
    tokens: int = 0
    pixels: int = 0
    audio_seconds: float = 0.0
    video_seconds: float = 0.0


@frozen(kw_only=True)
class Plan:
    """What one run will do.

    Args:
        seconds: Run time of the model.
        steps: What it writes, in order of time.
        finish: Makes the outcome; called in a worker thread once the time has passed.
        converse: Instead of all three: holds a live session and returns its outcome.
        stays_queued: The run never leaves the queue.
        fails_to_start: Message of a failure before execution, after which Task/Detail says `task_error`.
        recovers_after: Seconds until such a run is picked up again, None for never.
    """

    seconds: float = 0.0
    finish: Callable[[], Outcome] = Outcome
    converse: "Callable[[RealtimeSession], Awaitable[Outcome]] | None" = None
    steps: Iterator[Step] = field(factory=lambda: iter(()))
    stays_queued: bool = False
    fails_to_start: str | None = None
    recovers_after: float | None = None


@frozen(kw_only=True)
class Parameter:
    """One parameter as Tool/Detail describes it; ranges have `minimum`, `maximum` and `step`, selects `options`."""

    id: str
    type: str
    label: str
    required: bool = False
    default: str | None = None
    note: str | None = None
    placeholder: str | None = None
    options: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the item as the service writes it, without the keys that have no value."""
        item: dict[str, Any] = {"id": self.id, "type": self.type, "label": self.label, "required": self.required}
        optional: dict[str, Any] = {
            "placeholder": self.placeholder,
            "note": self.note,
            "default": self.default,
            "options": [{"label": option, "value": option} for option in self.options] or None,
            "min": self.minimum,
            "max": self.maximum,
            "step": self.step,
        }
        item.update({key: value for key, value in optional.items() if value is not None})
        return item


@frozen(kw_only=True)
class SandboxModel:
    """One model of the catalogue.

    Args:
        id: Number of the model, as text.
        owner: Clean owner slug.
        slug: Clean model slug.
        title: Name for people; its spelling with capitals and spaces is accepted as a slug too, as the service does.
        description: One sentence.
        categories: Catalogue categories.
        groups: Parameters by the title of their group.
        plan: What a run of it does.
        tiers: Dynamic prices.
        cps: USD a second, for models without dynamic prices.
    """

    id: str
    owner: str
    slug: str
    title: str
    description: str
    categories: tuple[str, ...]
    groups: Mapping[str, tuple[Parameter, ...]]
    plan: Callable[[RunInput], Plan]
    tiers: tuple[PriceTier, ...] = ()
    cps: str | None = None

    @property
    def name(self) -> str:
        """`owner/slug`."""
        return f"{self.owner}/{self.slug}"

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters in the order of the page."""
        return tuple(item for items in self.groups.values() for item in items)

    @property
    def takes_files(self) -> bool:
        """Whether any parameter is a file."""
        return any(parameter.type in FILE_TYPES for parameter in self.parameters)

    def with_defaults(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters that a run works with: the given ones, and defaults where nothing was said."""
        defaults = {item.id: item.default for item in self.parameters if item.default is not None}
        return {**defaults, **{name: value for name, value in given.items() if value not in (None, "")}}

    def to_summary(self, runs: Mapping[str, int]) -> dict[str, Any]:
        """Return the row of Tool/List, with strings and numbers mixed as the service mixes them.

        Args:
            runs: How often it ran: `runcount`, `successcount`, `errorcount`, `lastruntime`.
        """
        row: dict[str, Any] = {
            "id": self.id,
            "title": self.title,
            "slugowner": self.owner,
            "slugproject": self.title,
            "cleanslugowner": self.owner,
            "cleanslugproject": self.slug,
            "description": self.description,
            "image": "",
            "computingtime": f"{_AVERAGE_SECONDS} seconds",
            "categories": list(self.categories),
            "tags": [],
            "marketplace": 1,
            "onlymembers": "1",
            "averagepoint": "5.00",
            "commentcount": "0",
            "taskstat": {
                "runcount": runs.get("runcount", 0),
                "successcount": str(runs.get("successcount", 0)),
                "errorcount": str(runs.get("errorcount", 0)),
                "lastruntime": str(runs.get("lastruntime", 0)),
            },
        }
        if self.tiers:
            row["dynamicprice"] = json.dumps([tier.to_dict() for tier in self.tiers], separators=(",", ":"))
        if self.cps is not None:
            row["cps"] = float(self.cps)
            row["approximatelycost"] = float(Decimal(self.cps) * _AVERAGE_SECONDS)
        return row

    def to_card(self) -> dict[str, Any]:
        """Return the short row of Tool/Explore."""
        return {
            "id": self.id,
            "cleanslugowner": self.owner,
            "cleanslugproject": self.slug,
            "image": "",
            "description": self.description,
            "categories": list(self.categories),
            "commentcount": "0",
            "ratedusercount": "0",
            "averagepoint": "5.00",
        }

    def to_detail(self, runs: Mapping[str, int], *, summary: bool = False) -> dict[str, Any]:
        """Return the row of Tool/Detail: the summary with the parameters, and the page's texts unless summarised."""
        row = self.to_summary(runs)
        row["ratedusercount"] = "0"
        row["parameters"] = [
            {"title": title, "items": [item.to_dict() for item in items]} for title, items in self.groups.items()
        ]
        if not summary:
            row["readme"] = f"<p>{self.description}</p>"
            row["inspire"] = []
            row["samples"] = []
            row["seotitle"] = self.title
            row["seodescription"] = self.description
        return row
