from typing import Any

import pytest

from wiro.sandbox.addresses import Addresses
from wiro.sandbox.catalogue import Parameter, SandboxModel
from wiro.sandbox.files import FileStore
from wiro.sandbox.models import MODELS
from wiro.sandbox.parameters import Accepted, Upload, accept_parameters
from wiro.sandbox.refusals import RefusedError

IMAGE = MODELS["sandbox/image"]
TRY_ON = MODELS["sandbox/virtual-try-on"]
EDIT = MODELS["sandbox/image-edit"]
URL = "https://example.com/a.png"


def accept(model: SandboxModel, store: FileStore | None = None, **body: Any) -> Accepted:
    return accept_parameters(model, body, store or FileStore(Addresses("http://h")))


def refusal(model: SandboxModel, **body: Any) -> str:
    with pytest.raises(RefusedError) as caught:
        accept(model, **body)
    assert (caught.value.code, caught.value.status) == (0, 200)
    return caught.value.message


@pytest.mark.parametrize("prompt", [None, "", "  \n"])
def test_required_value_must_say_something(prompt: str | None) -> None:
    assert refusal(IMAGE, prompt=prompt) == "Request parameter [prompt] required"
    assert refusal(IMAGE) == "Request parameter [prompt] required"


@pytest.mark.parametrize("value", ["many", "1e", [], {}, True, "nan", "inf", float("nan"), 10**400])
def test_number_must_be_one(value: Any) -> None:
    expected = "Request parameter [width] must be integer or float"
    if isinstance(value, (list, dict)):
        expected = "Request parameters are invalid."
    assert refusal(IMAGE, prompt="a", width=value) == expected


@pytest.mark.parametrize("value", [63, "2049", 1e9, -64.5])
def test_number_must_lie_in_its_range(value: Any) -> None:
    assert refusal(IMAGE, prompt="a", width=value) == "Request parameter [width] must be between 64 and 2048"


@pytest.mark.parametrize("value", [64, "64", 2048.0, "2.048e3", "", None])
def test_numbers_may_be_text_and_optional_ones_empty(value: Any) -> None:
    assert accept(IMAGE, prompt="a", width=value).parameters["width"] == value


@pytest.mark.parametrize("value", [["a"], {"a": 1}])
def test_text_is_no_structure(value: Any) -> None:
    assert refusal(IMAGE, prompt=value) == "Request parameters are invalid."


def test_select_takes_its_options_only() -> None:
    given = {"inputImageHuman": URL, "inputImageClothes": [URL]}
    assert accept(TRY_ON, quality="high", **given).parameters["quality"] == "high"
    assert refusal(TRY_ON, quality="best", **given) == "Request parameters are invalid."


def test_unknown_and_service_parameters() -> None:
    accepted = accept(IMAGE, prompt="a", negative_prompt="b", callbackUrl="http://h", projectid="1")
    assert accepted.parameters == {"prompt": "a", "negative_prompt": "b"}


@pytest.mark.parametrize(
    "body", [{}, {"inputImage": "", "inputImageUrl": ""}, {"inputImage": None}, {"inputImage": []}]
)
def test_required_file_needs_a_file_or_an_address(body: dict[str, Any]) -> None:
    assert refusal(EDIT, prompt="a", **body) == "Request files [inputImage] required"


@pytest.mark.parametrize("body", [{"inputImage": URL}, {"inputImage": "", "inputImageUrl": URL}, {"inputImage": [URL]}])
def test_address_may_stand_in_either_field_or_in_a_list(body: dict[str, Any]) -> None:
    (file,) = accept(EDIT, prompt="a", **body).files["inputImage"]
    assert (file.name, file.url, file.content) == ("a.png", URL, None)


def test_single_file_parameter_takes_one() -> None:
    assert refusal(EDIT, prompt="a", inputImage=[URL, URL]) == "Request parameters are invalid."


def test_file_parameter_takes_no_structures() -> None:
    assert refusal(EDIT, prompt="a", inputImage=[{"url": URL}]) == "Request parameters are invalid."


def test_upload_is_stored_and_the_parameter_becomes_its_address() -> None:
    store = FileStore(Addresses("http://h"))
    accepted = accept(EDIT, store, prompt="a", inputImage=Upload("p.jpg", "image/jpeg", b"jpeg"), inputImageUrl="")
    stored = store.find_url(accepted.parameters["inputImage"])
    assert stored is not None
    assert (stored.name, stored.content_type, stored.content) == ("p.jpg", "image/jpeg", b"jpeg")
    (file,) = accepted.files["inputImage"]
    assert (file.name, file.content) == ("p.jpg", b"jpeg")


def test_refused_run_stores_nothing() -> None:
    store = FileStore(Addresses("http://h"))
    with pytest.raises(RefusedError):
        accept(EDIT, store, inputImage=Upload("p.jpg", "image/jpeg", b"jpeg"))
    assert not store._files


def test_many_files_mixed_in_one_parameter() -> None:
    accepted = accept(
        TRY_ON,
        inputImageHuman=URL,
        inputImageClothes=[Upload("shirt.png", "image/png", b"1"), "https://example.com/pants.png"],
        inputDocumentMultiple=[Upload("1.pdf", "application/pdf", b"2"), Upload("2.pdf", "application/pdf", b"3")],
        inputDocumentMultipleUrl="https://example.com/3.pdf,https://example.com/4.pdf",
    )
    assert [file.name for file in accepted.files["inputImageClothes"]] == ["shirt.png", "pants.png"]
    assert [file.name for file in accepted.files["inputDocumentMultiple"]] == ["1.pdf", "2.pdf", "3.pdf", "4.pdf"]


def test_fingerprint_is_equal_for_equal_runs_only() -> None:
    def fingerprint(content: bytes, prompt: str = "a") -> str:
        return accept(EDIT, prompt=prompt, inputImage=Upload("p", "image/png", content)).fingerprint

    assert fingerprint(b"1") == fingerprint(b"1")
    assert len({fingerprint(b"1"), fingerprint(b"2"), fingerprint(b"1", "b")}) == 3


def test_types_in_any_case_are_numbers() -> None:
    parameter = Parameter(id="n", type="Integer", label="N")
    model = SandboxModel(
        id="0",
        owner="o",
        slug="s",
        title="S",
        description="",
        categories=(),
        groups={"": (parameter,)},
        plan=IMAGE.plan,
    )
    assert refusal(model, n="x") == "Request parameter [n] must be integer or float"
