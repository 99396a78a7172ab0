"""Rows of deployed agents: each operation composes a different part of one."""

from typing import Any

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.pricing import action_costs, extra_packs, number
from wiro.sandbox.registry.rows import skill_description

__all__ = ["changed_row", "deployed_row", "detail_row", "listed_row", "setup_row"]


def setup_row(agent: UserAgent) -> dict[str, Any]:
    """Return what CredentialUpsert answers about an agent."""
    return {"guid": agent.guid, "setuprequired": _setup_required(agent), "status": int(agent.status)}


def listed_row(agent: UserAgent, now: int) -> dict[str, Any]:
    """Return the row of MyAgents and PinnedAgents: scalars, template and subscription."""
    return {
        **_scalars(agent),
        "subscription": agent.subscription.to_dict(now) if agent.subscription else None,
        "agent": _template(agent),
        "extracreditsexpiry": agent.credits.extra_expires_at,
        **_times(agent),
    }


def changed_row(agent: UserAgent) -> dict[str, Any]:
    """Return the row of Update and Cover: scalars and template."""
    return {**_scalars(agent), "agent": _template(agent, packs=True), **_times(agent)}


def detail_row(agent: UserAgent, now: int) -> dict[str, Any]:
    """Return the whole agent."""
    subscription = agent.subscription.to_dict(now) if agent.subscription else None
    return {**deployed_row(agent), "subscription": subscription, **_times(agent)}


def deployed_row(agent: UserAgent) -> dict[str, Any]:
    """Return the row of Deploy: the whole agent without its subscription."""
    return {
        **_scalars(agent),
        "credentials": agent.credentials.to_dict(),
        "customskills": agent.custom_skills.strategies,
        "scheduledskills": agent.custom_skills.schedules,
        "skills": [
            {"name": name, "enabled": True, "_edited": False, "_user_created": False} for name in agent.enabled_skills
        ],
        "skillsmeta": {name: skill_description(name) for name in agent.enabled_skills},
        "remainingcredits": number(agent.credits.remaining),
        "peractioncosts": action_costs(agent.enabled_skills),
        "agent": _template(agent, packs=True),
        "extracreditsexpiry": agent.credits.extra_expires_at,
        "createdat": agent.created_at,
        "updatedat": agent.updated_at,
    }


def _scalars(agent: UserAgent) -> dict[str, Any]:
    row: dict[str, Any] = {
        "guid": agent.guid,
        "uuid": agent.owner.uuid,
        "agentguid": agent.template.guid if agent.template else None,
        "teamguid": agent.team_guid,
        "title": agent.title,
        "description": agent.description,
        "cover": agent.cover,
        "categories": list(agent.categories),
        "tier": agent.tier,
        "tiermultiplier": agent.tier_multiplier,
        "monthlypriceusd": number(agent.price_usd),
        "monthlycredits": number(agent.credits.monthly),
        "extracredits": number(agent.credits.extra),
        "usedcredits": number(agent.credits.used),
        "creditperiod": agent.credits.period,
        "creditsyncat": agent.credits.synced_at,
        "status": int(agent.status),
        "pinned": agent.pinned,
        "setuprequired": _setup_required(agent),
        "teamsessionmode": "" if agent.team_guid is None else "private",
    }
    # Described, but in no sample answer: only there while it says something.
    return row | {"restartafter": True} if agent.restart_after else row


def _setup_required(agent: UserAgent) -> bool:
    return agent.status is AgentStatus.SETUP_REQUIRED or not agent.credentials.is_complete


def _times(agent: UserAgent) -> dict[str, Any]:
    return {
        "createdat": agent.created_at,
        "updatedat": agent.updated_at,
        "queuedat": agent.queued_at,
        "startedat": agent.started_at,
        "runningat": agent.running_at,
        "stoppingat": agent.stopping_at,
        "stopdat": agent.stopped_at,
        "errordat": agent.error_at,
    }


def _template(agent: UserAgent, *, packs: bool = False) -> dict[str, Any]:
    template = agent.template
    row: dict[str, Any] = {"title": agent.title, "custom": True}
    if template is not None:
        row = {
            "guid": template.guid,
            "title": template.title,
            "slug": template.slug,
            "headline": template.headline,
            "description": template.description,
            "cover": template.cover,
            "icon": template.icon,
            "categories": list(template.categories),
        }
    row |= {"tiermultiplier": agent.tier_multiplier, "tiers": agent.tiers.to_dict()}
    if packs:
        # Pro only, as the text says; a Starter sample shows some all the same.
        row["extracreditpacks"] = [
            {"packkey": pack.key, "credits": pack.credits, "priceusd": number(pack.price_usd), "enabled": True}
            for pack in extra_packs(int(agent.credits.monthly), agent.price_usd)
            if agent.tier == "pro"
        ]
    return row
