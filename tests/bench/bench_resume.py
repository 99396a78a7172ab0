"""How soon a task goes on after its model's last frame, and that no healthy task fails, with Airflow's own defaults.

Runs of models that take 2 to 20 s are started one after the other on a real Airflow. The ones just above the inline
wait defer for a moment only, which is where Airflow's scheduler takes the end of the deferring worker for the end of
the resumed one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.support.split_stack import SplitStack

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What the models take, in seconds; the operator waits ten seconds before it defers.
DURATIONS: Final = (2, 8, 11, 12, 15, 20)
#: From the last frame of a 20 s model to the resumed task, in seconds.
RESUME_LIMIT: Final = 3.0

_DAG: Final = "bench_resume"
_PAUSE_SECONDS: Final = 5.0
_ENDED: Final = frozenset({"success", "failed"})
# The stack of the tests tunes these, so that the tests are quick; here Airflow runs as it comes.
_DEFAULTS: Final = {
    "AIRFLOW__CORE__PARALLELISM": "32",
    "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "1",
    "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "5",
}


def run_all(stack: SplitStack, count: int, durations: Sequence[int]) -> dict[str, int]:
    """Start the runs and wait for their ends; return what each took, by run id."""
    seconds: dict[str, int] = {}
    for duration in itertools.islice(itertools.cycle(durations), count):
        seconds[stack.api.trigger(_DAG, {"seconds": duration})] = duration
        time.sleep(_PAUSE_SECONDS)
    stack.wait_until(
        "the last run", lambda: all(stack.api.dag_run(_DAG, run)["state"] in _ENDED for run in seconds), 180, 2.0
    )
    return seconds


def outcome_of(stack: SplitStack, run_id: str, finished: dict[str, float]) -> dict[str, Any]:
    """Return the state of a run, whether it deferred, and how long it took from the last frame to go on."""
    row = stack.api.task_instances(_DAG, run_id)["paint"]
    if row["state"] != "success":
        return {"state": row["state"], "log": stack.api.task_log(_DAG, run_id, "paint")[-2000:]}
    result = stack.api.xcom(_DAG, run_id, "paint")
    resumed_at = result["resumed_at"]
    known_at = result["finished_at"] if resumed_at is None else resumed_at
    return {
        "state": "success",
        "deferred": resumed_at is not None,
        "seconds_late": known_at - finished[result["task_id"]],
    }


def report(seconds: dict[str, int], outcomes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Put the outcomes together, by what the models take."""
    found = {}
    for duration in sorted(set(seconds.values())):
        mine = [outcomes[run] for run, taken in seconds.items() if taken == duration]
        late = sorted(outcome["seconds_late"] for outcome in mine if outcome["state"] == "success")
        found[str(duration)] = {
            "runs": len(mine),
            "states": dict(Counter(outcome["state"] for outcome in mine)),
            "deferred": sum(outcome.get("deferred", False) for outcome in mine),
            "late_median": round(statistics.median(late), 2) if late else None,
            "late_max": round(late[-1], 2) if late else None,
        }
    return found


def main() -> int:
    """Print what was measured as JSON; fail if a task failed or resumed too late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=54)
    parser.add_argument("--seconds", type=int, nargs="*", default=DURATIONS, help="what the models take")
    arguments = parser.parse_args()
    dag = Path(__file__).parent / "dags" / "bench_resume.py"
    with SplitStack([dag], settings=_DEFAULTS) as stack:
        load = os.getloadavg()[0]
        seconds = run_all(stack, arguments.runs, arguments.seconds)
        books = stack.books()
        finished = {row["taskid"]: row["finished_at"] for row in books["submissions"]}
        outcomes = {run: outcome_of(stack, run, finished) for run in seconds}
        submissions = Counter(row["parameters"]["prompt"] for row in books["submissions"])
    found = report(seconds, outcomes)
    failed = [outcome for outcome in outcomes.values() if outcome["state"] != "success"]
    twice = [run for run in seconds if submissions[run] != 1]
    print(json.dumps({"by_seconds": found, "failed": len(failed), "not_once": len(twice), "load": round(load, 1)}))
    for outcome in failed:
        print(outcome["log"])
    longest = found.get(str(DURATIONS[-1]), {}).get("late_max", 0.0)
    inline = found.get(str(DURATIONS[0]), {}).get("deferred", 0)
    return 1 if failed or twice or inline or longest is None or longest > RESUME_LIMIT else 0


if __name__ == "__main__":
    raise SystemExit(main())
