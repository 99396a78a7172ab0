import pytest

from wiro.sandbox.refusals import RefusedError
from wiro.sandbox.requests import ApiRequest


def test_request_that_the_bundle_allows_goes_on() -> None:
    request = ApiRequest(body={})
    request.accept()
    assert request.problem is None


def test_request_that_it_forbids_is_refused_without_telling_why() -> None:
    with pytest.raises(RefusedError, match=r"^Request parameters are invalid\.$") as caught:
        ApiRequest(body={}, problem="taskid: 5 is not of type string").accept()
    assert (caught.value.code, caught.value.status) == (0, 200)
