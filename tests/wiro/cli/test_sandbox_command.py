from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

from tests.support.command import invoke, started

if TYPE_CHECKING:
    from pathlib import Path


def test_it_runs_until_it_is_told_to_stop(tmp_path: Path) -> None:
    with started(None, "sandbox", "--port", "0", "--time-scale", "50", "--json") as process:
        assert process.stdout is not None
        announcement = json.JSONDecoder().raw_decode("".join(iter(process.stdout.readline, "}\n")) + "}")[0]
        assert set(announcement) == {"base_url", "socket", "key", "secret", "page"}
        key = tmp_path / "key"
        key.write_text(announcement["key"])
        where = ("--base-url", announcement["base_url"], "--api-key-file", str(key))
        assert invoke(None, "tasks", "list", "--json", *where).document == {"tasks": []}
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_its_options_are_its_own() -> None:
    assert invoke(None, "sandbox", "--no-such-option").status == 2
    assert "--time-scale" in invoke(None, "sandbox", "--help").out


def test_a_sandbox_that_cannot_start_has_its_document() -> None:
    taken = invoke(None, "sandbox", "--json", "--port", "99999")
    assert (taken.status, taken.document["error"]["exit_status"]) == (1, 1)
    assert taken.document["error"]["message"] == taken.err.strip()
    unknown = invoke(None, "sandbox", "--json", "--no-such-option")
    assert (unknown.status, unknown.document["error"]["type"]) == (2, "UsageError")
    assert "--no-such-option" in unknown.document["error"]["message"]
