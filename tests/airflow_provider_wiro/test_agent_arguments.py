from __future__ import annotations

import pytest

from airflow_provider_wiro.agent_arguments import (
    CustomSkill,
    checked_agent,
    checked_credentials,
    checked_custom_skills,
    checked_skills,
    checked_text,
    is_rendered_throughout,
)


class TaskOutput:
    def resolve(self):
        raise NotImplementedError


@pytest.mark.parametrize(
    ("value", "is_final"),
    [
        ({"a": [1, ("b", None)]}, True),
        ({"a": ["{{ b }}"]}, False),
        ({"{{ a }}": 1}, False),
        ([{"a": TaskOutput()}], False),
        (None, True),
    ],
)
def test_templates_are_found_at_any_depth(value, is_final):
    assert is_rendered_throughout(value) is is_final


def test_agent():
    assert checked_agent(" Bot ") == "Bot"
    assert checked_agent({"agent_guid": "guid", "title": "Bot"}) == "guid"
    for wrong in ("", "None", None, 7, {"agent_guid": None}, {}):
        with pytest.raises(ValueError, match=r"agent is .*; accepted: the guid, the title or the slug"):
            checked_agent(wrong)


def test_long_values_are_shown_short():
    with pytest.raises(ValueError) as caught:
        checked_agent(["x" * 1000])
    assert len(str(caught.value)) < 300


def test_text():
    assert checked_text("title", "A") == "A"
    for wrong in ("", "  ", "None", None, 7):
        with pytest.raises(ValueError, match=r"title is .*; accepted: a non-empty string"):
            checked_text("title", wrong)


def test_credentials():
    nested = {"firebase": {"accounts": [{"appname": "A", "apps": [{"id": "1"}]}]}}
    assert checked_credentials(nested) == nested
    assert checked_credentials('{"gmail": {"account": "a"}}') == {"gmail": {"account": "a"}}
    assert checked_credentials(None) == checked_credentials({}) == {}


@pytest.mark.parametrize(
    "wrong", ["{secret", '["secret"]', ["secret"], {"gmail": "secret"}, {"a": {"b": {"secret": 1}}}]
)
def test_wrong_credentials_are_not_shown(wrong):
    with pytest.raises(ValueError, match="credential") as caught:
        checked_credentials(wrong)
    assert "secret" not in str(caught.value)


def test_skills():
    assert checked_skills(["a", "b"]) == checked_skills('["a", "b"]') == {"a": True, "b": True}
    assert checked_skills({"a": False}) == checked_skills('{"a": false}') == {"a": False}
    assert checked_skills(None) == {}
    for wrong in (7, "7", [""], {"a": 1}, {"": True}, "{"):
        with pytest.raises(ValueError, match=r"skills.*accepted: a dict of skill names"):
            checked_skills(wrong)


def test_custom_skills():
    assert checked_custom_skills("strategies", {"tone": "kind"}) == (CustomSkill(key="tone", value="kind"),)
    assert checked_custom_skills("schedules", '{"a": "0 9 * * *", "b": {"enabled": false}}') == (
        CustomSkill(key="a", interval="0 9 * * *"),
        CustomSkill(key="b", enabled=False),
    )
    assert checked_custom_skills("schedules", None) == ()
    for wrong in (7, ["a"], {"a": {}}, {"a": 1}, {"": "x"}, {"a": {"intervall": "x"}}, {"a": {"enabled": "no"}}, "{"):
        with pytest.raises(ValueError, match=r"schedules.*(accepted: a dict of keys|is not JSON)"):
            checked_custom_skills("schedules", wrong)
