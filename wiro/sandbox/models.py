"""The sandbox's catalogue of models."""

from collections.abc import Mapping

from wiro.sandbox.behaviours import (
    plan_failing,
    plan_image,
    plan_language,
    plan_queued,
    plan_unstartable,
)
from wiro.sandbox.catalogue import SandboxModel
from wiro.sandbox.common_parameters import PROMPT, choice, file_input, number_input, run_time, text_input
from wiro.sandbox.media_models import MEDIA_MODELS
from wiro.sandbox.pricing import PriceTier
from wiro.sandbox.realtime_models import REALTIME_MODELS

__all__ = ["MODELS", "find_model"]

_FLAT_PRICE = (PriceTier(inputs={}, price="0.03", method="cpr"),)

_BASIC = (
    SandboxModel(
        id="1",
        owner="sandbox",
        slug="image",
        title="Image",
        description="Draws a picture that shows its prompt.",
        categories=("image-generation", "text-to-image"),
        groups={
            "Input": (PROMPT,),
            "Settings": (
                run_time(20),
                number_input("width", "Width", "Pixels", 512, 64, 2048),
                number_input("height", "Height", "Pixels", 512, 64, 2048),
            ),
        },
        plan=plan_image,
        tiers=_FLAT_PRICE,
    ),
    SandboxModel(
        id="2",
        owner="sandbox",
        slug="language",
        title="Language",
        description="Thinks and answers in two turns, streaming both.",
        categories=("llm", "chat"),
        groups={
            "Input": (PROMPT,),
            "Session": (
                text_input("session_id", "Session", "UUID of the conversation"),
                text_input("user_id", "User", "UUID of the user"),
            ),
            "Settings": (run_time(2),),
        },
        plan=plan_language,
        cps="0.000585",
    ),
    SandboxModel(
        id="3",
        owner="sandbox",
        slug="failing",
        title="Failing",
        description="Writes to stderr and ends with an exit code other than 0.",
        categories=("text-to-image",),
        groups={
            "Input": (PROMPT,),
            "Settings": (
                run_time(1),
                text_input("stderr", "Stderr", "What the model writes to stderr", "textarea"),
                number_input("exitCode", "Exit code", "Exit code of the model", 1, 1, 255),
            ),
        },
        plan=plan_failing,
        tiers=_FLAT_PRICE,
    ),
    SandboxModel(
        id="4",
        owner="sandbox",
        slug="queued",
        title="Queued",
        description="Stays in the queue until it is cancelled.",
        categories=("text-to-image",),
        groups={"Input": (text_input("prompt", "Prompt", "Anything", "textarea"),)},
        plan=plan_queued,
        tiers=_FLAT_PRICE,
    ),
    SandboxModel(
        id="5",
        owner="sandbox",
        slug="unstartable",
        title="Unstartable",
        description="Fails before execution: its status is task_error until it recovers or is killed.",
        categories=("text-to-image",),
        groups={
            "Input": (PROMPT,),
            "Settings": (
                run_time(1),
                number_input(
                    "recoversAfter",
                    "Recovers after",
                    "Seconds until the run is picked up again, 0 = never",
                    0,
                    0,
                    86_400,
                ),
            ),
        },
        plan=plan_unstartable,
        tiers=_FLAT_PRICE,
    ),
    SandboxModel(
        id="6",
        owner="sandbox",
        slug="image-edit",
        title="Image Edit",
        description="Draws a picture from a prompt and one input file.",
        categories=("image-editing", "image-to-image"),
        groups={"Input": (file_input("inputImage", "fileinput", "Input Image"), PROMPT), "Settings": (run_time(5),)},
        plan=plan_image,
        tiers=_FLAT_PRICE,
    ),
    SandboxModel(
        id="7",
        owner="sandbox",
        slug="virtual-try-on",
        title="Virtual Try-On",
        description="Draws a picture from a person, garments and documents.",
        categories=("tool", "image-to-image", "image-editing"),
        groups={
            "Input": (
                file_input("inputImageHuman", "fileinput", "Person"),
                file_input("inputImageClothes", "combinefileinput", "Garments"),
                file_input("inputDocumentMultiple", "multifileinput", "Documents", required=False),
            ),
            "Settings": (
                choice("quality", "Quality", "low", "high"),
                run_time(5),
            ),
        },
        plan=plan_image,
        tiers=(
            PriceTier(inputs={"quality": "high"}, price="0.18", method="cpr"),
            PriceTier(inputs={}, price="0.09", method="cpr"),
        ),
    ),
)

_ALL = (*_BASIC, *MEDIA_MODELS, *REALTIME_MODELS)

MODELS: Mapping[str, SandboxModel] = {model.name: model for model in _ALL}


def find_model(owner: str, slug: str) -> SandboxModel | None:
    """Return the model with these slugs; the older spelling with capitals is accepted as the service accepts it."""
    return MODELS.get(f"{owner}/{slug.replace(' ', '-')}".lower())
