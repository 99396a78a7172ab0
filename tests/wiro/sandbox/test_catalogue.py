import json

from wiro.sandbox.catalogue import Parameter
from wiro.sandbox.models import MODELS


def test_parameter_leaves_out_what_it_has_not() -> None:
    assert Parameter(id="a", type="text", label="A").to_dict() == {
        "id": "a",
        "type": "text",
        "label": "A",
        "required": False,
    }


def test_parameter_writes_ranges_and_options() -> None:
    written = Parameter(
        id="a", type="range", label="A", required=True, default="1", minimum=0, maximum=2, step=1, options=("x",)
    ).to_dict()
    assert (written["min"], written["max"], written["step"], written["default"]) == (0, 2, 1, "1")
    assert written["options"] == [{"label": "x", "value": "x"}]


def test_row_has_either_dynamic_prices_as_text_or_a_price_a_second() -> None:
    image = MODELS["sandbox/image"].to_summary({})
    assert json.loads(image["dynamicprice"])[0]["price"] == 0.03
    assert "cps" not in image
    language = MODELS["sandbox/language"].to_summary({})
    assert (language["cps"], language["approximatelycost"]) == (0.000585, 0.00585)
    assert "dynamicprice" not in language


def test_statistics_mix_numbers_and_texts_as_the_service_does() -> None:
    stat = MODELS["sandbox/image"].to_summary({"runcount": 3, "successcount": 2})["taskstat"]
    assert stat == {"runcount": 3, "successcount": "2", "errorcount": "0", "lastruntime": "0"}


def test_detail_adds_parameters_in_their_groups() -> None:
    groups = MODELS["sandbox/image"].to_detail({})["parameters"]
    assert [group["title"] for group in groups] == ["Input", "Settings"]
    assert [item["id"] for item in groups[1]["items"]] == ["seconds", "width", "height"]
