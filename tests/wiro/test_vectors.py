"""What the vendor's public clients send and understand, recorded as data: the part that `wiro` carries out."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import FaultyServer, Reply, Seen
from tests.support.vectors import vectors
from wiro import Wiro, portal
from wiro.errors import AmbiguousRequestError, InvalidArgumentError
from wiro.lifecycle import TaskLifecycle, is_terminal_frame
from wiro.protocol import decode_frame, encode_task_info, event_from_frame
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MODEL = "openai/gpt-image-2"


@contextmanager
def recorded(answer: Callable[[Seen], Reply]) -> Iterator[tuple[Wiro, FaultyServer]]:
    """Yield a client, and the server that it talks to."""
    with FaultyServer(answer) as server, Wiro("test-api-key", base_url=server.url, timeout=5) as wiro:
        yield wiro, server
    portal.close()


def outcome_kind(lifecycle: TaskLifecycle) -> str | None:
    return lifecycle.outcome.kind if lifecycle.outcome else None


@pytest.mark.parametrize("vector", vectors("task.classify"), ids=lambda vector: str(vector["response_body"]))
def test_ends_of_tasks(vector: dict[str, Any]) -> None:
    lifecycle = TaskLifecycle()
    lifecycle.feed_detail(vector["response_body"], now=0)
    expected = vector["expect"]["result"]
    kinds = {"success": "succeeded", "failure:cancelled": "cancelled", "failure:non-zero exit": "failed"}
    kind = next((kind for start, kind in kinds.items() if expected.startswith(start)), None)
    assert kind is not None or "terminal" in expected.lower()
    assert outcome_kind(lifecycle) == kind


@pytest.mark.parametrize("vector", vectors("socket.handshake"), ids=lambda vector: vector["name"])
def test_subscriptions(vector: dict[str, Any]) -> None:
    token = vector.get("inputs", {}).get("token", "tok-abc")
    assert encode_task_info(token) == vector["request_body"]


FRAMES = [
    vector
    for vector in [*vectors("socket.frame"), *vectors("socket.newer_docs")]
    if isinstance(vector["response_body"], dict)
]


@pytest.mark.parametrize("vector", FRAMES, ids=lambda vector: vector["name"])
def test_frames(vector: dict[str, Any]) -> None:
    body, expected = vector["response_body"], vector["expect"]
    assert decode_frame(json.dumps(body)) == body
    event = event_from_frame(body)
    assert event.type_ == body["type"]
    assert event.to_dict() == body  # type: ignore[union-attr]
    if "terminal" in expected:
        assert is_terminal_frame(body) is expected["terminal"]
    if "text" in expected:
        assert event.message == expected["text"]  # type: ignore[union-attr]


@pytest.mark.parametrize("vector", vectors("socket.frame.invalid"), ids=lambda vector: vector["response_body"])
def test_frames_that_are_none(vector: dict[str, Any]) -> None:
    assert decode_frame(vector["response_body"]) is None


def test_last_frames() -> None:
    (older,), (newer,) = vectors("socket.frame.outputs"), vectors("socket.newer_docs.final_frame")
    undecided, decided = TaskLifecycle(), TaskLifecycle()
    undecided.feed_frame(older["response_body"], now=0)
    assert (outcome_kind(undecided), undecided.needs_detail) == (None, True)
    decided.feed_frame(newer["response_body"], now=0)
    assert outcome_kind(decided) == "succeeded"


@pytest.mark.parametrize("vector", vectors("run.callback_rejects"), ids=lambda vector: vector["request_body"])
def test_callbacks_that_are_refused(vector: dict[str, Any]) -> None:
    with recorded(lambda seen: Reply()) as (wiro, server):
        with pytest.raises(InvalidArgumentError, match="callback_url"):
            wiro.run(MODEL, {}, validate=False, callback_url=vector["request_body"])
        assert len(server.requests) == vector["expect"]["requests_sent"]


def test_callbacks_that_are_accepted() -> None:
    (vector,) = vectors("run.callback_accepts_query")
    body = dict(vector["request_body"])
    with recorded(lambda seen: Reply(body={"result": True, "taskid": "1"})) as (wiro, server):
        wiro.run(vector["path"].removeprefix("/Run/"), body, validate=False, callback_url=body.pop("callbackUrl"))
        assert [seen.json() for seen in server.requests] == [vector["request_body"]]


def test_a_run_is_sent_once() -> None:
    (vector,) = vectors("run.never_retried")
    with recorded(lambda seen: Reply(vector["response_status"], vector["response_body"])) as (wiro, server):
        with pytest.raises(AmbiguousRequestError):
            wiro.run(vector["path"].removeprefix("/Run/"), vector["request_body"], validate=False)
        assert len(server.requests) == vector["expect"]["requests_sent"]


def test_answers_to_runs_in_other_types() -> None:
    (vector,) = vectors("run.response_coercion")
    with recorded(lambda seen: Reply(body=vector["response_body"])) as (wiro, _):
        run = wiro.run(MODEL, vector["request_body"], validate=False)
        assert (run.task_id, run.token) == (vector["expect"]["taskid"], vector["expect"]["token"])


def test_files_are_uploaded_and_then_referred_to() -> None:
    (run,), (upload,) = vectors("run.upload_then_run"), vectors("auth.multipart_no_json_content_type")
    schema = {"parameters": [{"title": "Input", "items": [{"id": "inputImage", "type": "multifileinput"}]}]}
    answers = {
        "/v1/Tool/Detail": {"result": True, "tool": [schema]},
        "/v1/File/Upload": run["response_body"],
        f"/v1/Run/{MODEL}": {"result": True, "taskid": "1"},
    }
    with recorded(lambda seen: Reply(body=answers[seen.path])) as (wiro, server):
        wiro.run(MODEL, {"inputImage": [File(b"bytes", "shot.png")]})
        sent = {seen.path: seen for seen in server.requests}
        assert list(sent) == list(answers)
        assert sent[f"/v1/Run/{MODEL}"].json()["inputImage"] == run["expect"]["run_body.inputImage"]
        uploaded = sent["/v1/File/Upload"]
        assert uploaded.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert uploaded.headers["x-api-key"] == upload["headers_checked"]["x-api-key"]
        answers["/v1/File/Upload"] = upload["response_body"]
        (row,) = wiro.api.files.upload(file=File(b"1234", "shot.png")).list_ or []
        assert int(str(row.size)) == upload["expect"]["files[0].size"]


def test_a_key_alone_is_not_signed() -> None:
    (vector,) = vectors("auth.api_key_only")
    with recorded(lambda seen: Reply()) as (wiro, server):
        wiro.api.tools.list(**vector["request_body"])
        (seen,) = server.requests
        assert seen.headers["x-api-key"] == vector["headers_checked"]["x-api-key"]
        assert seen.headers["content-type"] == vector["headers_checked"]["Content-Type"]
        assert not set(vector["absent_headers"]) & set(seen.headers)
