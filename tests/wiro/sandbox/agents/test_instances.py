import itertools

import pytest

from wiro.agent_lifecycle import AGENT_TRANSITIONS, MESSAGE_TRANSITIONS, AgentStatus
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.messages import Message


@pytest.mark.parametrize(("before", "after"), list(itertools.product(AgentStatus, repeat=2)))
def test_agents_take_documented_steps_only(before: AgentStatus, after: AgentStatus) -> None:
    agent = UserAgent(guid="a", title="A", template=None, tier="starter", created_at=1, status=before)
    if after in AGENT_TRANSITIONS[before]:
        agent.move_to(after, 5)
        assert agent.status is after
    else:
        with pytest.raises(RuntimeError, match="cannot move"):
            agent.move_to(after, 5)
        assert agent.status is before


@pytest.mark.parametrize(("before", "after"), list(itertools.product(sorted(MESSAGE_TRANSITIONS), repeat=2)))
def test_messages_take_documented_steps_only(before: str, after: str) -> None:
    message = Message(guid="m", agent_guid="a", session="s", content="c", created_at=1, status=before)
    if after in MESSAGE_TRANSITIONS[before]:
        message.move_to(after, 5)
        assert message.status == after
        assert message.ended_at == (5 if message.is_terminal else None)
    else:
        with pytest.raises(RuntimeError, match="cannot move"):
            message.move_to(after, 5)


def test_times_begin_again_with_each_start() -> None:
    agent = UserAgent(guid="a", title="A", template=None, tier="starter", created_at=1)
    for now, status in enumerate((2, 3, 4, 1, 0), 10):
        agent.move_to(AgentStatus(status), now)
    assert (agent.queued_at, agent.running_at, agent.stopping_at, agent.stopped_at) == (10, 12, 13, 14)
    agent.move_to(AgentStatus.QUEUED, 20)
    assert (agent.queued_at, agent.running_at, agent.stopped_at) == (20, None, None)
