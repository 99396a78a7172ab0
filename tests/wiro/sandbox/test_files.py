from tests.support.sandbox_client import SandboxClient
from wiro.sandbox.addresses import Addresses
from wiro.sandbox.files import FileStore


def test_file_is_found_by_its_address_and_forgotten_by_it() -> None:
    store = FileStore(Addresses("http://127.0.0.1:1"))
    file = store.add("a b/ü?.png", "image/png", b"content")
    url = store.url(file)
    assert url == f"http://127.0.0.1:1/files/{file.id}/a%20b%2F%C3%BC%3F.png"
    assert store.find_url(url) is file
    store.remove(url)
    assert store.find_url(url) is None


def test_address_elsewhere_is_no_file() -> None:
    store = FileStore(Addresses("http://127.0.0.1:1"))
    assert store.find_url("http://example.com/files/1/x") is None
    store.remove("http://example.com/files/1/x")


def test_every_name_gives_an_address_that_works(client: SandboxClient) -> None:
    for name in ("a/b.png", "../../x.png", "..", ".", "?#%.png", " ", "狐.png"):
        image = {"inputImage": (name, b"content", "image/png"), "prompt": (None, b"a")}
        task_id = client.http.post("/Run/sandbox/image-edit", files=image).json()["taskid"]
        url = client.detail(task_id)["parameters"]["inputImage"]
        assert client.http.get(url).content == b"content", name


def test_oldest_files_make_room_for_new_ones() -> None:
    store = FileStore(max_bytes=10)
    first, second, third = (store.add(str(number), "", b"1234") for number in range(3))
    assert [store.get(file.id) for file in (first, second, third)] == [None, second, third]
    store.remove(store.url(second))
    fourth = store.add("3", "", b"123456")
    assert [store.get(file.id) for file in (third, fourth)] == [third, fourth]
    store.clear()
    fifth = store.add("4", "", b"1234567890")
    assert store.get(fifth.id) is fifth


def test_ids_cannot_be_guessed() -> None:
    store = FileStore()
    ids = {store.add("0.png", "image/png", b"").id for _ in range(100)}
    assert len(ids) == 100
    assert all(len(file_id) == 24 for file_id in ids)


def test_representation_hides_the_content() -> None:
    assert "secret" not in repr(FileStore().add("a", "b", b"secret"))


def test_download_is_public_and_exact(client: SandboxClient) -> None:
    row = client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    (output,) = row["outputs"]
    response = client.http.get(output["url"], headers={"x-api-key": ""})
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/png"
    assert str(len(response.content)) == output["size"]
    head = client.http.head(output["url"])
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", output["size"])


def test_name_in_the_address_never_becomes_a_path(client: SandboxClient) -> None:
    host = client.sandbox.base_url.removesuffix("/v1")
    for path in ("/files/../pyproject.toml", "/files/x/..%2f..%2fetc%2fpasswd", "/files/%2e%2e/x"):
        assert client.http.get(host + path).status_code == 404
    row = client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    odd = row["outputs"][0]["url"].replace("0.png", "%2e%2e")
    assert client.http.get(odd).headers["content-type"] == "image/png"
