"""The custom skills of one agent: strategy texts and schedules, who wrote them, and their versions."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import define, evolve, field, frozen

from wiro.sandbox.agents.accounts import Actor, actor_dict, actor_uuid
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.agents.templates import Preset

__all__ = ["CustomSkill", "CustomSkillBook", "Version"]

Source = Literal["preset-strategy", "skill-bundle", "user-created"]

_PREFIX = "cs-"
_SCHEDULE = "cs-cron-"


@frozen(kw_only=True)
class CustomSkill:
    """One strategy or schedule.

    Args:
        key: Its key with prefix; `cs-cron-` begins those of schedules.
        value: Instructions; a schedule that a skill brought shows none.
        interval: Cron expression, None for a strategy.
        source: Where it comes from, which decides what can be written.
    """

    key: str
    source: Source
    description: str | None = None
    value: str = ""
    interval: str | None = None
    enabled: bool = True
    edited: bool = False

    @property
    def is_schedule(self) -> bool:
        """Whether it runs by itself."""
        return self.key.startswith(_SCHEDULE)

    def to_dict(self) -> dict[str, Any]:
        """Return it as the API writes it."""
        row = {
            "key": self.key,
            "description": self.description,
            "value": self.value,
            "enabled": self.enabled,
            "interval": self.interval,
            "_source": self.source,
            "_editable": self.source != "skill-bundle",
            "_edited": self.edited,
        }
        return row | {"_user_created": True} if self.source == "user-created" else row


@frozen(kw_only=True)
class Version:
    """One write: the skill before and after it, None where there was none."""

    guid: str
    operation: str
    before: CustomSkill | None
    after: CustomSkill | None
    actor: Actor
    at: int

    def to_dict(self, useragent_guid: str, key: str) -> dict[str, Any]:
        """Return the entry as the API writes it."""
        before, after = self.before, self.after
        written = after or before
        changed = [
            name
            for name in ("value", "interval", "enabled")
            if getattr(before, name, None) != getattr(after, name, None)
        ]
        return {
            "guid": self.guid,
            "useragentguid": useragent_guid,
            "skillkey": key,
            "operation": self.operation,
            "value": written.value if written else None,
            "intervalexpr": written.interval if written else None,
            "enabled": written.enabled if written else None,
            "usercreated": written is not None and written.source == "user-created",
            "prev_value": before.value if before else None,
            "prev_interval": before.interval if before else None,
            "prev_enabled": before.enabled if before else None,
            "after_value": after.value if after else None,
            "after_interval": after.interval if after else None,
            "after_enabled": after.enabled if after else None,
            "changed_fields": changed,
            "changedby": actor_uuid(self.actor),
            "changedby_user": actor_dict(self.actor),
            "changedat": self.at,
        }


@define
class CustomSkillBook:
    """All custom skills of one agent, by key."""

    _presets: dict[str, Preset] = field(factory=dict)
    _skills: dict[str, CustomSkill] = field(factory=dict)
    _versions: dict[str, list[Version]] = field(factory=dict)

    @classmethod
    def of_presets(cls, presets: Iterable[Preset]) -> "CustomSkillBook":
        """Return the skills that a template brings."""
        by_key = {preset.key: preset for preset in presets}
        return cls(by_key, {key: _from_preset(preset) for key, preset in by_key.items()})

    @property
    def strategies(self) -> list[dict[str, Any]]:
        """The skills that do not run by themselves, as the API writes them."""
        return [skill.to_dict() for skill in self._skills.values() if not skill.is_schedule]

    @property
    def schedules(self) -> list[dict[str, Any]]:
        """The skills that run by themselves, as the API writes them."""
        return [skill.to_dict() for skill in self._skills.values() if skill.is_schedule]

    @property
    def active_schedules(self) -> list[CustomSkill]:
        """The skills that run by themselves and are switched on."""
        return [skill for skill in self._skills.values() if skill.is_schedule and skill.enabled and skill.interval]

    def find(self, key: str) -> CustomSkill | None:
        """Return a skill by its key with or without prefix."""
        for name in (key, f"{_PREFIX}{key}", f"{_SCHEDULE}{key}"):
            if name in self._skills:
                return self._skills[name]
        return None

    def upsert(self, key: str, given: Mapping[str, Any], *, user_created: bool, actor: Actor, now: int) -> None:
        """Write what the kind of skill takes and drop the rest.

        Args:
            key: Key with or without prefix.
            given: Any of `value`, `interval`, `enabled` and `description`.
            user_created: Whether a skill that does not exist is made.
            actor: Who writes.
            now: Seconds since the epoch.

        Raises:
            RefusedError: If there is no such skill.
        """
        known = self.find(key)
        if known is None:
            if not user_created:
                raise refuse_agent("skill_not_found")
            known = CustomSkill(key=_new_key(key, given), source="user-created", enabled=True)
            self._write("upsert", None, _changed(known, given), actor, now)
            return
        takes = {
            "preset-strategy": {"value"},
            "skill-bundle": {"interval", "enabled"},
            "user-created": {"value", "interval", "enabled", "description"},
        }[known.source]
        taken = {name: value for name, value in given.items() if name in takes}
        self._write("upsert", known, evolve(_changed(known, taken), edited=True), actor, now)

    def rename(self, old: str, new: str, given: Mapping[str, Any], actor: Actor, now: int) -> str:
        """Move a skill that a user made to another key, with its history; return the key.

        Raises:
            RefusedError: As documented.
        """
        known = self.find(old)
        if known is None:
            raise refuse_agent("custom_skill_not_found")
        if known.source != "user-created":
            raise refuse_agent("rename_preset")
        prefix = _SCHEDULE if known.is_schedule else _PREFIX
        bare = new.removeprefix(_PREFIX)
        if new.startswith((_PREFIX, "cron-")) and bare.startswith("cron-") != known.is_schedule:
            raise refuse_agent("rename_flavour")
        key = prefix + bare.removeprefix("cron-")
        if key == known.key:
            raise refuse_agent("rename_same_key")
        if key in self._skills:
            raise refuse_agent("rename_collision")
        self._versions[key] = self._versions.pop(known.key, [])
        del self._skills[known.key]
        self._write("rename", known, evolve(_changed(known, given), key=key), actor, now)
        return key

    def delete(self, key: str, actor: Actor, now: int) -> bool:
        """Remove a skill that a user made; tell whether there was one."""
        known = self.find(key)
        if known is None or known.source != "user-created":
            return False
        self._write("delete-user", known, None, actor, now)
        return True

    def versions(self, key: str) -> list[Version]:
        """Return the writes of a skill, newest first; also of one that was deleted."""
        known = self.find(key)
        return list(reversed(self._versions.get(known.key if known else key, [])))

    def preset(self, key: str) -> Preset | None:
        """Return what the template says about a skill."""
        known = self.find(key)
        return self._presets.get(known.key if known else key)

    def revert(
        self, key: str, version_guid: str | None, actor: Actor, now: int
    ) -> tuple[str, CustomSkill | None] | None:
        """Set a skill back.

        Args:
            key: Key of the skill.
            version_guid: A version, None for what the template says.
            actor: Who writes.
            now: Seconds since the epoch.

        Returns:
            What was done and the skill now; None if there is no such skill or version.
        """
        known = self.find(key)
        if version_guid is None:
            preset = self.preset(key)
            if known is None:
                return None
            if preset is None:
                self._write("delete-user", known, None, actor, now)
                return "deleted", None
            target, action = _from_preset(preset), "reset-to-preset"
        else:
            version = next((row for row in self.versions(key) if row.guid == version_guid), None)
            if version is None or version.after is None:
                return None
            target = evolve(version.after, key=known.key if known else version.after.key)
            action = "reverted"
        if known is not None and _content(known) == _content(target):
            return "no-op", known
        self._write("revert", known, target, actor, now)
        return action, target

    def _write(
        self, operation: str, before: CustomSkill | None, after: CustomSkill | None, actor: Actor, now: int
    ) -> None:
        changed = after or before
        if changed is None:
            return
        if after is None:
            self._skills.pop(changed.key, None)
        else:
            self._skills[changed.key] = after
        version = Version(guid=str(uuid.uuid4()), operation=operation, before=before, after=after, actor=actor, at=now)
        self._versions.setdefault(changed.key, []).append(version)


def _from_preset(preset: Preset) -> CustomSkill:
    return CustomSkill(
        key=preset.key,
        source="preset-strategy" if preset.interval is None else "skill-bundle",
        description=preset.description,
        value=preset.value,
        interval=preset.interval,
        enabled=preset.enabled,
    )


def _new_key(key: str, given: Mapping[str, Any]) -> str:
    bare = key.removeprefix(_PREFIX)
    if bare.startswith("cron-") or given.get("interval"):
        return _SCHEDULE + bare.removeprefix("cron-")
    return _PREFIX + bare


def _changed(skill: CustomSkill, given: Mapping[str, Any]) -> CustomSkill:
    changes = {name: given[name] for name in ("value", "interval", "enabled", "description") if name in given}
    if "interval" in changes:
        # A strategy has no interval; an empty one clears that of a schedule.
        changes["interval"] = (changes["interval"] or None) if skill.is_schedule else None
    return evolve(skill, **changes)


def _content(skill: CustomSkill) -> tuple[str, str | None, bool]:
    return skill.value, skill.interval, skill.enabled
