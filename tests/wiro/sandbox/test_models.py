import pytest

from wiro.sandbox.models import MODELS, find_model


def test_every_model_has_its_own_number_and_name() -> None:
    assert len({model.id for model in MODELS.values()}) == len(MODELS)
    assert all(name == model.name for name, model in MODELS.items())


@pytest.mark.parametrize("slug", ["virtual-try-on", "Virtual-Try-On", "Virtual Try-On"])
def test_model_is_found_in_every_spelling(slug: str) -> None:
    assert find_model("sandbox", slug) is MODELS["sandbox/virtual-try-on"]


@pytest.mark.parametrize(("owner", "slug"), [("", ""), ("sandbox", ""), ("sandbox", "images"), ("other", "image")])
def test_unknown_model_is_none(owner: str, slug: str) -> None:
    assert find_model(owner, slug) is None


def test_every_required_value_is_demanded_by_name() -> None:
    required = {name: [p.id for p in model.parameters if p.required] for name, model in MODELS.items()}
    assert required["sandbox/image"] == ["prompt"]
    assert required["sandbox/queued"] == []
    assert required["sandbox/virtual-try-on"] == ["inputImageHuman", "inputImageClothes"]
