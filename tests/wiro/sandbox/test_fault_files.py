import json
from pathlib import Path
from typing import Any

import pytest

from wiro.sandbox.fault_files import read_faults


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "faults.yaml"


def test_yaml_with_a_seed(file: Path) -> None:
    file.write_text("seed: 7\nfaults:\n- {operation: runs_create, kind: status, status: 429}\n- {kind: lose_frame}\n")
    faults = read_faults(file)
    assert faults.seed == 7
    assert [(fault.kind, fault.operation, fault.status) for fault in faults.rules] == [
        ("status", "runs_create", 429),
        ("lose_frame", "*", 503),
    ]


def test_json_list(file: Path) -> None:
    file.write_text(json.dumps([{"kind": "delay", "times": None}]))
    assert read_faults(file).rules[0].times is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is neither YAML nor JSON"),
        ("", "holds no list of faults"),
        ("faults: 5", "holds no list of faults"),
        ("- 5", "fault 1: 5 is no rule"),
        ("- {kind: delay}\n- {kind: earthquake}", "fault 2: 'kind' must be in"),
        ("- {kind: delay, operation: run_create}", "fault 1: There is no operation 'run_create'"),
        ("- {kind: lose_frame, frame: task_ended}", "fault 1: There is no frame 'task_ended'"),
        ("- {kind: delay, surprise: 1}", "Unknown fault settings: surprise"),
        ("{sede: 3, faults: []}", "says sede; accepted: faults, seed"),
        ("{seed: true, faults: []}", "seed must be a whole number, not True"),
        ("- {kind: delay, seconds: .inf}", "fault 1: seconds is inf; accepted: a finite number"),
        ("{seed: x, faults: []}", "seed must be a whole number, not 'x'"),
    ],
)
def test_mistakes_are_named_with_their_place(file: Path, text: str, problem: str) -> None:
    file.write_text(text)
    with pytest.raises(ValueError, match=problem) as caught:
        read_faults(file)
    assert str(file) in str(caught.value)


def test_binary_file(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ValueError, match="neither YAML nor JSON"):
        read_faults(file)


def test_missing_file(file: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read_faults(file)


def test_rule_of_any_type_is_refused_without_a_traceback(file: Path) -> None:
    rules: list[dict[str, Any]] = [{"kind": ["delay"]}, {"kind": "status", "status": [1]}]
    for rule in rules:
        file.write_text(json.dumps([rule]))
        with pytest.raises(ValueError, match="fault 1"):
            read_faults(file)
