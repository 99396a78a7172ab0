"""The rows of the registries, as the documentation shows them.

What agents cost, need and depend on is decided in `wiro.sandbox.agents`; the files in `data` add what only registries
tell: how to present a credential and its fields, and what a skill is good for.
"""

import functools
import json
from collections.abc import Mapping
from decimal import Decimal
from importlib import resources
from typing import Any

from wiro.sandbox.agents.credential_kinds import CREDENTIALS
from wiro.sandbox.agents.pricing import action_costs
from wiro.sandbox.agents.skills import SKILLS, Skill, find_skill
from wiro.sandbox.agents.templates import TEMPLATES, AgentTemplate, Preset, TierPrice

__all__ = [
    "capabilities",
    "credential_description",
    "credential_rows",
    "skill_description",
    "skill_rows",
    "template_detail",
    "template_header",
]

_WEB = "https://wiro.ai"
_CRON_PREFIX = "cs-cron-"
# The moment of the documented example; the catalogue of the sandbox never changes.
_CREATED_AT, _UPDATED_AT = "1711929600", "1714521600"
_SKILL_DESCRIPTION = (
    "name",
    "title",
    "icon",
    "brand_color",
    "brand_text_color",
    "brand_logo_filter",
    "category",
    "docs_url",
    "credential_key",
    "additional_credential_keys",
    "requires_credentials",
    "user_invocable",
    "deprecated",
    "replacement",
    "description",
)
_UNBRANDED = {
    "icon": "/images/icons/skills/wiro.svg",
    "brand_color": "#33f2bc",
    "brand_text_color": "#0f1a24",
    "docs_url": "agent-skills",
}


@functools.cache
def capabilities() -> tuple[dict[str, Any], ...]:
    """Return the closed vocabulary of Skills/Capabilities."""
    return tuple(_read("capabilities.json"))


@functools.cache
def credential_rows() -> Mapping[str, dict[str, Any]]:
    """Return the rows of Credentials/List by key. Credentials that the platform fills in are not among them."""
    return {
        row["key"]: {
            **row,
            "used_by_skills": [skill.name for skill in SKILLS.values() if skill.credential == row["key"]],
        }
        for row in _read("credentials.json")
    }


def credential_description(key: str) -> dict[str, Any]:
    """Return how agents present a credential and its fields, the `_schema` of their rows."""
    row = credential_rows()[key]
    return {
        **{name: row[name] for name in row if name not in ("key", "credential_schema", "used_by_skills")},
        "icon": f"{_WEB}{row['icon']}",
        "fields": row["credential_schema"],
    }


def skill_description(name: str) -> dict[str, Any]:
    """Return how agents present a skill, an entry of their `skillsmeta`."""
    row = skill_rows()[name]
    return {**{key: row[key] for key in _SKILL_DESCRIPTION}, "icon": f"{_WEB}{row['icon']}"}


@functools.cache
def skill_rows() -> Mapping[str, dict[str, Any]]:
    """Return the rows of Skills/List by name: the skills of agents, and the schedules that come with templates."""
    told = _read("skills.json")
    rows = {skill.name: _skill_row(skill, told.get(skill.name, {})) for skill in SKILLS.values()}
    for template in TEMPLATES:
        for preset in template.presets:
            if preset.interval is not None:
                rows.setdefault(preset.key, _schedule_row(preset))
    return rows


def template_header(template: AgentTemplate) -> dict[str, Any]:
    """Return the row of Agent/List."""
    return {
        "guid": template.guid,
        "title": template.title,
        "slug": template.slug,
        "headline": template.headline,
        "description": template.description,
        "cover": template.cover,
        "categories": list(template.categories),
        "samples": [template.cover.replace("-cover.", "-sample-1.")],
        "tiermultiplier": template.tier_multiplier,
        "tiers": {"starter": _tier(template.starter), "pro": _tier(template.pro)},
        "status": 1,
        "createdat": _CREATED_AT,
        "updatedat": _UPDATED_AT,
    }


def template_detail(template: AgentTemplate, *, full: bool) -> dict[str, Any]:
    """Return the row of Agent/Detail.

    Args:
        template: The template.
        full: Whether strategies and schedules are part of it.
    """
    row = {
        **template_header(template),
        "peractioncosts": action_costs(template.skills),
        "skills": list(template.skills),
        "skillsmeta": [_skill_meta(skill) for name in template.skills if (skill := find_skill(name)) is not None],
        "credentials": _template_credentials(template),
        "extracreditpacks": [],
    }
    if full:
        row["customskills"] = [_custom_skill(preset) for preset in template.presets if preset.interval is None]
        row["scheduledskills"] = [_custom_skill(preset) for preset in template.presets if preset.interval is not None]
    return row


def _read(name: str) -> Any:
    return json.loads((resources.files(__package__) / "data" / name).read_text(encoding="utf-8"))


def _tier(price: TierPrice) -> dict[str, Any]:
    return {"priceUsd": float(price.price_usd), "credits": price.credits}


def _category(name: str) -> str:
    return "int" if name.startswith("int-") else "rule"


def _skill_row(skill: Skill, told: Mapping[str, Any]) -> dict[str, Any]:
    kind = CREDENTIALS.get(skill.credential or "")
    # The registry shows no credential where the platform fills it in.
    credential_key = None if kind is None or kind.platform else kind.key
    brand = credential_rows().get(credential_key or "", _UNBRANDED)
    return {
        "name": skill.name,
        "category": _category(skill.name),
        "version": "1.0.0",
        "title": told.get("title", skill.title),
        "description": told.get("description", skill.description),
        "icon": brand["icon"],
        "brand_color": brand["brand_color"],
        "brand_text_color": brand["brand_text_color"],
        "brand_logo_filter": "brightness(0) invert(1)",
        "docs_url": brand["docs_url"],
        "requires_credentials": credential_key is not None,
        "credential_key": credential_key,
        "additional_credential_keys": [],
        "capabilities": list(told.get("capabilities", ())),
        "depends_on": list(skill.depends_on),
        "conflicts_with": list(skill.conflicts_with),
        "user_invocable": skill.user_invocable,
        "deprecated": False,
        "replacement": None,
        "pricing": {
            "monthly_price_weight_usd": float(skill.price_usd),
            "monthly_credits_weight": skill.credits,
            "credit_costs": dict(skill.action_costs),
        },
    }


def _schedule_row(preset: Preset) -> dict[str, Any]:
    title = preset.key.removeprefix(_CRON_PREFIX).replace("-", " ").title()
    free = Skill(name=preset.key, title=title, description=preset.description, price_usd=Decimal(0), credits=0)
    return {**_skill_row(free, {}), "user_invocable": False}


def _skill_meta(skill: Skill) -> dict[str, Any]:
    row = skill_rows()[skill.name]
    return {
        "name": skill.name,
        "title": row["title"],
        "icon": f"{_WEB}{row['icon']}",
        "category": row["category"],
        "credential_key": skill.credential,
    }


def _template_credentials(template: AgentTemplate) -> dict[str, Any]:
    used = {skill.credential for name in template.skills if (skill := find_skill(name)) is not None}
    rows = credential_rows()
    credentials = {}
    for key, optional in template.credentials.items():
        if key not in rows:
            continue
        fields = rows[key]["credential_schema"]
        credentials[key] = {
            "optional": optional,
            "extra": optional and key not in used,
            "_editable": {entry["key"]: not entry.get("auto_filled_by_oauth", False) for entry in fields},
            "_schema": credential_description(key),
        }
    return credentials


def _custom_skill(preset: Preset) -> dict[str, Any]:
    scheduled = preset.interval is not None
    return {
        "key": preset.key,
        "value": preset.value,
        "description": preset.description,
        "enabled": preset.enabled,
        "interval": preset.interval,
        "_source": "skill-bundle" if scheduled else "preset-strategy",
        "_editable": not scheduled,
    }
