from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from airflow.providers.common.compat.sdk import DAG, AirflowException, AirflowFailException, ObjectStoragePath
from fsspec.implementations.memory import MemoryFileSystem

from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.operators.files import WiroDeleteTaskFilesOperator, WiroUploadFileOperator
from tests.support.airflow_tasks import executed

_CONTENT = b"a note\n" * 1000


def upload_of(**arguments):
    return WiroUploadFileOperator(**{"task_id": "upload", **arguments})


def delete_of(**arguments):
    return WiroDeleteTaskFilesOperator(task_id="delete", **arguments)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(_CONTENT)
    return path


@pytest.fixture
def storage():
    """Files in fsspec's memory, which is what S3 and the like look like to the operator."""
    try:
        from airflow.sdk.io import attach
    except ImportError:
        from airflow.io.store import attach
    attach("memory", fs=MemoryFileSystem())


@pytest.fixture
def stored(storage, request):
    path = ObjectStoragePath(f"memory://bucket/{request.node.name}.txt")
    path.write_bytes(_CONTENT)
    return path


def uploads(sandbox):
    return sandbox.books.to_dict()["counts"].get("files_upload", 0)


class TestUpload:
    @pytest.mark.parametrize("form", [str, Path, lambda path: f"file://{path}"])
    def test_local_file_becomes_an_address(self, connected_sandbox, note, form):
        address = executed(upload_of(file=form(note)))
        assert json.loads(json.dumps(address)) == address
        assert httpx.get(address).content == _CONTENT
        assert uploads(connected_sandbox) == 1

    @pytest.mark.parametrize("form", [str, lambda path: path])
    def test_object_storage_file_becomes_an_address(self, connected_sandbox, stored, form):
        assert httpx.get(executed(upload_of(file=form(stored)))).content == _CONTENT

    def test_name_and_folder(self, connected_sandbox, note):
        with WiroHook().get_conn() as client:
            folder = client.api.files.folder_create(name="inputs").list_[0].id
        address = executed(upload_of(file=note, name="other.md", folder_id=folder))
        assert address.endswith(".md")
        with pytest.raises(AirflowFailException, match=r"^Nothing was uploaded: files_upload: "):
            executed(upload_of(file=note, folder_id="no-such-folder"))

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ({"file": ""}, "file is ''; accepted: a local path, an address that ObjectStoragePath opens"),
            ({"file": 7}, "file is 7; accepted"),
            ({"file": "https://example.com/a.png"}, "which Wiro fetches by itself: give it to the run as it is"),
            ({"file": "a.txt", "name": " "}, "name is ' '; accepted: a text that is not empty"),
            ({"file": "a.txt", "folder_id": 3}, "folder_id is 3; accepted"),
        ],
    )
    def test_wrong_argument_fails_at_parse_and_after_rendering(self, arguments, words):
        with pytest.raises(ValueError, match=f"^{words}" if words.startswith("file is ''") else words):
            upload_of(**arguments)
        operator = upload_of(file="{{ x }}", name="{{ x }}", folder_id="{{ x }}")
        for name, value in {"name": None, "folder_id": None, **arguments}.items():
            setattr(operator, name, value)
        with pytest.raises(AirflowFailException, match=r"^Nothing was uploaded: ") as raised:
            executed(operator)
        assert words in str(raised.value)

    def test_templates_are_rendered(self):
        with DAG("rendering_upload", start_date=datetime(2026, 1, 1, tzinfo=UTC), schedule=None):
            operator = upload_of(file="{{ a }}.txt", name="{{ a }}", folder_id="{{ a }}", wiro_conn_id="{{ a }}")
        operator.render_template_fields({"a": "x"})
        assert (operator.file, operator.name, operator.folder_id, operator.wiro_conn_id) == ("x.txt", "x", "x", "x")

    @pytest.mark.parametrize("missing", ["/nowhere/a.txt", "memory://nowhere/a.txt"])
    def test_missing_file_may_be_there_at_the_next_try(self, connected_sandbox, storage, missing):
        with pytest.raises(AirflowException, match=r"^Nothing was uploaded: .*nowhere/a.txt cannot be read") as raised:
            executed(upload_of(file=missing))
        assert not isinstance(raised.value, AirflowFailException)
        assert uploads(connected_sandbox) == 0

    @pytest.mark.parametrize("kind", ["nonsense", "gopher"])
    def test_unknown_kind_of_address(self, connected_sandbox, kind):
        with pytest.raises(AirflowFailException, match=f"^Nothing was uploaded: .*{kind}"):
            executed(upload_of(file=f"{kind}://a/b.txt"))

    def test_refusal_is_final(self, connected_sandbox, note):
        with pytest.raises(AirflowFailException, match=r"^Nothing was uploaded: files_upload"):
            executed(upload_of(file=note, name="program.exe"))
        with pytest.raises(AirflowFailException, match=r"^Nothing was uploaded: .*empty file"):
            executed(upload_of(file=_empty(note)))

    @pytest.mark.parametrize(
        "fault", [{"kind": "drop_before_accept"}, {"kind": "drop_after_accept"}, {"kind": "garbage"}]
    )
    def test_lost_answer_leaves_it_to_the_next_try(self, connected_sandbox, note, fault):
        connected_sandbox.faults.add(operation="files_upload", times=1, **fault)
        operator = upload_of(file=note)
        with pytest.raises(AirflowException, match=r"^Nothing was uploaded: ") as raised:
            executed(operator)
        assert not isinstance(raised.value, AirflowFailException)
        assert httpx.get(executed(operator)).content == _CONTENT


class TestDelete:
    @pytest.fixture
    def run(self, connected_sandbox, note):
        with WiroHook().get_conn() as client:
            address = client.upload(note)
            yield client.run("sandbox/image", {"prompt": "a fox", "inputImage": address}, validate=False)

    @pytest.mark.parametrize("form", [str, int, lambda task_id: {"task_id": task_id, "outputs": []}])
    def test_files_are_deleted_and_deleting_again_is_fine(self, run, form):
        (output,) = run.wait(timeout=30).outputs
        assert httpx.get(output.url).status_code == 200
        operator = delete_of(wiro_task_id=form(run.task_id))
        assert executed(operator) == {"task_id": run.task_id, "outputs": 1}
        assert httpx.get(output.url).status_code == 404
        assert executed(operator) == {"task_id": run.task_id, "outputs": 0}

    def test_task_that_runs_is_left_alone(self, run):
        with pytest.raises(AirflowException, match=f"^Nothing was deleted: Wiro task {run.task_id} has not ended"):
            executed(delete_of(wiro_task_id=run.task_id))
        assert run.wait(timeout=30).outputs

    def test_unknown_task_is_named(self, connected_sandbox):
        with pytest.raises(AirflowFailException, match="Wiro knows no task 987654321, or not with the connection"):
            executed(delete_of(wiro_task_id="987654321"))

    @pytest.mark.parametrize("wrong", ["", "a b", "../x", None, True, {"text": "7"}, 1.5])
    def test_wrong_id_fails_at_parse_and_after_rendering(self, wrong):
        with pytest.raises(ValueError, match=r"^wiro_task_id is .*; accepted: the id that Wiro gave"):
            delete_of(wiro_task_id=wrong)
        operator = delete_of(wiro_task_id="{{ x }}")
        operator.wiro_task_id = wrong
        with pytest.raises(AirflowFailException, match=r"^Nothing was deleted: wiro_task_id is"):
            executed(operator)

    def test_outage_is_retried(self, connected_sandbox, run):
        run.wait(timeout=30)
        connected_sandbox.faults.add(operation="tasks_input_output_delete", kind="status", status=503, times=10)
        with pytest.raises(AirflowException, match=r"^Nothing was deleted: ") as raised:
            executed(delete_of(wiro_task_id=run.task_id))
        assert not isinstance(raised.value, AirflowFailException)


def _empty(path):
    path.write_bytes(b"")
    return path
