from __future__ import annotations

import json
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import airflow
import jsonschema
import pytest
from airflow import __version__ as airflow_version
from airflow.providers_manager import ProvidersManager

from airflow_provider_wiro.get_provider_info import get_provider_info
from airflow_provider_wiro.hooks._connection import EXTRA_FIELDS
from airflow_provider_wiro.hooks.wiro import WiroHook

_AIRFLOW_3 = not airflow_version.startswith("2.")


def test_info_is_valid_for_the_installed_airflow():
    schema = json.loads((Path(airflow.__file__).parent / "provider_info.schema.json").read_text())
    jsonschema.validate(get_provider_info(), schema)


def test_entry_point_leads_to_it():
    (found,) = [
        point
        for point in entry_points(group="apache_airflow_provider")
        if point.value.startswith("airflow_provider_wiro")
    ]
    assert found.load() is get_provider_info


def test_everything_it_names_exists():
    info = get_provider_info()
    for kind in ("hooks", "operators", "triggers"):
        for entry in info[kind]:
            for module in entry["python-modules"]:
                # Airflow 2 has no asset watchers: there the module says so when it is imported.
                assert (not _AIRFLOW_3 and module.endswith(".watchers")) or import_module(module).__all__
    names = [entry["hook-class-name"] for entry in info["connection-types"]] + info["extra-links"]
    for name in names:
        module, _, attribute = name.rpartition(".")
        assert hasattr(import_module(module), attribute)


@pytest.mark.filterwarnings("ignore:ProvidersManager.hooks is deprecated")
def test_airflow_lists_provider_hook_link_and_form():
    manager = ProvidersManager()
    assert manager.providers["wiro"].data["name"] == "Wiro"
    hook = manager.hooks["wiro"]
    assert (hook.hook_name, hook.connection_type) == ("Wiro", "wiro")
    assert "airflow_provider_wiro.links.WiroModelLink" in manager.extra_links_class_names
    assert {f"extra__wiro__{name}" for name in EXTRA_FIELDS} <= set(manager.connection_form_widgets)
    assert manager.connection_form_widgets["extra__wiro__api_secret"].is_sensitive
    behaviour = manager.field_behaviours["wiro"]
    assert behaviour["relabeling"] == {"password": "API key", "host": "Base URL"}
    assert "login" in behaviour["hidden_fields"]


def test_both_forms_tell_the_same():
    connection = get_provider_info()["connection-types"][0]
    old = WiroHook.get_ui_field_behaviour()
    new = connection["ui-field-behaviour"]
    assert (new["hidden-fields"], new["relabeling"]) == (old["hidden_fields"], old["relabeling"])
    assert set(connection["conn-fields"]) == set(EXTRA_FIELDS)
    if not _AIRFLOW_3:
        widgets = WiroHook.get_connection_form_widgets()
        assert set(widgets) == set(EXTRA_FIELDS)
        assert [name for name, widget in widgets.items() if "Password" in repr(widget)] == ["api_secret"]
