from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import json_values
from wiro import pricing
from wiro.catalog import Model, model_from_rows
from wiro.errors import CostLimitError, InvalidArgumentError
from wiro.pricing import Quote, Usage, check_cost_limit, checked_cost_limit, quote
from wiro.sandbox.models import MODELS
from wiro.sandbox.pricing import Usage as SandboxUsage
from wiro.sandbox.pricing import price_of

URL = "https://x/y.png"
PARAMETERS: list[dict[str, Any]] = [
    {"id": "prompt", "type": "textarea", "required": True},
    {"id": "image", "type": "combinefileinput"},
    {"id": "document", "type": "multifileinput"},
]
VIDEO = [
    {"inputs": {"resolution": resolution, "duration": duration}, "price": price, "priceMethod": "cpr"}
    for resolution, duration, price in [
        ("480p", "5", 0.06),
        ("720p", "5", 0.13),
        ("1080p", "5", 0.29),
        ("480p", "10", 0.12),
        ("720p", "10", 0.26),
        ("1080p", "10", 0.58),
    ]
]


def model(entries: Any = None, parameters: Any = PARAMETERS, **fields: Any) -> Model:
    price = {} if entries is None else {"dynamicprice": json.dumps(entries)}
    return model_from_rows("o/m", [{"title": "M", "parameters": parameters, **price, **fields}])


def flat(method: str, price: Any = 0.03, **extra: Any) -> list[dict[str, Any]]:
    return [{"inputs": {}, "price": price, "priceMethod": method, **extra}]


@pytest.mark.parametrize(
    ("resolution", "duration", "usd"), [(e["inputs"]["resolution"], e["inputs"]["duration"], e["price"]) for e in VIDEO]
)
def test_the_documented_video_table(resolution: str, duration: str, usd: float) -> None:
    found = quote(model(VIDEO), {"resolution": resolution, "duration": int(duration)})
    assert (found.usd, found.certainty, found.method) == (Decimal(str(usd)), "exact", "cpr")
    assert found.entry is not None
    assert found.entry.inputs == {"resolution": resolution, "duration": duration}


def test_the_documented_flat_price() -> None:
    found = quote(model(flat("cpr")), {"prompt": "x", "anything": 1})
    assert (found.usd, found.certainty, found.basis) == (Decimal("0.03"), "exact", "0.03 USD a run")


PIXELS = flat("cp-pixel", 0.03, priceExtra=0.01, priceInput=0.02)
MEGAPIXEL = {"width": 1024, "height": 1024}


@pytest.mark.parametrize(
    ("entries", "params", "usage", "usd", "certainty"),
    [
        (flat("cps", 0.002), {}, Usage(seconds=10), "0.02", "estimate"),
        (flat("cps", 0.002), {"seconds": 10}, None, None, "unknown"),
        (flat("cpo", 0.039), {}, None, "0.039", "estimate"),
        (flat("cpo", 0.039), {"samples": "3"}, None, "0.117", "estimate"),
        (flat("cpo", 0.039), {"samples": 0}, None, "0.039", "estimate"),
        (flat("cpo", 0.039), {"samples": 3}, Usage(outputs=2), "0.078", "estimate"),
        (flat("cpo", 0.039), {}, Usage(outputs=0), "0.039", "estimate"),  # no output: once
        (flat("cpt", "0.000002"), {"prompt": "x"}, None, None, "unknown"),
        (flat("cpt", "0.000002"), {}, Usage(tokens=1500), "0.003", "estimate"),
        (PIXELS, MEGAPIXEL, None, "0.03", "exact"),
        (PIXELS, {"width": 1025, "height": 1024}, None, "0.04", "exact"),
        (PIXELS, {"width": "2048", "height": "2048"}, None, "0.06", "exact"),
        (PIXELS, {"size": "2048x2048"}, None, "0.06", "exact"),
        (PIXELS, {**MEGAPIXEL, "image": [URL, b"png"]}, None, "0.07", "exact"),
        (PIXELS, {"width": 2048, "height": 1024, "image": URL}, None, "0.08", "exact"),
        (PIXELS, {"width": 1, "height": 1}, None, "0.03", "exact"),
        (PIXELS, {"width": 0, "height": 0}, None, None, "unknown"),  # "as the input image"
        (PIXELS, {"resolution": "2K"}, None, None, "unknown"),
        (PIXELS, {}, Usage(pixels=1048577), "0.04", "estimate"),
        (flat("cp-audiosecondslength", 0.0001), {}, None, None, "unknown"),
        (flat("cp-audiosecondslength", 0.0001), {}, Usage(audio_seconds=12.5), "0.00125", "estimate"),
        (flat("cp-promptlength", "1e-5"), {"prompt": "hello"}, None, "0.00005", "exact"),
        (flat("cp-promptlength", "1e-5"), {"prompt": "h€llo"}, None, "0.00007", "maximum"),
        (flat("cp-promptlength", "1e-5"), {"prompt": ""}, None, "0", "exact"),
        (flat("cp-promptlength", "1e-5"), {}, None, None, "unknown"),
        (flat("cp-outputVideoLength", 0.1), {"duration": "8"}, None, "0.8", "estimate"),
        (flat("cp-outputVideoLength", 0.1), {"durationSeconds": 4}, None, "0.4", "estimate"),
        (flat("cp-outputVideoLength", 0.1), {"duration": "8"}, Usage(video_seconds=9), "0.9", "estimate"),
        (flat("cp-outputVideoLength", 0.1), {}, None, None, "unknown"),
        (flat("cp-realtimeturn", 0.01), {}, None, None, "unknown"),
        (flat("cp-realtimeturn", 0.01), {}, Usage(turns=3), "0.03", "estimate"),
        (flat("cp-readoutput", 0.01), {}, Usage(seconds=1, outputs=1, tokens=1), None, "unknown"),
        (flat("cp-future", 0.01), {}, None, None, "unknown"),
        ([{"inputs": {}, "price": 0.05}], {}, None, "0.05", "estimate"),  # an older sample names no method
    ],
)
def test_every_method(entries: Any, params: Any, usage: Usage | None, usd: str | None, certainty: str) -> None:
    found = quote(model(entries), params, usage)
    assert (found.usd, found.certainty) == (None if usd is None else Decimal(usd), certainty)
    assert found.method == entries[0].get("priceMethod", "")
    assert found.basis
    assert found.entry is not None


def test_every_documented_method_is_known() -> None:
    documented = "cpr cps cpo cpt cp-pixel cp-audiosecondslength cp-promptlength cp-outputVideoLength cp-realtimeturn"
    assert set(pricing._METHODS) == {"", "cp-readoutput", *documented.split()}


QUANTITIES = [
    {"inputs": {"image": f"QUANTITY:{count}"}, "price": price, "priceMethod": "cpr"}
    for count, price in [(0, 0.1), (1, 0.2), (3, 0.3)]
]


@pytest.mark.parametrize(
    ("params", "usd"),
    [
        ({}, "0.1"),
        ({"image": ""}, "0.1"),
        ({"image": URL}, "0.2"),
        ({"image": [URL, b"1", URL]}, "0.3"),
        ({"image": [URL, URL]}, None),
    ],
)
def test_quantities(params: Any, usd: str | None) -> None:
    assert quote(model(QUANTITIES), params).usd == (None if usd is None else Decimal(usd))


def test_quantities_of_addresses() -> None:
    entries = [{"inputs": {"document": "QUANTITY:3"}, "price": 1, "priceMethod": "cpr"}]
    assert quote(model(entries), {"document": [b"1"], "documentUrl": f"{URL},{URL}"}).usd == 1
    assert quote(model(entries), {"documentUrl": f"{URL},{URL}"}).usd is None


def test_the_most_particular_entry_counts_wherever_it_stands() -> None:
    entries = [
        *flat("cpr", 0.09),
        {"inputs": {"quality": "high", "size": "L"}, "price": 0.3, "priceMethod": "cpr"},
        {"inputs": {"quality": "high"}, "price": 0.18, "priceMethod": "cpr"},
        {"inputs": {"size": "L"}, "price": 0.17, "priceMethod": "cpr"},
    ]
    for listed in (entries, entries[::-1]):
        prices = [
            quote(model(listed), params).usd
            for params in ({}, {"quality": "high"}, {"quality": "high", "size": "L"}, {"size": "L"}, {"quality": "low"})
        ]
        assert prices == [Decimal(text) for text in ("0.09", "0.18", "0.3", "0.17", "0.09")]


def test_a_list_that_contradicts_itself_quotes_the_dearest() -> None:
    entries = [*flat("cpr", 0.09), *flat("cpr", 0.12), *flat("cpr", 0.1)]
    assert quote(model(entries), {}).usd == Decimal("0.12")


def test_nothing_fits() -> None:
    found = quote(model(VIDEO, cps=0.01, approximatelycost=0.1), {"resolution": "8K", "duration": "5"})
    assert (found.usd, found.certainty) == (None, "unknown")
    assert found.basis.endswith("the price depends on: duration, resolution")


def test_defaults_decide_where_nothing_was_given() -> None:
    parameters = [
        {"id": "resolution", "type": "select", "options": ["480p", "720p"], "default": "720p"},
        {"id": "duration", "type": "select", "options": ["5", "10"], "default": 5},
        {"id": "steps", "type": "range", "default": "30"},
    ]
    found = quote(model(VIDEO, parameters), {"resolution": "480p"})
    assert found.usd == Decimal("0.06")
    assert found.defaults == {"duration": 5}
    sized = [{"id": "width", "type": "range", "default": "2048"}, {"id": "height", "type": "range", "default": "1024"}]
    found = quote(model(PIXELS, sized), {})
    assert (found.usd, found.defaults) == (Decimal("0.04"), {"width": "2048", "height": "1024"})


@pytest.mark.parametrize("empty", [None, "", " ", [], [None]])
def test_what_is_empty_was_not_given(empty: Any) -> None:
    parameters = [{"id": "quality", "type": "select", "options": ["low", "high"], "default": "high"}]
    entries = [*flat("cpr", 0.01), {"inputs": {"quality": "high"}, "price": 1, "priceMethod": "cpr"}]
    found = quote(model(entries, parameters), {"quality": empty})
    assert (found.usd, found.defaults) == (1, {"quality": "high"})
    assert quote(model(entries, [{**parameters[0], "default": empty}]), {}).usd == Decimal("0.01")


def test_nothing_may_be_a_choice() -> None:
    parameters = [{"id": "quality", "type": "select", "options": ["", "high"], "default": "high"}]
    entries = [*flat("cpr", 0.01), {"inputs": {"quality": "high"}, "price": 1, "priceMethod": "cpr"}]
    found = quote(model(entries, parameters), {"quality": ""})
    assert (found.usd, found.defaults) == (Decimal("0.01"), {})


@pytest.mark.parametrize(
    ("fields", "usage", "usd", "unit"),
    [
        ({"approximatelycost": 0.00585, "cps": "0.000585"}, None, "0.00585", "0.000585"),
        ({"approximatelycost": "0.00585"}, None, "0.00585", None),
        ({"approximatelycost": "0.00585", "cps": 0.001}, Usage(seconds=20), "0.02", "0.001"),
        ({"cps": 0.001}, None, None, "0.001"),
        ({"cps": None, "approximatelycost": ""}, None, None, None),
        ({}, Usage(seconds=20), None, None),
        ({"cps": 0.001, "dynamicprice": "[]"}, Usage(seconds=1), "0.001", "0.001"),
    ],
)
def test_by_the_second(fields: Any, usage: Usage | None, usd: str | None, unit: str | None) -> None:
    found = quote(model(**fields), {}, usage)
    assert found.usd == (None if usd is None else Decimal(usd))
    assert found.unit_usd == (None if unit is None else Decimal(unit))
    assert found.certainty == ("unknown" if usd is None else "estimate")
    assert (found.method, found.entry) == ("cps", None)


def test_a_list_that_cannot_be_read_is_no_price_by_the_second() -> None:
    found = quote(model(cps=0.01, approximatelycost=0.1, dynamicprice="[{]"), {})
    assert (found.certainty, found.basis) == ("unknown", "the price list cannot be read")


def test_models_quote_themselves() -> None:
    assert model(flat("cpr")).quote().usd == Decimal("0.03")
    assert model(flat("cpt", 1)).quote({}, usage=Usage(tokens=2)).usd == 2


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), True, "3"])
def test_usage_is_an_amount(value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"Usage\.seconds"):
        Usage(seconds=value)


@pytest.mark.parametrize("name", MODELS)
def test_the_sandbox_bills_what_was_quoted(name: str) -> None:
    sold = MODELS[name]
    row = sold.to_detail({})
    params: dict[str, Any] = {
        item.id: item.default if item.default is not None else [URL] if item.type.endswith("fileinput") else "hello"
        for item in sold.parameters
    }
    files = {item.id: 1 for item in sold.parameters if item.type.endswith("fileinput")}
    expected = {"seconds": 7.5, "outputs": 2, "tokens": 99, "audio_seconds": 3.5, "video_seconds": 5.0, "turns": 4}
    billed = price_of(sold.tiers, sold.cps, SandboxUsage(parameters=params, input_files=files, **expected))  # type: ignore[arg-type]
    found = model_from_rows(name, [row]).quote(params, usage=Usage(**expected))  # type: ignore[arg-type]
    assert found.usd == billed


METHODS = [*pricing._METHODS, "cp-future"]
prices = st.decimals(0, 1000, places=6).map(float)
price_lists = st.lists(
    st.fixed_dictionaries(
        {
            "inputs": st.dictionaries(
                st.sampled_from(["a", "b", "image"]), st.sampled_from(["1", "2", "QUANTITY:1"]), max_size=2
            ),
            "price": prices,
            "priceMethod": st.sampled_from(METHODS),
        },
        optional={"priceExtra": prices, "priceInput": prices},
    ),
    min_size=1,
    max_size=4,
)
run_params = st.dictionaries(
    st.sampled_from(["a", "b", "prompt", "width", "height", "samples", "duration", "image"]),
    st.sampled_from([1, 2, "1", "2", "text", URL, [URL], None, 4096]),
)
usages = st.builds(
    Usage,
    seconds=st.none() | st.floats(0, 1e6),
    outputs=st.none() | st.integers(0, 100),
    tokens=st.none() | st.integers(0, 10**9),
    pixels=st.none() | st.integers(0, 10**9),
)


@given(price_lists, run_params, usages)
def test_quotes_hold_together(entries: Any, params: Any, usage: Usage) -> None:
    found = quote(model(entries), params, usage)
    assert (found.usd is None) == (found.certainty == "unknown")
    assert found.basis
    if found.usd is not None:
        assert found.usd >= 0
        dearer = [{**entry, "price": entry["price"] + 1} for entry in entries]
        more = quote(model(dearer), params, usage).usd
        assert more is not None
        assert more >= found.usd
    if len({(len(entry["inputs"]), entry["price"]) for entry in entries}) == len(entries):
        assert quote(model(entries[::-1]), params, usage) == found


@given(json_values, json_values, json_values, st.dictionaries(st.text(max_size=5), json_values, max_size=4))
def test_any_row_can_be_quoted(price: Any, per_second: Any, usual: Any, params: Any) -> None:
    row = {"title": "M", "dynamicprice": price, "cps": per_second, "approximatelycost": usual}
    found = quote(model_from_rows("o/m", [row]), params)
    assert isinstance(found, Quote)
    assert (found.usd is None) == (found.certainty == "unknown")


@given(st.decimals(0, 100, places=4), st.decimals(0, 100, places=4), st.sampled_from(["exact", "maximum", "estimate"]))
def test_a_limit_is_never_exceeded(usd: Decimal, limit: Decimal, certainty: Any) -> None:
    found = Quote(usd=usd, certainty=certainty, method="cpr", basis="because")
    if usd > limit or certainty == "estimate":
        with pytest.raises(CostLimitError) as caught:
            check_cost_limit("o/m", found, limit, allow_estimate=False)
        assert caught.value.quote is found
    else:
        check_cost_limit("o/m", found, limit, allow_estimate=False)


@pytest.mark.parametrize("limit", [-0.01, True, "much", float("inf"), None, b"1"])
def test_what_is_no_limit(limit: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="max_cost_usd"):
        checked_cost_limit(limit)


@pytest.mark.parametrize("limit", [0, 0.1, "0.1", Decimal("0.1")])
def test_limits_are_exact(limit: Any) -> None:
    assert checked_cost_limit(limit) == Decimal(str(limit))
