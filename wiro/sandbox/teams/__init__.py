"""Organizations, teams, their members and wallets, and in which workspace a request is."""

from wiro.sandbox.teams.operations import TEAM_OPERATIONS
from wiro.sandbox.teams.workspaces import Workspaces

__all__ = ["TEAM_OPERATIONS", "Workspaces"]
