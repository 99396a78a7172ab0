import array
import io
import wave

import pytest

from wiro.sandbox.sounds import SAMPLE_RATE, chord, is_silent, seconds_of_wav, tones, wav


@pytest.mark.parametrize("seconds", [0.1, 1.0, 2.5])
def test_sounds_have_the_wanted_length_and_are_heard(seconds: float) -> None:
    for pcm in (tones("a red fox", seconds), chord("a red fox", seconds), tones("", seconds)):
        assert len(pcm) == 2 * int(seconds * SAMPLE_RATE)
        assert max(array.array("h", pcm)) > 1000


def test_sounds_depend_on_their_text() -> None:
    assert tones("a", 0.1) != tones("b", 0.1)
    assert chord("a", 0.1) != chord("b", 0.1)
    assert tones("a", 0.1) == tones("a", 0.1)


def test_long_sounds_repeat_their_seconds_without_a_gap() -> None:
    samples = array.array("h", chord("a", 2.0))
    assert samples[:SAMPLE_RATE] == samples[SAMPLE_RATE:]


def test_wav_is_read_by_others_and_carries_its_comment() -> None:
    pcm = tones("a", 0.5)
    content = wav(pcm, "7: wörds")
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, SAMPLE_RATE)
        assert file.readframes(file.getnframes()) == pcm
    assert "7: wörds".encode() in content
    assert seconds_of_wav(content) == 0.5


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all", wav(b"", "")[:40]])
def test_other_content_has_no_length(content: bytes) -> None:
    assert seconds_of_wav(content) is None


def test_silence_is_zeros() -> None:
    assert is_silent(bytes(100))
    assert not is_silent(bytes(99) + b"\x01")
