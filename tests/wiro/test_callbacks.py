from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import detail_rows, json_values
from wiro._callbacks import AgentCallback, TaskCallback, parse_callback
from wiro.errors import CallbackError

ROW = {"id": "534574", "socketaccesstoken": "canary", "status": "task_postprocess_end", "pexit": "0"}
MESSAGE = {
    "messageguid": "c3d4",
    "status": "agent_end",
    "content": "Plan next week",
    "response": "Here is the plan",
    "debugoutput": "Here is the plan",
    "metadata": {"type": "progressGenerate", "raw": "Here is the plan"},
    "endedat": 1714000000,
}


@pytest.mark.parametrize(
    "body",
    [
        ROW,
        {"result": True, "errors": [], "total": "1", "tasklist": [ROW]},
        {"taskid": 534574, "tasktoken": "canary", "status": "task_postprocess_end"},
        {"taskid": "1", "tasklist": [ROW]},
    ],
)
@pytest.mark.parametrize("write", [lambda body: body, json.dumps, lambda body: json.dumps(body).encode()])
def test_tasks(body: Any, write: Any) -> None:
    found = parse_callback(write(body))
    assert isinstance(found, TaskCallback)
    assert (found.task_id, found.token, found.status) == ("534574", "canary", "task_postprocess_end")
    assert found.key == "task:534574"
    assert "canary" not in repr(found)


def test_a_task_known_by_its_token_alone() -> None:
    found = parse_callback({"tasktoken": "canary"})
    assert isinstance(found, TaskCallback)
    assert (found.task_id, found.token, found.status) == ("", "canary", "")
    assert found.key.startswith("token:")
    assert "canary" not in found.key + repr(found)


def test_messages() -> None:
    found = parse_callback(json.dumps(MESSAGE))
    assert isinstance(found, AgentCallback)
    assert (found.message_guid, found.status, found.key) == ("c3d4", "agent_end", "message:c3d4")
    assert (found.content, found.response, found.ended_at) == ("Plan next week", "Here is the plan", 1714000000)
    assert found.metadata["raw"] == "Here is the plan"
    odd = parse_callback({**MESSAGE, "metadata": [], "endedat": "soon", "content": None})
    assert isinstance(odd, AgentCallback)
    assert (odd.metadata, odd.ended_at, odd.content) == ({}, None, "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        "[" * 100_000,
        "[]",
        "7",
        {},
        {"status": "task_end"},
        {"id": None, "socketaccesstoken": ""},
        {"tasklist": [ROW, ROW]},
        {"tasklist": [None]},
        {"messageguid": "x"},
        {**MESSAGE, "status": "agent_start"},
    ],
)
def test_what_is_no_callback(body: Any) -> None:
    with pytest.raises(CallbackError) as caught:
        parse_callback(body)
    assert isinstance(caught.value, ValueError)
    assert not caught.value.retryable


@given(detail_rows | json_values)
def test_anything_is_a_callback_or_refused(body: Any) -> None:
    try:
        found = parse_callback(json.dumps(body))
    except CallbackError:
        return
    assert found.key
