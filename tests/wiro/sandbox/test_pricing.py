from decimal import Decimal
from typing import Any

import pytest

from wiro.sandbox.pricing import PriceTier, Usage, price_of


def usage(**values: Any) -> Usage:
    return Usage(**{"parameters": {}, "seconds": 6.0, **values})


def tier(method: str, price: str = "0.03", **values: Any) -> PriceTier:
    return PriceTier(**{"inputs": {}, "price": price, "method": method, **values})


def test_seconds_times_cps_is_the_documented_example() -> None:
    assert price_of((), "0.000585", usage(seconds=6.0)) == Decimal("0.003510")


def test_model_without_any_price_is_free() -> None:
    assert price_of((), None, usage()) == 0


@pytest.mark.parametrize(
    ("method", "used", "cost"),
    [
        ("cpr", {"outputs": 4}, "0.03"),
        ("cps", {"seconds": 2.5}, "0.075"),
        ("cpo", {"outputs": 4}, "0.12"),
        ("cpo", {"outputs": 0}, "0.03"),
        ("cpt", {"tokens": 1000}, "30.00"),
        ("cp-promptlength", {"parameters": {"prompt": "four"}}, "0.12"),
        ("cp-audiosecondslength", {"audio_seconds": 1.5}, "0.045"),
        ("cp-outputVideoLength", {"video_seconds": 5.0}, "0.15"),
        ("cp-realtimeturn", {"turns": 3}, "0.09"),
        ("cp-readoutput", {}, "0.03"),
    ],
)
def test_each_billing_method(method: str, used: dict[str, Any], cost: str) -> None:
    assert price_of((tier(method),), None, usage(**used)) == Decimal(cost)


@pytest.mark.parametrize(
    ("pixels", "images", "cost"),
    [(1024 * 1024, 0, "0.03"), (1024 * 1024 + 1, 0, "0.04"), (2 * 1024 * 1024, 2, "0.044"), (1, 0, "0.03")],
)
def test_pixels_are_billed_by_tiers_with_inputs_in_each(pixels: int, images: int, cost: str) -> None:
    pixel_tier = tier("cp-pixel", price_extra="0.01", price_input="0.001")
    assert price_of((pixel_tier,), None, usage(pixels=pixels, input_files={"image": images})) == Decimal(cost)


def test_first_tier_whose_inputs_all_match_wins() -> None:
    tiers = (
        tier("cpr", "0.13", inputs={"resolution": "720p", "duration": "5"}),
        tier("cpr", "0.29", inputs={"resolution": "1080p", "duration": "5"}),
        tier("cpr", "0.01"),
    )
    assert price_of(tiers, None, usage(parameters={"resolution": "1080p", "duration": 5})) == Decimal("0.29")
    assert price_of(tiers, None, usage(parameters={"resolution": "1080p", "duration": 6})) == Decimal("0.01")


def test_tiers_that_do_not_match_fall_back_to_seconds() -> None:
    tiers = (tier("cpr", "0.13", inputs={"resolution": "720p"}),)
    assert price_of(tiers, "0.5", usage(seconds=2.0)) == Decimal("1.0")


def test_quantity_matches_the_number_of_input_files() -> None:
    tiers = (
        tier("cpr", "0.10", inputs={"image": "QUANTITY:1"}),
        tier("cpr", "0.25", inputs={"image": "QUANTITY:3"}),
    )
    assert price_of(tiers, None, usage(input_files={"image": 3})) == Decimal("0.25")


def test_tier_is_written_as_the_service_writes_it() -> None:
    written = tier("cp-pixel", "0.03", price_extra="0.01", price_input="0.002").to_dict()
    assert written == {
        "inputs": {},
        "price": 0.03,
        "priceMethod": "cp-pixel",
        "priceExtra": 0.01,
        "priceInput": 0.002,
    }
