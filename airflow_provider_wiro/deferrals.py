"""When a deferred task may go on at the earliest.

The worker of Airflow 3 lingers: when the process of a task that deferred is gone, it may sleep for one more heartbeat
before it reports that to the scheduler. A trigger whose event comes in that time makes Airflow start the task again,
and then the late report is taken for the end of the resumed task: it fails although nothing is wrong with it. So
triggers hold their event back until the report has certainly arrived.
"""

from __future__ import annotations

import time
from typing import Final

from airflow.providers.common.compat.sdk import conf

from airflow_provider_wiro.arguments import checked_seconds

__all__ = ["earliest_resumption", "held_until", "minimum_deferral"]

#: From the end of the worker's last heartbeat until the scheduler has read what it reports: a round or two of its loop.
_REPORT_SECONDS: Final = 2.0
#: Airflow 2 has no such setting: its worker notices the end of a task at once.
_NO_HEARTBEAT_SETTING: Final = 1.0
#: A trigger that starts later than this took over from another, long after the worker reported.
_LATE_START_SECONDS: Final = 60.0


def minimum_deferral() -> float:
    """Return how many seconds lie between a deferral and its event at least.

    Returns:
        `[wiro] minimum_deferral` of Airflow's configuration; without it, `[workers] min_heartbeat_interval` (5 s unless
        somebody changed it) and two seconds more.

    Raises:
        ValueError: The setting is no number of seconds of at least 0.
    """
    configured = conf.get("wiro", "minimum_deferral", fallback=None)
    if configured not in (None, ""):
        return checked_seconds("[wiro] minimum_deferral", configured, zero=True)
    return float(conf.getfloat("workers", "min_heartbeat_interval", fallback=_NO_HEARTBEAT_SETTING)) + _REPORT_SECONDS


def earliest_resumption() -> float:
    """Return when a task that defers now may go on, seconds since the epoch."""
    return time.time() + minimum_deferral()


def held_until(not_before: float, started_at: float) -> float:
    """Return when the event of a trigger may come, seconds since the epoch.

    On a busy machine both the start of the trigger and the report of the worker are late, so a heartbeat counts from
    there as well.

    Args:
        not_before: What `earliest_resumption` returned when the task deferred.
        started_at: When the trigger started.
    """
    if started_at > not_before + _LATE_START_SECONDS:
        return not_before
    return max(not_before, started_at + minimum_deferral() - _REPORT_SECONDS)
