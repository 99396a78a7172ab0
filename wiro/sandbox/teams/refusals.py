"""What the service says when a team does not allow something.

The last three texts are those of newer documentation; the older one says that such requests are refused, not how.
"""

from collections.abc import Mapping
from http import HTTPStatus

from wiro.sandbox.refusals import RefusedError

__all__ = ["TEAM_REFUSALS", "refuse_team"]

# name -> (code, text)
TEAM_REFUSALS: Mapping[str, tuple[int, str]] = {
    "no_permission": (0, "You don't have any permission for this action."),
    "not_a_member": (0, "You are not a member of this team"),
    "insufficient_balance": (97, "Insufficient balance"),
    "model_not_allowed": (0, "This model is not allowed in your team. Contact your team admin."),
    "already_member": (0, "This email is already invited or a member"),
    "team_limit": (0, "Team spend limit has been reached"),
    "member_limit": (0, "Your personal spend limit in this team has been reached"),
}


def refuse_team(name: str) -> RefusedError:
    """Build a refusal, to be raised."""
    code, text = TEAM_REFUSALS[name]
    return RefusedError(code, text, int(HTTPStatus.OK))
