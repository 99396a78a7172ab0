"""All operations on deployed agents."""

from wiro.sandbox.agents.deployment import DEPLOYMENT_OPERATIONS
from wiro.sandbox.agents.instance_operations import INSTANCE_OPERATIONS
from wiro.sandbox.agents.ledger_operations import LEDGER_OPERATIONS
from wiro.sandbox.agents.log_operations import LOG_OPERATIONS
from wiro.sandbox.agents.message_operations import MESSAGE_OPERATIONS
from wiro.sandbox.agents.setup_operations import SETUP_OPERATIONS
from wiro.sandbox.agents.skill_operations import SKILL_OPERATIONS
from wiro.sandbox.agents.subscription_operations import SUBSCRIPTION_OPERATIONS
from wiro.sandbox.requests import Operation

__all__ = ["AGENT_OPERATIONS"]

AGENT_OPERATIONS: tuple[Operation, ...] = (
    *DEPLOYMENT_OPERATIONS,
    *INSTANCE_OPERATIONS,
    *MESSAGE_OPERATIONS,
    *SUBSCRIPTION_OPERATIONS,
    *LEDGER_OPERATIONS,
    *SETUP_OPERATIONS,
    *SKILL_OPERATIONS,
    *LOG_OPERATIONS,
)
