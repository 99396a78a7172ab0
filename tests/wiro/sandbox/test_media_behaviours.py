import io
import json
import struct
import wave

import pytest
from PIL import Image

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.sounds import tones, wav

QUICK = {"seconds": 0}


def outputs(client: SandboxClient, model: str, **parameters: object) -> tuple[list[tuple[str, bytes]], str]:
    """Run a model; return media type and content of its outputs, and what it cost."""
    row = client.wait(client.run(f"sandbox/{model}", **parameters, **QUICK)["taskid"])
    assert row["pexit"] == "0"
    contents = []
    for output in row["outputs"]:
        response = client.http.get(output["url"])
        assert response.headers["content-type"] == output["contenttype"]
        contents.append((output["contenttype"], response.content))
    return contents, row["totalcost"].rstrip("0")


def test_batch_draws_each_sample_and_bills_it(client: SandboxClient) -> None:
    drawn, cost = outputs(client, "image-batch", prompt="a", samples=3, side=64)
    assert len({content for _, content in drawn}) == 3
    assert {Image.open(io.BytesIO(content)).size for _, content in drawn} == {(64, 64)}
    assert cost == "0.117"


@pytest.mark.parametrize(
    ("parameters", "cost"),
    [
        ({}, "0.13"),
        ({"resolution": "480p"}, "0.06"),
        ({"resolution": "1080p", "duration": "10"}, "0.58"),
    ],
)
def test_video_is_billed_by_resolution_and_length(client: SandboxClient, parameters: dict[str, str], cost: str) -> None:
    ((kind, content),), billed = outputs(client, "video", prompt="a fox", **parameters)
    assert (kind, content[4:8], billed) == ("video/mp4", b"ftyp", cost)
    assert b": a fox" in content


def test_shape_depends_on_its_picture(client: SandboxClient) -> None:
    extras = []
    for name in ("a", "b"):
        ((kind, content),), cost = outputs(client, "image-to-3d", inputImage=f"https://example.com/{name}.png")
        assert (kind, cost) == ("model/gltf-binary", "0.2")
        (length,) = struct.unpack_from("<I", content, 12)
        extras.append(json.loads(content[20 : 20 + length])["extras"]["task"].split(" input ")[1])
    assert extras[0] != extras[1]


def test_music_lasts_as_long_as_wanted(client: SandboxClient) -> None:
    ((kind, content),), _ = outputs(client, "music", prompt="a", duration=2)
    with wave.open(io.BytesIO(content)) as file:
        assert file.getnframes() == 2 * file.getframerate()
    assert kind == "audio/wav"


def test_speech_is_billed_by_the_character_and_depends_on_the_voice(client: SandboxClient) -> None:
    spoken = set()
    for voice in ("alloy", "marin"):
        ((_, content),), cost = outputs(client, "text-to-speech", prompt="x" * 30, voice=voice)
        with wave.open(io.BytesIO(content)) as file:
            assert file.getnframes() == 2 * file.getframerate()
            spoken.add(file.readframes(-1))
        assert cost == "0.0003"
    assert len(spoken) == 2


@pytest.mark.parametrize(
    ("content", "length", "cost"),
    [(wav(tones("a", 2.5), ""), "2.50", "0.00025"), (bytes(48_000), "1.00", "0.0001")],
)
def test_transcript_knows_length_and_hash_of_the_sound(
    client: SandboxClient, content: bytes, length: str, cost: str
) -> None:
    files = {"inputAudio": ("talk.wav", content, "audio/wav"), "seconds": (None, b"0")}
    answer = client.http.post("/Run/sandbox/speech-to-text", files=files).json()
    row = client.wait(answer["taskid"])
    (said,) = row["outputs"][0]["content"]["answer"]
    assert said.startswith(f"talk.wav: {length} seconds of sound, sha256 ")
    assert row["totalcost"].rstrip("0") == cost


def test_transcript_of_an_address_elsewhere_fetches_nothing(client: SandboxClient) -> None:
    task_id = client.run("sandbox/speech-to-text", inputAudioUrl="http://127.0.0.1:1/a.wav", **QUICK)["taskid"]
    assert "a.wav: 1.00 seconds" in client.wait(task_id)["debugoutput"]


def test_plain_language_never_thinks_and_is_billed_by_the_token(client: SandboxClient) -> None:
    task_id = client.run("sandbox/language-plain", prompt="why so?", **QUICK)["taskid"]
    row = client.wait(task_id)
    content = row["outputs"][0]["content"]
    assert (content["thinking"], len(content["answer"])) == ([], 1)
    assert content["raw"] == content["answer"][0] == row["debugoutput"]
    words = 2 + len(row["debugoutput"].split())
    assert float(row["totalcost"]) == pytest.approx(words * 0.000002)
