"""No client can make the sandbox fail or break the bundle, whatever it sends."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox
from wiro.sandbox.operations import OPERATIONS

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20)
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
# Names that some operation reads, so that random bodies reach further than the first check.
NAMES = st.sampled_from(
    [
        *(
            "taskid",
            "tasktoken",
            "socketaccesstoken",
            "slugowner",
            "slugproject",
            "summary",
            "start",
            "limit",
            "search",
        ),
        *("order", "sort", "categories", "tags", "modelName", "prompt", "seconds", "inputImage", "inputImageUrl"),
        *(
            "quality",
            "callbackUrl",
            "projectid",
            "name",
            "parentid",
            "guid",
            "useragentguid",
            "agentguid",
            "agenttoken",
        ),
        *("messageguid", "message", "sessionkey", "tier", "title", "teamguid", "organizationguid", "redirecturl"),
    ]
)
BODIES = st.dictionaries(NAMES | st.text(max_size=8), VALUES, max_size=6)
CONTENT_TYPES = ["application/json", "multipart/form-data; boundary=x", ""]
MODELS = ["image", "language", "virtual-try-on", "video", "speech-to-text", "realtime-tts"]


@pytest.fixture(scope="module")
def instance() -> Any:
    with Sandbox(time_scale=1000) as sandbox:
        yield SandboxClient(sandbox)


@settings(max_examples=150, deadline=None)
@given(operation=st.sampled_from(OPERATIONS), model=st.sampled_from(MODELS), body=BODIES)
def test_random_bodies_never_fail(instance: SandboxClient, operation: Any, model: str, body: dict[str, Any]) -> None:
    path = operation.path.replace("{owner-slug}", "sandbox").replace("{model-slug}", model)
    response = instance.http.post(path, json=body)
    assert response.status_code < 500, response.text
    assert response.json()["result"] in (True, False)
    assert [one for one in instance.sandbox.books.violations if one.direction != "request"] == []


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=200), kind=st.sampled_from(["application/json", "multipart/form-data; boundary=x", ""])
)
def test_random_bytes_never_fail(instance: SandboxClient, content: bytes, kind: str) -> None:
    for path in ("/Run/sandbox/image-edit", "/File/Upload", "/Task/Detail"):
        response = instance.http.post(path, content=content, headers={"content-type": kind})
        assert response.status_code < 500, response.text


@settings(max_examples=60, deadline=None)
@given(
    name=st.text(max_size=30).filter(lambda text: not set(text) & set('\r\n"\\\0')),
    content=st.binary(max_size=100),
)
def test_random_names_of_files_never_fail(instance: SandboxClient, name: str, content: bytes) -> None:
    try:
        encoded = name.encode()
    except UnicodeEncodeError:
        return
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="'
        + encoded
        + b'.png"\r\n\r\n'
        + content
        + b"\r\n--x--\r\n"
    )
    headers = {"content-type": "multipart/form-data; boundary=x"}
    response = instance.http.post("/File/Upload", content=body, headers=headers)
    assert response.status_code == 200, response.text
    for row in response.json().get("list", []):
        assert instance.http.get(row["url"]).status_code == 200
