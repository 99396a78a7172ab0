import asyncio
import json
from typing import Any

from tests.support.sandbox_client import SandboxClient, connect
from wiro.sandbox.realtime import CHUNK_BYTES

VOICE = b"|\x01" * (CHUNK_BYTES // 2)
SILENCE = bytes(CHUNK_BYTES)


class Talk:
    """One client of one live session."""

    def __init__(self, client: SandboxClient, model: str, **parameters: Any) -> None:
        self.client = client
        answer = client.run(f"sandbox/{model}", **parameters)
        self.task_id, self.token = answer["taskid"], answer["socketaccesstoken"]
        self.audio: list[bytes] = []
        self.frames: list[dict[str, Any]] = []

    @property
    def types(self) -> list[str]:
        return [frame["type"] for frame in self.frames]

    async def send(self, socket: Any, kind: str) -> None:
        await socket.send(json.dumps({"type": kind, "tasktoken": self.token}))

    async def say(self, socket: Any, *chunks: bytes) -> None:
        for chunk in chunks:
            await socket.send(self.token.encode() + b"|" + chunk)

    async def until(self, socket: Any, kind: str, times: int = 1) -> None:
        while self.types.count(kind) < times:
            message = await asyncio.wait_for(socket.recv(), 5)
            if isinstance(message, bytes):
                token, _, pcm = message.partition(b"|")
                assert token.decode() == self.token
                self.audio.append(pcm)
            else:
                self.frames.append(json.loads(message))


async def test_voice_answers_each_turn_and_is_billed_by_it(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-voice", voice="alloy")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        for turn in (1, 2):
            await talk.say(socket, *[VOICE] * turn, SILENCE)
            await talk.until(socket, "task_cost", turn)
        await talk.send(socket, "task_session_end")
        await talk.until(socket, "task_postprocess_end")
    lines = [frame["message"] for frame in talk.frames if frame["type"] == "task_output"]
    assert [line.split(":")[0] for line in lines] == ["TRANSCRIPT_USER", "TRANSCRIPT_AI"] * 2
    assert "0.2 seconds of sound" in lines[0]
    assert "0.4 seconds of sound" in lines[2]
    assert len(b"".join(talk.audio)) > CHUNK_BYTES
    costs = [frame for frame in talk.frames if frame["type"] == "task_cost"]
    assert [(cost["turnCost"], cost["cumulativeCost"]) for cost in costs] == [(0.002, 0.002), (0.002, 0.004)]
    assert costs[0]["usage"] == {"input_tokens": 2, "output_tokens": len(lines[1].split())}
    assert not any("message" in cost for cost in costs)
    turn = ["task_output", "task_output", "task_stream_end", "task_cost"]
    start = talk.types.index("task_stream_ready") + 1
    assert talk.types[start : start + 8] == turn * 2
    assert talk.types[start + 8 :] == ["task_output_full", "task_end", "task_postprocess_start", "task_postprocess_end"]
    row = client.detail(talk.task_id)
    assert (row["pexit"], row["totalcost"]) == ("0", "0.004000000000")
    assert row["debugoutput"] == "\n".join(lines)
    assert str(client.sandbox.books.charges_usd) == "0.004"


async def test_speech_follows_the_documented_sequence_and_needs_no_client_sound(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-tts", text="a demo of three and more words")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_postprocess_end")
    types = [kind for kind in talk.types if kind.startswith(("task_stream", "task_cost", "task_end", "task_post"))]
    assert types == [
        "task_stream_ready",
        "task_stream_end",
        "task_cost",
        "task_end",
        "task_postprocess_start",
        "task_postprocess_end",
    ]
    assert "task_output" not in talk.types
    assert len(talk.audio) > 5
    assert client.detail(talk.task_id)["pexit"] == "0"


async def test_transcript_grows_and_only_text_comes_back(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-stt", language="tr")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await talk.say(socket, VOICE, SILENCE, VOICE[:-2] + b"zz")
        await talk.send(socket, "task_session_end")
        await talk.until(socket, "task_postprocess_end")
    lines = [frame["message"] for frame in talk.frames if frame["type"] == "task_output"]
    assert len(set(lines)) == 2
    assert all(line.startswith("TRANSCRIPT_USER:tr-") for line in lines)
    assert talk.audio == []
    end = talk.types.index("task_stream_end")
    assert talk.types[end : end + 2] == ["task_stream_end", "task_cost"]


async def test_interruption_stops_the_reply_and_the_session_goes_on(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-voice")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await talk.say(socket, VOICE, SILENCE)
        await talk.until(socket, "task_cost")
        whole = len(talk.audio)
        # Slow enough that the interruption comes long before the end.
        client.control("POST", "/clock", {"time_scale": 2})
        try:
            await talk.say(socket, VOICE, SILENCE)
            await talk.until(socket, "task_output", 4)
            await talk.send(socket, "task_session_interrupt")
            await talk.until(socket, "task_stream_end", 2)
        finally:
            client.control("POST", "/clock", {"time_scale": 50})
        assert len(talk.audio) - whole < whole / 2
        await talk.send(socket, "task_session_end")
        await talk.until(socket, "task_postprocess_end")
    assert talk.types.count("task_cost") == 2


async def test_client_that_leaves_ends_its_session(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-voice")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
    row = await asyncio.to_thread(client.wait, talk.task_id)
    assert (row["pexit"], row["totalcost"]) == ("0", "0")


async def test_empty_wallet_ends_the_session_after_the_turn(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-voice")
    client.sandbox.set_balance("0.001")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await talk.say(socket, VOICE, SILENCE, VOICE, SILENCE)
        await talk.until(socket, "task_postprocess_end")
    assert talk.types.count("task_cost") == 1
    assert client.detail(talk.task_id)["totalcost"] == "0.002000000000"


async def test_sound_without_a_token_is_for_the_only_one(client: SandboxClient) -> None:
    talk, other = Talk(client, "realtime-stt"), Talk(client, "realtime-stt")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await socket.send(VOICE)
        await talk.until(socket, "task_output")
        await other.send(socket, "task_info")
        await socket.send(VOICE)
        await socket.send(b"unknown|" + VOICE)
        await talk.send(socket, "task_session_end")
        await talk.until(socket, "task_stream_end")
    assert talk.types.count("task_output") == 1


async def test_strangers_cannot_talk_or_end(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-stt")
    async with connect(client.sandbox) as socket, connect(client.sandbox) as stranger:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await talk.say(stranger, VOICE)
        await talk.send(stranger, "task_session_end")
        await talk.send(stranger, "task_session_interrupt")
        await talk.say(socket, VOICE)
        await talk.until(socket, "task_output")
        assert talk.types.count("task_output") == 1
        await talk.send(socket, "task_session_end")
        await talk.until(socket, "task_postprocess_end")


async def test_killed_session_keeps_what_its_turns_cost(client: SandboxClient) -> None:
    talk = Talk(client, "realtime-voice")
    async with connect(client.sandbox) as socket:
        await talk.send(socket, "task_info")
        await talk.until(socket, "task_stream_ready")
        await talk.say(socket, VOICE, SILENCE)
        await talk.until(socket, "task_cost")
        await asyncio.to_thread(client.post, "/Task/Kill", {"taskid": talk.task_id})
        await talk.until(socket, "task_cancel")
    assert client.detail(talk.task_id)["totalcost"] == "0.002000000000"
    assert client.sandbox.books.violations == []
