import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.realtime_models import REALTIME_MODELS


def test_every_parameter_is_a_text() -> None:
    types = {parameter.type for model in REALTIME_MODELS for parameter in model.parameters}
    assert types == {"select", "textarea"}


@pytest.mark.parametrize(
    ("model", "parameters"),
    [
        (
            "realtime-voice",
            {
                "voice": "marin",
                "system_instructions": "You are a helpful voice assistant.",
                "input_audio_format": "audio/pcm",
                "output_audio_format": "audio/pcm",
                "input_audio_rate": "24000",
                "output_audio_rate": "24000",
            },
        ),
        (
            "realtime-tts",
            {
                "text": "Hello, this is a realtime text-to-speech demo.",
                "voice": "alloy",
                "output_audio_format": "audio/pcm",
                "output_audio_rate": "24000",
            },
        ),
        ("realtime-stt", {"language": "en", "input_audio_format": "audio/pcm", "input_audio_rate": "24000"}),
    ],
)
def test_documented_parameters_are_accepted(client: SandboxClient, model: str, parameters: dict[str, str]) -> None:
    assert client.run(f"sandbox/{model}", **parameters)["result"] is True
