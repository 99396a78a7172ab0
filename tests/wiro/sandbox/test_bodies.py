import pytest

from tests.support.sandbox_client import SandboxClient

PATH = "/Run/sandbox/virtual-try-on"


def test_form_fields_and_files_are_really_parsed(client: SandboxClient) -> None:
    content = bytes(range(256)) * 10_000
    files = [
        ("inputImageHuman", ("person.jpg", content, "image/jpeg")),
        ("inputImageClothes", ("shirt.png", b"shirt", "image/png")),
        ("inputImageClothes", (None, b"https://example.com/pants.png")),
        ("inputDocumentMultiple", (None, b"")),
        ("inputDocumentMultipleUrl", (None, b"https://example.com/1.pdf")),
        ("quality", (None, b"high")),
        ("seconds", (None, b"0")),
    ]
    answer = client.http.post(PATH, files=files).json()
    assert answer["result"] is True, answer
    parameters = client.detail(answer["taskid"])["parameters"]
    assert parameters["quality"] == "high"
    assert parameters["inputDocumentMultiple"] == ""
    shirt, pants = parameters["inputImageClothes"]
    assert client.http.get(shirt).content == b"shirt"
    assert pants == "https://example.com/pants.png"
    assert client.http.get(parameters["inputImageHuman"]).content == content


def test_empty_file_part_without_a_name_is_no_file(client: SandboxClient) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="inputImage"; filename=""\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n\r\n"
        b'--x\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na\r\n--x--\r\n'
    )
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.http.post("/Run/sandbox/image-edit", content=body, headers=headers).json()
    assert answer["errors"] == [{"code": 0, "message": "Request files [inputImage] required"}]


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"no form at all"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nno header\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'),
    ],
)
def test_broken_form_is_refused(client: SandboxClient, content_type: str, body: bytes) -> None:
    response = client.http.post(PATH, content=body, headers={"content-type": content_type})
    assert response.status_code == 200
    assert response.json()["result"] is False
    assert client.sandbox.books.submissions == []


def test_form_works_for_models_without_files(client: SandboxClient) -> None:
    answer = client.http.post("/Run/sandbox/image", files={"prompt": (None, b"a"), "seconds": (None, b"0")}).json()
    assert client.wait(answer["taskid"])["pexit"] == "0"
