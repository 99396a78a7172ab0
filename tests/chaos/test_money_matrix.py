"""Never pay twice, and stop the bill: every row on a real Airflow, judged by the sandbox's books."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from tests.chaos.canary import Canaries
from tests.chaos.conductor import run_rows
from tests.chaos.stack import AIRFLOW, chaos_stack
from tests.chaos.table import ROWS, Row

if TYPE_CHECKING:
    from tests.chaos.scene import Outcome

# One stack for all rows: the first test waits for every outcome.
pytestmark = pytest.mark.timeout(3600)


@frozen
class Played:
    """What became of every row that was selected, by DAG id, and where their secrets turned up."""

    outcomes: dict[str, Outcome]
    canaries: Canaries


@pytest.fixture(scope="session")
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    calls = [getattr(item, "callspec", None) for item in request.session.items]
    selected = [call.params["row"] for call in calls if call is not None and "row" in call.params]
    rows = [row for row in selected if AIRFLOW >= (3, 3) or not row.event.not_before_3]
    folder = tmp_path_factory.mktemp("chaos")
    canaries = Canaries()
    began = time.monotonic()
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        with chaos_stack(rows, folder) as stack:
            outcomes = run_rows(stack, rows, folder, canaries)
        print(f"{len(rows)} rows in {time.monotonic() - began:.0f} s")
    return Played(outcomes, canaries)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.dag_id)
def test_row(row: Row, played: Played) -> None:
    if row.dag_id not in played.outcomes:
        pytest.skip(row.event.not_before_3)
    outcome = played.outcomes[row.dag_id]
    assert row.is_met(outcome.jobs, outcome.state), f"{outcome.jobs}, {outcome.state}\n{outcome.told}"
    assert outcome.violations == ()


def test_no_secret_was_seen_anywhere(played: Played) -> None:
    assert played.canaries.found == []
    assert played.canaries.looked_at.keys() >= {"files", "tables", "REST answers"}
    assert all(size > 100 for size in played.canaries.looked_at.values()), played.canaries.looked_at
