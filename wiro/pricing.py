"""What a run would cost, from the prices in the catalogue.

`dynamicprice` is a list of entries. An entry applies if each of its `inputs` equals the run's parameter, or for
`QUANTITY:n` if the parameter has n input files; an entry without inputs applies to all runs. Of those that apply, the
one with the most inputs counts. A model without entries is billed by the second.

Only some methods can be known before the run; a quote says whether it is exact, a bound, an estimate, or why there is
none.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import asdict, evolve, field, frozen

from wiro._file_values import entries_of
from wiro._parameter_checks import is_empty
from wiro._parameters import text_of
from wiro._price_list import PriceEntry, exact_number, is_same, price_of, read_price_list, shown_usd
from wiro.errors import CostLimitError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro._parameters import Parameter
    from wiro.catalog import Model

__all__ = ["PriceEntry", "Quote", "Usage", "check_cost_limit", "checked_cost_limit", "quote"]

_PIXELS_PER_TIER: Final = 1024 * 1024
_QUANTITY: Final = re.compile(r"QUANTITY:\s*(\d{1,9})", re.ASCII | re.IGNORECASE)
Certainty: TypeAlias = Literal["exact", "maximum", "estimate", "unknown"]

_SIZE: Final = re.compile(r"(\d{1,6})\s*[xX*]\s*(\d{1,6})", re.ASCII)
# Not documented, but what the catalogue's models call these.
_COUNT_KEYS: Final = ("samples", "maxImages", "numImages", "num_images", "numOutputs", "num_outputs", "n")
_DURATION_KEYS: Final = ("duration", "durationSeconds", "seconds", "videoLength", "length")


@frozen(slots=True, kw_only=True)
class Usage:
    """What a run is expected to use, where its price depends on it. Whatever is None is read from the parameters.

    Attributes:
        seconds: Run time of the model.
        outputs: Number of outputs.
        tokens: Input and output tokens of a language model.
        pixels: Width times height of one output.
        audio_seconds: Length of the input sound.
        video_seconds: Length of the output video.
        turns: Turns of a realtime conversation.
    """

    seconds: float | None = None
    outputs: int | None = None
    tokens: int | None = None
    pixels: int | None = None
    audio_seconds: float | None = None
    video_seconds: float | None = None
    turns: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no amount."""
        for name, value in asdict(self).items():
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
            if value is not None and not (is_number and value >= 0):
                raise InvalidArgumentError(
                    f"Usage.{name} is {value!r}; accepted: a finite number of at least 0, or None.", parameter=name
                )


@frozen(slots=True, kw_only=True)
class Quote:
    """What a run would cost.

    Attributes:
        usd: The cost in USD if the run succeeds; other runs are free. None if it cannot be known.
        certainty: `exact`, `maximum` (the run costs no more), `estimate` (it may), or `unknown`.
        method: Billing method, such as `cpr`; empty if not known.
        basis: How the number came about, or why there is none.
        unit_usd: USD for one unit of the method, if there is a price at all.
        entry: The entry of `dynamicprice` that applies; None for the price by the second.
        defaults: Parameters that were not given, or are empty, and decide the price, with the defaults of the model
            page for which the quote holds. A run with a cost limit sends them.
    """

    usd: Decimal | None
    certainty: Certainty
    method: str
    basis: str
    unit_usd: Decimal | None = None
    entry: PriceEntry | None = None
    defaults: Mapping[str, Any] = field(factory=dict)


def quote(model: Model, params: Mapping[str, Any], usage: Usage | None = None) -> Quote:
    """Say what a run would cost.

    Args:
        model: With the `raw` row of Tool/Detail or Tool/List.
        params: Parameters of the run.
        usage: What the run is expected to use.
    """
    usage = usage or Usage()
    entries, problem = read_price_list(model.raw.get("dynamicprice"))
    if problem:
        return _unknown("", problem)
    if not entries:
        return _by_the_second(model, usage)
    defaults = {
        parameter.id: parameter.default
        for parameter in model.parameters
        if not parameter.is_file and not is_empty(parameter.default) and not _is_given(parameter, params)
    }
    run = _Run(model, {**params, **defaults}, usage)
    matching = [entry for entry in entries if run.matches(entry)]
    if not matching:
        needed = ", ".join(sorted({key for entry in entries for key in entry.inputs}))
        return _unknown("", f"no entry of the price list fits; the price depends on: {needed}")
    # The dearest of equals, should the list contradict itself.
    chosen = max(matching, key=lambda entry: (len(entry.inputs), entry.price))
    found = evolve(_METHODS.get(chosen.method, _unknown_method)(chosen, run), entry=chosen)
    deciding = {key for entry in entries for key in entry.inputs} | (
        {"width", "height", "size", "resolution"} if chosen.method == "cp-pixel" else set()
    )
    return evolve(found, defaults={key: value for key, value in defaults.items() if key in deciding})


def checked_cost_limit(limit: object) -> Decimal:
    """Return a limit in USD as an exact number.

    Raises:
        InvalidArgumentError: Not a finite number of at least 0.
    """
    exact = None if isinstance(limit, bool) else exact_number(limit)
    if exact is None or exact < 0:
        raise InvalidArgumentError(
            f"max_cost_usd is {limit!r}; accepted: a finite number of at least 0, or None.", parameter="max_cost_usd"
        )
    return exact


def check_cost_limit(name: str, found: Quote, limit: Decimal, *, allow_estimate: bool) -> None:
    """Refuse a run that may cost more than a limit.

    Raises:
        CostLimitError: The quote is higher, or it is no bound.
    """
    problem = None
    if found.usd is None:
        problem = f"its cost cannot be known before it runs and is therefore not bounded: {found.basis}"
    elif found.usd > limit:
        problem = f"it is quoted at {shown_usd(found.usd)} USD ({found.basis})"
    elif found.certainty == "estimate" and not allow_estimate:
        problem = (
            f"{shown_usd(found.usd)} USD is an estimate that does not bound its cost ({found.basis}); "
            "pass allow_estimate=True if that is good enough"
        )
    if problem:
        raise CostLimitError(
            f"{name} was not submitted, because max_cost_usd is {shown_usd(limit)} and {problem}.",
            quote=found,
            limit_usd=limit,
            model=name,
        )


def _is_given(parameter: Parameter, params: Mapping[str, Any]) -> bool:
    value = params.get(parameter.id)
    # Nothing may be one of the choices, and then it is no lack of one.
    return not is_empty(value) or value in [option.value for option in parameter.options]


class _Run:
    """What is known of a run before it runs."""

    def __init__(self, model: Model, params: Mapping[str, Any], usage: Usage) -> None:
        self.params = params
        self.usage = usage
        self._file_keys = {parameter.id: parameter.keys for parameter in model.parameters if parameter.is_file}

    def matches(self, entry: PriceEntry) -> bool:
        for key, wanted in entry.inputs.items():
            quantity = _QUANTITY.fullmatch(wanted.strip())
            if quantity:
                if self.count_files(key) != int(quantity[1]):
                    return False
            elif key not in self.params or not is_same(self.params[key], wanted):
                return False
        return True

    def count_files(self, key: str) -> int:
        keys = self._file_keys.get(key, (key, f"{key}Url"))
        count = 0
        for name in keys:
            for entry in entries_of(self.params.get(name)):
                several = name != key and isinstance(entry, str)
                count += len([part for part in entry.split(",") if part.strip()]) if several else 1
        return count

    def count_all_files(self) -> int:
        return sum(map(self.count_files, self._file_keys))

    def pixels(self) -> int | None:
        if self.usage.pixels is not None:
            return self.usage.pixels
        width, height = (exact_number(self.params.get(key)) for key in ("width", "height"))
        if width and height and width > 0 and height > 0:
            return int(width * height)
        for key in ("size", "resolution"):
            found = _SIZE.fullmatch(text_of(self.params.get(key)).strip())
            if found:
                return int(found[1]) * int(found[2])
        return None

    def number(self, keys: tuple[str, ...]) -> tuple[str, Decimal] | None:
        for key in keys:
            value = exact_number(self.params.get(key))
            if value is not None and value > 0:
                return key, value
        return None


def _per_request(entry: PriceEntry, _run: _Run) -> Quote:
    return _quote(entry, Decimal(1), "exact", f"{shown_usd(entry.price)} USD a run{_for(entry)}")


def _per_second(entry: PriceEntry, run: _Run) -> Quote:
    return _metered(entry, run.usage.seconds, "second of run time")


def _per_output(entry: PriceEntry, run: _Run) -> Quote:
    if run.usage.outputs is not None:
        return _metered(entry, max(1, run.usage.outputs), "output")
    found = run.number(_COUNT_KEYS)
    key, count = found or ("", Decimal(1))
    why = f"{key}={count}" if key else "one output assumed"
    return _quote(entry, count, "estimate", f"{shown_usd(entry.price)} USD an output, {why}{_for(entry)}")


def _per_token(entry: PriceEntry, run: _Run) -> Quote:
    return _metered(entry, run.usage.tokens, "token")


def _per_pixel(entry: PriceEntry, run: _Run) -> Quote:
    pixels = run.pixels()
    if pixels is None:
        return _unknown(entry.method, "it depends on the size of the output, which the parameters do not tell", entry)
    tiers = max(1, -(-pixels // _PIXELS_PER_TIER))
    images = run.count_all_files()
    usd = entry.price + entry.price_extra * (tiers - 1) + entry.price_input * images * tiers
    certainty: Certainty = "estimate" if run.usage.pixels is not None else "exact"
    basis = f"{pixels} pixels are {tiers} x 1048576{_for(entry)}"
    if images and entry.price_input:
        basis += f", with {images} input images"
    return Quote(usd=usd, certainty=certainty, method=entry.method, basis=basis, unit_usd=entry.price)


def _per_audio_second(entry: PriceEntry, run: _Run) -> Quote:
    return _metered(entry, run.usage.audio_seconds, "second of input sound")


def _per_character(entry: PriceEntry, run: _Run) -> Quote:
    prompt = run.params.get("prompt")
    if not isinstance(prompt, str):
        return _unknown(entry.method, "it depends on the length of the prompt, and there is none", entry)
    # What a character is, is not documented. Nothing counts more of them than there are bytes.
    rate = f"{shown_usd(entry.price)} USD a character"
    if prompt.isascii():
        return _quote(entry, Decimal(len(prompt)), "exact", f"{rate}, {len(prompt)} of them{_for(entry)}")
    count = len(prompt.encode("utf-8", "surrogatepass"))
    return _quote(entry, Decimal(count), "maximum", f"{rate}, {count} if each byte counts as one{_for(entry)}")


def _per_video_second(entry: PriceEntry, run: _Run) -> Quote:
    if run.usage.video_seconds is not None:
        return _metered(entry, run.usage.video_seconds, "second of output video")
    found = run.number(_DURATION_KEYS)
    if found is None:
        return _metered(entry, None, "second of output video")
    key, seconds = found
    basis = f"{shown_usd(entry.price)} USD a second of output video, {key}={seconds}{_for(entry)}"
    return _quote(entry, seconds, "estimate", basis)


def _per_turn(entry: PriceEntry, run: _Run) -> Quote:
    return _metered(entry, run.usage.turns, "turn of the conversation")


def _reported(entry: PriceEntry, _run: _Run) -> Quote:
    return _unknown(entry.method, "the model itself reports its cost when it has run")


def _without_method(entry: PriceEntry, _run: _Run) -> Quote:
    basis = f"{shown_usd(entry.price)} USD, taken to be for the run: the price list names no method{_for(entry)}"
    return _quote(entry, Decimal(1), "estimate", basis)


def _unknown_method(entry: PriceEntry, _run: _Run) -> Quote:
    return _unknown(entry.method, f"the billing method {entry.method!r} is not documented", entry)


_METHODS: Final[dict[str, Callable[[PriceEntry, _Run], Quote]]] = {
    "cpr": _per_request,
    "cps": _per_second,
    "cpo": _per_output,
    "cpt": _per_token,
    "cp-pixel": _per_pixel,
    "cp-audiosecondslength": _per_audio_second,
    "cp-promptlength": _per_character,
    "cp-outputVideoLength": _per_video_second,
    "cp-realtimeturn": _per_turn,
    "cp-readoutput": _reported,
    "": _without_method,
}


def _by_the_second(model: Model, usage: Usage) -> Quote:
    """Quote a model without a price list."""
    per_second, usual = (price_of(model.raw.get(key)) for key in ("cps", "approximatelycost"))
    if per_second is not None and usage.seconds is not None:
        return _metered(PriceEntry(price=per_second, method="cps"), usage.seconds, "second of run time")
    if usual is not None:
        return Quote(
            usd=usual,
            certainty="estimate",
            method="cps",
            basis="billed by the second; this is its cost at the average run time",
            unit_usd=per_second,
        )
    reason = "billed by the second, and the run time is not known"
    if per_second is None:
        return _unknown("cps", f"{reason}, nor is the price of a second")
    return evolve(_unknown("cps", f"{shown_usd(per_second)} USD a second of run time, {reason}"), unit_usd=per_second)


def _metered(entry: PriceEntry, count: float | None, unit: str) -> Quote:
    if count is None:
        return _unknown(entry.method, f"{shown_usd(entry.price)} USD a {unit}, and how many is not known", entry)
    exact = Decimal(str(count))
    basis = f"{shown_usd(entry.price)} USD a {unit}, {exact} expected{_for(entry)}"
    return _quote(entry, exact, "estimate", basis)


def _quote(entry: PriceEntry, count: Decimal, certainty: Certainty, basis: str) -> Quote:
    return Quote(usd=entry.price * count, certainty=certainty, method=entry.method, basis=basis, unit_usd=entry.price)


def _unknown(method: str, reason: str, entry: PriceEntry | None = None) -> Quote:
    return Quote(usd=None, certainty="unknown", method=method, basis=reason, unit_usd=entry.price if entry else None)


def _for(entry: PriceEntry) -> str:
    return " for " + ", ".join(f"{key}={value}" for key, value in entry.inputs.items()) if entry.inputs else ""
