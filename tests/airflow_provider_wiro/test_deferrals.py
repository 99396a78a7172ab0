from __future__ import annotations

import time

import pytest
from airflow import __version__ as airflow_version

from airflow_provider_wiro.deferrals import earliest_resumption, held_until, minimum_deferral

_AIRFLOW_3 = not airflow_version.startswith("2.")


def test_default_outlasts_the_heartbeat_of_the_worker():
    assert minimum_deferral() == (7.0 if _AIRFLOW_3 else 3.0)


def test_default_follows_the_setting_of_the_worker(monkeypatch):
    monkeypatch.setenv("AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL", "1")
    assert minimum_deferral() == 3.0


@pytest.mark.parametrize(("text", "seconds"), [("0", 0.0), ("2.5", 2.5), ("", 7.0 if _AIRFLOW_3 else 3.0)])
def test_setting_of_the_provider(monkeypatch, text, seconds):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", text)
    assert minimum_deferral() == seconds


@pytest.mark.parametrize("text", ["soon", "-1", "nan"])
def test_wrong_setting_is_named(monkeypatch, text):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", text)
    with pytest.raises(ValueError, match=r"\[wiro\] minimum_deferral .*accepted: a finite number of seconds"):
        minimum_deferral()


def test_resumption_is_a_moment(monkeypatch):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", "100")
    assert 99 < earliest_resumption() - time.time() <= 100


@pytest.mark.parametrize(
    ("started_at", "expected"),
    [(993.0, 1000.0), (998.0, 1003.0), (1060.0, 1065.0), (1060.1, 1000.0)],
    ids=["in time", "late", "very late", "took over"],
)
def test_late_start_of_the_trigger_counts(monkeypatch, started_at, expected):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", "7")
    assert held_until(1000.0, started_at) == expected


def test_no_minimum_holds_nothing(monkeypatch):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", "0")
    assert held_until(1000.0, 1000.0) == 1000.0
