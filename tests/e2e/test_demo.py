"""`make demo` as a newcomer runs it: the result on the screen, and nothing left behind whatever happens."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[2]


class Demo:
    def __init__(self, folder: Path, *arguments: str) -> None:
        self.output = folder / "demo.txt"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "demo", "--output", str(folder / "images"), *arguments],
                cwd=_ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_for(self, text: str, timeout: float = 120) -> str:
        deadline = time.monotonic() + timeout
        while text not in (said := self.output.read_text()):
            assert self.process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.2)
        return said

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)


@pytest.fixture
def demo(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Demo]:
    demo = Demo(tmp_path, *getattr(request, "param", ()))
    yield demo
    if demo.process.poll() is None:
        demo.process.send_signal(signal.SIGINT)
        demo.process.wait(60)


def left_behind(family: list[psutil.Process]) -> list[str]:
    return [" ".join(p.cmdline()) for p in family if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize("demo", [("--prompt", "a red fox in snow")], indirect=True)
def test_demo_prints_the_result_and_leaves_nothing_behind(demo: Demo, tmp_path: Path) -> None:
    demo.wait_for("triggered")
    family = demo.family()
    assert demo.process.wait(120) == 0, demo.output.read_text()
    said = demo.output.read_text()
    assert "a red fox in snow" in said
    for expected in (
        r"paint: Wiro task \S+ on sandbox/image",
        r"status +\S+",
        r"cost +\$\d",
        r"seconds +\d",
        r"answer +\w",
    ):
        assert re.search(expected, said), f"{expected} in {said}"
    saved = re.search(r"saved +(\S+) ", said)
    assert saved
    assert Path(saved[1]).read_bytes().startswith(b"\x89PNG")
    resumed = re.search(r"resumed +([\d.]+) s after the model finished", said)
    assert resumed
    # No limit here: the triggerer is cold, and its first connection costs Airflow CPU seconds. The 3 s are tested
    # on a warm one in test_airflow.py.
    assert float(resumed[1]) >= 0
    assert left_behind(family) == []


def test_interrupted_demo_stops_everything(demo: Demo) -> None:
    demo.wait_for("starting Airflow")
    time.sleep(3)
    family = demo.family()
    assert len(family) >= 5
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(60) == 130
    assert left_behind(family) == []


def test_failing_demo_names_what_failed_and_its_log(demo: Demo) -> None:
    demo.wait_for("starting Airflow")
    time.sleep(3)
    family = demo.family()
    scheduler = next(process for process in family if "scheduler" in process.cmdline())
    scheduler.kill()
    assert demo.process.wait(60) == 1
    said = demo.output.read_text()
    named = re.search(r"FAILED: scheduler ended with exit code -9; its log is (\S+)", said)
    assert named, said
    assert Path(named[1]).exists()
    assert left_behind(family) == []


def test_empty_prompt_is_refused_before_anything_starts() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "demo", "--prompt", " "],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.returncode == 2
    assert "--prompt: an empty prompt" in answer.stderr
