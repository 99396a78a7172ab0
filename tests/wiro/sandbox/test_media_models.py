import pytest

from wiro.sandbox.catalogue import FILE_TYPES, SandboxModel
from wiro.sandbox.media_models import MEDIA_MODELS
from wiro.sandbox.models import MODELS


def test_catalogue_covers_every_type_of_parameter() -> None:
    types = {parameter.type for model in MODELS.values() for parameter in model.parameters}
    assert types >= {"text", "textarea", "select", "range", "number", "integer", "float", *FILE_TYPES}


@pytest.mark.parametrize("model", MEDIA_MODELS, ids=lambda model: str(model.slug))
def test_every_model_has_a_price_and_a_run_time(model: SandboxModel) -> None:
    assert model.tiers
    assert "seconds" in [parameter.id for parameter in model.parameters]


def test_defaults_stand_in_for_what_was_not_said() -> None:
    video = MODELS["sandbox/video"]
    effective = video.with_defaults({"prompt": "a", "resolution": "", "seconds": 3, "extra": 1})
    assert effective == {"prompt": "a", "resolution": "720p", "duration": "5", "seconds": 3, "extra": 1}
