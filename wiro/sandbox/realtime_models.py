"""Models that work while a client listens and speaks. All their parameters are texts."""

from wiro.sandbox.catalogue import Parameter, SandboxModel
from wiro.sandbox.common_parameters import choice, text_input
from wiro.sandbox.pricing import PriceTier
from wiro.sandbox.realtime_behaviours import plan_realtime_speech, plan_realtime_transcript, plan_realtime_voice

__all__ = ["REALTIME_MODELS"]

# The cost of a turn in the documented sample frame.
_PER_TURN = (PriceTier(inputs={}, price="0.002", method="cp-realtimeturn"),)

_VOICE = choice("voice", "Voice", "marin", "alloy")
_INPUT_FORMAT = (
    choice("input_audio_format", "Input format", "audio/pcm"),
    choice("input_audio_rate", "Input rate", "24000"),
)
_OUTPUT_FORMAT = (
    choice("output_audio_format", "Output format", "audio/pcm"),
    choice("output_audio_rate", "Output rate", "24000"),
)

REALTIME_MODELS = (
    SandboxModel(
        id="15",
        owner="sandbox",
        slug="realtime-voice",
        title="Realtime Voice",
        description="Converses: answers each turn with transcripts and sound.",
        categories=("realtime", "realtime-voice"),
        groups={
            "Input": (_VOICE, text_input("system_instructions", "Instructions", "How to behave", "textarea")),
            "Audio": (*_INPUT_FORMAT, *_OUTPUT_FORMAT),
        },
        plan=plan_realtime_voice,
        tiers=_PER_TURN,
    ),
    SandboxModel(
        id="16",
        owner="sandbox",
        slug="realtime-tts",
        title="Realtime Text to Speech",
        description="Speaks a text while it is heard.",
        categories=("realtime", "realtime-tts"),
        groups={
            "Input": (Parameter(id="text", type="textarea", label="Text", required=True), _VOICE),
            "Audio": _OUTPUT_FORMAT,
        },
        plan=plan_realtime_speech,
        tiers=_PER_TURN,
    ),
    SandboxModel(
        id="17",
        owner="sandbox",
        slug="realtime-stt",
        title="Realtime Speech to Text",
        description="Writes down what it hears while it hears it.",
        categories=("realtime", "realtime-stt"),
        groups={
            "Input": (choice("language", "Language", "en", "de", "tr"),),
            "Audio": _INPUT_FORMAT,
        },
        plan=plan_realtime_transcript,
        tiers=_PER_TURN,
    ),
)
