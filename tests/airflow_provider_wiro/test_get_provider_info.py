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

import airflow_provider_wiro
from airflow_provider_wiro import links
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


_KINDS = ("hooks", "operators", "sensors", "triggers")


def _named_modules(info):
    """Modules that the provider info lists, by kind. Notifications are listed as classes."""
    modules = {kind: {name for entry in info.get(kind, ()) for name in entry["python-modules"]} for kind in _KINDS}
    if not _AIRFLOW_3:
        # Airflow 2 has no asset watchers, and this module says so when it is imported.
        modules["triggers"].discard("airflow_provider_wiro.triggers.watchers")
    modules["notifications"] = {name.rpartition(".")[0] for name in info.get("notifications", ())}
    return modules


def _named_classes(info):
    yield from (entry["hook-class-name"] for entry in info["connection-types"])
    yield from (entry["class-name"] for entry in info.get("task-decorators", ()))
    yield from info["extra-links"]
    yield from info["notifications"]


def test_everything_it_names_exists():
    info = get_provider_info()
    for modules in _named_modules(info).values():
        for module in modules:
            assert import_module(module).__all__
    for name in _named_classes(info):
        module, _, attribute = name.rpartition(".")
        assert attribute in import_module(module).__all__


def test_it_names_every_public_module():
    """`hooks.wiro` is public and `hooks._connection` is not; a module without a public class is a helper."""
    root = Path(airflow_provider_wiro.__file__).parent
    for kind, named in _named_modules(get_provider_info()).items():
        paths = [path for path in (root / kind).glob("[!_]*.py") if _AIRFLOW_3 or path.stem != "watchers"]
        found = {name: import_module(name).__all__ for name in (f"{root.name}.{kind}.{path.stem}" for path in paths)}
        there = {name for name, public in found.items() if any(entry.startswith("Wiro") for entry in public)}
        assert named == there, kind


def test_it_names_every_link():
    named = set(get_provider_info()["extra-links"])
    assert named == {f"airflow_provider_wiro.links.{name}" for name in links.__all__ if name.startswith("Wiro")}


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
