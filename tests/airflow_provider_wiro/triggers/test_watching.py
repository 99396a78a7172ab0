from __future__ import annotations

import sys
from importlib import import_module

import airflow.triggers.base
import pytest


def test_airflow_2_is_told_what_it_lacks(monkeypatch):
    for name in ("_watching", "watchers"):
        monkeypatch.delitem(sys.modules, f"airflow_provider_wiro.triggers.{name}", raising=False)
    monkeypatch.delattr(airflow.triggers.base, "BaseEventTrigger", raising=False)
    with pytest.raises(ImportError, match=r"need Airflow 3\.0 or newer: Airflow 2 has no AssetWatcher"):
        import_module("airflow_provider_wiro.triggers.watchers")
