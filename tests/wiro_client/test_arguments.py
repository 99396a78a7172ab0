"""From keyword arguments to calls."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from wiro_client.api.tasks.detail import build_call as detail_call
from wiro_client.api.tasks.kill import build_call as kill_call
from wiro_client.arguments import Parameter, keywords, prepare
from wiro_client.calls import Call, FormPart, Operation
from wiro_client.errors import InvalidArgumentError
from wiro_client.models import Task, TaskOutput, TaskStatus
from wiro_client.shapes import ANYTHING, BINARY, BOOLEAN, INTEGER, NULL, TEXT, EnumOf, ListOf, Nested, OneOf
from wiro_client.types import UNSET, File

OPERATION = Operation(
    id="things_make",
    tag="things",
    method="POST",
    path="/Thing/{owner-slug}",
    effect="create",
    auth="key",
    status="current",
)
GUID = Parameter("guid", "guid", "body", TEXT, required=True, aliases=("thingGuid",))
TEAM = Parameter("team_guid", "teamGUID", "header", TEXT)
OWNER = Parameter("owner_slug", "owner-slug", "path", TEXT, required=True, pattern="^[a-z.]+$")
LIMIT = Parameter("limit", "limit", "body", OneOf(TEXT, INTEGER), as_text=True)
SEARCH = Parameter("search", "search", "query", OneOf(TEXT, BOOLEAN))
FREE = Parameter("body", "", "content", Nested("RunRequest"), required=True)


def made(parameters: list[Parameter], encoding: Any = "json", **values: Any) -> Call[Any]:
    everything: dict[str, Any] = {}
    for parameter in parameters:
        everything |= dict.fromkeys((parameter.name, *parameter.aliases), UNSET)
    return prepare(OPERATION, parameters, everything | values, lambda answer: answer, body=encoding)


def test_each_argument_goes_to_its_place() -> None:
    call = made([OWNER, GUID, TEAM, LIMIT, SEARCH], owner_slug="a.b", guid="g", team_guid="t", limit=5, search="x y&z")
    assert call.path == "/Thing/a.b?search=x%20y%26z"
    assert call.headers == {"teamGUID": "t"}
    assert call.json == {"guid": "g", "limit": "5"}
    assert call.form is None


def test_what_is_not_given_is_not_sent() -> None:
    assert made([GUID, TEAM, LIMIT], guid="g").json == {"guid": "g"}
    assert made([]).json == {}
    assert made([], "none").json is UNSET


def test_an_older_name_sends_the_current_one() -> None:
    assert made([GUID], thingGuid="g").json == {"guid": "g"}
    with pytest.raises(InvalidArgumentError, match="thingGuid is an older name of guid: give one of them"):
        made([GUID], guid="g", thingGuid="g")
    with pytest.raises(InvalidArgumentError, match="thingGuid must be a string, not int"):
        made([GUID], thingGuid=7)


def test_a_missing_argument_is_named_with_what_it_takes() -> None:
    with pytest.raises(InvalidArgumentError, match="guid is required: a string") as caught:
        made([GUID])
    assert caught.value.parameter == "guid"


@pytest.mark.parametrize("slug", ["", "A", "a/b", "a b", "a\n", "..", ".", "a?b", "ä"])
def test_parts_of_the_path_cannot_change_the_address(slug: str) -> None:
    with pytest.raises(InvalidArgumentError, match="owner_slug must"):
        made([OWNER], owner_slug=slug)


def test_parts_of_the_path_are_percent_encoded() -> None:
    anything = Parameter("owner_slug", "owner-slug", "path", TEXT)
    assert made([anything], owner_slug="a/b c?#%").path == "/Thing/a%2Fb%20c%3F%23%25"


@pytest.mark.parametrize("team", ["a\r\nX-Other: 1", "ü", "a\x00"])
def test_nothing_can_be_smuggled_into_headers(team: str) -> None:
    with pytest.raises(InvalidArgumentError, match="team_guid must be printable ASCII"):
        made([TEAM], team_guid=team)


def test_models_enums_and_tuples_become_json() -> None:
    parameters = [
        Parameter("task", "task", "body", Nested("Task")),
        Parameter("status", "status", "body", EnumOf("TaskStatus", str)),
        Parameter("outputs", "outputs", "body", ListOf(Nested("TaskOutput"))),
        Parameter("any", "any", "body", ANYTHING),
        Parameter("none", "none", "body", OneOf(TEXT, NULL)),
    ]
    call = made(
        parameters,
        task=Task(id="1"),
        status=TaskStatus.START,
        outputs=(TaskOutput(name="a"), {"name": "b"}),
        any={"k": (1, TaskStatus.START)},
        none=None,
    )
    assert call.json == {
        "task": {"id": "1"},
        "status": "task_start",
        "outputs": [{"name": "a"}, {"name": "b"}],
        "any": {"k": [1, "task_start"]},
        "none": None,
    }
    assert type(call.json["status"]) is str


FILE = File(b"x", "a.png")


def test_a_file_makes_a_form_where_there_is_a_choice() -> None:
    picture = Parameter("picture", "picture", "body", BINARY)
    assert made([GUID, picture], "either", guid="g", multipart=False).form is None
    call = made([GUID, picture], "either", guid="g", picture=FILE)
    assert call.json is UNSET
    assert call.form == [FormPart("guid", "g"), FormPart("picture", FILE)]
    assert made([GUID], "either", guid="g", multipart=True).form == [FormPart("guid", "g")]
    assert made([GUID], "form", guid="g").form == [FormPart("guid", "g")]


def test_values_of_forms() -> None:
    body = {"image": [FILE, "https://example.com/b.png"], "flag": True, "no": False, "n": 1.5, "none": None}
    call = made([FREE], "either", body={**body, "object": {"a": [1, "ü"]}, "left": UNSET, "s": TaskStatus.START})
    assert call.form == [
        FormPart("image", FILE),
        FormPart("image", "https://example.com/b.png"),
        FormPart("flag", "true"),
        FormPart("no", "false"),
        FormPart("n", "1.5"),
        FormPart("object", '{"a":[1,"ü"]}'),
        FormPart("s", "task_start"),
    ]


def test_free_bodies_are_json_without_files() -> None:
    body = {"prompt": "x", "seed": 1, "list": [1, {"a": None}]}
    assert made([FREE], "either", body=body).json == body


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([1], "body must be a RunRequest or a mapping"),
        ("text", "body must be a RunRequest or a mapping"),
        ({1: 2}, "body must have strings as keys"),
        ({"a": {1}}, r"body\.a must be a JSON value or a wiro_client\.File, not set"),
        ({"a": [b"secret"]}, r"body\.a\[0\] must be a JSON value or a wiro_client\.File, not bytes"),
        ({"prompt": 7}, r"body\.prompt must be a string, not int"),
        ({"a": float("nan")}, r"body\.a must be"),
    ],
)
def test_free_bodies_are_checked(body: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        made([FREE], "either", body=body)


def test_files_are_refused_where_only_json_is_taken() -> None:
    with pytest.raises(InvalidArgumentError, match=r"body\.a must be a JSON value, not File"):
        made([FREE], "json", body={"a": FILE})


def test_keywords_lets_missing_arguments_through() -> None:
    @keywords
    def function(*, needed: str, given: int = 3) -> tuple[Any, ...]:
        return needed, given

    assert function() == (UNSET, 3)  # type: ignore[call-arg]
    assert function(needed="a", given=4) == ("a", 4)
    assert inspect.signature(function).parameters["needed"].default is UNSET
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        function(needed="a", other=1)  # type: ignore[call-arg]


class TestCounts:
    """`minProperties` and `maxProperties` of a request body."""

    def test_exactly_one_of_two(self) -> None:
        for arguments in ({}, {"taskid": "1", "socketaccesstoken": "t"}, {"taskid": "1", "tasktoken": "t"}):
            with pytest.raises(InvalidArgumentError, match="exactly 1 of socketaccesstoken, taskid must be given"):
                kill_call(**arguments)
        assert kill_call(tasktoken="t").json == {"socketaccesstoken": "t"}

    def test_at_least_one(self) -> None:
        with pytest.raises(InvalidArgumentError, match="at least 1 of tasktoken, taskid must be given, not none"):
            detail_call()
        assert detail_call(taskid="1", tasktoken="t").json == {"tasktoken": "t", "taskid": "1"}
