from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import click
import pytest

from wiro.catalog import model_from_rows
from wiro.cli.parameters import parameters_from

if TYPE_CHECKING:
    from pathlib import Path

MODEL = model_from_rows(
    "a/b",
    [
        {
            "parameters": [
                {"id": "prompt", "type": "textarea"},
                {"id": "width", "type": "range"},
                {"id": "size", "type": "select", "options": ["1", "2"]},
                {"id": "safe", "type": "checkbox"},
                {"id": "image", "type": "multifileinput"},
            ]
        }
    ],
)


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("prompt=5", "5"),
        ("prompt=a=b", "a=b"),
        ("prompt=@home", "@home"),
        ("prompt=", ""),
        ("width=512", 512),
        ("width=0.5", 0.5),
        ("width=wide", "wide"),
        ("width:=null", None),
        ("size=1", "1"),
        ("safe=True", True),
        ("safe=maybe", "maybe"),
        ("image=https://example.com/1.png", "https://example.com/1.png"),
        ("other=7", "7"),
        ('other:={"a": [1]}', {"a": [1]}),
    ],
)
def test_the_schema_types_a_value(flag: str, value: Any) -> None:
    key = flag.partition("=")[0].rstrip(":")
    assert parameters_from(None, [flag], MODEL) == {key: value}


def test_files_where_the_model_takes_them(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x")
    assert parameters_from(None, [f"image=@{path}"], MODEL) == {"image": path}
    flags = [f"image=@{path}", "image=https://example.com/1.png"]
    assert parameters_from(None, flags, MODEL) == {"image": [path, "https://example.com/1.png"]}
    # Without a schema nobody else knows what is a file.
    assert parameters_from(None, [f"any=@{path}", "n=5"], None) == {"any": path, "n": "5"}


@pytest.mark.parametrize(
    ("document", "flag", "problem"),
    [
        (None, "prompt", "write key=value"),
        (None, "=x", "write key=value"),
        (None, "n:=x", "is no JSON"),
        (None, "image=@/does/not/exist", "there is no file '/does/not/exist'"),
        (None, "imgae=@x.png", "no such parameter; those that take files: image"),
        ("{", None, "--params: is no JSON"),
        pytest.param("[" * 20_000, None, "--params: is no JSON", id="nested"),
        ("[1]", None, "is a JSON list; accepted: an object"),
        ("@/does/not/exist", None, "cannot be read: No such file"),
    ],
)
def test_what_cannot_be_read_is_named(document: str | None, flag: str | None, problem: str) -> None:
    with pytest.raises(click.UsageError, match=problem):
        parameters_from(document, [flag] if flag else [], MODEL)


def test_documents_and_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = {"prompt": "a", "n": 1}
    path = tmp_path / "params.json"
    path.write_text(json.dumps(document))
    assert parameters_from(json.dumps(document), ["prompt=b"], MODEL) == {"prompt": "b", "n": 1}
    assert parameters_from(f"@{path}", [], MODEL) == document
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(document)))
    assert parameters_from("@-", [], MODEL) == document
    assert parameters_from(None, [], MODEL) == {}
