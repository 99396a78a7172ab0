"""What tests make happen to agents that no operation does: days pass, containers crash, changes fail."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wiro.sandbox.agents.state import Agents

__all__ = ["script"]

_MAX_DAYS = 3660


def script(agents: "Agents", wishes: Mapping[str, Any]) -> dict[str, Any]:
    """Carry out a control request; return the date of the sandbox and the agents with their states.

    Args:
        agents: All agents.
        wishes: Any of `advance_days` (a number), `crash` (guid of an agent that starts or runs) and `roll_back_skills`
            (how many of the next changes of skills fail while they are written).

    Raises:
        ValueError: If something else is wished, or it cannot be done.
    """
    unknown = set(wishes) - {"advance_days", "crash", "roll_back_skills"}
    if unknown:
        raise ValueError(f"Unknown: {', '.join(sorted(unknown))}.")
    crashing = agents.instances.find(str(wishes["crash"])) if "crash" in wishes else None
    if "crash" in wishes and crashing is None:
        raise ValueError(f"There is no agent {wishes['crash']}.")
    days, rollbacks = _count(wishes, "advance_days"), _count(wishes, "roll_back_skills")
    agents.rollbacks += rollbacks
    agents.advance(days)
    if crashing is not None:
        agents.supervisor.fail(crashing)
    return {
        "now": agents.calendar.now(),
        "agents": [{"guid": agent.guid, "status": int(agent.status)} for agent in agents.instances],
    }


def _count(wishes: Mapping[str, Any], name: str) -> int:
    value = wishes.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MAX_DAYS:
        raise ValueError(f"{name} must be a whole number from 0 to {_MAX_DAYS}.")
    return value
