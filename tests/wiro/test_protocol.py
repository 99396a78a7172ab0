from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import mutilated_texts, task_frames
from wiro import protocol
from wiro.lifecycle import TASK_STATUS_ORDER
from wiro.protocol import (
    AudioFrame,
    decode_frame,
    encode_agent_info,
    encode_audio,
    encode_session_end,
    encode_session_interrupt,
    encode_task_info,
    event_from_frame,
    frame_task_id,
    frame_token,
)
from wiro_client import models

KINDS = [*TASK_STATUS_ORDER, "task_error", "task_cancel", "task_cost", "task_stream_ready", "task_stream_end"]


def test_public_names() -> None:
    assert sorted(protocol.__all__) == [
        "AudioFrame",
        "MessageEvent",
        "TaskEvent",
        "decode_frame",
        "encode_agent_info",
        "encode_audio",
        "encode_session_end",
        "encode_session_interrupt",
        "encode_task_info",
        "event_from_frame",
        "frame_task_id",
        "frame_token",
        "message_event_from_frame",
    ]


class TestEncode:
    def test_task_info_is_what_the_vendors_clients_send(self) -> None:
        assert encode_task_info("tok-abc") == '{"type":"task_info","tasktoken":"tok-abc"}'

    def test_tokens_are_escaped(self) -> None:
        assert encode_task_info('a\\b"c') == '{"type":"task_info","tasktoken":"a\\\\b\\"c"}'

    def test_session_end(self) -> None:
        assert json.loads(encode_session_end("t")) == {"type": "task_session_end", "tasktoken": "t"}
        assert json.loads(encode_session_interrupt("t")) == {"type": "task_session_interrupt", "tasktoken": "t"}
        assert json.loads(encode_agent_info("t")) == {"type": "agent_info", "agenttoken": "t"}

    def test_audio_is_split_at_the_first_bar(self) -> None:
        frame = decode_frame(encode_audio("t", b"|\x00|"))
        assert isinstance(frame, AudioFrame)
        assert (frame.token, frame.audio) == ("t", b"|\x00|")


class TestDecode:
    def test_object(self) -> None:
        assert decode_frame('{"type":"task_accept","id":1}') == {"type": "task_accept", "id": 1}

    @pytest.mark.parametrize("text", ["", "{", "[1,2]", "null", '"text"', "5", "[" * 100_000, "9" * 5000, "\x00"])
    def test_anything_else_is_none(self, text: str) -> None:
        assert decode_frame(text) is None

    def test_audio_is_split_at_the_first_bar(self) -> None:
        assert decode_frame(b"token|\x01\x02|\x03") == AudioFrame(token="token", audio=b"\x01\x02|\x03")

    @pytest.mark.parametrize("data", [b"", b"\x01\x02\x03", b"\x01\x02|\x03", b"|ab|cd", b"a b|c", b"x" * 300 + b"|c"])
    def test_audio_without_a_token_is_kept_whole(self, data: bytes) -> None:
        assert decode_frame(data) == AudioFrame(token=None, audio=data)

    def test_longest_token(self) -> None:
        assert decode_frame(b"x" * 256 + b"|c") == AudioFrame(token="x" * 256, audio=b"c")

    def test_tokens_stay_out_of_the_repr(self) -> None:
        assert "canary" not in repr(decode_frame(b"canary|audio"))

    @given(mutilated_texts() | st.text() | st.binary())
    def test_nothing_raises(self, data: str | bytes) -> None:
        frame = decode_frame(data)
        assert frame is None or isinstance(frame, dict | AudioFrame)


class TestCorrelation:
    @pytest.mark.parametrize(("token", "read"), [("t", "t"), ("", None), (None, None), (5, None)])
    def test_token(self, token: Any, read: str | None) -> None:
        assert frame_token({"tasktoken": token}) == read
        assert frame_token({}) is None

    @pytest.mark.parametrize(
        ("task_id", "read"), [("5", "5"), (5, "5"), ("", None), (None, None), (True, None), (1.5, None)]
    )
    def test_id(self, task_id: Any, read: str | None) -> None:
        assert frame_task_id({"id": task_id}) == read
        assert frame_task_id({}) is None


class TestEvents:
    @pytest.mark.parametrize(
        "kind", [*TASK_STATUS_ORDER, "task_error", "task_cancel", "task_cost", "task_stream_ready"]
    )
    def test_known_types_have_a_model(self, kind: str) -> None:
        event = event_from_frame({"type": kind, "id": "5"})
        assert type(event).__name__ == "".join(word.capitalize() for word in kind.split("_")) + "Frame"
        assert event.type_ == kind

    def test_every_model_is_in_the_union(self) -> None:
        union = {part.strip() for part in str(protocol.TaskEvent).split("|")}
        made = {type(event_from_frame({"type": kind})).__name__ for kind in KINDS}
        assert union == made | {"SocketFrame", "AudioFrame"}

    def test_fields_of_a_model(self) -> None:
        event = event_from_frame(
            {"type": "task_output", "message": {"type": "progressGenerate", "thinking": ["hm"], "answer": ["yes"]}}
        )
        assert isinstance(event, models.TaskOutputFrame)
        assert isinstance(event.message, models.TaskProgress)
        assert event.message.answer == ["yes"]

    def test_unknown_type_keeps_its_document(self) -> None:
        document = {"type": "task_future_state", "message": [1, "two"], "more": {"a": None}}
        event = event_from_frame(document)
        assert isinstance(event, models.SocketFrame)
        assert event.type_ == "task_future_state"
        assert event.message == [1, "two"]
        assert event.to_dict() == document

    @pytest.mark.parametrize(
        "document", [{}, {"type": None}, {"type": "connected"}, {"type": "task_"}, {"type": "task"}]
    )
    def test_other_frames_are_generic(self, document: dict[str, Any]) -> None:
        event = event_from_frame(document)
        assert isinstance(event, models.SocketFrame)
        assert event.to_dict() == document

    def test_tokens_stay_out_of_the_repr(self) -> None:
        assert "canary" not in repr(event_from_frame({"type": "task_future_state", "tasktoken": "canary"}))
        assert "canary" not in repr(event_from_frame({"type": "task_output", "tasktoken": "canary"}))

    @given(task_frames)
    def test_nothing_raises_and_nothing_is_lost(self, frame: dict[str, Any]) -> None:
        event = event_from_frame(frame)
        assert not isinstance(event, AudioFrame)
        assert event.to_dict() == frame
