"""All operations on deployed agents."""

from wiro.sandbox.agents.deployment import DEPLOYMENT_OPERATIONS
from wiro.sandbox.agents.instance_operations import INSTANCE_OPERATIONS
from wiro.sandbox.agents.message_operations import MESSAGE_OPERATIONS
from wiro.sandbox.requests import Operation

__all__ = ["AGENT_OPERATIONS"]

AGENT_OPERATIONS: tuple[Operation, ...] = (*DEPLOYMENT_OPERATIONS, *INSTANCE_OPERATIONS, *MESSAGE_OPERATIONS)
