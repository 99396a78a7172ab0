from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from wiro.agent_lifecycle import AgentStatus
from wiro.errors import (
    AgentNotRunningError,
    InsufficientCreditsError,
    InvalidRequestError,
    MessageCancelledError,
    MessageFailedError,
    api_error,
)
from wiro.messages import MessageResult


def refusal(**extra: Any) -> Any:
    body = {"result": False, "errors": [{"code": 0, "message": "no"}], **extra}
    return api_error(
        operation="user_agent_messages_send",
        status_code=200,
        code=0,
        message="no",
        errors=[],
        body=body,
        retry_after=None,
    )


@pytest.mark.parametrize(
    ("status", "read", "retryable"),
    [
        (0, AgentStatus.STOPPED, False),
        ("3", AgentStatus.STARTING, True),
        (2, AgentStatus.QUEUED, True),
        (9, None, False),
    ],
)
def test_an_agent_that_does_not_run(status: Any, read: AgentStatus | None, retryable: bool) -> None:
    error = refusal(agentstatus=status)
    assert type(error) is AgentNotRunningError
    assert error.agent_status is read
    assert error.retryable is retryable


@pytest.mark.parametrize(("balance", "read"), [(0, 0.0), (1.5, 1.5), ("x", None), (True, None)])
def test_no_credits(balance: Any, read: float | None) -> None:
    error = refusal(agentbalance=balance)
    assert type(error) is InsufficientCreditsError
    assert error.agent_balance == read
    assert not error.retryable


def test_other_refusals_are_as_before() -> None:
    assert type(refusal()) is InvalidRequestError


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_errors_of_messages_can_be_copied(copied: Any) -> None:
    result = MessageResult(message_guid="m", status="agent_error", text="why")
    error = copied(MessageFailedError("failed", message_guid="m", reason="why", result=result))
    assert (str(error), error.message_guid, error.reason, error.result) == ("failed", "m", "why", result)
    other = copied(MessageCancelledError("cancelled", message_guid="m", result=result))
    assert (other.message_guid, other.result) == ("m", result)
