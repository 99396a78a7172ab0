import io
import zipfile
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox


def upload(client: SandboxClient, name: str, content: bytes, **fields: str) -> dict[str, Any]:
    response = client.http.post("/File/Upload", files={"file": (name, content)}, data=fields)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name, content)
    return stream.getvalue()


def test_upload_is_stored_and_can_be_run_with(client: SandboxClient) -> None:
    (row,) = upload(client, "photo.PNG", b"content")["list"]
    assert (row["name"], row["contenttype"], row["size"]) == ("photo.PNG", "image/png", "7")
    assert client.http.get(row["url"]).content == b"content"
    task_id = client.run("sandbox/image-edit", prompt="a", inputImage=[row["url"]], seconds=0)["taskid"]
    assert client.wait(task_id)["pexit"] == "0"


def test_folders_nest_and_hold_uploads(client: SandboxClient) -> None:
    (outer,) = client.post("/File/FolderCreate", {"name": "outer"})["list"]
    (inner,) = client.post("/File/FolderCreate", {"name": "in_ner-1", "parentid": outer["id"]})["list"]
    assert (inner["parentid"], inner["size"], inner["contenttype"]) == (outer["id"], "0", "")
    (row,) = upload(client, "a.txt", b"a", folderid=inner["id"])["list"]
    assert row["parentid"] == inner["id"]
    (loose,) = upload(client, "a.txt", b"a")["list"]
    assert loose["parentid"] == outer["parentid"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "Request parameter [name] required"),
        ({"name": ""}, "Request parameter [name] required"),
        ({"name": "no blanks"}, "Request parameters are invalid."),
        ({"name": "../up"}, "Request parameters are invalid."),
        ({"name": "a", "parentid": "nowhere"}, "Request parameters are invalid."),
    ],
)
def test_folder_needs_a_plain_name_and_a_known_place(client: SandboxClient, body: Any, message: str) -> None:
    assert client.error("/File/FolderCreate", body) == (200, 0, message)


@pytest.mark.parametrize("name", ["program.exe", "noextension", ".png"])
def test_other_types_of_files_are_refused(client: SandboxClient, name: str) -> None:
    assert upload(client, name, b"a")["errors"][0]["message"] == "Request parameters are invalid."


def test_upload_needs_a_file(client: SandboxClient) -> None:
    for fields in ({"file": (None, b"text")}, {"other": ("a.png", b"a")}):
        answer = client.http.post("/File/Upload", files=fields).json()
        assert answer["errors"] == [{"code": 0, "message": "Request files [file] required"}]


def test_archive_is_unpacked_without_its_paths(client: SandboxClient) -> None:
    rows = upload(client, "a.zip", archive({"in/a.txt": b"1", "../../b.csv": b"22", "empty/": b""}))["list"]
    assert [(row["name"], row["contenttype"], row["size"]) for row in rows] == [
        ("a.txt", "text/plain", "1"),
        ("b.csv", "text/csv", "2"),
    ]
    assert client.http.get(rows[1]["url"]).content == b"22"


def test_broken_archive_is_refused(client: SandboxClient) -> None:
    whole = archive({"a.txt": b"1" * 1000})
    for content in (b"no archive", whole[:50], whole.replace(b"a.txt", b"b.txt", 1)):
        assert upload(client, "a.zip", content)["result"] is False


def test_archive_that_unpacks_to_too_much_is_refused() -> None:
    with Sandbox(max_body_bytes=100_000) as sandbox:
        client = SandboxClient(sandbox)
        content = archive({"a.txt": b"0" * 1_000_000})
        assert len(content) < 10_000
        response = client.http.post("/File/Upload", files={"file": ("a.zip", content)})
        assert response.status_code == 413
