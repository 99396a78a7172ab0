"""What a successful run costs, by the documented billing methods.

`dynamicprice` entries are tried in order; the first whose inputs all match wins. A model without entries costs its
seconds times `cps`.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

__all__ = ["PriceTier", "Usage", "price_of"]

_PIXELS_PER_TIER = 1024 * 1024
_QUANTITY = "QUANTITY:"


@frozen(kw_only=True)
class PriceTier:
    """One entry of `dynamicprice`.

    Args:
        inputs: Parameter values that the entry applies to; empty for all. `QUANTITY:n` matches a number of input files.
        price: USD, as text so that it stays exact.
        method: Billing method code, such as `cpr`.
        price_extra: USD for each further tier of pixels.
        price_input: USD for each input image and tier of pixels.
    """

    inputs: Mapping[str, str]
    price: str
    method: str
    price_extra: str | None = None
    price_input: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as the service writes it, with numbers for prices."""
        entry: dict[str, Any] = {"inputs": dict(self.inputs), "price": float(self.price), "priceMethod": self.method}
        if self.price_extra is not None:
            entry["priceExtra"] = float(self.price_extra)
        if self.price_input is not None:
            entry["priceInput"] = float(self.price_input)
        return entry


@frozen(kw_only=True)
class Usage:
    """What a run used.

    Args:
        parameters: The run's parameters.
        seconds: Run time of the model.
        outputs: Number of output files.
        tokens: Input and output tokens of a language model.
        pixels: Width times height of one output.
        audio_seconds: Length of the input audio.
        video_seconds: Length of the output video.
        turns: Turns of a realtime conversation.
        input_files: Number of input files by parameter.
    """

    parameters: Mapping[str, Any]
    seconds: float
    outputs: int = 0
    tokens: int = 0
    pixels: int = 0
    audio_seconds: float = 0.0
    video_seconds: float = 0.0
    turns: int = 0
    input_files: Mapping[str, int] = {}


def price_of(tiers: Sequence[PriceTier], cps: str | None, usage: Usage) -> Decimal:
    """Return the cost of a successful run in USD."""
    tier = next((tier for tier in tiers if _applies(tier, usage)), None)
    if tier is None:
        return Decimal(cps or 0) * _exact(usage.seconds)
    price = Decimal(tier.price)
    if tier.method == "cp-pixel":
        return _pixel_price(tier, usage)
    return price * _quantity(tier.method, usage)


def _applies(tier: PriceTier, usage: Usage) -> bool:
    for name, expected in tier.inputs.items():
        if expected.startswith(_QUANTITY):
            if str(usage.input_files.get(name, 0)) != expected.removeprefix(_QUANTITY):
                return False
        elif str(usage.parameters.get(name, "")) != expected:
            return False
    return True


def _quantity(method: str, usage: Usage) -> Decimal:
    match method:
        case "cps":
            return _exact(usage.seconds)
        case "cpo":
            return Decimal(max(1, usage.outputs))
        case "cpt":
            return Decimal(usage.tokens)
        case "cp-promptlength":
            return Decimal(len(str(usage.parameters.get("prompt", ""))))
        case "cp-audiosecondslength":
            return _exact(usage.audio_seconds)
        case "cp-outputVideoLength":
            return _exact(usage.video_seconds)
        case "cp-realtimeturn":
            return Decimal(usage.turns)
        case _:
            return Decimal(1)


def _pixel_price(tier: PriceTier, usage: Usage) -> Decimal:
    pixel_tiers = max(1, -(-usage.pixels // _PIXELS_PER_TIER))
    images = sum(usage.input_files.values())
    further = Decimal(tier.price_extra or 0) * (pixel_tiers - 1)
    return Decimal(tier.price) + further + Decimal(tier.price_input or 0) * images * pixel_tiers


def _exact(value: float) -> Decimal:
    return Decimal(str(value))
