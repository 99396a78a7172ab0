import re

from wiro.sandbox.agents.credential_kinds import CREDENTIALS, find_credential
from wiro.sandbox.agents.skills import SKILLS
from wiro.sandbox.agents.templates import TEMPLATES, find_template


def test_nine_templates_are_found_by_guid_and_slug() -> None:
    assert len(TEMPLATES) == 9
    for template in TEMPLATES:
        assert find_template(template.guid) is find_template(template.slug) is template
    assert find_template("nothing") is None


def test_templates_name_skills_and_credentials_that_exist() -> None:
    for template in TEMPLATES:
        assert set(template.skills) <= set(SKILLS)
        assert set(template.credentials) <= set(CREDENTIALS)
        needed = {SKILLS[name].credential for name in template.skills} - {None, "wiro"}
        assert needed <= set(template.credentials), template.slug
        assert not all(template.credentials.values())


def test_every_template_has_one_strategy_and_schedules() -> None:
    for template in TEMPLATES:
        strategies = [preset for preset in template.presets if preset.interval is None]
        assert len(strategies) == 1
        assert strategies[0].value
        for preset in template.presets:
            assert preset.key.startswith("cs-cron-") == (preset.interval is not None)
            assert preset.interval is None or re.fullmatch(r"\S+( \S+){4}", preset.interval)


def test_skills_name_skills_and_credentials_that_exist() -> None:
    for skill in SKILLS.values():
        assert skill.credential is None or skill.credential in CREDENTIALS
        assert {*skill.depends_on, *skill.conflicts_with} <= set(SKILLS)
        assert all(skill.name in SKILLS[other].conflicts_with for other in skill.conflicts_with)


def test_credentials_have_other_names_too() -> None:
    assert find_credential("twitterx") is find_credential("twitter") is not None
    assert find_credential("googledrive") is CREDENTIALS["google-drive"]
    assert find_credential("nothing") is None
