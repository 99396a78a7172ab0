from __future__ import annotations

from types import SimpleNamespace

import pytest

from airflow_provider_wiro import links
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from tests.support.airflow_tasks import task_context


@pytest.fixture
def xcoms(monkeypatch):
    """The XComs of one task instance."""
    stored = {}

    def get_value(*, key, ti_key):
        assert ti_key == "instance"
        return stored.get(key)

    monkeypatch.setattr(links, "XCom", SimpleNamespace(get_value=get_value))
    return stored


def test_model_link_is_what_was_pushed(xcoms):
    link = links.WiroModelLink()
    assert link.get_link(None, ti_key="instance") == ""
    context = task_context()
    links.push_link(context, link, links.model_page("google/nano-banana-pro"))
    assert context["pushed"] == {"_link_WiroModelLink": "https://wiro.ai/models/google/nano-banana-pro"}
    xcoms.update(context["pushed"])
    assert link.get_link(None, ti_key="instance") == "https://wiro.ai/models/google/nano-banana-pro"


@pytest.mark.parametrize(
    ("result", "address"),
    [
        ({"outputs": [{"url": "https://cdn/1.png"}, {"url": "https://cdn/2.png"}]}, "https://cdn/1.png"),
        ({"outputs": []}, ""),
        ({"outputs": [{"name": "no address"}]}, ""),
        ({"text": "hello"}, ""),
        ("something else", ""),
        (None, ""),
    ],
)
def test_output_link_is_the_first_output_of_the_result(xcoms, result, address):
    xcoms["return_value"] = result
    assert links.WiroOutputLink().get_link(None, ti_key="instance") == address


def test_agent_link_needs_no_xcom(xcoms):
    assert links.WiroAgentLink().get_link(None, ti_key="instance") == "https://wiro.ai/panel/agents"


def test_names_and_keys_differ():
    made = [links.WiroModelLink(), links.WiroOutputLink(), links.WiroAgentLink()]
    assert [link.name for link in made] == ["Wiro model", "First output", "Wiro agents"]
    assert [link.xcom_key for link in made] == ["_link_WiroModelLink", "_link_WiroOutputLink", "_link_WiroAgentLink"]


def test_operator_has_its_links():
    operator = WiroRunModelOperator(task_id="paint", model="a/b")
    assert [type(link) for link in operator.operator_extra_links] == [links.WiroModelLink, links.WiroOutputLink]
