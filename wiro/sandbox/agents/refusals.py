"""The documented refusals of agent operations.

The texts are those of `x-wiro-documented-errors` in the specification; a test compares the two. The documentation gives
no code for most of them: what is not found has code 1 here and everything else code 0, as its error reference says.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from wiro.sandbox.refusals import RefusedError

__all__ = ["AGENT_REFUSALS", "AgentRefusedError", "refuse_agent"]

_NOT_FOUND = 1
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

# name -> (code, text)
AGENT_REFUSALS: Mapping[str, tuple[int, str]] = {
    # Whose agent it is.
    "user_agent_not_found": (_NOT_FOUND, "User agent not found"),
    "agent_access_denied": (_NOT_FOUND, "Agent not found or access denied"),
    "access_denied": (0, "useragent-access-denied"),
    "team_agent": (0, "This agent belongs to a team. Switch to the team context to access it."),
    "personal_agent": (0, "This agent is personal. Switch to your personal context to access it."),
    "guid_required": (0, "useragentguid is required"),
    "invalid_credentials": (0, "Invalid credentials"),
    # Deploy.
    "template_not_found": (_NOT_FOUND, "Agent not found"),
    "valid_plan_required": (0, "Valid plan required when using prepaid (starter or pro)"),
    "insufficient_wallet": (0, "Insufficient wallet balance. Required: ${required}, Available: ${available}"),
    # Start, Stop, Update.
    "already_running": (0, "Agent is already running"),
    "already_queued": (0, "Agent is already queued to start"),
    "currently_stopping": (0, "Agent is currently stopping, please wait"),
    "setup_incomplete": (0, "Agent setup is not complete. Please fill in your credentials before starting."),
    "no_credits": (0, "No credits available. Please renew your subscription or purchase extra credits."),
    "start_without_subscription": (
        0,
        "Active subscription required to start agent. Please renew your subscription.",
    ),
    "already_stopped": (0, "Agent is already stopped"),
    "error_state": (0, "Agent is in error state, use Start to retry"),
    "categories_empty": (0, "Categories cannot be empty"),
    # Messages.
    "not_running": (0, "Agent is not running. Current status: {n}"),
    "out_of_credits": (
        0,
        "Agent has no remaining credits. Renew your subscription or buy a credit pack to continue.",
    ),
    "message_not_found": (_NOT_FOUND, "Message not found"),
    "not_cancellable": (_NOT_FOUND, "Message cannot be cancelled (status: {status})"),
    # Subscriptions.
    "already_subscribed": (
        0,
        "Subscription already active for this useragent. Cancel or modify the existing subscription instead.",
    ),
    "nothing_to_cancel": (0, "No active subscription found for this agent"),
    "already_active": (0, "Subscription is already active"),
    "nothing_to_renew": (0, "No expired subscription found to renew"),
    "invalid_tier": (0, "targetTier must be 'starter' or 'pro'"),
    "downgrade": (
        0,
        "Downgrading to Starter is not supported. /UserAgent/UpgradeTier is upgrade-only (Starter → Pro).",
    ),
    "plan_downgrade": (0, "Cannot downgrade from Pro to Starter. Cancel your subscription instead."),
    "same_tier": (0, "Already on {tier} tier"),
    "upgrade_without_subscription": (
        0,
        "No active subscription — use /UserAgent/CreateSubscriptionCheckout to subscribe at the chosen tier",
    ),
    "insufficient_for_proration": (
        0,
        "Insufficient wallet balance for proration. Required: ${required}, available: ${available}",
    ),
    # Extra credits.
    "pack_required": (0, "Pack key required"),
    "pro_only": (0, "Extra credits are available only for Pro plan subscribers. Please upgrade your plan."),
    "invalid_pack": (0, "Invalid pack. Choose package1, package2, or package3."),
    "pack_without_subscription": (0, "Active subscription required to purchase extra credits."),
    # The runtime's reports.
    "deduct_only": (0, "Only deduct transactions can be inserted from agents"),
    "period_mismatch": (0, "period mismatch (expected {expected}, got {got})"),
    # Skills.
    "template_only": (100, "Skill changes are only available for custom-built agents."),
    "deps_violation": (101, "skillsapply-deps-violation"),
    "skill_conflict": (102, "skillsapply-conflict"),
    "skills_wallet": (103, "skillsapply-insufficient-wallet"),
    "apply_in_progress": (104, "skillsapply-in-progress"),
    "apply_downgrade": (105, "skillsapply-tier-downgrade"),
    "apply_without_subscription": (106, "skillsapply-subscription-inactive"),
    "apply_rolled_back": (108, "skillsapply-db-tx-failed"),
    "skill_not_found": (0, "skill-not-found"),
    "field_not_allowed": (0, "agent-fieldstatus-not-allowed-for-role"),
    "rename_preset": (0, "agent-customskill-rename-preset-forbidden"),
    "rename_flavour": (0, "agent-customskill-rename-flavour-mismatch"),
    "rename_collision": (0, "agent-customskill-rename-collision"),
    "rename_same_key": (0, "agent-customskill-rename-same-key"),
    "custom_skill_not_found": (_NOT_FOUND, "agent-customskill-not-found"),
}


class AgentRefusedError(RefusedError):
    """A refusal that tells more than its text, such as the status of the agent.

    Args:
        extra: Further keys of the body.
    """

    def __init__(self, code: int, message: str, extra: Mapping[str, Any]) -> None:
        super().__init__(code, message, int(HTTPStatus.OK))
        self.extra = dict(extra)

    def to_dict(self) -> dict[str, Any]:
        """Return the body of the answer."""
        return {**super().to_dict(), **self.extra}


def refuse_agent(name: str, /, extra: Mapping[str, Any] | None = None, **values: object) -> AgentRefusedError:
    """Build a documented refusal, to be raised.

    Args:
        name: Key in `AGENT_REFUSALS`.
        extra: Further keys of the body.
        values: What stands in the braces of its text.
    """
    code, text = AGENT_REFUSALS[name]
    # One pass: a value may itself contain braces.
    return AgentRefusedError(code, _PLACEHOLDER.sub(lambda match: str(values[match[1]]), text), extra or {})
