import asyncio
from typing import Any

import httpx
import pytest

from wiro import Wiro
from wiro.sandbox import Sandbox
from wiro.sandbox.addresses import Addressed, Addresses

PICTURE = b"\x89PNG\r\n\x1a\n"


def test_paths_of_links() -> None:
    own = Addresses("http://127.0.0.1:1")
    assert own.path_of("http://127.0.0.1:1/files/x") == "/files/x"
    for elsewhere in ("http://127.0.0.1:12/files/x", "http://sandbox:1/files/x", "http://127.0.0.1:1", "/files/x", ""):
        assert own.path_of(elsewhere) is None
    everywhere = Addresses("http://127.0.0.1:1", as_called=True)
    for ours in ("http://127.0.0.1:1/files/x", "http://sandbox:8080/files/x", "http://[::1]:1/files/x"):
        assert everywhere.path_of(ours) == "/files/x"
    for elsewhere in ("https://sandbox/files/x", "ftp://sandbox/files/x", "http://us er/files/x", "sandbox/files/x"):
        assert everywhere.path_of(elsewhere) is None


@pytest.mark.parametrize(
    ("host", "seen"),
    [
        (b"sandbox:8080", "http://sandbox:8080"),
        (b"[::1]:80", "http://[::1]:80"),
        (b"192.168.0.7", "http://192.168.0.7"),
        (b"evil/path", "http://own"),
        (b"a b", "http://own"),
        (b"user@host", "http://own"),
        (b"", "http://own"),
        (None, "http://own"),
    ],
)
def test_links_lead_to_the_name_by_which_a_client_calls(host: bytes | None, seen: str) -> None:
    addresses, told = Addresses("http://own", as_called=True), []

    async def app(*_: Any) -> None:
        told.append(addresses.current)
        # Work that goes on after the answer.
        told.append(await asyncio.create_task(later()))

    async def later() -> str:
        return addresses.current

    headers = [] if host is None else [(b"host", host)]
    asyncio.run(Addressed(app)({"type": "http", "headers": headers}, None, None))
    assert told == [seen, seen]
    assert addresses.current == "http://own"
    assert Addresses("http://own").current == "http://own"


def test_listening_everywhere_gives_usable_addresses() -> None:
    with Sandbox(host="0.0.0.0", time_scale=50, validate=False) as sandbox:
        port = sandbox.base_url.split(":")[2].removesuffix("/v1")
        assert sandbox.base_url == f"http://127.0.0.1:{port}/v1"
        assert sandbox.socket_url == f"ws://127.0.0.1:{port}/v1"
        assert sandbox.page_url == f"http://127.0.0.1:{port}/"
        for name in ("localhost", "127.0.0.1"):
            with Wiro(sandbox.api_key, base_url=f"http://{name}:{port}/v1") as wiro:
                result = wiro.run("sandbox/image", {"prompt": "x", "seconds": 1}).wait(timeout=30)
                assert result.outputs[0].url.startswith(f"http://{name}:{port}/files/")
                uploaded = wiro.upload(PICTURE)
                assert uploaded.startswith(f"http://{name}:{port}/files/")
                assert httpx.get(uploaded, trust_env=False).content == PICTURE
                # Whatever the name, the sandbox knows its own file again.
                edited = wiro.run("sandbox/image-edit", {"prompt": "x", "inputImage": uploaded, "seconds": 1})
                assert edited.wait(timeout=30).exit_code == 0
                wiro.attach(edited.task_id).delete_files()
                assert httpx.get(uploaded, trust_env=False).status_code == 404


def test_a_public_address_is_in_every_link() -> None:
    with Sandbox(public_url="https://wiro.example.com/", time_scale=50, validate=False) as sandbox:
        assert sandbox.base_url == "https://wiro.example.com/v1"
        assert sandbox.socket_url == "wss://wiro.example.com/v1"
        assert sandbox.page_url == "https://wiro.example.com/"
        port = sandbox._listener.getsockname()[1]
        # As a proxy in front of it would pass it on.
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as proxy:
            headers = {"x-api-key": sandbox.api_key, "host": "wiro.example.com"}
            answer = proxy.post("/v1/File/Upload", headers=headers, files={"file": ("a.txt", b"x", "text/plain")})
            assert "https://wiro.example.com/files/" in answer.text
            assert proxy.get("/_sandbox", headers={"host": "wiro.example.com"}).status_code == 200
            assert proxy.get("/_sandbox", headers={"host": "other.example.com"}).status_code == 403


@pytest.mark.parametrize(
    "wrong", ["sandbox:8080", "ftp://sandbox", "http://", "http://sandbox/v1", "http://u:p@sandbox", "http://s?x=1"]
)
def test_what_is_no_public_address(wrong: str) -> None:
    with pytest.raises(ValueError, match="public_url is"):
        Sandbox(public_url=wrong)
