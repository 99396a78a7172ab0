"""Models of sound, video and space, and those that read what they are given."""

from wiro.sandbox.catalogue import SandboxModel
from wiro.sandbox.common_parameters import PROMPT, choice, file_input, number_input, run_time
from wiro.sandbox.media_behaviours import (
    plan_image_batch,
    plan_music,
    plan_plain_language,
    plan_shape,
    plan_speech,
    plan_transcript,
    plan_video,
)
from wiro.sandbox.pricing import PriceTier

__all__ = ["MEDIA_MODELS"]

MEDIA_MODELS = (
    SandboxModel(
        id="8",
        owner="sandbox",
        slug="image-batch",
        title="Image Batch",
        description="Draws several pictures at once; each costs.",
        categories=("image-generation", "text-to-image"),
        groups={
            "Input": (PROMPT,),
            "Settings": (
                number_input("samples", "Samples", "Number of pictures", 1, 1, 10, kind="number"),
                number_input("side", "Side", "Pixels", 256, 64, 2048, kind="integer"),
                run_time(4),
            ),
        },
        plan=plan_image_batch,
        tiers=(PriceTier(inputs={}, price="0.039", method="cpo"),),
    ),
    SandboxModel(
        id="9",
        owner="sandbox",
        slug="video",
        title="Video",
        description="Draws a video of the wanted length; resolution and length decide the price.",
        categories=("video", "text-to-video"),
        groups={
            "Input": (PROMPT,),
            "Settings": (
                choice("resolution", "Resolution", "720p", "480p", "1080p"),
                choice("duration", "Length", "5", "10"),
                run_time(30),
            ),
        },
        plan=plan_video,
        # The table of the pricing chapter.
        tiers=tuple(
            PriceTier(inputs={"resolution": resolution, "duration": duration}, price=price, method="cpr")
            for resolution, duration, price in (
                ("480p", "5", "0.06"),
                ("720p", "5", "0.13"),
                ("1080p", "5", "0.29"),
                ("480p", "10", "0.12"),
                ("720p", "10", "0.26"),
                ("1080p", "10", "0.58"),
            )
        ),
        cps="0.01",
    ),
    SandboxModel(
        id="10",
        owner="sandbox",
        slug="image-to-3d",
        title="Image to 3D",
        description="Makes a three-dimensional model from a picture.",
        categories=("3d-generation", "image-to-3d"),
        groups={
            "Input": (file_input("inputImage", "fileinput", "Picture"),),
            "Settings": (run_time(15),),
        },
        plan=plan_shape,
        tiers=(PriceTier(inputs={"inputImage": "QUANTITY:1"}, price="0.20", method="cpr"),),
    ),
    SandboxModel(
        id="11",
        owner="sandbox",
        slug="music",
        title="Music",
        description="Plays a chord of the wanted length.",
        categories=("audio", "text-to-music"),
        groups={
            "Input": (PROMPT,),
            "Settings": (number_input("duration", "Length", "Seconds", 10, 1, 300, kind="float"), run_time(8)),
        },
        plan=plan_music,
        tiers=(PriceTier(inputs={}, price="0.002", method="cps"),),
    ),
    SandboxModel(
        id="12",
        owner="sandbox",
        slug="text-to-speech",
        title="Text to Speech",
        description="Says a text, a tone a word; each character costs.",
        categories=("audio", "text-to-speech"),
        groups={
            "Input": (PROMPT,),
            "Settings": (choice("voice", "Voice", "alloy", "marin"), run_time(3)),
        },
        plan=plan_speech,
        tiers=(PriceTier(inputs={}, price="0.00001", method="cp-promptlength"),),
    ),
    SandboxModel(
        id="13",
        owner="sandbox",
        slug="speech-to-text",
        title="Speech to Text",
        description="Writes down what is in a sound; each of its seconds costs.",
        categories=("audio", "speech-to-text"),
        groups={
            "Input": (file_input("inputAudio", "fileinput", "Sound"),),
            "Settings": (run_time(3),),
        },
        plan=plan_transcript,
        tiers=(PriceTier(inputs={}, price="0.0001", method="cp-audiosecondslength"),),
    ),
    SandboxModel(
        id="14",
        owner="sandbox",
        slug="language-plain",
        title="Language without Thinking",
        description="Answers once, without thinking; each token costs.",
        categories=("llm", "chat"),
        groups={"Input": (PROMPT,), "Settings": (run_time(2),)},
        plan=plan_plain_language,
        tiers=(PriceTier(inputs={}, price="0.000002", method="cpt"),),
    ),
)
