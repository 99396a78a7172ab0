from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.command import invoke
from tests.support.sandbox_client import SandboxClient
from wiro.cli.session import Session, printable

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox import Sandbox


def test_texts_cannot_steer_a_terminal() -> None:
    assert printable("\x1b]0;owned\x07a\r\x9b31mb\tc\nd\x00é日") == "]0;owneda31mb\tc\ndé日"


def test_the_key_comes_from_a_file(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    key, secret = tmp_path / "key", tmp_path / "secret"
    key.write_text(f"{wiro_sandbox.api_key}\n")
    secret.write_text(wiro_sandbox.api_secret)
    where = ("--base-url", wiro_sandbox.base_url)
    files = ("--api-key-file", str(key), "--api-secret-file", str(secret))
    assert invoke(None, "tasks", "list", *where, *files).status == 0
    secret.write_text("wrong")
    assert invoke(None, "tasks", "list", *where, *files).status == 3


@pytest.mark.parametrize(
    ("content", "problem"), [(None, "No such file"), (b"", "is empty"), (b"\xff\xfe\x00", "it is no text")]
)
def test_a_key_file_without_a_key(tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    result = invoke(None, "tasks", "list", "--api-key-file", str(path))
    assert result.status == 2
    assert problem in result.err


def test_no_key_at_all() -> None:
    result = invoke(None, "tasks", "list")
    assert result.status == 2
    assert "--api-key-file" in result.err
    assert "WIRO_API_KEY" in result.err


def test_there_is_no_option_for_the_key_itself() -> None:
    assert "No such option" in invoke(None, "--api-key", "secret", "tasks", "list").err


def test_rows_go_into_a_pipe_with_tabs_and_without_line_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    Session().table(("a", "b"), [(1, None), ("x\ty\nz", "\x1b[31mred")])
    assert capsys.readouterr().out == "1\t\nx y z\t[31mred\n"


def test_documents_survive_any_locale(capsys: pytest.CaptureFixture[str]) -> None:
    Session(compact=True).emit({"text": "日\udcff"})
    assert capsys.readouterr().out == '{"text": "\\u65e5\\udcff"}\n'


def test_v_logs_without_secrets(wiro_sandbox: Sandbox) -> None:
    result = invoke(wiro_sandbox, "-vv", "tasks", "list")
    assert result.status == 0
    assert "wiro.transport" in result.err
    assert wiro_sandbox.api_key not in result.err
    run = invoke(wiro_sandbox, "run", "sandbox/language", "-p", "prompt=x", "-vv", "--json")
    token = SandboxClient(wiro_sandbox).detail(run.document["task_id"])["socketaccesstoken"]
    assert token not in run.err + run.out
