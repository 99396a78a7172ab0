import hmac
from typing import Any

import pytest

from wiro.sandbox.authentication import authenticate
from wiro.sandbox.options import SandboxOptions
from wiro.sandbox.project import Project
from wiro.sandbox.refusals import RefusedError

KEY_ONLY = SandboxOptions(api_key="test-api-key", api_secret="test-secret")
SIGNED_ONLY = SandboxOptions(api_key="test-api-key", api_secret="test-secret", require_signature=True)
# Shared by the public clients of the service.
PUBLIC_SIGNATURE = {
    "x-api-key": "test-api-key",
    "x-nonce": "1700000000000",
    "x-signature": "2d99fa1b6934f66a712785d1b402997e1b13d9d7cd5e0085211dac133ae4a8ef",
}


def identity(headers: dict[str, str], options: SandboxOptions, **project: Any) -> str:
    return authenticate(headers, "127.0.0.1", options, Project(**project))


def refusal(headers: dict[str, str], options: SandboxOptions, **project: Any) -> tuple[int, int, str]:
    with pytest.raises(RefusedError) as caught:
        identity(headers, options, **project)
    return caught.value.status, caught.value.code, caught.value.message


def test_key_alone_is_enough_for_a_key_project() -> None:
    assert identity({"x-api-key": "test-api-key"}, KEY_ONLY) == "key"


@pytest.mark.parametrize("options", [KEY_ONLY, SIGNED_ONLY])
def test_public_test_vector_is_a_valid_signature(options: SandboxOptions) -> None:
    assert identity(PUBLIC_SIGNATURE, options) == "signature"


def test_nonce_may_repeat() -> None:
    assert [identity(PUBLIC_SIGNATURE, KEY_ONLY) for _ in range(2)] == ["signature"] * 2


def test_key_is_accepted_as_bearer_token_in_any_case_of_the_scheme() -> None:
    assert identity({"authorization": "bearer test-api-key"}, KEY_ONLY) == "bearer"
    assert identity({"authorization": "Bearer test-api-key"}, KEY_ONLY) == "bearer"


@pytest.mark.parametrize("headers", [{}, {"x-api-key": "other"}, {"x-api-key": ""}])
def test_unknown_key(headers: dict[str, str]) -> None:
    assert refusal(headers, KEY_ONLY) == (401, 0, "Project authorization is not founded.")


def test_unknown_bearer_token() -> None:
    assert refusal({"authorization": "Bearer other"}, KEY_ONLY) == (401, 99, "Authorization bearer token is invalid.")


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer ", "Basic dGVzdA=="])
def test_no_bearer_token_in_the_header(authorization: str) -> None:
    message = "Authorization bearer token is not founded in headers."
    assert refusal({"authorization": authorization}, KEY_ONLY) == (401, 99, message)


def test_key_that_expired_as_a_bearer_token_is_good_as_a_key() -> None:
    message = "Authorization bearer token expired."
    bearer = {"authorization": "Bearer test-api-key"}
    assert refusal(bearer, KEY_ONLY, bearer_expired=True) == (401, 99, message)
    assert identity({"x-api-key": "test-api-key"}, KEY_ONLY, bearer_expired=True) == "key"


@pytest.mark.parametrize("headers", [PUBLIC_SIGNATURE, {"authorization": "Bearer test-api-key"}])
def test_address_must_be_on_the_list_if_there_is_one(headers: dict[str, str]) -> None:
    message = "Requested ip 127.0.0.1 is not allowed."
    assert refusal(headers, KEY_ONLY, allowed_ips=["10.0.0.1"]) == (401, 0, message)
    assert identity(headers, KEY_ONLY, allowed_ips=["10.0.0.1", "127.0.0.1"])


@pytest.mark.parametrize(
    "headers",
    [
        {"x-api-key": "test-api-key"},
        {"authorization": "Bearer test-api-key"},
        {"x-api-key": "test-api-key", "x-nonce": "1"},
    ],
)
def test_signature_project_requires_a_signature(headers: dict[str, str]) -> None:
    message = "Project requires signature authentication. x-signature and x-nonce headers are required."
    assert refusal(headers, SIGNED_ONLY) == (401, 0, message)


def test_half_a_signature_is_refused_by_a_key_project_too() -> None:
    status, _, message = refusal({"x-api-key": "test-api-key", "x-signature": "00"}, KEY_ONLY)
    assert (status, message[:26]) == (401, "Project requires signature")


@pytest.mark.parametrize("change", [{"x-nonce": "1700000000001"}, {"x-signature": "0" * 64}, {"x-signature": "é"}])
def test_wrong_signature_is_refused_even_where_none_is_required(change: dict[str, str]) -> None:
    assert refusal(PUBLIC_SIGNATURE | change, KEY_ONLY) == (401, 0, "Project authorization is not valid.")


def test_key_and_secret_have_their_documented_places_in_the_signature() -> None:
    swapped = hmac.new(b"test-secret", b"test-api-key" + b"1", "sha256").hexdigest()
    headers = {"x-api-key": "test-api-key", "x-nonce": "1", "x-signature": swapped}
    assert refusal(headers, KEY_ONLY)[2] == "Project authorization is not valid."
