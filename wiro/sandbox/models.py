"""The sandbox's catalogue of models."""

from collections.abc import Mapping

from wiro.sandbox.behaviours import (
    plan_failing,
    plan_image,
    plan_language,
    plan_queued,
    plan_unstartable,
)
from wiro.sandbox.catalogue import Parameter, SandboxModel
from wiro.sandbox.pricing import PriceTier

__all__ = ["MODELS", "find_model"]

_PROMPT = Parameter(
    id="prompt",
    type="textarea",
    label="Prompt",
    required=True,
    placeholder="Describe what you want...",
    note="Text description of the desired output",
)
_FLAT_IMAGE_PRICE = (PriceTier(inputs={}, price="0.03", method="cpr"),)


def _seconds(default: int) -> Parameter:
    return Parameter(
        id="seconds",
        type="range",
        label="Run time",
        default=str(default),
        note="How many seconds the model runs",
        minimum=0,
        maximum=86_400,
        step=1,
    )


def _side(name: str) -> Parameter:
    return Parameter(
        id=name, type="range", label=name.capitalize(), default="512", note="Pixels", minimum=64, maximum=2048, step=16
    )


def _number(name: str, label: str, note: str, default: int, minimum: int, maximum: int) -> Parameter:
    return Parameter(
        id=name, type="range", label=label, default=str(default), note=note, minimum=minimum, maximum=maximum, step=1
    )


def _file(name: str, kind: str, label: str, *, required: bool = True) -> Parameter:
    return Parameter(id=name, type=kind, label=label, required=required, note="Upload a file or provide a URL")


_ALL = (
    SandboxModel(
        id="1",
        owner="sandbox",
        slug="image",
        title="Image",
        description="Draws a picture that shows its prompt.",
        categories=("image-generation", "text-to-image"),
        groups={"Input": (_PROMPT,), "Settings": (_seconds(20), _side("width"), _side("height"))},
        plan=plan_image,
        tiers=_FLAT_IMAGE_PRICE,
    ),
    SandboxModel(
        id="2",
        owner="sandbox",
        slug="language",
        title="Language",
        description="Thinks and answers in two turns, streaming both.",
        categories=("llm", "chat"),
        groups={
            "Input": (_PROMPT,),
            "Session": (
                Parameter(id="session_id", type="text", label="Session", note="UUID of the conversation"),
                Parameter(id="user_id", type="text", label="User", note="UUID of the user"),
            ),
            "Settings": (_seconds(2),),
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
            "Input": (_PROMPT,),
            "Settings": (
                _seconds(1),
                Parameter(id="stderr", type="textarea", label="Stderr", note="What the model writes to stderr"),
                _number("exitCode", "Exit code", "Exit code of the model", 1, 1, 255),
            ),
        },
        plan=plan_failing,
        tiers=_FLAT_IMAGE_PRICE,
    ),
    SandboxModel(
        id="4",
        owner="sandbox",
        slug="queued",
        title="Queued",
        description="Stays in the queue until it is cancelled.",
        categories=("text-to-image",),
        groups={"Input": (Parameter(id="prompt", type="textarea", label="Prompt"),)},
        plan=plan_queued,
        tiers=_FLAT_IMAGE_PRICE,
    ),
    SandboxModel(
        id="5",
        owner="sandbox",
        slug="unstartable",
        title="Unstartable",
        description="Fails before execution: its status is task_error until it recovers or is killed.",
        categories=("text-to-image",),
        groups={
            "Input": (_PROMPT,),
            "Settings": (
                _seconds(1),
                _number(
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
        tiers=_FLAT_IMAGE_PRICE,
    ),
    SandboxModel(
        id="6",
        owner="sandbox",
        slug="image-edit",
        title="Image Edit",
        description="Draws a picture from a prompt and one input file.",
        categories=("image-editing", "image-to-image"),
        groups={"Input": (_file("inputImage", "fileinput", "Input Image"), _PROMPT), "Settings": (_seconds(5),)},
        plan=plan_image,
        tiers=_FLAT_IMAGE_PRICE,
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
                _file("inputImageHuman", "fileinput", "Person"),
                _file("inputImageClothes", "combinefileinput", "Garments"),
                _file("inputDocumentMultiple", "multifileinput", "Documents", required=False),
            ),
            "Settings": (
                Parameter(id="quality", type="select", label="Quality", default="low", options=("low", "high")),
                _seconds(5),
            ),
        },
        plan=plan_image,
        tiers=(
            PriceTier(inputs={"quality": "high"}, price="0.18", method="cpr"),
            PriceTier(inputs={}, price="0.09", method="cpr"),
        ),
    ),
)

MODELS: Mapping[str, SandboxModel] = {model.name: model for model in _ALL}


def find_model(owner: str, slug: str) -> SandboxModel | None:
    """Return the model with these slugs; the older spelling with capitals is accepted as the service accepts it."""
    return MODELS.get(f"{owner}/{slug.replace(' ', '-')}".lower())
