"""Models: what the service sent stays what it sent."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from wiro_client.errors import InvalidArgumentError
from wiro_client.model import Model, copied, redacted
from wiro_client.models import Task, TaskDetailResponse, TaskInfoFrame, TaskOutput, TaskStatus, ToolListResponse
from wiro_client.types import UNSET

ANSWER: dict[str, Any] = {
    "newkey": {"deep": [1, None]},
    "result": True,
    "total": 1,
    "tasklist": [
        {
            "id": 12345,
            "status": "task_future_state",
            "pexit": None,
            "socketaccesstoken": "secret-token",
            "elapsedseconds": 1.25,
            "outputs": [{"name": "a", "size": 42, "contenttype": None, "extra": 1}, None, 7],
            "ETA": "soon",
        }
    ],
}


def answer() -> TaskDetailResponse:
    return TaskDetailResponse.from_dict(ANSWER)


def first(response: TaskDetailResponse) -> Task:
    assert response.tasklist
    return response.tasklist[0]


def touch(value: Any) -> None:
    """Read every field at every depth."""
    if isinstance(value, Model):
        for name in value._fields:
            touch(getattr(value, name))
        touch(value.additional_properties)
    elif isinstance(value, dict):
        touch(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            touch(item)


def test_fields_have_their_documented_types() -> None:
    task = first(answer())
    assert task.id == "12345"
    assert isinstance(task.status, TaskStatus)
    assert not task.status.is_known
    assert task.status == "task_future_state"
    assert task.outputs
    assert [output.name for output in task.outputs] == ["a"]
    assert task.outputs[0].contenttype is UNSET
    assert task.endtime is UNSET


def test_what_was_sent_comes_out_as_it_was() -> None:
    untouched, touched = answer(), answer()
    touch(touched)
    assert untouched.to_dict() == ANSWER
    assert touched.to_dict() == ANSWER
    assert list(touched.to_dict()) == list(ANSWER)


def test_the_source_is_copied() -> None:
    source = copy.deepcopy(ANSWER)
    response = TaskDetailResponse.from_dict(source)
    source["tasklist"][0]["id"] = "changed"
    response.to_dict()["tasklist"].clear()
    assert first(response).id == "12345"


def test_changes_are_what_is_sent() -> None:
    response = answer()
    task = first(response)
    task.id = "new"
    task.status = TaskStatus.START
    task.modeldescription = "added"
    task.elapsedseconds = UNSET
    assert task.outputs
    task.outputs.append(TaskOutput(name="b"))
    task["ETA"] = "later"
    expected = copy.deepcopy(ANSWER)
    expected["tasklist"][0] |= {"id": "new", "status": "task_start", "modeldescription": "added", "ETA": "later"}
    del expected["tasklist"][0]["elapsedseconds"]
    expected["tasklist"][0]["outputs"] = [ANSWER["tasklist"][0]["outputs"][0], {"name": "b"}]
    assert response.to_dict() == expected


def test_unknown_fields_are_kept_and_can_be_changed() -> None:
    response = answer()
    assert response.additional_keys == ["newkey"]
    assert "newkey" in response
    assert response["newkey"] == {"deep": [1, None]}
    del response["newkey"]
    response["other"] = 1
    changed = response.to_dict()
    assert "newkey" not in changed
    assert changed["other"] == 1


def test_a_model_made_by_hand_sends_what_is_set() -> None:
    task = Task(id="1", outputs=[TaskOutput(name="a")], status=TaskStatus.START)
    task["extra"] = TaskOutput(name="b")
    assert task.to_dict() == {
        "id": "1",
        "outputs": [{"name": "a"}],
        "status": "task_start",
        "extra": {"name": "b"},
    }


def test_constants_are_defaults() -> None:
    assert TaskInfoFrame(tasktoken="t").to_dict() == {"type": "task_info", "tasktoken": "t"}


def test_only_documented_keywords_are_taken() -> None:
    with pytest.raises(TypeError):
        Task(unknown=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Task("1")  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Task().unknown  # noqa: B018
    with pytest.raises(AttributeError):
        answer().unknown  # noqa: B018


def test_equality_is_by_meaning() -> None:
    assert Task.from_dict({"id": 7}) == Task.from_dict({"id": "7"}) == Task(id="7")
    assert Task(id="7") != Task(id="8")
    assert Task.from_dict({"id": "7", "new": 1}) != Task(id="7")
    assert Task() != TaskOutput()
    assert Task() != {}
    with pytest.raises(TypeError):
        hash(Task())


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
@pytest.mark.parametrize("prepare", [lambda model: None, touch])
def test_copies_are_equal_and_complete(again: Any, prepare: Any) -> None:
    response = answer()
    prepare(response)
    copied_response = again(response)
    assert copied_response == response
    assert copied_response.to_dict() == ANSWER
    made = Task(id="1")
    made["extra"] = 1
    assert again(made) == made
    assert again(made).to_dict() == made.to_dict()


def test_a_changed_copy_leaves_the_original_alone() -> None:
    response = answer()
    other = copy.deepcopy(response)
    first(other).id = "changed"
    assert response.to_dict() == ANSWER


def test_repr_hides_secrets_at_every_depth() -> None:
    response = answer()
    response["api_key"] = "canary"
    response["nested"] = {"password": "canary", "list": [{"accessToken": "canary"}], "empty_token": ""}
    text = repr(response)
    assert "secret-token" not in text
    assert "canary" not in text
    assert "<hidden>" in text
    assert "task_future_state" in text
    assert "UNSET" not in text


def test_redacted_keeps_what_is_no_secret() -> None:
    assert redacted({"totaltokens": 5, "token": "x", "a": [1]}) == {"totaltokens": 5, "token": "<hidden>", "a": [1]}


@pytest.mark.parametrize("source", [[], "text", None, 7])
def test_from_dict_takes_objects_only(source: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"Task\.from_dict takes a JSON object"):
        Task.from_dict(source)


def test_names_in_another_casing_and_aliases_are_understood() -> None:
    task = Task.from_dict({"ID": "1", "output": [{"name": "a"}], "socketAccessToken": "t"})
    assert task.id == "1"
    assert task.outputs == [TaskOutput(name="a")]
    assert task.socketaccesstoken == "t"
    assert task.additional_properties == {}
    assert task.to_dict() == {"ID": "1", "output": [{"name": "a"}], "socketAccessToken": "t"}
    task.id = "2"
    assert task.to_dict()["ID"] == "2"
    assert "id" not in task.to_dict()


def test_the_exact_name_wins_over_another_casing() -> None:
    task = Task.from_dict({"ID": "other", "id": "exact"})
    assert task.id == "exact"
    assert task.to_dict() == {"ID": "other", "id": "exact"}


def test_wrong_types_read_as_unset_and_stay_in_the_answer() -> None:
    response = ToolListResponse.from_dict({"result": True, "total": "many", "tool": "none"})
    assert response.total is UNSET
    assert response.tool is UNSET
    assert response.to_dict() == {"result": True, "total": "many", "tool": "none"}


def test_nested_models_are_the_same_object_each_time() -> None:
    response = answer()
    assert first(response) is first(response)


def test_copied_has_containers_of_its_own() -> None:
    source = {"a": [{"b": []}], "c": 1}
    copy_of_it = copied(source)
    copy_of_it["a"][0]["b"].append(1)
    assert source == {"a": [{"b": []}], "c": 1}


def test_deeply_nested_answers() -> None:
    value: Any = "bottom"
    for _ in range(900):
        value = [value]
    model = Task.from_dict({"parameters": value, "unknown": {"deep": value}})
    assert model.to_dict()["parameters"] == value
    assert model["unknown"] == {"deep": value}
    assert model.to_dict() == {"parameters": value, "unknown": {"deep": value}}
    assert len(repr(model)) < 1000


def test_keys_that_json_does_not_have_are_kept() -> None:
    source: Any = {1: 2, None: 3, "id": "a", "outputs": [{"name": "b", 4: 5}]}
    model = Task.from_dict(source)
    touch(model)
    assert model.additional_properties == {1: 2, None: 3}
    assert model.to_dict() == source
