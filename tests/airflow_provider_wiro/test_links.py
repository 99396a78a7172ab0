from __future__ import annotations

from types import SimpleNamespace

from airflow_provider_wiro import links
from airflow_provider_wiro.operators.models import WiroRunModelOperator


def test_link_is_the_models_page_from_xcom(monkeypatch):
    asked = {}

    def get_value(**arguments):
        asked.update(arguments)
        return links.model_page("google/nano-banana-pro")

    monkeypatch.setattr(links, "XCom", SimpleNamespace(get_value=get_value))
    link = links.WiroModelLink()
    assert link.get_link(None, ti_key="key") == "https://wiro.ai/models/google/nano-banana-pro"
    assert asked == {"key": "_link_WiroModelLink", "ti_key": "key"}
    assert link.name == "Wiro model"


def test_link_is_empty_until_the_task_has_pushed_it(monkeypatch):
    monkeypatch.setattr(links, "XCom", SimpleNamespace(get_value=lambda **_: None))
    assert links.WiroModelLink().get_link(None, ti_key="key") == ""


def test_operator_has_the_link():
    operator = WiroRunModelOperator(task_id="paint", model="a/b")
    assert [type(link) for link in operator.operator_extra_links] == [links.WiroModelLink]
