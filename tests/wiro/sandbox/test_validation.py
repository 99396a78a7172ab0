from typing import Any

import pytest

from wiro.sandbox.books import Books
from wiro.sandbox.validation import BundleViolationError, Validation

ANSWER = {"result": True, "errors": [], "taskid": "1", "socketaccesstoken": "t"}
FRAME = {"type": "task_accept", "id": "1", "tasktoken": "t", "message": None, "result": True}


@pytest.fixture
def validation() -> Validation:
    return Validation(Books())


def test_valid_documents_pass_without_a_trace(validation: Validation) -> None:
    validation.check_response("runs_create", 200, ANSWER)
    validation.check_response("runs_create", 401, {"result": False, "errors": [{"code": 0, "message": "no"}]})
    validation.check_frame(FRAME)
    validation.check_webhook("TaskWebhook", {"id": "1", "status": "task_postprocess_end"})
    assert validation.request_problem("tasks_detail", "application/json", {"taskid": "1"}) is None
    assert validation.books.violations == []


def test_wrong_request_is_explained_and_recorded(validation: Validation) -> None:
    problem = validation.request_problem("tasks_detail", "application/json", {"taskid": 1})
    assert problem is not None
    assert problem.startswith("taskid: 1 is not of type")
    (violation,) = validation.books.violations
    assert (violation.direction, violation.where, violation.problem) == ("request", "tasks_detail", problem)


@pytest.mark.parametrize(
    ("status", "body"), [(200, ANSWER | {"socketaccesstoken": 5}), (200, []), (500, {"result": "maybe"})]
)
def test_wrong_answer_is_an_error(validation: Validation, status: int, body: Any) -> None:
    with pytest.raises(BundleViolationError, match=f"runs_create {status} violates the bundle"):
        validation.check_response("runs_create", status, body)
    assert validation.books.violations[0].direction == "response"


@pytest.mark.parametrize("change", [{"message": 5, "type": "task_output"}, {"id": []}])
def test_wrong_frame_is_an_error(validation: Validation, change: dict[str, Any]) -> None:
    with pytest.raises(BundleViolationError, match="violates the bundle"):
        validation.check_frame(FRAME | change)
    assert validation.books.violations[0].direction == "frame"


def test_undocumented_places_are_errors(validation: Validation) -> None:
    with pytest.raises(BundleViolationError, match="no frame of type task_surprise"):
        validation.check_frame({"type": "task_surprise"})
    with pytest.raises(BundleViolationError, match="no operation tasks_surprise"):
        validation.check_response("tasks_surprise", 200, {})
    with pytest.raises(BundleViolationError, match="no answer with status 302"):
        validation.check_response("runs_create", 302, {})


def test_problem_is_short_however_long_its_cause(validation: Validation) -> None:
    problem = validation.request_problem("tasks_detail", "application/json", {"taskid": ["x" * 100_000]})
    assert problem is not None
    assert len(problem) < 400


def test_unknown_schema_of_a_webhook_is_an_error(validation: Validation) -> None:
    with pytest.raises(BundleViolationError, match="no schema of type SurpriseWebhook"):
        validation.check_webhook("SurpriseWebhook", {})


def test_missing_bundle_is_named(validation: Validation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiro.sandbox.validation._PACKAGE", "wiro_client_that_is_not_there")
    with pytest.raises(BundleViolationError, match=r"openapi\.json is missing.*codegen build.*--no-validation"):
        validation.check_response("runs_create", 200, ANSWER)


def test_disabled_validation_never_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiro.sandbox.validation._PACKAGE", "wiro_client_that_is_not_there")
    validation = Validation(Books(), enabled=False)
    validation.check_response("runs_create", 200, {"result": "maybe"})
    validation.check_frame({"type": "task_surprise"})
    validation.check_webhook("TaskWebhook", {"id": []})
    assert validation.request_problem("tasks_detail", "application/json", {"taskid": 1}) is None
