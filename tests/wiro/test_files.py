from __future__ import annotations

import asyncio
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import Drop, FaultyServer, Reply, Seen
from wiro import AsyncWiro, Output, Wiro, files
from wiro.errors import AmbiguousRequestError, InvalidArgumentError, InvalidParametersError, InvalidResponseError
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS = [
    {"id": "one", "type": "fileinput"},
    {"id": "many", "type": "multifileinput", "max": 5},
    {"id": "mixed", "type": "combinefileinput", "max": 5},
    {"id": "linked", "type": "fileinput"},
    {"id": "linkedUrl", "type": "text"},
]
URL = "https://x/y.png"


class Api:
    """A service that stores files and says where."""

    def __init__(self) -> None:
        self.uploads = 0
        self.upload_reply: Any = None
        self.entered = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(self, seen: Seen) -> Reply:
        if seen.path == "/v1/Tool/Detail":
            return Reply(body={"tool": [{"slugowner": "o", "slugproject": "m", "parameters": ITEMS}]})
        if seen.path != "/v1/File/Upload":
            return Reply(body={"taskid": "7"})
        self.uploads += 1
        self.entered.release()
        self.go_on.wait(10)
        return self.upload_reply or Reply(body={"list": [{"url": f"https://cdn/{self.uploads}"}]})


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def server(api: Api) -> Iterator[FaultyServer]:
    with FaultyServer(api) as running:
        yield running


@pytest.fixture
def wiro(server: FaultyServer) -> Iterator[Wiro]:
    with Wiro("key", base_url=server.url, timeout=5) as opened:
        yield opened


def submitted(server: FaultyServer) -> Any:
    return [seen for seen in server.requests if seen.path == "/v1/Run/o/m"][-1].json()


@pytest.mark.parametrize("validate", [True, False])
@pytest.mark.parametrize(
    ("params", "sent"),
    [
        ({"one": b"1"}, {"one": ["https://cdn/1"]}),
        ({"many": [b"1", b"2"]}, {"many": ["https://cdn/1", "https://cdn/2"]}),
        ({"mixed": [URL, b"1", Output("a", "", 1, "https://out")]}, {"mixed": [URL, "https://cdn/1", "https://out"]}),
        ({"one": Output("a", "", 1, "https://out")}, {"one": ["https://out"]}),
        ({"many": [b"1"], "manyUrl": URL}, {"many": ["https://cdn/1"], "manyUrl": URL}),
        ({"one": URL, "many": f"{URL},{URL}"}, {"one": URL, "many": f"{URL},{URL}"}),
        ({"undocumented": File(b"1")}, {"undocumented": ["https://cdn/1"]}),
        ({"one": "", "mixed": None}, {"one": "", "mixed": None}),
    ],
)
def test_files_become_addresses(wiro: Wiro, server: FaultyServer, params: Any, sent: Any, validate: bool) -> None:
    wiro.run("o/m", params, validate=validate)
    assert submitted(server) == sent


def test_what_only_the_schema_tells(wiro: Wiro, server: FaultyServer) -> None:
    wiro.run("o/m", {"mixed": URL, "linked": b"1"})
    assert submitted(server) == {"mixed": [URL], "linked": "", "linkedUrl": "https://cdn/1"}


def test_the_upload(wiro: Wiro, server: FaultyServer, tmp_path: Path) -> None:
    path = tmp_path / "lake.png"
    path.write_bytes(b"\x89PNG")
    wiro.run("o/m", {"one": path})
    upload = server.requests[1]
    assert upload.headers["content-type"].startswith("multipart/form-data")
    assert b'name="file"; filename="lake.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n' in upload.body


def test_equal_contents_are_uploaded_once(wiro: Wiro, api: Api, server: FaultyServer, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"1")
    wiro.run("o/m", {"many": [b"1", path, io.BytesIO(b"1")], "one": bytearray(b"1")})
    wiro.run("o/m", {"one": b"1"})
    assert wiro.upload(b"1") == "https://cdn/1"
    assert api.uploads == 1
    assert wiro.upload(File(b"1", "a.txt")) == "https://cdn/2"  # another ending is another kind of file


def test_addresses_are_not_remembered_for_ever(wiro: Wiro, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LIFETIME_SECONDS", 0.0)
    wiro.upload(b"1")
    wiro.upload(b"1")
    assert api.uploads == 2


def test_memory_is_bounded(wiro: Wiro, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_MOST_REMEMBERED", 3)
    for number in range(6):
        wiro.upload(bytes([number]))
    assert len(wiro._uploads._known) == 3


@pytest.mark.parametrize(
    "parameters",
    [
        {"one": ["https://cdn/1"]},
        {"oneUrl": "https://x,https://cdn/1"},
        '{"one":["https:\\/\\/cdn\\/1"]}',
    ],
)
def test_an_upload_is_forgotten_wherever_its_address_is(wiro: Wiro, parameters: Any) -> None:
    assert (wiro.upload(b"1"), wiro.upload(b"2")) == ("https://cdn/1", "https://cdn/2")
    for nothing in (None, {}, "", {"one": "elsewhere"}):
        wiro._uploads.forget(nothing)
    assert (wiro.upload(b"1"), wiro.upload(b"2")) == ("https://cdn/1", "https://cdn/2")
    wiro._uploads.forget(parameters)
    assert (wiro.upload(b"1"), wiro.upload(b"2")) == ("https://cdn/3", "https://cdn/2")


def test_an_upload_under_way_is_not_forgotten(wiro: Wiro, api: Api) -> None:
    api.go_on.clear()
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(wiro.upload, b"1")
        assert api.entered.acquire(timeout=5)
        wiro._uploads.forget({"one": "https://cdn/1"})
        api.go_on.set()
        assert found.result(10) == wiro.upload(b"1") == "https://cdn/1"


def test_an_archive_gives_the_addresses_of_its_files(wiro: Wiro, api: Api, server: FaultyServer) -> None:
    api.upload_reply = Reply(body={"list": [{"url": "https://cdn/a"}, {"name": "folder"}, {"url": "https://cdn/b"}]})
    wiro.run("o/m", {"many": [b"PK\x03\x04"]})
    assert submitted(server) == {"many": ["https://cdn/a", "https://cdn/b"]}


def test_an_upload_into_a_folder(wiro: Wiro, api: Api, server: FaultyServer) -> None:
    assert wiro.upload(b"1", folder_id="f-1") == wiro.upload(b"1", folder_id="f-1") == "https://cdn/1"
    assert b'name="folderid"\r\n\r\nf-1\r\n' in server.requests[-1].body
    assert wiro.upload(b"1") == "https://cdn/2"  # somewhere else
    assert b"folderid" not in server.requests[-1].body


def test_nothing_is_uploaded_if_one_file_cannot_be_read(wiro: Wiro, server: FaultyServer) -> None:
    with pytest.raises(InvalidParametersError) as caught:
        wiro.run("o/m", {"one": Path("/nowhere.png"), "many": [b"1", b""]})
    assert caught.value.violations == [
        "params.one cannot be read: No such file or directory",
        "params.many is an empty file",
    ]
    assert [seen.path for seen in server.requests] == ["/v1/Tool/Detail"]


@pytest.mark.parametrize("reply", [Drop("after_body"), Reply(503), Reply(200, b"garbage")])
def test_an_upload_with_a_lost_answer_is_not_repeated(wiro: Wiro, api: Api, server: FaultyServer, reply: Any) -> None:
    wiro.models.get("o/m")
    server.script(reply)
    with pytest.raises(AmbiguousRequestError) as caught:
        wiro.run("o/m", {"one": b"1"})
    assert caught.value.operation == "files_upload"
    assert [seen.path for seen in server.requests] == ["/v1/Tool/Detail", "/v1/File/Upload"]
    # The caller may decide to try again.
    wiro.run("o/m", {"one": b"1"})
    assert submitted(server) == {"one": ["https://cdn/1"]}


def test_an_answer_without_an_address(wiro: Wiro, api: Api) -> None:
    api.upload_reply = Reply(body={"list": [{}]})
    with pytest.raises(InvalidResponseError, match="does not say where it is"):
        wiro.upload(b"1")


@pytest.mark.parametrize("value", ["a.png", None, 7, URL])
def test_uploading_what_is_no_local_file(wiro: Wiro, server: FaultyServer, value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="file is a"):
        wiro.upload(value)
    with pytest.raises(InvalidArgumentError, match="file is an empty file"):
        wiro.upload(b"")
    assert not server.requests


def test_threads_share_an_upload_under_way(wiro: Wiro, api: Api) -> None:
    api.go_on.clear()
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(wiro.upload, b"1") for _ in range(8)]
        assert api.entered.acquire(timeout=5)
        api.go_on.set()
        assert {future.result(10) for future in found} == {"https://cdn/1"}
    assert api.uploads == 1


async def test_coroutines_share_an_upload_and_survive_the_cancellation_of_the_one_that_does_it(
    server: FaultyServer, api: Api
) -> None:
    api.go_on.clear()
    async with AsyncWiro("key", base_url=server.url, timeout=5) as wiro:
        first = asyncio.create_task(wiro.upload(b"1"))
        await asyncio.to_thread(api.entered.acquire)
        others = [asyncio.create_task(wiro.upload(b"1")) for _ in range(5)]
        await asyncio.sleep(0.05)
        assert api.uploads == 1
        others.pop().cancel()
        first.cancel()
        await asyncio.wait([first])
        api.go_on.set()
        assert len(set(await asyncio.gather(*others))) == 1
        assert first.cancelled()
        run = await wiro.run("o/m", {"one": b"1"})
        assert run.task_id == "7"
    assert api.uploads == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_does_not_wait_for_its_parents_upload(wiro: Wiro) -> None:
    uploads = files.Uploads()
    _, mine = uploads._claim(("hash", ".png"))
    assert mine
    assert not uploads._claim(("hash", ".png"))[1]
    child = os.fork()
    if child == 0:
        os._exit(0 if uploads._claim(("hash", ".png"))[1] else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("validate", [True, False])
def test_forms_of_combined_and_undocumented_parameters(wiro: Wiro, server: FaultyServer, validate: bool) -> None:
    wiro.run("o/m", {"mixed": [b"1", URL], "other": "x"}, multipart=True, validate=validate)
    body = server.requests[-1].body
    assert b'name="mixed"; filename="mixed.bin"' in body
    assert f'name="mixed"\r\n\r\n{URL}\r\n'.encode() in body
    assert b'name="other"\r\n\r\nx' in body
    assert b"mixedUrl" not in body


@pytest.mark.parametrize(
    ("params", "files_sent", "fields"),
    [
        ({"one": b"1"}, ["one"], {"oneUrl": ""}),
        ({"one": URL}, [], {"one": "", "oneUrl": URL}),
        ({"one": Output("a", "", 1, URL)}, [], {"one": "", "oneUrl": URL}),
        ({"many": [b"1", b"2"]}, ["many", "many"], {"manyUrl": ""}),
        ({"many": [b"1", URL], "manyUrl": "https://z"}, ["many"], {"manyUrl": f"{URL},https://z"}),
        ({}, [], {}),
    ],
)
def test_forms_of_the_other_kinds_have_both_fields(
    wiro: Wiro, server: FaultyServer, params: Any, files_sent: list[str], fields: dict[str, str]
) -> None:
    wiro.run("o/m", params, multipart=True)
    assert [seen.path for seen in server.requests] == ["/v1/Tool/Detail", "/v1/Run/o/m"]
    body = server.requests[-1].body.decode()
    assert [name for name in ("one", "many", "many") if f'name="{name}"; filename=' in body][: len(files_sent)] == (
        files_sent
    )
    assert body.count("filename=") == len(files_sent)
    for name, value in fields.items():
        assert f'name="{name}"\r\n\r\n{value}\r\n' in body
    assert body.count("Content-Disposition") == len(files_sent) + len(fields)
