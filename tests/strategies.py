"""What a server may send, for property tests."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from wiro.agent_lifecycle import MESSAGE_TRANSITIONS
from wiro.lifecycle import TASK_STATUS_ORDER

__all__ = ["agent_frames", "detail_rows", "json_values", "message_rows", "messages", "mutilated_texts", "task_frames"]

TOKEN = "eDcCm5yyUfIvMFspTwww49OUfgXkQt"
OTHER_TYPES = ("task_error", "task_cancel", "task_cost", "task_stream_ready", "task_stream_end", "task_future_state")

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)

outputs = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "name": st.text(max_size=10) | st.none(),
            "contenttype": st.sampled_from(["image/png", "raw", ""]),
            "size": st.integers() | st.text(max_size=5),
            "url": st.text(max_size=20),
            "content": json_values,
        },
    )
    | json_values,
    max_size=3,
)

exit_codes = st.sampled_from(["0", "1", "", "137", "not-an-integer", None, 0, 1, True, 0.0, " 0 ", "\u0663", []])
statuses = st.sampled_from([*TASK_STATUS_ORDER, *OTHER_TYPES])

messages = st.none() | st.text(max_size=20) | outputs | json_values

task_frames = st.fixed_dictionaries(
    {"type": statuses},
    optional={
        "id": st.sampled_from(["534574", 534574, None, True, 1.5]),
        "tasktoken": st.sampled_from([TOKEN, "", None, 5]),
        "message": messages,
        "result": st.booleans() | st.none(),
        "success": st.booleans() | st.none() | st.just("yes"),
        "terminal": st.booleans() | st.none(),
        "exitCode": exit_codes,
    },
) | st.dictionaries(st.text(max_size=8), json_values, max_size=4)

detail_rows = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["534574", 534574, None]),
        "status": statuses | st.none() | json_values,
        "pexit": exit_codes,
        "outputs": outputs | st.none(),
        "debugerror": st.text(max_size=10) | st.none() | json_values,
        "debugoutput": st.text(max_size=10) | st.none(),
        "totalcost": st.sampled_from(["0.003510000000", "0", "", None, "NaN", "x", 1]),
        "elapsedseconds": st.sampled_from(["6.0000", "", None, "x", 6]),
        "socketaccesstoken": st.just(TOKEN) | st.none(),
    },
)

message_statuses = st.sampled_from([*MESSAGE_TRANSITIONS, "unknown", "agent_future_state"])

progress_objects = st.fixed_dictionaries(
    {},
    optional={
        "raw": st.text(max_size=10) | st.just("<think>a</think>b") | st.none(),
        "answer": st.lists(st.text(max_size=5) | st.none(), max_size=3) | json_values,
        "thinking": st.lists(st.text(max_size=5), max_size=3) | st.none(),
    },
)

agent_frames = st.fixed_dictionaries(
    {"type": st.sampled_from(["agent_subscribed", "agent_usage_report", *MESSAGE_TRANSITIONS])},
    optional={
        "agenttoken": st.sampled_from([TOKEN, "", None, 5]),
        "status": message_statuses | st.none() | json_values,
        "debugoutput": st.text(max_size=10) | st.none(),
        "message": progress_objects | messages,
        "result": st.booleans() | st.none(),
        "terminal": st.booleans() | st.none(),
    },
) | st.dictionaries(st.text(max_size=8), json_values, max_size=4)

message_rows = st.fixed_dictionaries(
    {},
    optional={
        "status": message_statuses | st.none() | json_values,
        "response": st.text(max_size=10) | st.none(),
        "debugoutput": st.text(max_size=10) | st.none() | json_values,
        "metadata": progress_objects | json_values,
    },
)


@st.composite
def mutilated_texts(draw: st.DrawFn) -> str:
    """JSON texts of frames, cut anywhere, or with rubbish in them."""
    document: Any = draw(task_frames | json_values)
    text = json.dumps(document)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return draw(st.sampled_from([text, text[start:end], text + text, text[:start] + "\x00" + text[start:]]))
